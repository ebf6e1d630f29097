// The parts of the screen; draw.cpp puts them together.

#pragma once

#include "searcher/browse/draw.hpp"
#include "searcher/browse/styled_line.hpp"

namespace bulletin::browse {

/// What every part is drawn from, and the screen it goes on.
struct Canvas {
  const BrowseState& state;
  const Answers& answers;
  const Labels& labels;
  Look look;
  Layout layout;
  Screen& screen;

  [[nodiscard]] const Words& words() const { return words_of(look.language); }
};

/// Puts the first lines that fit in an area.
void put_lines(const Canvas& canvas, const std::vector<StyledLine>& lines, Area area,
               bool reversed = false);

/// The line that is typed, or the query.
void draw_query(const Canvas& canvas);

/// Readings and limits, and behind them what had to be guessed.
void draw_chips(const Canvas& canvas);
void draw_strip(const Canvas& canvas);

/// The line with the totals.
void draw_rule(const Canvas& canvas);
void draw_facets(const Canvas& canvas);
void draw_hits(const Canvas& canvas);

/// What lies over the lists.
void draw_item(const Canvas& canvas);
void draw_similar(const Canvas& canvas);
void draw_help(const Canvas& canvas);

/// The keys that mean something now.
void draw_status(const Canvas& canvas);

}  // namespace bulletin::browse
