// Text on a screen of fixed cells: how wide it is, where it breaks, and nothing in it that steers.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bulletin {

/// Returns the cells of one code point: 2 for East Asian wide, 0 for marks and controls, else 1.
[[nodiscard]] std::size_t columns_of(char32_t c);

/// Returns the cells of `text`, well-formed UTF-8. O(n).
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// Returns `text` with spaces in the place of control characters, so that no item can steer the
/// terminal; line breaks and tabs stay. No byte moves.
[[nodiscard]] std::string printable(std::string_view text);

/// Returns the byte at which a line of `text` that begins at byte `begin` has to end to take at
/// most `columns` cells: at a space or beside a wide character where there is one, never before
/// closing punctuation or behind opening one, else inside a word. At least one character.
/// O(columns).
[[nodiscard]] std::size_t line_end(std::string_view text, std::size_t begin, std::size_t columns);

}  // namespace bulletin
