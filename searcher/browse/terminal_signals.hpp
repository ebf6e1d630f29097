// The signals that a full-screen program has to take: held back except while it waits.

#pragma once

#include <csignal>
#include <optional>
#include <vector>

namespace bulletin::browse {

/// Takes over signals while it lives and gives them back. Only one at a time in a process.
class TerminalSignals {
 public:
  TerminalSignals();
  ~TerminalSignals();
  TerminalSignals(const TerminalSignals&) = delete;
  TerminalSignals& operator=(const TerminalSignals&) = delete;

  /// Waits until standard input can be read or a signal came, and returns the signal. Throws
  /// nothing; `ended` becomes true when the terminal has gone.
  [[nodiscard]] std::optional<int> wait(bool& ended) const;

  /// Stops the program as if SIGTSTP had never been taken; returns when it is continued.
  void stop();

 private:
  struct Taken {
    int signal;
    struct sigaction before;
  };

  std::vector<Taken> taken_;
  sigset_t mask_before_{};
};

}  // namespace bulletin::browse
