// The characters that most Chinese text consists of: how a right decoding is told from a wrong one.

#pragma once

#include <algorithm>
#include <string_view>

namespace bulletin {

inline constexpr std::u32string_view kCommonCharacters =
#include "indexer/ingest/common_characters.inc"
    ;

/// Tells whether `c` is among the 3,000 commonest characters, in Simplified or Traditional form.
[[nodiscard]] inline bool is_common_character(char32_t c) {
  return std::ranges::binary_search(kCommonCharacters, c);
}

}  // namespace bulletin
