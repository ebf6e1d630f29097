// Which terms are words that people are offered: the same for the table of completions and for a
// scan of the terms.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/analysis/stop_words.hpp"

namespace bulletin {

/// Terms from here on are plain words; what stands before them has a prefix or is a number.
inline constexpr std::string_view kFirstPlainWord = "a";

/// Tells whether a folded word outside Chinese is offered: two letters at least, and no word that
/// says nothing.
[[nodiscard]] inline bool is_completed(std::string_view word) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
  return word.size() > 1 && std::ranges::any_of(word, is_letter) && !is_stop_word(word);
}

/// Tells whether a Chinese word or a name is offered: two characters at least.
[[nodiscard]] inline bool is_completed_name(std::string_view name) {
  return name.size() > 1 && ((name.front() & 0x80) == 0 || name.size() > 4);
}

/// Returns about how many items have a word that is its own stem; 0 where it may be none.
///
/// `items` have its stem, and `inflected` is the sum of the items of each other word of that stem,
/// of which an item may have several. Only where `items` exceeds it is the word itself surely
/// there.
[[nodiscard]] constexpr std::size_t own_items(std::size_t items, std::size_t inflected) {
  return items > inflected ? items - inflected / 2 : 0;
}

}  // namespace bulletin
