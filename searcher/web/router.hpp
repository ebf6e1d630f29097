// Which part of the front end answers which path.

#pragma once

#include "searcher/web/answer_cache.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/metrics.hpp"
#include "searcher/web/searcher_pool.hpp"

namespace bulletin {

/// The parts of the front end; one that is empty has no paths.
struct WebParts {
  WebHandler health;   ///< `/healthz`.
  WebHandler metrics;  ///< `/metrics`.
  WebHandler api;      ///< What Api::answers(): `/api/...`, feeds.
  WebHandler page;     ///< Everything else.
  WebHandler options;  ///< OPTIONS, of every path.
};

/// Returns a handler that hands each request to its part; 404 where there is none.
[[nodiscard]] WebHandler routed(WebParts parts);

/// Answers 200 `ok` when the index opens and can be read, else 503. `pool` has to outlive it.
[[nodiscard]] WebHandler health_handler(SearcherPool& pool);

/// Answers with all counters for Prometheus, the items of the index among them. The arguments have
/// to outlive it.
[[nodiscard]] WebHandler metrics_handler(SearcherPool& pool, const ServerMetrics& metrics,
                                         const AnswerCache& cache);

}  // namespace bulletin
