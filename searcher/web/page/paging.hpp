// From page to page of a result, to its end.

#pragma once

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the links to the first, the neighbouring and the last page; empty for a single page.
[[nodiscard]] Html paging(const SearchRequest& request, std::size_t total,
                          const PageContext& context);

}  // namespace bulletin
