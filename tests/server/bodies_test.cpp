// Bodies: compressed, known already, or coming in parts to clients fast, slow and gone.

#include <atomic>
#include <memory>
#include <stdexcept>

#include <doctest/doctest.h>

#include "tests/server/running_server.hpp"

namespace bulletin::test {
namespace {

constexpr std::size_t kMegabyte = 1 << 20;

std::string long_text() {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "新闻 number " + std::to_string(i * 7919 % 1000) + "\n";
  }
  return text;
}

// Parts of 64 KiB, `count` of them; counts those that were pulled and the sources that are alive.
struct Parts {
  std::atomic<std::size_t> pulled = 0;
  std::atomic<int> alive = 0;

  WebResponse answer(std::size_t count, std::string content_type = "application/octet-stream") {
    ++alive;
    const std::shared_ptr<void> life(nullptr, [this](void*) { --alive; });
    return {.content_type = std::move(content_type),
            .source = [this, count, life,
                       next = std::size_t{0}]() mutable -> std::optional<std::string> {
              if (next == count) {
                return std::nullopt;
              }
              ++pulled;
              return std::string(64 << 10, static_cast<char>('a' + next++ % 26));
            }};
  }
};

TEST_CASE("server: text is compressed for those who take it") {
  const RunningServer server([](const WebRequest& request) {
    WebResponse response{.content_type = "text/html", .body = long_text(), .etag = "\"7\""};
    if (request.path == "/short") {
      response.body = "short";
    } else if (request.path == "/image") {
      response.content_type = "image/png";
    } else if (request.path == "/ready") {
      response.gzip_body = "compressed before";
    }
    return response;
  });
  const auto coding = [&](std::string_view path, std::string_view fields) {
    return fetch(server.port(), get(path, fields)).field("content-encoding");
  };
  const std::string takes = "Accept-Encoding: br, gzip;q=0.8\r\n";
  const HttpAnswer answer = fetch(server.port(), get("/", takes));
  CHECK_EQ(answer.field("content-encoding"), "gzip");
  CHECK_EQ(answer.field("vary"), "Accept-Encoding");
  CHECK_EQ(answer.field("etag"), "W/\"7\"");
  CHECK_LT(answer.body.size(), long_text().size() / 2);
  CHECK_EQ(gunzip(answer.body), long_text());
  CHECK_EQ(coding("/", ""), "");
  CHECK_EQ(coding("/", "Accept-Encoding: gzip;q=0\r\n"), "");
  CHECK_EQ(coding("/short", takes), "");
  CHECK_EQ(coding("/image", takes), "");
  CHECK_EQ(fetch(server.port(), get("/ready", takes)).body, "compressed before");
  CHECK_EQ(fetch(server.port(), get("/ready")).body, long_text());
}

TEST_CASE("server: what the client has already is not sent again") {
  const RunningServer server([](const WebRequest&) {
    return WebResponse{.body = "the body", .etag = "\"g1\"", .cache_control = "max-age=60"};
  });
  HttpClient client(server.port());
  const HttpAnswer known = client.ask(get("/", "If-None-Match: \"a\", W/\"g1\"\r\n"));
  CHECK_EQ(known.status, 304);
  CHECK_EQ(known.field("etag"), "\"g1\"");
  CHECK_EQ(known.field("cache-control"), "max-age=60");
  CHECK_EQ(known.field("content-length"), "");
  CHECK_EQ(client.ask(get("/", "If-None-Match: *\r\n")).status, 304);
  CHECK_EQ(client.ask(get("/", "If-None-Match: \"g2\"\r\n")).body, "the body");
}

TEST_CASE("server: a body that comes in parts arrives whole") {
  Parts parts;
  const RunningServer server([&](const WebRequest&) { return parts.answer(40, "text/csv"); });
  HttpClient client(server.port());
  const HttpAnswer plain = client.ask(get("/"));
  CHECK(plain.is_whole);
  CHECK_EQ(plain.body.size(), 40 * (64 << 10));
  const HttpAnswer packed = client.ask(get("/", "Accept-Encoding: gzip\r\n"));
  CHECK(packed.is_whole);
  CHECK_EQ(gunzip(packed.body), plain.body);
  HttpClient old(server.port());
  const HttpAnswer without_chunks = old.ask("GET / HTTP/1.0\r\n\r\n");
  CHECK_EQ(without_chunks.body, plain.body);
  CHECK(old.ends());
  CHECK_EQ(client.ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
  CHECK(soon([&] { return parts.alive == 0; }));
  CHECK_EQ(parts.pulled, 3 * 40);
}

TEST_CASE("server: a slow reader slows the source, not the server") {
  constexpr std::size_t kParts = 1600;  // 100 MB.
  Parts parts;
  const RunningServer server([&](const WebRequest& request) {
    return request.path == "/big" ? parts.answer(kParts) : say_path(request);
  });
  HttpClient slow(server.port(), 4096);
  slow.send(get("/big"));
  const std::size_t before = resident_bytes();
  CHECK_NE(slow.read_some(1000), "");
  CHECK_EQ(fetch(server.port(), get("/others")).body, "/others");
  CHECK_LT(parts.pulled, kParts / 2);  // What the buffers of the system hold, and no more.
  CHECK_LT(resident_bytes(), before + 40 * kMegabyte);
}

TEST_CASE("server: the source of a client that has gone is dropped") {
  Parts parts;
  const RunningServer server([&](const WebRequest&) { return parts.answer(1 << 20); });
  {
    HttpClient client(server.port());
    client.send(get("/"));
    CHECK_NE(client.read_some(1000), "");
    client.abort();
  }
  CHECK(soon([&] { return parts.alive == 0; }));
}

TEST_CASE("server: a source that breaks cuts the answer, so that it does not look whole") {
  const RunningServer server([](const WebRequest&) {
    return WebResponse{.source = [n = 0]() mutable -> std::optional<std::string> {
      if (++n == 3) {
        throw std::runtime_error("a disk of the test");
      }
      return "part";
    }};
  });
  HttpClient client(server.port());
  const HttpAnswer answer = client.ask(get("/"));
  CHECK_EQ(answer.status, 200);
  CHECK_EQ(answer.body, "partpart");
  CHECK_FALSE(answer.is_whole);
}

TEST_CASE("server: a client that takes nothing of its answer is cut off") {
  Parts parts;
  ServerOptions options;
  options.limits.write_time = std::chrono::milliseconds(200);
  const RunningServer server([&](const WebRequest&) { return parts.answer(1 << 20); }, options);
  HttpClient client(server.port(), 4096);
  client.send(get("/"));
  CHECK(soon([&] { return parts.alive > 0; }));
  CHECK(soon([&] { return parts.alive == 0; }));
}

}  // namespace
}  // namespace bulletin::test
