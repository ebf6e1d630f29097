// The countries of a search on a map, with a table beside it.

#pragma once

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/layout.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {

/// Searches and returns the page; every country counts without the limits to countries.
[[nodiscard]] PageContent map_page(Searcher& searcher, const SearchAddress& address,
                                   const PageContext& context);

}  // namespace bulletin
