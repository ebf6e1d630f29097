// Printing for people: colours, and lines that fit.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/columns.hpp"
#include "searcher/search/highlighter.hpp"

namespace bulletin {

/// When to colour.
enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

/// How stdout takes text. What it returns is printable, but for its own colours.
struct Terminal {
  bool color = false;
  std::size_t columns = 80;

  /// Looks at stdout: colour only on a terminal and without `NO_COLOR`, `CLICOLOR=0` or
  /// `TERM=dumb`, or anywhere with `CLICOLOR_FORCE`, unless chosen.
  [[nodiscard]] static Terminal of_stdout(ColorChoice choice);

  /// Returns `text` in bold or dim, where there is colour.
  [[nodiscard]] std::string bold(std::string_view text) const;
  [[nodiscard]] std::string dim(std::string_view text) const;

  /// Returns `text` with its marks coloured, broken into lines of at most `columns` cells that each
  /// begin with `indent` spaces. Breaks at spaces and between wide characters.
  [[nodiscard]] std::string wrap(std::string_view text, const std::vector<ByteRange>& marks,
                                 std::size_t indent) const;

  /// Returns `text` with its marks coloured, on one line.
  [[nodiscard]] std::string marked(std::string_view text,
                                   const std::vector<ByteRange>& marks) const;
};

}  // namespace bulletin
