// The page before any search: what is in the archive.

#pragma once

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/layout.hpp"

namespace bulletin {

/// Returns the page, made by one search with facets: counts, newest items, countries on a map and
/// in a list, months, kinds, and examples made from what is there.
[[nodiscard]] PageContent start_page(Searcher& searcher, const PageContext& context);

}  // namespace bulletin
