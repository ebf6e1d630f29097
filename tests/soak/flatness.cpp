#include "tests/soak/flatness.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <vector>

namespace bulletin::test {
namespace {

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// By least squares: how much the line through values at 0, 1, 2, ... rises from the first to the
// last.
double rise_of(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  const double mean_place = (count - 1) / 2;
  const double mean_value = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double together = 0;
  double places = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double place = static_cast<double>(i) - mean_place;
    together += place * (values[i] - mean_value);
    places += place * place;
  }
  return places == 0 ? 0 : together / places * (count - 1);
}

}  // namespace

Flatness flatness_of(std::span<const double> values) {
  assert(values.size() >= 3 && "there is a value after warm-up");
  const std::span<const double> warm = values.subspan(values.size() / 3);
  return {.median = median_of({warm.begin(), warm.end()}),
          .most = *std::ranges::max_element(warm),
          .rise = rise_of(values.subspan(values.size() / 2))};
}

}  // namespace bulletin::test
