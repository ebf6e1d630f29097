// The months of a result as a row of bars.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/facets.hpp"

namespace bulletin::browse {

/// One bar: a month, or several where there are more months than columns.
struct MonthBar {
  std::string from;  ///< `2019-12`
  std::string to;    ///< The last month in it.
  std::size_t count = 0;
  bool is_chosen = false;  ///< A limit touches it.

  bool operator==(const MonthBar&) const = default;
};

/// Bars in the order of time, months without items among them.
struct MonthStrip {
  std::vector<MonthBar> bars;
  std::size_t bar_columns = 1;
  bool has_earlier = false;  ///< Rare far ends were left out: less than 1 in 30 counts together.
  bool has_later = false;

  bool operator==(const MonthStrip&) const = default;
};

/// Arranges `months`, as facets have them, in `columns` cells; `dates` are the limits.
[[nodiscard]] MonthStrip month_strip(const std::vector<Bucket>& months,
                                     const std::vector<std::string>& dates, std::size_t columns);

/// Returns the character for `count` of at most `most` in row `row` from below of a bar that is
/// `rows` high: blocks, or signs of ASCII that get denser.
[[nodiscard]] std::string_view bar_part(std::size_t count, std::size_t most, std::size_t row,
                                        std::size_t rows, bool unicode);

}  // namespace bulletin::browse
