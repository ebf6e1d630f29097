#include "searcher/browse/screen.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "indexer/analysis/checked_utf8.hpp"
#include "searcher/browse/line_editor.hpp"
#include "searcher/search/columns.hpp"

namespace bulletin::browse {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kMostBytesOfCell = 24;  // A character and four marks: what curses takes.

// One character as a screen has it: nothing to show, a mark on the one before, or cells.
struct Glyph {
  std::string text;
  std::size_t columns = 0;  // 0: a mark.
};

// Variation selectors would make a character as wide as the terminal thinks best.
bool is_dropped(std::int32_t c, int category) {
  return category == U_FORMAT_CHAR || category == U_SURROGATE || category == U_UNASSIGNED ||
         u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) != 0;
}

bool is_space(int category) {
  return category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR ||
         category == U_PARAGRAPH_SEPARATOR;
}

Glyph glyph_of(std::int32_t c) {
  const int category = c < 0 ? int{U_CONTROL_CHAR} : int{u_charType(c)};
  if (is_space(category)) {
    return {" ", 1};
  }
  if (is_dropped(c, category)) {
    return {};
  }
  Glyph glyph;
  append_utf8(glyph.text, static_cast<char32_t>(c));
  glyph.columns = columns_of(static_cast<char32_t>(c));
  return glyph;
}

bool is_marked(const std::vector<ByteRange>& marks, std::size_t byte) {
  return std::ranges::any_of(
      marks, [&](const ByteRange& mark) { return mark.begin <= byte && byte < mark.end; });
}

}  // namespace

std::size_t shown_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    columns += glyph_of(checked_code_point(text, at)).columns;
  }
  return columns;
}

void Screen::clear(std::size_t row, std::size_t column) {
  if (column > 0 && at(row, column - 1).is_wide) {
    cell(row, column - 1) = {.style = at(row, column - 1).style};
  }
  if (at(row, column).is_wide) {
    cell(row, column + 1) = {.style = at(row, column).style};
  }
}

void Screen::set(std::size_t row, std::size_t column, Cell value) {
  clear(row, column);
  if (value.is_wide) {
    clear(row, column + 1);
    cell(row, column + 1) = {.text = {}, .style = value.style};
  }
  cell(row, column) = std::move(value);
}

std::size_t Screen::put_marked(Put where, std::string_view text,
                               const std::vector<ByteRange>& marks, Style style) {
  if (where.row >= size_.rows || where.column >= size_.columns) {
    return 0;
  }
  const std::size_t room = std::min(where.columns, size_.columns - where.column);
  std::size_t used = 0;
  std::size_t base = size_.columns;  // Column of the character that marks go on: none yet.
  for (std::size_t at = 0; at < text.size();) {
    const Style look{is_marked(marks, at) ? Role::kMark : style.role, style.reversed};
    Glyph glyph = glyph_of(checked_code_point(text, at));
    if (glyph.columns == 0) {
      if (base < size_.columns &&
          cell(where.row, base).text.size() + glyph.text.size() <= kMostBytesOfCell) {
        cell(where.row, base).text += glyph.text;
      }
      continue;
    }
    if (used + glyph.columns > room) {
      break;
    }
    base = where.column + used;
    set(where.row, base, {std::move(glyph.text), look, glyph.columns == 2});
    used += glyph.columns;
  }
  return used;
}

std::size_t Screen::put(Put where, std::string_view text, Style style) {
  return put_marked(where, text, {}, style);
}

std::size_t Screen::put_cut(Put where, std::string_view text, Style style) {
  if (where.columns == 0 || shown_columns(text) <= where.columns) {
    return put(where, text, style);
  }
  const std::size_t used = put({where.row, where.column, where.columns - 1}, text, style);
  return used + put({where.row, where.column + used, 1}, kEllipsis, style);
}

void Screen::reverse(Put where) {
  for (std::size_t i = 0; i < where.columns && where.column + i < size_.columns; ++i) {
    cell(where.row, where.column + i).style.reversed = true;
  }
}

std::string Screen::line(std::size_t row) const {
  std::string text;
  for (std::size_t column = 0; column < size_.columns; ++column) {
    text += at(row, column).text;
  }
  return text;
}

}  // namespace bulletin::browse
