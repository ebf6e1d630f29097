// All facets of a result beside it.

#pragma once

#include "searcher/web/page/date_facet.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the panel: countries, dates, kinds, languages, each in a `details`, and the button that
/// applies them.
[[nodiscard]] Html facet_panel(const Facets& facets, const DaysByMonth& days,
                               const QueryRequest& query, const PageContext& context);

}  // namespace bulletin
