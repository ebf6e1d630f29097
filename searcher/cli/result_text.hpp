// A search result as a person reads it in a terminal.

#pragma once

#include <string>

#include "searcher/cli/terminal.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns the page: what was read, the hits, the facets.
[[nodiscard]] std::string result_text(const SearchResult& result, const Terminal& terminal);

/// Returns one item whole, with its dates and countries and the words behind them.
[[nodiscard]] std::string item_text(const Bulletin& bulletin, const Terminal& terminal);

}  // namespace bulletin
