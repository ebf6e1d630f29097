// Ctrl-C and SIGTERM as a question that long work can ask, so that it ends between two items.

#pragma once

namespace bulletin {

/// While it lives, SIGINT and SIGTERM only set a flag, and standard input ends at once, since a
/// read from a pipe might wait for ever. A second signal ends the program as usual. One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Tells whether a signal has come.
  [[nodiscard]] bool is_set() const;

  /// Returns a file descriptor that becomes readable with the signal, for poll().
  [[nodiscard]] int descriptor() const;
};

/// Exit status of a program that was told to stop.
inline constexpr int kExitStopped = 130;

}  // namespace bulletin
