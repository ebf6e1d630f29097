// The facet of countries and regions: a tree of checkboxes that can be searched.

#pragma once

#include "searcher/search/facets.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the section: regions with their countries, then continents, then the rules by which a
/// country has to be shown. Chosen values are there even when nothing counts under them.
[[nodiscard]] Html country_facet(const Facets& facets, const QueryRequest& query,
                                 const PageContext& context);

/// Returns `buckets` and, with count 0, those of `chosen` that are not among them.
[[nodiscard]] std::vector<Bucket> with_chosen(std::vector<Bucket> buckets,
                                              const std::vector<std::string>& chosen);

}  // namespace bulletin
