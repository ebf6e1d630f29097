// A server with a handler of the test, on a free port, for the time of one test.

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

#include "searcher/web/server.hpp"
#include "tests/support/http_client.hpp"

namespace bulletin::test {

/// Runs a server on a thread of its own; stops it with the object.
class RunningServer {
 public:
  explicit RunningServer(WebHandler handler, ServerOptions options = {});
  ~RunningServer();
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] ServerMetrics& metrics() { return metrics_; }

  /// Tells it to stop, without waiting.
  void stop() { server_.stop(); }

  /// Waits until it has ended, ten seconds at most; false when it has not.
  [[nodiscard]] bool has_ended();

 private:
  ServerMetrics metrics_;
  AccessLog log_;
  Server server_;
  std::uint16_t port_;
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

/// Answers any request with its path as plain text.
[[nodiscard]] WebResponse say_path(const WebRequest& request);

/// Waits until `holds()`, ten seconds at most; returns whether it does.
template <typename Condition>
bool soon(Condition holds) {
  constexpr std::chrono::milliseconds kPause(5);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!holds()) {
    if (std::chrono::steady_clock::now() >= end) {
      return false;
    }
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

/// Returns the memory of this process in bytes.
[[nodiscard]] std::size_t resident_bytes();

}  // namespace bulletin::test
