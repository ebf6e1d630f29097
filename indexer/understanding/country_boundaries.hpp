// Where Chinese words begin and end around a name: text has no spaces, so letters of a country may
// come from two words.

#pragma once

#include <string_view>

#include "indexer/understanding/gazetteer.hpp"

namespace bulletin {

/// Tells whether a short Chinese name arises only where two words meet, or is a syllable of a
/// longer foreign name.
///
/// 国际扫盲日|本次活动: a day's name before, something of ours behind.
[[nodiscard]] bool lies_across_words(std::string_view folded, const NameMatch& match);

/// Tells whether `c` is one of the characters that write foreign sounds and seldom stand alone as
/// Chinese words: 斯, 尔, 诺.
[[nodiscard]] bool writes_sound(char32_t c);

}  // namespace bulletin
