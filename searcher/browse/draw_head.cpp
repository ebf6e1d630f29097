#include <algorithm>
#include <string>

#include "searcher/browse/chips.hpp"
#include "searcher/browse/draw_parts.hpp"
#include "searcher/browse/facet_rows.hpp"
#include "searcher/browse/month_strip.hpp"

namespace bulletin::browse {
namespace {

// The part of a typed line that is seen begins so far in that the cursor is on the screen.
std::size_t visible_begin(const LineEditor& line, std::size_t columns) {
  std::size_t begin = 0;
  while (begin < line.at &&
         shown_columns(std::string_view(line.text).substr(begin, line.at - begin)) + 1 > columns) {
    do {
      ++begin;
    } while (begin < line.at && (static_cast<unsigned char>(line.text[begin]) & 0xC0U) == 0x80U);
  }
  return begin;
}

void draw_typed(const Canvas& canvas, Area area, std::string_view name) {
  const std::size_t used = canvas.screen.put({area.row, area.column, area.columns},
                                             std::string(name) + ": ", {Role::kStrong});
  const std::size_t room = area.columns - used;
  const LineEditor& line = canvas.state.line;
  const std::size_t begin = visible_begin(line, room);
  const std::string_view seen = std::string_view(line.text).substr(begin);
  canvas.screen.put({area.row, area.column + used, room}, seen);
  const std::size_t cursor = shown_columns(seen.substr(0, line.at - begin));
  canvas.screen.cursor = {area.row, area.column + used + std::min(cursor, room - 1)};
}

// `‹read dec 2019 = 2019-12 ×›`; without Unicode `[dec 2019 = 2019-12 x]`.
std::string chip_text(const Chip& chip, bool unicode) {
  return unicode ? " " + chip.label + " × " : "[" + chip.label + " x]";
}

// How many chips are passed over so that the chosen one is on the screen.
std::size_t first_chip(const std::vector<Chip>& chips, std::size_t chosen, std::size_t columns,
                       bool unicode) {
  std::size_t used = 0;
  for (std::size_t i = chosen + 1; i > 0; --i) {
    used += shown_columns(chip_text(chips[i - 1], unicode)) + 1;
    if (used > columns) {
      return std::min(i, chosen);
    }
  }
  return 0;
}

void draw_notes(const Canvas& canvas, std::size_t column) {
  std::string notes;
  for (const Translation& translation : canvas.answers.result.translations) {
    notes += notes.empty() ? std::string(canvas.words().translated) + ": " : " · ";
    notes += translation.surface;
    for (const TranslatedName& name : translation.names) {
      notes += (&name == &translation.names.front() ? " = " : ", ") + name.text;
    }
  }
  for (const std::string& note : canvas.answers.result.notes) {
    notes += (notes.empty() ? "" : " · ") + note;
  }
  if (!canvas.look.unicode) {
    notes = canvas.words().not_unicode;
  }
  const Area& area = canvas.layout.chips;
  if (column < area.columns) {
    canvas.screen.put_cut({area.row, column, area.columns - column}, notes, {Role::kFaint});
  }
}

std::string page_text(const Canvas& canvas) {
  const std::size_t total = canvas.answers.result.total;
  const std::size_t page = canvas.layout.page;
  const std::size_t first = canvas.state.hit / page * page;
  return total == 0 ? std::string()
                    : ' ' + std::to_string(first + 1) + '-' +
                          std::to_string(std::min(total, first + page)) + '/' +
                          std::to_string(total) + ' ';
}

void fill(const Canvas& canvas, Area area, std::string_view glyph) {
  for (std::size_t column = 0; column < area.columns; ++column) {
    canvas.screen.put({area.row, column, 1}, glyph, {Role::kFaint});
  }
}

void draw_bars(const Canvas& canvas, const MonthStrip& strip, std::size_t column) {
  std::size_t most = 0;
  for (const MonthBar& bar : strip.bars) {
    most = std::max(most, bar.count);
  }
  const Area& area = canvas.layout.strip;
  for (const MonthBar& bar : strip.bars) {
    const Style style{bar.is_chosen ? Role::kChosenBar : Role::kBar};
    for (std::size_t row = 0; row < area.rows; ++row) {
      const std::string_view part =
          bar_part(bar.count, most, area.rows - 1 - row, area.rows, canvas.look.unicode);
      for (std::size_t i = 0; i + (strip.bar_columns > 2 ? 1 : 0) < strip.bar_columns; ++i) {
        canvas.screen.put({area.row + row, column + i, 1}, part, style);
      }
    }
    column += strip.bar_columns;
  }
}

}  // namespace

void draw_query(const Canvas& canvas) {
  const Area& area = canvas.layout.query;
  const Words& words = canvas.words();
  if (canvas.state.prompt == Prompt::kQuery) {
    draw_typed(canvas, area, words.query);
    return;
  }
  const std::size_t used = canvas.screen.put({area.row, 0, area.columns},
                                             std::string(words.query) + ": ", {Role::kFaint});
  const std::string& text = canvas.state.question.query.text;
  canvas.screen.put_cut({area.row, used, area.columns - used},
                        text.empty() ? words.everything : text,
                        {text.empty() ? Role::kFaint : Role::kStrong});
}

void draw_chips(const Canvas& canvas) {
  const Area& area = canvas.layout.chips;
  if (area.rows == 0) {
    return;
  }
  const std::vector<Chip> chips = chips_of(canvas.state.question, canvas.answers.result.readings,
                                           canvas.labels, canvas.look.language);
  const bool is_here = canvas.state.pane == Pane::kChips && canvas.state.layers.empty();
  const std::size_t chosen =
      is_here && !chips.empty() ? std::min(canvas.state.chip, chips.size() - 1) : 0;
  std::size_t column = 0;
  const std::size_t first =
      chips.empty() ? 0 : first_chip(chips, chosen, area.columns, canvas.look.unicode);
  for (std::size_t i = first; i < chips.size() && column < area.columns; ++i) {
    column += canvas.screen.put_cut({area.row, column, area.columns - column},
                                    chip_text(chips[i], canvas.look.unicode),
                                    {Role::kChosen, is_here && i == chosen}) +
              1;
  }
  draw_notes(canvas, column);
}

void draw_strip(const Canvas& canvas) {
  const Area& area = canvas.layout.strip;
  constexpr std::size_t kLabel = 9;  // `2019-12 ` and the sign that something was left out.
  if (area.rows == 0 || !canvas.answers.result.facets || area.columns < 4 * kLabel) {
    return;
  }
  const MonthStrip strip =
      month_strip(canvas.answers.result.facets->month, chosen(canvas.state.question, Facet::kDate),
                  area.columns - 2 * kLabel);
  if (strip.bars.empty()) {
    return;
  }
  const std::size_t row = area.row + area.rows - 1;
  const std::string_view ellipsis = canvas.look.unicode ? "…" : "~";
  std::string first = strip.bars.front().from;
  first.insert(0, strip.has_earlier ? ellipsis : " ");
  canvas.screen.put({row, 0, kLabel}, first, {Role::kFaint});
  draw_bars(canvas, strip, kLabel);
  const std::size_t behind = kLabel + strip.bars.size() * strip.bar_columns;
  canvas.screen.put({row, behind, kLabel},
                    ' ' + strip.bars.back().to + (strip.has_later ? std::string(ellipsis) : ""),
                    {Role::kFaint});
}

void draw_rule(const Canvas& canvas) {
  const Area& area = canvas.layout.rule;
  if (area.rows == 0) {
    return;
  }
  fill(canvas, area, canvas.look.unicode ? "─" : "-");
  const std::string totals =
      ' ' + items_text(canvas.look.language, canvas.answers.result.total) + " · " +
      std::string(sort_text(canvas.look.language, canvas.state.question.sort)) + ' ';
  const std::string pages = page_text(canvas);
  const std::size_t column = canvas.layout.hits.rows > 0 ? canvas.layout.hits.column : 0;
  canvas.screen.put_cut({area.row, column + 1, area.columns - column - 1}, totals, {Role::kStrong});
  const std::size_t end = column + 1 + shown_columns(totals);
  if (end + pages.size() < area.columns) {
    canvas.screen.put({area.row, area.columns - pages.size() - 1, pages.size()}, pages,
                      {Role::kStrong});
  }
}

void draw_status(const Canvas& canvas) {
  const Area& area = canvas.layout.status;
  const Words& words = canvas.words();
  const BrowseState& state = canvas.state;
  if (state.prompt == Prompt::kFacetFind) {
    draw_typed(canvas, area, words.find_in_facets);
    return;
  }
  std::string_view keys = state.pane == Pane::kHits     ? words.hits_keys
                          : state.pane == Pane::kFacets ? words.facets_keys
                                                        : words.chips_keys;
  if (state.prompt == Prompt::kQuery) {
    keys = words.prompt_keys;
  } else if (!state.layers.empty()) {
    const Layer::Kind kind = state.layers.back().kind;
    keys = kind == Layer::Kind::kItem      ? words.item_keys
           : kind == Layer::Kind::kSimilar ? words.similar_keys
                                           : words.help_keys;
  }
  // Whole hints only, the first ones first: those behind are in the help.
  std::size_t column = 0;
  while (!keys.empty()) {
    const std::size_t bar = std::min(keys.find('|'), keys.size());
    const std::string_view hint = keys.substr(0, bar);
    if (column + shown_columns(hint) > area.columns) {
      return;
    }
    const std::size_t space = std::min(hint.find(' '), hint.size());
    const std::size_t key_columns = canvas.screen.put({area.row, column, area.columns - column},
                                                      hint.substr(0, space), {Role::kStrong});
    canvas.screen.put({area.row, column + key_columns, area.columns - column - key_columns},
                      hint.substr(space), {Role::kFaint});
    column += shown_columns(hint) + 2;
    keys.remove_prefix(std::min(bar + 1, keys.size()));
  }
}

}  // namespace bulletin::browse
