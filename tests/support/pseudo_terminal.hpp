// A program on a terminal of its own, with keys to type and a record of all that it wrote.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace bulletin::test {

/// A program of this build on a pseudo-terminal, killed with the object if it has not ended.
class PseudoTerminal {
 public:
  struct Size {
    unsigned short rows = 24;
    unsigned short columns = 80;
  };

  /// Tells whether the system gives out pseudo-terminals: /dev/pts may not be mounted.
  [[nodiscard]] static bool is_available();

  /// Starts the program as run() does, with all three standard streams on the terminal.
  PseudoTerminal(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment, Size size);
  PseudoTerminal(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment)
      : PseudoTerminal(arguments, environment, Size{}) {}
  ~PseudoTerminal();
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  /// Types, as the person at the keyboard.
  void type(const std::string& bytes) const;

  /// Gives the terminal another size; the program is told.
  void resize(Size size) const;

  /// Sends the program a signal.
  void signal(int number) const;

  /// Reads until `text` stands in what was written since the last call that found something, a
  /// minute at most; tells whether it does.
  [[nodiscard]] bool shows(const std::string& text);

  /// Waits until the program has been stopped by a signal, a minute at most; tells whether it was.
  [[nodiscard]] bool is_stopped() const;

  /// Tells whether the terminal takes lines and echoes them, as a shell wants it.
  [[nodiscard]] bool is_cooked() const;

  /// Takes the terminal away, as a lost connection does; returns the exit status of the program, or
  /// -1 when it is still there after a minute.
  [[nodiscard]] int hang_up();

  /// Reads to the end and waits for it; `out` is all that was ever written.
  [[nodiscard]] Finished wait();

 private:
  bool read_some();
  [[nodiscard]] std::optional<int> changed_status(int options) const;

  int terminal_ = -1;
  int child_ = -1;
  std::string written_;
  std::size_t seen_ = 0;
};

}  // namespace bulletin::test
