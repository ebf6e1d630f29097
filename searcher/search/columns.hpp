// Width of text on a screen of fixed cells.

#pragma once

#include <cstddef>
#include <string_view>

namespace bulletin {

/// Returns the cells of one code point: 2 for East Asian wide, 0 for marks and controls, else 1.
[[nodiscard]] std::size_t columns_of(char32_t c);

/// Returns the cells of `text`, well-formed UTF-8. O(n).
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace bulletin
