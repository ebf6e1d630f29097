#include "searcher/web/router.hpp"

#include <utility>

#include "indexer/base/error.hpp"
#include "searcher/web/refusal.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kPlainText = "text/plain; charset=utf-8";

void append_index(std::string& text, SearcherPool& pool) {
  double items = 0;
  bool is_up = true;
  try {
    items = static_cast<double>(pool.lend()->size());
  } catch (const Error&) {  // A scrape has to come out whole just when things go wrong.
    is_up = false;
  }
  append_metric(text, "bulletin_index_up", "gauge", "1 when the index can be read.", is_up ? 1 : 0);
  append_metric(text, "bulletin_index_items", "gauge", "Items in the index.", items);
}

void append_cache(std::string& text, const AnswerCache& cache) {
  const AnswerCache::Counts counts = cache.counts();
  const auto number = [](auto value) { return static_cast<double>(value); };
  append_metric(text, "bulletin_cache_hits_total", "counter", "Answers that were kept already.",
                number(counts.hits));
  append_metric(text, "bulletin_cache_misses_total", "counter", "Answers that had to be made.",
                number(counts.misses));
  append_metric(text, "bulletin_cache_bytes", "gauge", "Memory of kept answers.",
                number(counts.bytes));
}

}  // namespace

WebHandler routed(WebParts parts) {
  return [parts = std::move(parts)](const WebRequest& request) {
    const auto part = [&]() -> const WebHandler& {
      if (request.method == WebMethod::kOptions) {
        return parts.options;
      }
      switch (route_of(request.path)) {
        case Route::kHealth:
          return parts.health;
        case Route::kMetrics:
          return parts.metrics;
        case Route::kApi:
          return parts.api;
        default:
          return parts.page;
      }
    };
    const WebHandler& handler = part();
    return handler ? handler(request)
                   : refuse({404, "not_found", "cannot find " + request.path, ""}, request.path);
  };
}

WebHandler health_handler(SearcherPool& pool) {
  return [&pool](const WebRequest& request) {
    try {
      static_cast<void>(pool.index_generation());
    } catch (const Error&) {  // Its message names folders of the machine.
      return refuse({503, "index_unavailable", "cannot read the index", "try again in a while"},
                    request.path);
    }
    return WebResponse{
        .content_type = std::string(kPlainText), .body = "ok\n", .cache_control = "no-store"};
  };
}

WebHandler metrics_handler(SearcherPool& pool, const ServerMetrics& metrics,
                           const AnswerCache& cache) {
  return [&pool, &metrics, &cache](const WebRequest&) {
    std::string text = metrics.text() + process_metrics();
    append_index(text, pool);
    append_cache(text, cache);
    return WebResponse{.content_type = "text/plain; version=0.0.4; charset=utf-8",
                       .body = std::move(text),
                       .cache_control = "no-store"};
  };
}

}  // namespace bulletin
