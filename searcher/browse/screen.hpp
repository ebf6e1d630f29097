// A screen of cells, drawn before any terminal sees it. Each row is exactly as wide as the screen,
// no wide character is cut in half, and no control character ever gets in.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/browse/layout.hpp"
#include "searcher/search/highlighter.hpp"

namespace bulletin::browse {

/// What a piece of text is for; the terminal decides how that looks.
enum class Role : std::uint8_t {
  kPlain,
  kStrong,     ///< Headlines, headings.
  kFaint,      ///< What may be passed over.
  kMark,       ///< Words that matched.
  kChosen,     ///< Limits.
  kBar,        ///< Of the months.
  kChosenBar,  ///< Of a month that is limited to.
};

/// How a cell looks.
struct Style {
  Role role = Role::kPlain;
  bool reversed = false;  ///< Where the cursor is.

  bool operator==(const Style&) const = default;
};

/// One cell: a character with its marks. A wide one leaves the cell to its right empty.
struct Cell {
  std::string text = " ";
  Style style;
  bool is_wide = false;

  bool operator==(const Cell&) const = default;
};

/// Text to be put in one row.
struct Put {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t columns = 0;  ///< Most cells to fill.
};

class Screen {
 public:
  explicit Screen(Size size) : size_(size), cells_(size.rows * size.columns) {}

  [[nodiscard]] Size size() const { return size_; }
  [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const {
    return cells_[row * size_.columns + column];
  }

  /// Where the terminal's own cursor stands, while a line is typed: row and column.
  std::optional<std::pair<std::size_t, std::size_t>> cursor;

  /// Writes the beginning of `text`, as much as fits whole, and returns the cells it took. Control
  /// characters become spaces; those that only steer the layout of a line are dropped. Any bytes.
  std::size_t put(Put where, std::string_view text, Style style = {});

  /// Writes `text` and, where it does not fit, an ellipsis at its end.
  std::size_t put_cut(Put where, std::string_view text, Style style = {});

  /// The same with the bytes in `marks` in the role kMark.
  std::size_t put_marked(Put where, std::string_view text, const std::vector<ByteRange>& marks,
                         Style style = {});

  /// Gives the cells of a row another look.
  void reverse(Put where);

  /// Returns a row as text; `columns_of` of it is the width of the screen.
  [[nodiscard]] std::string line(std::size_t row) const;

 private:
  Cell& cell(std::size_t row, std::size_t column) { return cells_[row * size_.columns + column]; }
  void set(std::size_t row, std::size_t column, Cell value);
  void clear(std::size_t row, std::size_t column);

  Size size_;
  std::vector<Cell> cells_;
};

/// Returns the cells that `text` takes on a screen.
[[nodiscard]] std::size_t shown_columns(std::string_view text);

}  // namespace bulletin::browse
