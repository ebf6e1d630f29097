// One press of a key, whatever the terminal sent for it.

#pragma once

#include <cstdint>

namespace bulletin::browse {

/// What was pressed.
enum class KeyKind : std::uint8_t {
  kCharacter,  ///< A printable character, of an input method too.
  kControl,    ///< Ctrl with a letter: `character` is the letter, lower case.
  kEnter,
  kEscape,
  kTab,
  kBackTab,
  kBackspace,
  kDelete,
  kUp,
  kDown,
  kLeft,
  kRight,
  kPageUp,
  kPageDown,
  kHome,
  kEnd
};

/// A key; `character` counts for kCharacter and kControl only.
struct Key {
  KeyKind kind = KeyKind::kCharacter;
  char32_t character = 0;

  bool operator==(const Key&) const = default;
};

}  // namespace bulletin::browse
