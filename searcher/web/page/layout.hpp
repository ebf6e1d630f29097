// What every page has in common: head, search box, choices of language and colours, foot.

#pragma once

#include <string>
#include <vector>

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// How the search box of a page begins.
enum class SearchBox : std::uint8_t {
  kFresh,   ///< A new search.
  kRefines  ///< The search of the page, its limits kept.
};

/// One page before its frame.
struct PageContent {
  std::string title;  ///< Without the name of the program.
  Html main;
  SearchRequest request;  ///< What the page shows, or nothing.
  SearchBox box = SearchBox::kFresh;
  bool has_facets = false;  ///< Its limits stand in checkboxes, so the form need not keep them.
  bool has_sort = false;    ///< Likewise its order.
  std::vector<std::string> read_dates;  ///< Words that a chosen date takes the place of.
  std::string path = "/";               ///< Of this page, for the switches of language and colours.
  WebParameters parameters;  ///< Of this page, likewise; `ui` and `theme` are passed over.
  unsigned status = 200;
  bool listed = true;  ///< Whether search engines may list it.
  bool whole = true;   ///< Whether time sufficed for all of it; else it is not kept.
};

/// Returns the same search from its first hit.
[[nodiscard]] SearchRequest with_first_page(SearchRequest request);

/// Returns the whole page.
[[nodiscard]] WebResponse framed(const PageContent& content, const PageContext& context);

}  // namespace bulletin
