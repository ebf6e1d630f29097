// One item: its text with what was understood marked, the same story elsewhere, and how to cite it.

#pragma once

#include <optional>
#include <string>

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/layout.hpp"

namespace bulletin {

/// What the address of an item says beside its id.
struct ItemRequest {
  std::string id;
  std::string with;        ///< Another item to put beside it; empty: the one in the other language.
  SearchRequest found_by;  ///< The search that led here, or nothing.
  std::string generation;  ///< State of the index, for the citation.
};

/// Returns the page, or nothing where there is no such item.
[[nodiscard]] std::optional<PageContent> item_page(Searcher& searcher, const ItemRequest& request,
                                                   const PageContext& context);

}  // namespace bulletin
