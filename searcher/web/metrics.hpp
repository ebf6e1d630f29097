// What the server counts, and its text for Prometheus.

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace bulletin {

/// Groups of paths that are counted apart; few, so that no client can make up new ones.
enum class Route : std::uint8_t { kHealth, kMetrics, kApi, kPage, kNone };
inline constexpr std::size_t kRoutes = 5;

/// Returns the group of a path; `kNone` is for requests without a path that can be read.
[[nodiscard]] Route route_of(std::string_view path);

/// Returns `health`, `metrics`, `api`, `page` or `none`.
[[nodiscard]] std::string_view route_name(Route route);

/// Upper bounds of the buckets of answer times, in microseconds.
inline constexpr std::array<std::uint32_t, 12> kDurationBounds = {
    1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000, 500000, 1000000, 2500000, 5000000};

/// Counters and gauges; any thread may change and read them at any time.
class ServerMetrics {
 public:
  using Counter = std::atomic<std::uint64_t>;

  /// Counts one answered request.
  void count_request(Route route, unsigned status, std::chrono::microseconds duration,
                     std::size_t bytes);

  Counter connections{0};  ///< Open now.
  Counter accepted{0};     ///< Connections ever.
  Counter turned_away{0};  ///< Connections refused for want of room.
  Counter waiting{0};      ///< Requests in the queue for a worker.
  Counter running{0};      ///< Requests and parts of bodies that workers are at.
  Counter shed{0};         ///< Requests answered 503 because the queue was full or too slow.

  /// Returns all of it in the text format of Prometheus 0.0.4.
  [[nodiscard]] std::string text() const;

 private:
  struct RouteCounts {
    std::array<Counter, 6> by_class{};  // 1xx to 5xx; 0 stays empty.
    std::array<Counter, kDurationBounds.size() + 1> by_duration{};
    Counter microseconds{0};
  };

  std::array<RouteCounts, kRoutes> routes_{};
  Counter bytes_{0};
};

/// Appends a metric of one value with its help and type.
void append_metric(std::string& text, std::string_view name, std::string_view type,
                   std::string_view help, double value);

/// Returns what is known of the process: memory and when it began.
[[nodiscard]] std::string process_metrics();

}  // namespace bulletin
