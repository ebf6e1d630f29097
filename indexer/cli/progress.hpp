// A line on stderr that tells how far long work has come.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace bulletin {

/// Counts items; writes on a terminal only, five times a second, and cleans up after itself. How
/// long it will still take is told where the whole is known.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Says how much there is to do, in whatever unit `advance` uses; 0: unknown.
  void expect(std::uintmax_t whole) { whole_ = whole; }

  /// Notes that so much of the whole is done.
  void advance(std::uintmax_t part) { done_ += part; }

  /// Notes one more item.
  void step();

  /// Wipes the line, so that a message can be written; the next step brings it back.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool on_terminal_;
  bool shown_ = false;
  std::size_t items_ = 0;
  std::uintmax_t whole_ = 0;
  std::uintmax_t done_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

/// Returns `1200 items, 400 a second, 40 %, 0:04 left`; without the last two where `whole` is 0.
[[nodiscard]] std::string progress_text(std::size_t items, double seconds, std::uintmax_t done,
                                        std::uintmax_t whole);

}  // namespace bulletin
