// The page: from a request to a whole HTML answer, complete without script. Routes: `/`,
// `/items/ID`, `/items/ID/why`, `/map`, `/help` and `/assets/NAME`.

#pragma once

#include <functional>
#include <string>

#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/searcher_pool.hpp"

namespace bulletin {

/// What a page is made from beside its request.
struct PageSources {
  const Labels& labels;
  Date today;              ///< For relative words and the day of a citation.
  std::string generation;  ///< State of the index, for citations.
};

/// Answers any path with a page; 404 for one that leads nowhere. Throws what searching throws, but
/// for limits that cannot be read.
[[nodiscard]] WebResponse answer_page(const WebRequest& request, Searcher& searcher,
                                      const PageSources& sources);

/// How a handler answers, from any thread.
struct PageOptions {
  std::function<Date()> today;  ///< Asked at each request.

  /// Told why a request failed where the reader is not told.
  std::function<void(const std::string& cause)> report = [](const std::string&) {};
};

/// Returns a handler for everything that is no API; errors become pages. `pool` and `labels` have
/// to outlive it.
[[nodiscard]] WebHandler page_handler(SearcherPool& pool, const Labels& labels,
                                      PageOptions options);

}  // namespace bulletin
