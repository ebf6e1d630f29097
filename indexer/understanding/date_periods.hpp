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

/// Returns the end of the four figures at byte `at` that could be a year but count or name
/// something: $2000, 2000人, 2019室.
[[nodiscard]] std::optional<std::size_t> read_number_like_year(std::string_view text,
                                                               std::size_t at);

/// Reads every date and period of the folded query, ranges joined; offsets are folded bytes.
[[nodiscard]] std::vector<QueryDate> read_folded_dates(std::string_view text, Date today);

/// Returns the first byte from `at` on where a number, a Latin word or a Chinese character starts.
[[nodiscard]] std::size_t next_query_start(std::string_view text, std::size_t at);

/// Returns the byte behind the number, Latin word or character at `at`.
[[nodiscard]] std::size_t behind_query_word(std::string_view text, std::size_t at);

}  // namespace bulletin
