// What copying programs leave in a text that no author wrote.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// Returns `text` without the pinyin that some mirrors put in brackets behind Chinese characters:
/// 開(kāi)放大學(xué) becomes 開放大學.
///
/// Only where at least three syllables with tone marks stand so: a lesson that spells one word
/// stays as it is. `text` is well-formed UTF-8. O(length).
[[nodiscard]] std::string without_inserted_pinyin(std::string_view text);

}  // namespace bulletin
