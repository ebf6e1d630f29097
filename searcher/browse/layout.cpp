#include "searcher/browse/layout.hpp"

#include <algorithm>

namespace bulletin::browse {
namespace {

constexpr std::size_t kLeastRows = 3;
constexpr std::size_t kLeastColumns = 20;
constexpr std::size_t kTwoLists = 60;      // Columns for both lists side by side.
constexpr std::size_t kRowsForStrip = 14;  // Below that the hits need each line.
constexpr std::size_t kRowsForTallStrip = 36;
constexpr std::size_t kTallStrip = 3;
constexpr std::size_t kRowsForRule = 7;
constexpr std::size_t kRowsForChips = 6;
constexpr std::size_t kFullHit = 4;

std::size_t facet_columns(std::size_t columns) {
  constexpr std::size_t kLeast = 22;
  constexpr std::size_t kMost = 36;
  return std::clamp(columns * 33 / 100, kLeast, kMost);
}

std::size_t strip_rows(std::size_t rows) {
  return rows >= kRowsForTallStrip ? kTallStrip : rows >= kRowsForStrip ? 1 : 0;
}

std::size_t hit_rows(std::size_t rows, bool titles_only) {
  if (titles_only) {
    return 1;
  }
  return rows >= 2 * kFullHit ? kFullHit : rows >= 4 ? 2 : 1;
}

}  // namespace

Layout layout_of(Size size, LayoutChoice choice) {
  Layout layout;
  if (size.rows < kLeastRows || size.columns < kLeastColumns) {
    layout.fits = false;
    return layout;
  }
  std::size_t row = 0;
  const auto take = [&](std::size_t rows) {
    const Area area{row, 0, rows, size.columns};
    row += rows;
    return area;
  };
  layout.query = take(1);
  layout.chips = take(size.rows >= kRowsForChips ? 1 : 0);
  layout.strip = take(strip_rows(size.rows));
  layout.rule = take(size.rows >= kRowsForRule ? 1 : 0);
  layout.body = take(size.rows - row - 1);
  layout.status = take(1);
  layout.hits = layout.facets = layout.body;
  if (size.columns >= kTwoLists) {
    layout.facets.columns = facet_columns(size.columns);
    layout.hits.column = layout.facets.columns + 1;
    layout.hits.columns = size.columns - layout.hits.column;
  } else {
    (choice.facets_in_front ? layout.hits : layout.facets).rows = 0;
  }
  layout.hit_rows = hit_rows(layout.body.rows, choice.titles_only);
  layout.page = std::max<std::size_t>(1, layout.body.rows / layout.hit_rows);
  if (choice.layered) {
    layout.chips.rows = layout.strip.rows = layout.rule.rows = 0;
    layout.body.rows += layout.body.row - 1;
    layout.body.row = 1;
  }
  return layout;
}

}  // namespace bulletin::browse
