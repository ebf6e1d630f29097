// Why an item is, or is not, a hit of a query.

#pragma once

#include <optional>
#include <string>

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/layout.hpp"

namespace bulletin {

/// Returns the page, or nothing where there is no such item. Another query can be tried on it.
[[nodiscard]] std::optional<PageContent> why_page(Searcher& searcher, const std::string& id,
                                                  const SearchRequest& request,
                                                  const PageContext& context);

}  // namespace bulletin
