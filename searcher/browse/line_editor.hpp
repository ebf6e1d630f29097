// One line of text being typed.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/browse/key.hpp"

namespace bulletin::browse {

/// Most bytes a typed line takes; a query is read no further.
inline constexpr std::size_t kMaxLine = 8192;

/// A line and where the next character goes. `text` is well-formed UTF-8, `at` a byte between two
/// whole characters, marks with their base.
struct LineEditor {
  std::string text;
  std::size_t at = 0;

  bool operator==(const LineEditor&) const = default;
};

/// Returns an editor of `text` with the cursor behind it; ill-formed bytes and control characters
/// become spaces.
[[nodiscard]] LineEditor edit(const std::string& text);

/// Returns the line after a key: characters go in, Backspace and Delete take a character with its
/// marks, arrows, Home and End (Ctrl-A, Ctrl-E) move, Ctrl-U, Ctrl-K and Ctrl-W take out. Other
/// keys change nothing.
[[nodiscard]] LineEditor edited(LineEditor line, const Key& key);

/// Writes a code point as UTF-8; nothing for one that is none.
void append_utf8(std::string& text, char32_t c);

}  // namespace bulletin::browse
