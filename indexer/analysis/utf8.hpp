// Steps through well-formed UTF-8 and tells Chinese characters apart. For folded text only:
// ill-formed bytes never get this far.

#pragma once

#include <cstddef>
#include <string_view>

namespace bulletin {

/// Returns the code point at byte `at` and moves `at` behind it. `text` is well-formed UTF-8.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const char32_t first = byte(at++);
  if (first < 0x80) {
    return first;
  }
  const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t c = first & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i) {
    c = (c << 6) | (byte(at++) & 0x3FU);
  }
  return c;
}

/// Tells whether `c` is a Chinese character: the Han blocks, 々 and 〇.
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3005 ||
         c == 0x3007;
}

}  // namespace bulletin
