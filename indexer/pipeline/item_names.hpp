// Names that an item holds, so that a search can complete them: what no single word of the index
// says.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/story_keys.hpp"

namespace bulletin {

/// Longest name that is noted, in bytes of its folded form, and most names of one item.
inline constexpr std::size_t kMaxNameBytes = 80;
inline constexpr std::size_t kMaxItemNames = 64;

/// Returns the names in an item, folded, one space between words, each once, ordered:
/// - those behind its countries: places, institutions, the publisher;
/// - in English text, two to five capitalized words in a row (`of` and `the` may stand between);
/// - in Chinese, words of the glossary that ICU cuts into several, and a surname with one or two
///   characters, none of which makes a word with a neighbour.
///
/// `parts` are title and text of `item`. O(length of the text).
[[nodiscard]] std::vector<std::string> item_names(const Bulletin& item,
                                                  std::span<const StoryPart> parts);

}  // namespace bulletin
