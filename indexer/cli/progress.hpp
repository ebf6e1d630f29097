// A line on stderr that tells how far long work has come.

#pragma once

#include <chrono>
#include <cstddef>

namespace bulletin {

/// Counts items; writes on a terminal only, five times a second, and cleans up after itself.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Notes one more item.
  void step();

  /// Wipes the line, so that a message can be written; the next step brings it back.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool on_terminal_;
  bool shown_ = false;
  std::size_t items_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

}  // namespace bulletin
