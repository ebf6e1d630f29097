// Steps through well-formed UTF-8 and tells Chinese characters apart. For folded text only:
// ill-formed bytes never get this far.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace bulletin {

/// Returns the code point at byte `at` and moves `at` behind it. `text` is well-formed UTF-8.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const char32_t first = byte(at++);
  if (first < 0x80) {
    return first;
  }
  if ((first & 0xF0U) == 0xE0U && at + 2 <= text.size()) {  // Nearly all Chinese, without a loop.
    at += 2;
    return (first & 0xFU) << 12 | (byte(at - 2) & 0x3FU) << 6 | (byte(at - 1) & 0x3FU);
  }
  const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t c = first & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i) {
    c = (c << 6) | (byte(at++) & 0x3FU);
  }
  return c;
}

/// Returns the byte behind the character at byte `at`. `text` is well-formed UTF-8.
[[nodiscard]] inline std::size_t character_end(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(text.size(), at + length);
}

/// Returns the first byte of the character that byte `at` is part of. `text` is well-formed UTF-8.
[[nodiscard]] inline std::size_t character_begin(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return at;
}

/// Returns the characters of `text`, which is well-formed UTF-8.
[[nodiscard]] inline std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    characters += next_code_point(text, at);
  }
  return characters;
}

/// Returns `characters`, code points of text, as UTF-8.
[[nodiscard]] inline std::string utf8_of(std::u32string_view characters) {
  std::string text;
  const auto add = [&](char32_t bits) { text += static_cast<char>(bits); };
  const auto more = [&](char32_t bits) { add(0x80U | (bits & 0x3FU)); };
  for (const char32_t c : characters) {
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0U | c >> 6);
    } else if (c < 0x10000) {
      add(0xE0U | c >> 12);
      more(c >> 6);
    } else {
      add(0xF0U | c >> 18);
      more(c >> 12);
      more(c >> 6);
    }
    if (c >= 0x80) {
      more(c);
    }
  }
  return text;
}

/// Tells whether `c` is a Chinese character: the Han blocks, 々 and 〇.
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3005 ||
         c == 0x3007;
}

}  // namespace bulletin
