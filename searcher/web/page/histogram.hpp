// Items over time as bars, each a link. The tree of dates says the same to those who cannot see
// it, and the range next to the tree chooses what dragging over the bars does.

#pragma once

#include "searcher/search/facets.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns a figure with a bar for every month of the years touched, or for every year where that
/// would be more than 72 bars: then the years around a chosen date have their months. A stretch
/// without items keeps its place. Empty where there are fewer than two bars to compare.
///
/// `data-value` of each bar is what a script needs to choose a range.
[[nodiscard]] Html histogram(const Facets& facets, const SearchRequest& request,
                             const PageContext& context);

}  // namespace bulletin
