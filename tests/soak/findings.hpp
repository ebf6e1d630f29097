// What a soak has seen: answers by kind, and what was wrong.

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace bulletin::test {

/// Answers of one kind.
struct Tally {
  std::size_t answers = 0;
  std::chrono::milliseconds longest{0};
};

/// Thread-safe.
class Findings {
 public:
  void count(const std::string& kind, std::chrono::milliseconds time);

  /// Notes what is wrong unless `holds`.
  void expect(bool holds, const std::string& what);

  [[nodiscard]] std::map<std::string, Tally> tallies() const;

  /// All that was wrong, counted; the first hundred in words.
  [[nodiscard]] std::size_t errors() const;
  [[nodiscard]] std::vector<std::string> faults() const;

  /// Set when everybody is to come to an end.
  std::atomic<bool> is_over = false;

 private:
  mutable std::mutex mutex_;  // Guards all below.
  std::map<std::string, Tally> tallies_;
  std::size_t errors_ = 0;
  std::vector<std::string> faults_;
};

/// Counts an answer of `kind` when it ends.
class TimedAnswer {
 public:
  TimedAnswer(Findings& findings, std::string kind) : findings_(findings), kind_(std::move(kind)) {}
  ~TimedAnswer();
  TimedAnswer(const TimedAnswer&) = delete;
  TimedAnswer& operator=(const TimedAnswer&) = delete;

 private:
  using Clock = std::chrono::steady_clock;

  Findings& findings_;
  std::string kind_;
  Clock::time_point begin_ = Clock::now();
};

}  // namespace bulletin::test
