// What stands between the search box and the hits: how the query was read, what limits it, and
// where nothing is found, what is near.

#pragma once

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the chosen limits as chips, each a link to the search without it.
[[nodiscard]] Html limit_chips(const SearchRequest& request, const PageContext& context);

/// Returns the readings as chips, the words searched in the other language, and the notes.
[[nodiscard]] Html reading_chips(const SearchResult& result, const SearchRequest& request,
                                 const PageContext& context);

/// Returns what to try where nothing was found.
[[nodiscard]] Html nothing_found(const SearchResult& result, const SearchRequest& request,
                                 const PageContext& context);

}  // namespace bulletin
