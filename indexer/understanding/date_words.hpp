// Small questions about characters and words of folded text, shared by the readers of dates.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace bulletin {

[[nodiscard]] constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Folded text has no upper-case ASCII letters.
[[nodiscard]] constexpr bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

inline constexpr std::u32string_view kHanDigits = U"〇一二三四五六七八九";

/// The last bytes of the code points of all figures.
inline constexpr auto kHanDigitBytes = [] {
  std::array<bool, 256> bytes{};
  for (const char32_t c : U"〇一二三四五六七八九零○◯十廿卅百") {
    bytes[c % bytes.size()] = true;
  }
  return bytes;
}();

/// Tells, at one look, that nearly all characters are no figures.
[[nodiscard]] constexpr bool may_be_han_digit(char32_t c) {
  return kHanDigitBytes[c % kHanDigitBytes.size()];
}

/// Returns 0 to 9, 10 for 十, 20 for 廿, 30 for 卅, 100 for 百, or -1.
[[nodiscard]] constexpr int han_digit(char32_t c) {
  if (!may_be_han_digit(c)) {
    return -1;
  }
  switch (c) {
    case U'零':
    case U'○':
    case U'◯':
      return 0;
    case U'十':
      return 10;
    case U'廿':
      return 20;
    case U'卅':
      return 30;
    case U'百':
      return 100;
    default: {
      const std::size_t at = kHanDigits.find(c);
      return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
    }
  }
}

[[nodiscard]] inline bool is_one_of(std::string_view word,
                                    std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

[[nodiscard]] inline bool starts_with_any(std::string_view text,
                                          std::initializer_list<std::string_view> heads) {
  // The last byte tells most Chinese words apart, the first hardly any.
  return std::ranges::any_of(heads, [&](std::string_view head) {
    return text.size() >= head.size() && text[head.size() - 1] == head.back() &&
           text.starts_with(head);
  });
}

[[nodiscard]] inline bool ends_with_any(std::string_view text,
                                        std::initializer_list<std::string_view> tails) {
  return !text.empty() && std::ranges::any_of(tails, [&](std::string_view tail) {
    return text.back() == tail.back() && text.ends_with(tail);
  });
}

[[nodiscard]] inline bool contains_any(std::string_view text,
                                       std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// Returns the last `count` bytes of `text` before `at`, or the first behind it.
[[nodiscard]] constexpr std::string_view text_before(std::string_view text, std::size_t at,
                                                     std::size_t count) {
  const std::size_t begin = at > count ? at - count : 0;
  return text.substr(begin, at - begin);
}
[[nodiscard]] constexpr std::string_view text_behind(std::string_view text, std::size_t at,
                                                     std::size_t count) {
  return at < text.size() ? text.substr(at, count) : std::string_view{};
}

/// Returns the last Latin word of `text`, of at most 24 letters; spaces behind it are passed over,
/// any other character makes it empty.
[[nodiscard]] constexpr std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  const std::size_t stop = end > 40 ? end - 40 : 0;
  while (end > stop && is_space(text[end - 1])) {
    --end;
  }
  std::size_t begin = end;
  while (begin > stop && is_letter(text[begin - 1])) {
    --begin;
  }
  return text.substr(begin, end - begin);
}

}  // namespace bulletin
