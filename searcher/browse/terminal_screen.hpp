// The one door to curses: keys in, screens out, and the terminal as it was when the object goes.

#pragma once

#include <cstdint>

#include "searcher/browse/key.hpp"
#include "searcher/browse/screen.hpp"
#include "searcher/browse/terminal_signals.hpp"

struct screen;

namespace bulletin::browse {

/// Tells whether both standard input and standard output are a terminal.
[[nodiscard]] bool is_on_terminal();

/// Takes the locale of the environment for characters, or a UTF-8 one where it names such a one
/// that is not installed, as after ssh; returns whether text is UTF-8 then.
bool use_character_locale();

/// What happened.
struct Event {
  enum class Kind : std::uint8_t {
    kKey,
    kResized,
    kEnded  ///< A signal asked to leave, or the terminal has gone.
  };

  Kind kind = Kind::kKey;
  Key key;
  int signal = 0;  ///< That asked to leave.
};

/// The terminal in full screen. Only one at a time in a process; not thread-safe.
///
/// SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGWINCH become events, SIGTSTP (Ctrl-Z) gives the terminal
/// back until the shell continues the program. They are taken only inside wait(), so nothing else
/// is ever interrupted.
class TerminalScreen {
 public:
  /// Throws `Error{kBadUsage}` when the terminal is unknown or cannot place text.
  explicit TerminalScreen(bool color);
  ~TerminalScreen();
  TerminalScreen(const TerminalScreen&) = delete;
  TerminalScreen& operator=(const TerminalScreen&) = delete;

  [[nodiscard]] Size size() const;

  /// Shows a screen; sends only what has changed.
  void show(const Screen& screen);

  /// Waits for the next event.
  [[nodiscard]] Event wait();

 private:
  TerminalSignals signals_;
  ::screen* screen_ = nullptr;  // Curses' own; SCREEN there.
  bool color_;
};

}  // namespace bulletin::browse
