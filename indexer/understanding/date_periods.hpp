// Periods that only queries name: a year alone, 2019-12, 12/2019, Q3 2019, last month, 去年.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/base/date.hpp"
#include "indexer/understanding/dates.hpp"

namespace bulletin {

/// Reads the period that starts at byte `at` of the folded query; offsets are folded bytes.
///
/// Leaves forms of running text (2019-12-24, 2019年12月) to the grammar. O(1).
[[nodiscard]] std::optional<QueryDate> read_query_period(std::string_view text, std::size_t at,
                                                         Date today);

/// Returns the first byte from `at` on where a number, a Latin word or a Chinese character starts.
[[nodiscard]] std::size_t next_query_start(std::string_view text, std::size_t at);

/// Returns the byte behind the number, Latin word or character at `at`.
[[nodiscard]] std::size_t behind_query_word(std::string_view text, std::size_t at);

}  // namespace bulletin
