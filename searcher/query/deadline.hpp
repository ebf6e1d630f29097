// When looking for an answer has to end. Xapian has no such limit that covers a whole match, so
// whatever goes through many documents, terms or positions of ours asks here on its way.

#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <stop_token>
#include <utility>

namespace bulletin {

/// Thrown by Deadline::check(). Caught where the rest of an answer can do without what was asked.
class OutOfTime : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "out of time"; }
};

/// A point in time, somebody's request to stop, or none. Copies ask for themselves; one copy serves
/// one thread.
class Deadline {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// Never.
  Deadline() = default;

  /// At `end`; the largest time point is never, too.
  explicit Deadline(TimePoint end) : end_(end) {}

  /// When a stop is requested.
  explicit Deadline(std::stop_token stop) : stop_(std::move(stop)) {}

  [[nodiscard]] bool is_set() const { return end_ != TimePoint::max() || stop_.stop_possible(); }

  /// Throws `OutOfTime` once the time has come. Looks at the clock at every 64th call only: for
  /// loops whose steps are short.
  void check() const {
    if (is_set() && ++calls_ % kCallsPerLook == 0) {
      look();
    }
  }

  /// As check(), but looks each time.
  void look() const {
    if (is_set() && (std::chrono::steady_clock::now() >= end_ || stop_.stop_requested())) {
      throw OutOfTime();
    }
  }

 private:
  static constexpr std::uint32_t kCallsPerLook = 64;

  TimePoint end_ = TimePoint::max();
  std::stop_token stop_;
  mutable std::uint32_t calls_ = 0;
};

}  // namespace bulletin
