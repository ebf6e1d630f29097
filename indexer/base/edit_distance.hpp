// How far two words are apart: for whoever has mistyped one of them.

#pragma once

#include <cstddef>
#include <string_view>

namespace bulletin {

/// Returns the fewest characters to insert, delete, change or swap with a neighbour that make `to`
/// of `from`; `limit + 1` for more than `limit`. O(from * to) at most.
[[nodiscard]] std::size_t edit_distance(std::u32string_view from, std::u32string_view to,
                                        std::size_t limit);

}  // namespace bulletin
