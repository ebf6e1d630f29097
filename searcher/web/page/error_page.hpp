// Pages for what cannot be answered: what happened, and the way on.

#pragma once

#include <string>

#include "indexer/base/error.hpp"
#include "searcher/web/page/layout.hpp"

namespace bulletin {

/// Returns the page for an address that leads nowhere; `what` is its last part.
[[nodiscard]] PageContent not_found_page(const std::string& what, const PageContext& context);

/// Returns the page for an error: 400 for what the request asks, 503 for an index that is not
/// there or not ready, else 500.
[[nodiscard]] PageContent error_page(const Error& error, const PageContext& context);

}  // namespace bulletin
