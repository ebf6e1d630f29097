// The list of the terms of a document, by which Xapian finds its postings when the document is
// removed. It is a third of an index, and an item can be indexed again: so a list may be short.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/deflater.hpp"
#include "indexer/glass/plain_document.hpp"

namespace bulletin {

/// Which terms stand in the lists of a database.
struct ListedTerms {
  /// If not empty: of each document the first term that begins so stands alone, and counts for all
  /// of them, because the length of a document has to be the sum of its list. A document without
  /// one has its whole list.
  std::string_view only;
};

/// Returns the sum of what each term is counted.
[[nodiscard]] std::uint32_t length_of(const TermCounts& terms);

/// Returns the list of sorted terms as a glass table holds it, not yet compressed.
[[nodiscard]] std::string packed_term_list(const TermCounts& terms, ListedTerms listed = {});

/// A document and its terms, sorted.
struct DocumentTerms {
  std::uint32_t number = 0;
  TermCounts terms;
};

/// Writes whole lists to a database that nobody has open for writing, of documents named in
/// ascending order of their numbers; they become those of its next revision. Durable. Throws
/// `Error{kInternal}` where a document has no list, and where the database cannot be read or
/// written.
void lengthen_term_lists(const std::filesystem::path& folder,
                         std::span<const DocumentTerms> documents);

/// Shortens lists as they stand in tables.
class TermListShortener {
 public:
  explicit TermListShortener(ListedTerms listed) : listed_(listed) {}

  /// Returns the short list instead of a packed one, or nothing where it stays as it is: it is
  /// short, has no such term, or is damaged.
  [[nodiscard]] std::optional<std::string> shortened(std::string_view tag, bool is_deflated);

 private:
  ListedTerms listed_;
  Inflater inflater_;
};

}  // namespace bulletin
