#include <algorithm>
#include <string>

#include "searcher/browse/draw_parts.hpp"
#include "searcher/browse/facet_rows.hpp"

namespace bulletin::browse {
namespace {

std::string_view fold_sign(const FacetRow& row, bool unicode) {
  if (!row.folds) {
    return "";
  }
  if (unicode) {
    return row.is_open ? "▾ " : "▸ ";
  }
  return row.is_open ? "- " : "+ ";
}

// `1•▾ 2019        12`: number key, chosen, folded, name, count.
void draw_row(const Canvas& canvas, const FacetRow& row, Put where, std::string_view number,
              Style style) {
  const std::string count =
      row.is_heading() || row.is_more() ? std::string() : std::to_string(row.count);
  const std::string_view sign = row.is_chosen ? (canvas.look.unicode ? "✓" : "*") : " ";
  Screen& screen = canvas.screen;
  if (row.is_heading()) {
    screen.put_cut({where.row, where.column, where.columns},
                   std::string(fold_sign(row, canvas.look.unicode)) + row.label,
                   {Role::kStrong, style.reversed});
    return;
  }
  screen.put({where.row, where.column, 1}, number, {Role::kFaint, style.reversed});
  screen.put({where.row, where.column + 1, 1}, sign, style);
  const std::size_t begin = 2 + row.depth;
  const std::size_t room = where.columns - std::min(where.columns, begin + count.size() + 1);
  screen.put_cut({where.row, where.column + begin, room},
                 std::string(fold_sign(row, canvas.look.unicode)) + row.label, style);
  screen.put({where.row, where.column + where.columns - count.size(), count.size()}, count,
             {row.is_chosen ? Role::kChosen : Role::kFaint, style.reversed});
}

}  // namespace

void draw_facets(const Canvas& canvas) {
  const Area& area = canvas.layout.facets;
  if (area.rows == 0) {
    return;
  }
  const auto rows = facet_rows(canvas.state, canvas.answers, canvas.labels, canvas.look.language);
  const std::size_t chosen = row_of(rows, canvas.state.place);
  const std::size_t first = first_shown(chosen, rows.size(), area.rows);
  const auto numbered = numbered_rows(rows, first, area.rows);
  for (std::size_t i = first; i < std::min(rows.size(), first + area.rows); ++i) {
    const auto key = std::ranges::find(numbered, i);
    const std::string number =
        key == numbered.end() ? " " : std::to_string(key - numbered.begin() + 1);
    const bool is_cursor = i == chosen && canvas.state.pane == Pane::kFacets;
    const Put where{area.row + i - first, area.column, area.columns};
    if (is_cursor) {
      canvas.screen.reverse(where);
    }
    draw_row(canvas, rows[i], where, number,
             {rows[i].is_chosen ? Role::kChosen : Role::kPlain, is_cursor});
  }
}

}  // namespace bulletin::browse
