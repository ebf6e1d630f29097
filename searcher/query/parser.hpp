// From query text to clauses; the grammar is in README.md.

#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/query/query_tree.hpp"

namespace bulletin {

/// Longest query read, in bytes; the rest is left out with a note.
inline constexpr std::size_t kMaxQueryBytes = 8192;

/// Most words that may stand between those of `"a b"~N`: positions of title and text lie further
/// apart.
inline constexpr std::size_t kMaxDistance = 50;

/// Parses any bytes; never throws and never fails. O(n).
[[nodiscard]] ParsedQuery parse_query(std::string_view text);

}  // namespace bulletin
