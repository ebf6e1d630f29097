// The countries of the world in five shades of their counts; each with items is a link. Borders:
// Natural Earth, as they are in fact; the table beside the map says the same in words.

#pragma once

#include "searcher/search/facets.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns a figure with map and legend. A click limits `request` to the country.
[[nodiscard]] Html world_map(const std::vector<Bucket>& countries, const SearchRequest& request,
                             const PageContext& context);

}  // namespace bulletin
