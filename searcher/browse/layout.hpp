// Where the parts of the screen are. Everything has its place at 80x24; on a smaller screen parts
// go, the list of hits last.

#pragma once

#include <cstddef>

namespace bulletin::browse {

/// Rows and columns of a screen.
struct Size {
  std::size_t rows = 24;
  std::size_t columns = 80;

  bool operator==(const Size&) const = default;
};

/// A rectangle of cells; no rows: not on the screen.
struct Area {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;

  bool operator==(const Area&) const = default;
};

/// The parts of a screen, top to bottom.
struct Layout {
  Area query;
  Area chips;
  Area strip;   ///< Bars of the months.
  Area rule;    ///< The line with the totals.
  Area facets;  ///< Left of the hits or, on a narrow screen, in their place.
  Area hits;
  Area body;  ///< Both; or an item or help.
  Area status;
  std::size_t hit_rows = 1;  ///< Lines of one hit: title, facts, excerpt.
  std::size_t page = 1;      ///< Hits on the screen.
  bool fits = true;          ///< False: no room for anything.
};

/// What of the state moves the parts.
struct LayoutChoice {
  bool facets_in_front = false;  ///< Shows the facets where only one list has room.
  bool titles_only = false;
  bool layered = false;  ///< An item or help takes all rows below the query.
};

/// Lays out a screen of `size`.
[[nodiscard]] Layout layout_of(Size size, LayoutChoice choice);

}  // namespace bulletin::browse
