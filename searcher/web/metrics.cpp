#include "searcher/web/metrics.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

#include <unistd.h>

#include "searcher/web/api.hpp"

namespace bulletin {
namespace {

constexpr double kMicroseconds = 1e6;

std::string number(double value) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.15g", value);
  return {text.data(), static_cast<std::size_t>(size)};
}

void append_help(std::string& text, std::string_view name, std::string_view type,
                 std::string_view help) {
  text.append("# HELP ").append(name).append(" ").append(help).append("\n");
  text.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

// When this process began, by the clock of the wall.
const std::chrono::system_clock::time_point kStart = std::chrono::system_clock::now();

double seconds_since_1970(std::chrono::system_clock::time_point time) {
  return std::chrono::duration<double>(time.time_since_epoch()).count();
}

}  // namespace

Route route_of(std::string_view path) {
  if (path == "/healthz") {
    return Route::kHealth;
  }
  if (path == "/metrics") {
    return Route::kMetrics;
  }
  if (!path.starts_with('/')) {
    return Route::kNone;
  }
  return Api::answers(path) ? Route::kApi : Route::kPage;
}

std::string_view route_name(Route route) {
  constexpr std::array<std::string_view, kRoutes> kNames = {"health", "metrics", "api", "page",
                                                            "none"};
  return kNames[static_cast<std::size_t>(route)];
}

void ServerMetrics::count_request(Route route, unsigned status, std::chrono::microseconds duration,
                                  std::size_t bytes) {
  RouteCounts& counts = routes_[static_cast<std::size_t>(route)];
  ++counts.by_class[std::min<std::size_t>(status / 100, counts.by_class.size() - 1)];
  const auto* bound = std::ranges::lower_bound(kDurationBounds, duration.count(), {},
                                               [](std::uint32_t b) { return std::int64_t{b}; });
  ++counts.by_duration[static_cast<std::size_t>(bound - kDurationBounds.begin())];
  counts.microseconds += static_cast<std::uint64_t>(duration.count());
  bytes_ += bytes;
}

std::string ServerMetrics::text() const {
  std::string text;
  append_help(text, "bulletin_http_requests_total", "counter", "Requests answered.");
  for (std::size_t r = 0; r < kRoutes; ++r) {
    const std::string route = "route=\"" + std::string(route_name(static_cast<Route>(r))) + "\"";
    for (std::size_t c = 2; c < routes_[r].by_class.size(); ++c) {
      text += "bulletin_http_requests_total{" + route + ",status=\"" + std::to_string(c) +
              "xx\"} " + std::to_string(routes_[r].by_class[c]) + "\n";
    }
  }
  constexpr std::string_view kDuration = "bulletin_http_request_duration_seconds";
  append_help(text, kDuration, "histogram",
              "Time from a request's first byte to its answer's last.");
  for (std::size_t r = 0; r < kRoutes; ++r) {
    const std::string route = "route=\"" + std::string(route_name(static_cast<Route>(r))) + "\"";
    std::uint64_t sum = 0;
    for (std::size_t b = 0; b <= kDurationBounds.size(); ++b) {
      sum += routes_[r].by_duration[b];
      const std::string bound =
          b < kDurationBounds.size() ? number(kDurationBounds[b] / kMicroseconds) : "+Inf";
      text.append(kDuration).append("_bucket{" + route + ",le=\"" + bound + "\"} ");
      text += std::to_string(sum) + "\n";
    }
    text.append(kDuration).append("_sum{" + route + "} ");
    text += number(static_cast<double>(routes_[r].microseconds) / kMicroseconds) + "\n";
    text.append(kDuration).append("_count{" + route + "} " + std::to_string(sum) + "\n");
  }
  const auto append = [&](std::string_view name, std::string_view type, std::string_view help,
                          const Counter& value) {
    append_metric(text, name, type, help, static_cast<double>(value));
  };
  append("bulletin_http_response_bytes_total", "counter", "Bytes of answers sent.", bytes_);
  append("bulletin_http_connections", "gauge", "Connections open now.", connections);
  append("bulletin_http_connections_total", "counter", "Connections accepted.", accepted);
  append("bulletin_http_connections_refused_total", "counter",
         "Connections refused for want of room.", turned_away);
  append("bulletin_http_requests_waiting", "gauge", "Requests that wait for a worker.", waiting);
  append("bulletin_http_requests_running", "gauge", "Requests that workers are at.", running);
  append("bulletin_http_requests_shed_total", "counter",
         "Requests answered 503 because workers were busy.", shed);
  return text;
}

void append_metric(std::string& text, std::string_view name, std::string_view type,
                   std::string_view help, double value) {
  append_help(text, name, type, help);
  text.append(name).append(" ").append(number(value)).append("\n");
}

std::string process_metrics() {
  std::string text;
  std::size_t pages = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  append_metric(text, "process_resident_memory_bytes", "gauge", "Memory of the process.",
                static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)));
  append_metric(text, "process_start_time_seconds", "gauge",
                "When the process began, in seconds since 1970.", seconds_since_1970(kStart));
  append_metric(text, "bulletin_uptime_seconds", "gauge", "How long the process has run.",
                std::chrono::duration<double>(std::chrono::system_clock::now() - kStart).count());
  append_help(text, "bulletin_build_info", "gauge", "The version, always 1.");
  text += "bulletin_build_info{version=\"" BULLETIN_VERSION "\"} 1\n";
  return text;
}

}  // namespace bulletin
