// When a figure that was taken each second counts as flat.
//
// The first third of a run is warm-up: caches fill up. After it no value may stand too far above
// the median of the values after it, and the straight line that fits the second half of the run
// best may not rise too much from its begin to its end. The first finds peaks, the second leaks: a
// leak of one thing in each second rises by half the seconds of a run.

#pragma once

#include <cstddef>
#include <span>

namespace bulletin::test {

/// How far a figure may go and still be flat, in its own unit.
struct Allowance {
  double above_median = 0;
  double rise = 0;
};

/// What was found.
struct Flatness {
  double median = 0;  ///< After warm-up, as is the next.
  double most = 0;
  double rise = 0;  ///< Of the line through the second half, over that half.

  [[nodiscard]] bool is_within(const Allowance& allowance) const {
    return most <= median + allowance.above_median && rise <= allowance.rise;
  }
};

/// Judges values that were taken at equal distances. Three at least.
[[nodiscard]] Flatness flatness_of(std::span<const double> values);

}  // namespace bulletin::test
