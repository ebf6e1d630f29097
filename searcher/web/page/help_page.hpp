// How to ask: the query language by examples that can be tried, and the keys.

#pragma once

#include "searcher/web/page/layout.hpp"

namespace bulletin {

[[nodiscard]] PageContent help_page(const PageContext& context);

}  // namespace bulletin
