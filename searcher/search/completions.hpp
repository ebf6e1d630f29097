// What of an index begins as typed: from its table of completions, and by a short scan of its terms
// for what the table does not have yet.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/schema/suggestion_table.hpp"
#include "searcher/query/index_terms.hpp"
#include "searcher/search/typed_endings.hpp"

namespace bulletin {

/// How a completion agrees with what was typed.
enum class AgreesBy : std::uint8_t { kText, kSound, kInitials };

/// A word or name of the index that an ending may become.
struct Completion {
  std::string text;  ///< Folded.
  EntryKind kind = EntryKind::kWord;
  AgreesBy by = AgreesBy::kText;
  std::uint8_t weight = 0;  ///< As `entry_weight`; that of an old table may be out of date.

  bool operator==(const Completion&) const = default;
};

/// Looks up endings in one state of an index. May throw Xapian's exceptions.
class Completions {
 public:
  /// What `terms` are of has to outlive it and must not change meanwhile.
  explicit Completions(const IndexTerms& terms);

  /// Returns the completions of an ending, the heaviest of each kind of key, each perhaps twice.
  /// Some may be gone from the index. Costs the blocks of the table asked for (48 completions each)
  /// and at most 500 terms of each prefix.
  [[nodiscard]] std::vector<Completion> of(const TypedEnding& ending);

 private:
  void add_from_table(const std::string& key, AgreesBy by, const TypedEnding& ending,
                      std::vector<Completion>& found);
  void scan_words(const std::string& beginning, std::vector<Completion>& found) const;
  void scan_names(EntryKind kind, const std::string& beginning,
                  std::vector<Completion>& found) const;
  [[nodiscard]] std::size_t own_items_of(const std::string& stem, std::size_t items) const;

  IndexTerms terms_;
  bool has_table_;
  SuggestionTable whole_;
  SuggestionTable recent_;
};

}  // namespace bulletin
