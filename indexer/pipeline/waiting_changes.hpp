// Changes of items whose lists of terms are short, until the lists are whole and Xapian can make
// them.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/glass/term_list.hpp"
#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// What is to become of documents, and what a person has said of their items.
struct WaitingChanges {
  std::map<Xapian::docid, std::optional<Bulletin>> items;  ///< Nothing to remove the document.
  std::map<std::string, Correction> corrections;

  [[nodiscard]] bool is_empty() const { return items.empty(); }

  /// Returns what a document is to have, or null where nothing waits for it.
  [[nodiscard]] const std::optional<Bulletin>* of(Xapian::docid document) const;

  /// Returns how many documents are to be removed.
  [[nodiscard]] std::size_t removals() const;

  /// Makes `documents`, those that the file at `path` holds in the index, those that it will hold.
  void apply_to_file(const std::string& path, std::vector<Xapian::docid>& documents) const;

  /// Returns the lists that the documents have to have before they are changed, made again of the
  /// items that they have now: as long as it takes to index these.
  ///
  /// Throws `Error{kInternal}` where a list is not as long as the index says, and may throw
  /// Xapian's exceptions.
  [[nodiscard]] std::vector<DocumentTerms> lists(const Xapian::Database& database,
                                                 const DocumentBuilder& builder) const;
};

/// Tells whether the list of a document that is there is short.
[[nodiscard]] bool has_short_list(const Xapian::Database& database, Xapian::docid document);

}  // namespace bulletin
