// The rule by which a soak is judged: what it takes for flat, and which leaks it finds.

#include "tests/soak/flatness.hpp"

#include <cmath>
#include <functional>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin::test {
namespace {

std::vector<double> ten_minutes_of(const std::function<double(double second)>& value) {
  constexpr int kSeconds = 600;
  std::vector<double> values;
  for (int second = 0; second < kSeconds; ++second) {
    values.push_back(value(second));
  }
  return values;
}

TEST_CASE("flatness: peaks and leaks are told from what only goes up and down") {
  struct Case {
    std::string_view what;
    std::function<double(double)> value;
    bool is_flat;
  };
  const Case cases[] = {
      {"always the same", [](double) { return 100; }, true},
      {"a cache that fills up in two minutes", [](double s) { return std::min(s, 120.0); }, true},
      {"waves", [](double s) { return 100 + 8 * std::sin(s / 3); }, true},
      {"teeth of a saw", [](double s) { return 100 + std::fmod(s, 30) / 3; }, true},
      {"what falls", [](double s) { return 200 - s / 10; }, true},
      {"a leak of one in a minute", [](double s) { return 100 + s / 60; }, false},
      {"the same under waves", [](double s) { return 100 + s / 60 + 8 * std::sin(s / 3); }, false},
      {"a step late in the run", [](double s) { return s < 500 ? 100 : 109; }, false},
      {"one peak", [](double s) { return s == 450 ? 140 : 100; }, false}};
  constexpr Allowance kAllowance{.above_median = 20, .rise = 4};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(flatness_of(ten_minutes_of(c.value)).is_within(kAllowance), c.is_flat);
  }
}

TEST_CASE("flatness: median, most and rise of a line are its own") {
  const Flatness line = flatness_of(std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  CHECK_EQ(line.median, 8);
  CHECK_EQ(line.most, 11);
  CHECK_EQ(line.rise, doctest::Approx(5));
}

}  // namespace
}  // namespace bulletin::test
