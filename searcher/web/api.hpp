// The HTTP API: searches as JSON, exports, feeds, and descriptions of all that for programs.
// API.md has the routes, openapi.json their shapes.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/searcher_pool.hpp"

namespace bulletin {

/// Returns the day it is, in UTC.
[[nodiscard]] Date utc_today();

/// How the API answers.
struct ApiOptions {
  /// Pages of these origins (`https://example.org`, or `*`) may read the answers; empty: of none
  /// but our own.
  std::vector<std::string> allow_origins;

  /// The day that "last month" is reckoned from.
  std::function<Date()> today = utc_today;

  /// Told why a request failed where the client is not told, from any thread.
  std::function<void(const std::string& cause)> report = [](const std::string&) {};
};

/// Answers requests, those of any number of threads at once.
class Api {
 public:
  /// Both have to outlive the API and every body that it streams.
  Api(SearcherPool& searchers, const Labels& labels, ApiOptions options = {});

  /// Tells whether `path` belongs to the API: all of /api, the feeds, /opensearch.xml.
  [[nodiscard]] static bool answers(std::string_view path);

  /// Answers a request, whatever its path. Never throws for what a client sends or an index lacks:
  /// errors are answers, `{"code", "message", "hint"}`.
  [[nodiscard]] WebResponse answer(const WebRequest& request) const;

 private:
  [[nodiscard]] WebResponse answer_or_throw(const WebRequest& request) const;

  SearcherPool& searchers_;
  const Labels& labels_;
  ApiOptions options_;
  std::string life_;  // Tells this process from an earlier one with other labels or code.
};

}  // namespace bulletin
