#include "searcher/browse/draw.hpp"

#include "searcher/browse/draw_parts.hpp"

namespace bulletin::browse {
namespace {

void draw_lists(const Canvas& canvas) {
  draw_facets(canvas);
  draw_hits(canvas);
  const Area& facets = canvas.layout.facets;
  const bool side_by_side = facets.rows > 0 && canvas.layout.hits.rows > 0;
  for (std::size_t i = 0; side_by_side && i < facets.rows; ++i) {
    canvas.screen.put({facets.row + i, facets.columns, 1}, canvas.look.unicode ? "│" : "|",
                      {Role::kFaint});
  }
}

void draw_body(const Canvas& canvas) {
  if (canvas.state.layers.empty()) {
    draw_lists(canvas);
    return;
  }
  switch (canvas.state.layers.back().kind) {
    case Layer::Kind::kItem:
      draw_item(canvas);
      break;
    case Layer::Kind::kSimilar:
      draw_similar(canvas);
      break;
    case Layer::Kind::kHelp:
      draw_help(canvas);
      break;
  }
}

}  // namespace

Screen draw(const BrowseState& state, const Answers& answers, const Labels& labels, Size size,
            Look look) {
  Screen screen(size);
  const Canvas canvas{state, answers, labels, look, layout_for(state, size), screen};
  if (!canvas.layout.fits) {
    screen.put({0, 0, size.columns}, canvas.words().too_small);
    return screen;
  }
  draw_query(canvas);
  draw_chips(canvas);
  draw_strip(canvas);
  draw_rule(canvas);
  draw_body(canvas);
  draw_status(canvas);
  return screen;
}

}  // namespace bulletin::browse
