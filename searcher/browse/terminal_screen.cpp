#include "searcher/browse/terminal_screen.hpp"

#include <array>
#include <clocale>
#include <cstdio>
#include <cwchar>
#include <optional>
#include <string>

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define NCURSES_NOMACROS 1
#include <ncurses.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/user_folders.hpp"

namespace bulletin::browse {
namespace {

constexpr int kRestOfKey_ms = 150;  // An arrow key comes in several bytes, over ssh with pauses.

enum Pair : short { kNoPair, kMarkPair, kChosenPair, kBarPair };

void start_colors() {
  start_color();
  use_default_colors();
  init_pair(kMarkPair, COLOR_RED, -1);
  init_pair(kChosenPair, COLOR_CYAN, -1);
  init_pair(kBarPair, COLOR_BLUE, -1);
}

struct Attributes {
  attr_t attributes = A_NORMAL;
  short pair = kNoPair;
};

Attributes attributes_of(Style style, bool color) {
  const attr_t reversed = style.reversed ? A_REVERSE : A_NORMAL;
  const bool colored = color && !style.reversed;  // Colours on reversed cells are hard to read.
  switch (style.role) {
    case Role::kPlain:
      return {reversed, kNoPair};
    case Role::kStrong:
      return {reversed | A_BOLD, kNoPair};
    case Role::kFaint:
      return {reversed | (style.reversed ? A_NORMAL : A_DIM), kNoPair};
    case Role::kMark:
      return colored ? Attributes{A_BOLD, kMarkPair}
                     : Attributes{reversed | A_BOLD | A_UNDERLINE, kNoPair};
    case Role::kChosen:
      return colored ? Attributes{A_BOLD, kChosenPair} : Attributes{reversed | A_BOLD, kNoPair};
    case Role::kBar:
      return colored ? Attributes{A_NORMAL, kBarPair} : Attributes{reversed, kNoPair};
    case Role::kChosenBar:
      break;
  }
  return colored ? Attributes{A_BOLD, kChosenPair} : Attributes{reversed | A_BOLD, kNoPair};
}

// What the terminal's own table of widths agrees on; a question mark a cell for all else, so that
// the columns behind it stay where they are.
std::wstring shown_in_locale(const Cell& cell) {
  const int columns = cell.is_wide ? 2 : 1;
  std::wstring shown;
  for (std::size_t at = 0; at < cell.text.size();) {
    const auto c = static_cast<wchar_t>(next_code_point(cell.text, at));
    const int wanted = shown.empty() ? columns : 0;
    if (wcwidth(c) == wanted) {
      shown += c;
    } else if (shown.empty()) {
      return L"?";
    }
  }
  return shown;
}

void put_cell(int row, int column, const Cell& cell, bool color) {
  const auto [attributes, pair] = attributes_of(cell.style, color);
  const std::wstring text = shown_in_locale(cell);
  cchar_t glyph{};
  setcchar(&glyph, text.c_str(), attributes, pair, nullptr);
  mvadd_wch(row, column, &glyph);
  if (cell.is_wide && text == L"?") {
    mvadd_wch(row, column + 1, &glyph);
  }
}

std::optional<KeyKind> special_key(wint_t code) {
  switch (code) {
    case KEY_UP:
      return KeyKind::kUp;
    case KEY_DOWN:
      return KeyKind::kDown;
    case KEY_LEFT:
      return KeyKind::kLeft;
    case KEY_RIGHT:
      return KeyKind::kRight;
    case KEY_PPAGE:
      return KeyKind::kPageUp;
    case KEY_NPAGE:
      return KeyKind::kPageDown;
    case KEY_HOME:
      return KeyKind::kHome;
    case KEY_END:
      return KeyKind::kEnd;
    case KEY_BTAB:
      return KeyKind::kBackTab;
    case KEY_BACKSPACE:
      return KeyKind::kBackspace;
    case KEY_DC:
      return KeyKind::kDelete;
    case KEY_ENTER:
      return KeyKind::kEnter;
    default:
      return std::nullopt;
  }
}

Key typed_key(wint_t c) {
  constexpr wint_t kEscape = 27;
  constexpr wint_t kDelete = 127;
  switch (c) {
    case L'\r':
    case L'\n':
      return {.kind = KeyKind::kEnter};
    case L'\t':
      return {.kind = KeyKind::kTab};
    case L'\b':
    case kDelete:
      return {.kind = KeyKind::kBackspace};
    case kEscape:
      return {.kind = KeyKind::kEscape};
    default:
      break;
  }
  return c < L' ' ? Key{KeyKind::kControl, static_cast<char32_t>(c + 'a' - 1)}
                  : Key{KeyKind::kCharacter, static_cast<char32_t>(c)};
}

// A key that has arrived, or nothing within a moment.
std::optional<Key> arrived_key() {
  wint_t c = 0;
  switch (get_wch(&c)) {
    case OK:
      return typed_key(c);
    case KEY_CODE_YES:
      if (const auto kind = special_key(c)) {
        return Key{.kind = *kind};
      }
      break;
    default:
      break;
  }
  return std::nullopt;
}

void adopt_size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resizeterm(size.ws_row, size.ws_col);
  }
  clearok(curscr, true);
}

Error unusable(const std::string& cause) {
  return {ErrorCode::kBadUsage, "cannot browse: " + cause,
          "set TERM to what the terminal is, xterm for instance; without browse no terminal is "
          "needed"};
}

}  // namespace

bool is_on_terminal() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

bool use_character_locale() {
  if (std::setlocale(LC_CTYPE, "") == nullptr) {
    std::string name = environment("LC_ALL");
    name = !name.empty() ? name : environment("LC_CTYPE");
    name = !name.empty() ? name : environment("LANG");
    const bool is_utf8 =
        name.find("UTF-8") != std::string::npos || name.find("utf8") != std::string::npos;
    std::setlocale(LC_CTYPE, is_utf8 ? "C.UTF-8" : "C");
  }
  return std::string_view(nl_langinfo(CODESET)) == "UTF-8";
}

TerminalScreen::TerminalScreen(bool color) : color_(color) {
  screen_ = newterm(nullptr, stdout, stdin);
  if (screen_ == nullptr) {
    const std::string name = environment("TERM");
    throw unusable(name.empty() ? "TERM is not set" : "the terminal '" + name + "' is unknown");
  }
  if (tigetstr("cup") == nullptr) {
    endwin();
    delscreen(screen_);
    throw unusable("the terminal '" + environment("TERM") + "' cannot place text");
  }
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, true);
  timeout(kRestOfKey_ms);
  if (environment("ESCDELAY").empty()) {
    set_escdelay(kRestOfKey_ms);
  }
  color_ = color_ && has_colors();
  if (color_) {
    start_colors();
  }
}

TerminalScreen::~TerminalScreen() {
  endwin();
  delscreen(screen_);
}

Size TerminalScreen::size() const {
  return {static_cast<std::size_t>(getmaxy(stdscr)), static_cast<std::size_t>(getmaxx(stdscr))};
}

void TerminalScreen::show(const Screen& screen) {
  erase();
  for (std::size_t row = 0; row < screen.size().rows; ++row) {
    for (std::size_t column = 0; column < screen.size().columns; ++column) {
      if (const Cell& cell = screen.at(row, column); !cell.text.empty()) {
        put_cell(static_cast<int>(row), static_cast<int>(column), cell, color_);
      }
    }
  }
  curs_set(screen.cursor ? 1 : 0);
  if (screen.cursor) {
    ::move(static_cast<int>(screen.cursor->first), static_cast<int>(screen.cursor->second));
  }
  refresh();
}

Event TerminalScreen::wait() {
  for (;;) {
    if (const auto key = arrived_key()) {
      if (*key == Key{KeyKind::kControl, 'l'}) {
        clearok(curscr, true);
        refresh();
        continue;
      }
      return {.kind = Event::Kind::kKey, .key = *key};
    }
    bool ended = false;
    const auto signal = signals_.wait(ended);
    if (ended) {
      return {.kind = Event::Kind::kEnded, .signal = SIGHUP};
    }
    if (signal == SIGTSTP) {
      endwin();
      signals_.stop();
    }
    if (signal == SIGTSTP || signal == SIGWINCH) {
      adopt_size();
      return {.kind = Event::Kind::kResized};
    }
    if (signal) {
      return {.kind = Event::Kind::kEnded, .signal = *signal};
    }
  }
}

}  // namespace bulletin::browse
