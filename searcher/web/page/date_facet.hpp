// The facet of dates: a tree of years, months and days, and a range.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/search/facets.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Days by their month, `2019-12`.
using DaysByMonth = std::map<std::string, MonthDays>;

/// Returns the months whose days the tree shows: those chosen and those of chosen days, at most
/// six.
[[nodiscard]] std::vector<std::string> months_with_days(const QueryRequest& query);

/// Returns the section. A year is open when something in it is chosen, or when it is the only one.
/// Chosen spans that are no node of the tree stand above it.
[[nodiscard]] Html date_facet(const Facets& facets, const DaysByMonth& days,
                              const QueryRequest& query, const PageContext& context);

}  // namespace bulletin
