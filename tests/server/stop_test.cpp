// The end of a server: what runs is finished, what waits is let go.

#include <atomic>
#include <stdexcept>

#include <doctest/doctest.h>

#include "tests/server/running_server.hpp"

namespace bulletin::test {
namespace {

TEST_CASE("server: told to stop, it finishes what it has begun") {
  std::atomic<bool> goes_on = false;
  RunningServer server([&](const WebRequest& request) {
    soon([&] { return goes_on.load(); });
    return say_path(request);
  });
  HttpClient idle(server.port());
  HttpClient half(server.port());
  half.send("GET / HT");
  HttpClient busy(server.port());
  busy.send(get("/busy"));
  CHECK(soon([&] { return server.metrics().running == 1 && server.metrics().connections == 3; }));
  server.stop();
  CHECK(idle.ends());
  CHECK(half.ends());
  CHECK(soon([&] {
    try {
      HttpClient late(server.port());
      return late.ends(std::chrono::milliseconds(100));
    } catch (const std::runtime_error&) {
      return true;  // Nobody listens any more.
    }
  }));
  goes_on = true;
  const HttpAnswer answer = busy.read();
  CHECK_EQ(answer.body, "/busy");
  CHECK_EQ(answer.field("connection"), "close");
  CHECK(server.has_ended());
}

TEST_CASE("server: told to stop, it does not wait for ever for a reader") {
  ServerOptions options;
  options.limits.drain_time = std::chrono::milliseconds(200);
  RunningServer server(
      [](const WebRequest&) {
        return WebResponse{.source = [] { return std::optional(std::string(64 << 10, 'x')); }};
      },
      options);
  HttpClient reader(server.port());
  reader.send(get("/endless"));
  CHECK_NE(reader.read_some(1000), "");
  server.stop();
  CHECK(server.has_ended());
}

TEST_CASE("server: it may be told before it runs, and twice") {
  ServerMetrics metrics;
  AccessLog log;
  Server server({}, say_path, metrics, log);
  server.stop();
  server.stop();
  server.run();
  CHECK_EQ(metrics.connections, 0);
}

}  // namespace
}  // namespace bulletin::test
