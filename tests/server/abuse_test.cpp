// Clients that mean harm: nobody else waits, and memory stays flat.

#include <atomic>
#include <list>

#include <doctest/doctest.h>

#include "tests/server/running_server.hpp"

namespace bulletin::test {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMegabyte = 1 << 20;

// Sends `bytes` again and again until the server hangs up or `count` were sent.
bool hangs_up(HttpClient& client, std::string_view bytes, int count) {
  for (int i = 0; i < count; ++i) {
    if (!client.send(bytes)) {
      return true;
    }
  }
  return client.ends();
}

TEST_CASE("abuse: what has no end is cut off, and memory stays flat") {
  const RunningServer server(say_path);
  CHECK_EQ(fetch(server.port(), get("/warm")).status, 200);
  const std::size_t before = resident_bytes();
  const std::string block(64 << 10, 'x');
  const std::string endless[] = {"",
                                 "GET /",
                                 "GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
                                 get("/", "Transfer-Encoding: chunked\r\n") + "fffffff\r\n",
                                 get("/", "Transfer-Encoding: chunked\r\n") + "1;",
                                 get("/", "Content-Length: 1000000000\r\n")};
  for (const std::string& begin : endless) {
    CAPTURE(begin);
    HttpClient client(server.port());
    client.send(begin);
    CHECK(hangs_up(client, block, 1600));  // 100 MB each.
  }
  HttpClient fields(server.port());
  fields.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
  CHECK(hangs_up(fields, "A: b\r\n", 1 << 20));
  HttpClient chunks(server.port());
  chunks.send(get("/", "Transfer-Encoding: chunked\r\n"));
  CHECK(hangs_up(chunks, "100\r\n" + std::string(256, 'x') + "\r\n", 1 << 16));
  CHECK_LT(resident_bytes(), before + 40 * kMegabyte);
  CHECK_EQ(fetch(server.port(), get("/still-there")).body, "/still-there");
}

TEST_CASE("abuse: clients that trickle keep nobody waiting and are cut off") {
  ServerOptions options;
  options.limits.request_time = milliseconds(1500);
  const RunningServer server(say_path, options);
  std::list<HttpClient> slow;
  for (int i = 0; i < 50; ++i) {
    slow.emplace_back(server.port()).send("GET / HTTP/1.1\r\n");
  }
  int sent = 0;
  for (bool all_gone = false; !all_gone && sent < 200; ++sent) {
    CHECK_EQ(fetch(server.port(), get("/quick")).body, "/quick");
    all_gone = true;
    for (HttpClient& client : slow) {
      all_gone = !client.send("X") && all_gone;
    }
    std::this_thread::sleep_for(milliseconds(50));
  }
  CHECK_LT(sent, 200);
}

TEST_CASE("abuse: a request that does not come to its end is told so") {
  ServerOptions options;
  options.limits.request_time = milliseconds(200);
  options.limits.idle_time = milliseconds(200);
  const RunningServer server(say_path, options);
  HttpClient half(server.port());
  CHECK_EQ(half.ask("GET / HTTP/1.1\r\nHo").status, 408);
  CHECK(half.ends());
  HttpClient half_body(server.port());
  CHECK_EQ(half_body.ask(get("/", "Content-Length: 10\r\n") + "abc").status, 408);
  HttpClient silent(server.port());
  CHECK(silent.ends());
  HttpClient idle(server.port());
  CHECK_EQ(idle.ask(get("/")).status, 200);
  CHECK(idle.ends());
}

TEST_CASE("abuse: with all places taken the one that asks nothing goes first") {
  ServerOptions options;
  options.limits.connections = 8;
  RunningServer server(say_path, options);
  std::list<HttpClient> idle;
  for (int i = 0; i < 8; ++i) {
    CHECK_EQ(idle.emplace_back(server.port()).ask(get("/")).status, 200);
  }
  CHECK_EQ(fetch(server.port(), get("/ninth")).body, "/ninth");
  CHECK(idle.front().ends());
  CHECK_EQ(idle.back().ask(get("/last")).body, "/last");
}

TEST_CASE("abuse: with all places busy one more client is turned away") {
  std::atomic<bool> goes_on = false;
  ServerOptions options;
  options.limits.connections = 4;
  options.workers = 4;
  RunningServer server(
      [&](const WebRequest& request) {
        soon([&] { return goes_on.load(); });
        return say_path(request);
      },
      options);
  std::list<HttpClient> busy;
  for (int i = 0; i < 4; ++i) {
    busy.emplace_back(server.port()).send(get("/busy"));
  }
  CHECK(soon([&] { return server.metrics().running == 4; }));
  HttpClient fifth(server.port());
  const HttpAnswer answer = fifth.read();
  CHECK_EQ(answer.status, 503);
  CHECK_EQ(answer.field("retry-after"), "1");
  goes_on = true;
  for (HttpClient& client : busy) {
    CHECK_EQ(client.read().body, "/busy");
  }
}

TEST_CASE("abuse: one address gets no more connections than its share") {
  ServerOptions options;
  options.limits.connections_of_client = 2;
  RunningServer server(say_path, options);
  HttpClient first(server.port());
  CHECK_EQ(first.ask(get("/")).status, 200);
  {
    HttpClient second(server.port());
    CHECK_EQ(second.ask(get("/")).status, 200);
    CHECK_EQ(HttpClient(server.port()).read().status, 503);
  }
  CHECK(soon([&] { return server.metrics().connections == 1; }));
  CHECK_EQ(fetch(server.port(), get("/")).status, 200);
}

TEST_CASE("abuse: a queue that is full says so at once, and slow answers do not hold up sockets") {
  std::atomic<bool> goes_on = false;
  ServerOptions options;
  options.workers = 1;
  options.limits.waiting_requests = 2;
  RunningServer server(
      [&](const WebRequest& request) {
        soon([&] { return goes_on.load(); });
        return say_path(request);
      },
      options);
  std::list<HttpClient> waiting;
  waiting.emplace_back(server.port()).send(get("/running"));
  CHECK(soon([&] { return server.metrics().running == 1; }));
  for (int i = 0; i < 2; ++i) {
    waiting.emplace_back(server.port()).send(get("/waiting"));
  }
  CHECK(soon([&] { return server.metrics().waiting == 2; }));
  const HttpAnswer refused = fetch(server.port(), get("/api/v1/search"));
  CHECK_EQ(refused.status, 503);
  CHECK_EQ(refused.field("retry-after"), "1");
  CHECK_NE(refused.body.find("\"code\":\"busy\""), std::string::npos);
  CHECK_EQ(fetch(server.port(), get("/../x")).status, 400);
  goes_on = true;
  for (HttpClient& client : waiting) {
    CHECK_EQ(client.read().status, 200);
  }
}

TEST_CASE("abuse: an answer that takes too long is given up, and the connection goes on") {
  std::atomic<bool> goes_on = false;
  ServerOptions options;
  options.limits.answer_time = milliseconds(200);
  const RunningServer server(
      [&](const WebRequest& request) {
        if (request.path == "/slow") {
          soon([&] { return goes_on.load(); });
        }
        return say_path(request);
      },
      options);
  HttpClient client(server.port());
  CHECK_EQ(client.ask(get("/slow")).status, 503);
  CHECK_EQ(client.ask(get("/quick")).body, "/quick");
  goes_on = true;
}

TEST_CASE("abuse: a connection asks so many times and no more") {
  ServerOptions options;
  options.limits.requests_of_connection = 3;
  const RunningServer server(say_path, options);
  HttpClient client(server.port());
  CHECK_EQ(client.ask(get("/1")).field("connection"), "");
  CHECK_EQ(client.ask(get("/2")).field("connection"), "");
  CHECK_EQ(client.ask(get("/3")).field("connection"), "close");
  CHECK(client.ends());
}

}  // namespace
}  // namespace bulletin::test
