// Counters as Prometheus reads them.

#include "searcher/web/metrics.hpp"

#include <set>
#include <sstream>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

using std::chrono::microseconds;

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("metrics: requests count under their route, status and time") {
  ServerMetrics metrics;
  metrics.count_request(Route::kApi, 200, microseconds(1000), 10);
  metrics.count_request(Route::kApi, 200, microseconds(1001), 10);
  metrics.count_request(Route::kApi, 503, microseconds(9000000), 10);
  metrics.count_request(Route::kNone, 400, microseconds(0), 10);
  const std::string text = metrics.text();
  CHECK(has_line(text, "bulletin_http_requests_total{route=\"api\",status=\"2xx\"} 2"));
  CHECK(has_line(text, "bulletin_http_requests_total{route=\"api\",status=\"5xx\"} 1"));
  CHECK(has_line(text, "bulletin_http_requests_total{route=\"none\",status=\"4xx\"} 1"));
  const std::string bucket = "bulletin_http_request_duration_seconds_bucket{route=\"api\",le=\"";
  CHECK(has_line(text, bucket + "0.001\"} 1"));
  CHECK(has_line(text, bucket + "0.0025\"} 2"));
  CHECK(has_line(text, bucket + "5\"} 2"));
  CHECK(has_line(text, bucket + "+Inf\"} 3"));
  CHECK(has_line(text, "bulletin_http_request_duration_seconds_count{route=\"api\"} 3"));
  CHECK(has_line(text, "bulletin_http_request_duration_seconds_sum{route=\"api\"} 9.002001"));
  CHECK(has_line(text, "bulletin_http_response_bytes_total 40"));
}

TEST_CASE("metrics: every line is a comment or a sample of a metric declared once") {
  std::set<std::string> declared;
  std::istringstream lines(ServerMetrics().text() + process_metrics());
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string hash, kind, name;
    words >> hash >> kind >> name;
    if (hash == "#" && kind == "TYPE") {
      CHECK(declared.insert(name).second);
    } else if (hash != "#") {
      std::string family = line.substr(0, line.find_first_of("{ "));
      for (const std::string_view suffix : {"_bucket", "_sum", "_count"}) {
        if (family.ends_with(suffix)) {
          family.resize(family.size() - suffix.size());
        }
      }
      CHECK(declared.contains(family));
    }
  }
}

TEST_CASE("route_of: few groups, whatever the path") {
  CHECK(route_of("/healthz") == Route::kHealth);
  CHECK(route_of("/metrics") == Route::kMetrics);
  CHECK(route_of("/api/v1/search") == Route::kApi);
  CHECK(route_of("/apiary") == Route::kPage);
  CHECK(route_of("/") == Route::kPage);
  CHECK(route_of("") == Route::kNone);
  CHECK(route_of("*") == Route::kNone);
}

}  // namespace
}  // namespace bulletin
