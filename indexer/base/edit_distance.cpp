#include "indexer/base/edit_distance.hpp"

#include <algorithm>
#include <vector>

namespace bulletin {

std::size_t edit_distance(std::u32string_view from, std::u32string_view to, std::size_t limit) {
  if (std::max(from.size(), to.size()) - std::min(from.size(), to.size()) > limit) {
    return limit + 1;
  }
  std::vector<std::size_t> before_last, last(to.size() + 1), row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      row[j] = swapped ? std::min(row[j], before_last[j - 2] + 1) : row[j];
    }
    if (std::ranges::min(row) > limit) {
      return limit + 1;
    }
    before_last = last;
    last = row;
  }
  return std::min(last[to.size()], limit + 1);
}

}  // namespace bulletin
