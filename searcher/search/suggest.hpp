// Completes what is being typed with words, names, countries and dates that the index holds.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/index_terms.hpp"

namespace bulletin {

/// What a suggestion is.
enum class SuggestionKind : std::uint8_t { kWord, kName, kCountry, kMonth, kYear };

/// Returns `word`, `name`, `country`, `month` or `year`.
[[nodiscard]] std::string_view kind_name(SuggestionKind kind);

/// One way to go on.
struct Suggestion {
  std::string text;  ///< The word or name itself: Chinese as the index folds it (Simplified), names
                     ///< outside Chinese as an item writes them, other words in small letters.
  std::string query;  ///< The typed text with `text` in the place of its end.
  SuggestionKind kind = SuggestionKind::kWord;
  std::size_t items = 0;  ///< Never 0: items that hold the word in any form, or the name, or that
                          ///< have the country or date.
  std::string name;       ///< A country's name in the other language, else empty.

  bool operator==(const Suggestion&) const = default;
};

/// Returns up to `limit` suggestions for `text`, any bytes, the most useful first; no two that a
/// search would not tell apart.
///
/// The last word is completed, or up to five that may begin a name; all before it stays as it is.
/// Latin letters also stand for the sound of Chinese, whole or in part, or for its initials. By
/// number of items, more for countries, names and what is typed to its end. One call takes a few
/// milliseconds at a million items (tests/bench/suggest_bench.cpp). May throw Xapian's exceptions.
[[nodiscard]] std::vector<Suggestion> suggest(const IndexTerms& terms, std::string_view text,
                                              std::size_t limit = 10);

}  // namespace bulletin
