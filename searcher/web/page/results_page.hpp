// The page of a search: hits, facets, time, and the way on.

#pragma once

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/layout.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {

/// Searches and returns the page. Parameters that could not be read are told at its head and make
/// its status 400.
[[nodiscard]] PageContent results_page(Searcher& searcher, const SearchAddress& address,
                                       const PageContext& context);

}  // namespace bulletin
