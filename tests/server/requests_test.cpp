// What the server answers to single requests, over real sockets.

#include <stdexcept>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "searcher/web/other_origins.hpp"
#include "tests/server/running_server.hpp"

namespace bulletin::test {
namespace {

using namespace std::string_literals;

TEST_CASE("server: each request gets the status it deserves") {
  struct Case {
    std::string_view what;
    std::string request;
    int status;
  };
  const std::string host = "Host: localhost\r\n";
  const Case cases[] = {
      {"a plain request", get("/a?b=c"), 200},
      {"HTTP/1.0 needs no host", "GET / HTTP/1.0\r\n\r\n", 200},
      {"HTTP/1.1 needs one", "GET / HTTP/1.1\r\n\r\n", 400},
      {"one only", "GET / HTTP/1.1\r\n" + host + host + "\r\n", 400},
      {"a name of somebody else", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
      {"a name that is none", "GET / HTTP/1.1\r\nHost: a@localhost\r\n\r\n", 421},
      {"an empty name", "GET / HTTP/1.1\r\nHost: \r\n\r\n", 421},
      {"another port: it may be forwarded", "GET / HTTP/1.1\r\nHost: LOCALHOST.:99\r\n\r\n", 200},
      {"IPv6", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", 200},
      {"a name given with --host", "GET / HTTP/1.1\r\nHost: News.example\r\n\r\n", 200},
      {"a target as proxies send it", "GET http://127.0.0.1/a HTTP/1.1\r\n" + host + "\r\n", 200},
      {"the same without a path", "GET http://127.0.0.1?q=a HTTP/1.1\r\n" + host + "\r\n", 200},
      {"for another host", "GET http://evil.example/a HTTP/1.1\r\n" + host + "\r\n", 421},
      {"a way out", get("/../../etc/passwd"), 400},
      {"a way out, encoded", get("/a/%2e%2e/%2e%2e/etc/passwd"), 400},
      {"a zero byte", get("/a%00b"), 400},
      {"half an escape", get("/a%4"), 400},
      {"bytes that are no UTF-8", get("/%ff%fe?q=%c3%28"), 200},
      {"raw bytes", get("/\xff"), 400},
      {"a fragment", get("/a#b"), 400},
      {"a method for writing", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\na", 405},
      {"what all of the server takes", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 200},
      {"what a path takes", "OPTIONS /a?b=c HTTP/1.1\r\n" + host + "\r\n", 200},
      {"that of another host", "OPTIONS /a HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
      {"a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\n" + host + "\r\n", 405},
      {"an unknown method", "BREW / HTTP/1.1\r\n" + host + "\r\n", 501},
      {"another version", "GET / HTTP/1.7\r\n" + host + "\r\n", 505},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 and so on\r\n\r\n"s, 400},
      {"a space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400},
      {"no line end behind the version", "GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n", 505},
      {"a line feed alone", "GET / HTTP/1.1\r\nHost: localhost\nA: b\r\n\r\n", 400},
      {"an expectation", get("/", "Expect: the-impossible\r\n"), 417},
      {"two lengths", get("/", "Content-Length: 1\r\nContent-Length: 2\r\n") + "ab", 400},
      {"two equal lengths", get("/", "Content-Length: 1\r\nContent-Length: 1\r\n") + "a", 400},
      {"two lengths in one", get("/", "Content-Length: 1, 1\r\n") + "a", 400},
      {"a negative length", get("/", "Content-Length: -1\r\n"), 400},
      {"length and chunks", get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400},
      {"chunks and length", get("/", "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n"), 400},
      {"another coding", get("/", "Transfer-Encoding: gzip\r\n"), 501},
      {"two codings", get("/", "Transfer-Encoding: gzip, chunked\r\n"), 501},
      {"a small body", get("/", "Content-Length: 3\r\n") + "abc", 200},
      {"a body in chunks", get("/", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n",
       200},
      {"chunks of no size", get("/", "Transfer-Encoding: chunked\r\n") + "xyz\r\nabc\r\n", 400},
      {"a large body announced", get("/", "Content-Length: 99999999999\r\n"), 413},
      {"a length beyond numbers", get("/", "Content-Length: 99999999999999999999999\r\n"), 400},
      {"a large chunk", get("/", "Transfer-Encoding: chunked\r\n") + "fffffff\r\nabc", 413},
      {"a long address", get("/" + std::string(33000, 'a')), 414},
      {"a query as long as one may be", get("/?q=" + std::string(8192 * 3, 'a')), 200},
      {"an address beyond the header", get("/" + std::string(60000, 'a')), 414},
      {"a large field", get("/", "X: " + std::string(60000, 'a') + "\r\n"), 431}};
  const RunningServer server(say_path, {.host_names = {"news.EXAMPLE"}});
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const HttpAnswer answer = fetch(server.port(), c.request);
    CHECK_EQ(answer.status, c.status);
    CHECK(answer.is_whole);
  }
  CHECK_EQ(fetch(server.port(), get("/still-there")).body, "/still-there");
}

TEST_CASE("server: what follows a request that could not be told apart is not answered") {
  const RunningServer server(say_path);
  const std::string smuggled[] = {
      get("/", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" +
          get("/second"),
      get("/", "Transfer-Encoding: identity\r\n") + get("/second"),
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n" + get("/second")};
  for (const std::string& bytes : smuggled) {
    HttpClient client(server.port());
    const HttpAnswer first = client.ask(bytes);
    CHECK_GE(first.status, 400);
    CHECK_EQ(first.field("connection"), "close");
    CHECK_EQ(client.read().status, 0);
  }
}

TEST_CASE("server: errors are JSON for programs and a sentence for people") {
  const RunningServer server(say_path);
  const HttpAnswer api =
      fetch(server.port(), "PUT /api/v1/search HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK_EQ(api.field("content-type"), "application/json; charset=utf-8");
  CHECK_EQ(api.field("allow"), "GET, HEAD, OPTIONS");
  CHECK_EQ(
      api.body,
      "{\"code\":\"method_not_allowed\",\"message\":\"cannot answer this method: nothing here is "
      "written\",\"hint\":\"use GET or HEAD\"}\n");
  const HttpAnswer page = fetch(server.port(), "PUT / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK_EQ(page.body,
           "cannot answer this method: nothing here is written\nhint: use GET or HEAD\n");
}

TEST_CASE("server: a preflight is answered without a token, and lets in listed origins only") {
  const auto options = options_handler({"https://a.example"});
  const RunningServer server(
      [&](const WebRequest& request) {
        return request.method == WebMethod::kOptions ? options(request) : say_path(request);
      },
      {.gate = AccessGate("a-word-that-nobody-guesses")});
  const auto ask = [&](std::string_view path, std::string_view origin) {
    return fetch(server.port(),
                 "OPTIONS " + std::string(path) +
                     " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + std::string(origin) +
                     "\r\nAccess-Control-Request-Method: GET\r\n"
                     "Access-Control-Request-Headers: authorization\r\n\r\n");
  };
  const HttpAnswer allowed = ask("/api/v1/search", "https://a.example");
  CHECK_EQ(allowed.status, 204);
  CHECK_EQ(allowed.field("allow"), "GET, HEAD, OPTIONS");
  CHECK_EQ(allowed.field("content-length"), "");
  CHECK_EQ(allowed.field("vary"), "Origin");
  CHECK_EQ(allowed.field("access-control-allow-origin"), "https://a.example");
  CHECK_EQ(allowed.field("access-control-allow-methods"), "GET, HEAD");
  CHECK_EQ(allowed.field("access-control-allow-headers"), "Authorization, If-None-Match");
  for (const auto& [path, origin] : {std::pair("/api/v1/search", "https://a.example.evil"),
                                     std::pair("/items/a", "https://a.example")}) {
    const HttpAnswer other = ask(path, origin);
    CHECK_EQ(other.status, 204);
    CHECK_EQ(other.field("access-control-allow-origin"), "");
    CHECK_EQ(other.field("access-control-allow-methods"), "");
  }
  CHECK_EQ(fetch(server.port(), get("/api/v1/search")).status, 401);
}

TEST_CASE("server: every answer carries the headers of security") {
  const RunningServer server(say_path);
  for (const std::string& request : {get("/"), get("/../x"), "nonsense\r\n\r\n"s}) {
    const HttpAnswer answer = fetch(server.port(), request);
    const std::string policy = answer.field("content-security-policy");
    CHECK_NE(policy.find("default-src 'none'"), std::string::npos);
    CHECK_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
    CHECK_EQ(policy.find("unsafe"), std::string::npos);
    CHECK_EQ(answer.field("x-content-type-options"), "nosniff");
    CHECK_EQ(answer.field("referrer-policy"), "same-origin");
    CHECK_NE(answer.field("date"), "");
  }
}

TEST_CASE("server: requests sent at once are answered in their order") {
  const RunningServer server(say_path);
  HttpClient client(server.port());
  std::string bytes;
  for (int i = 0; i < 200; ++i) {
    bytes += get("/" + std::to_string(i));
  }
  client.send(bytes);
  for (int i = 0; i < 200; ++i) {
    CHECK_EQ(client.read().body, "/" + std::to_string(i));
  }
}

TEST_CASE("server: HEAD gets the head of GET") {
  const RunningServer server(say_path);
  HttpClient client(server.port());
  const HttpAnswer head = client.ask("HEAD /abc HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK_EQ(head.status, 200);
  CHECK_EQ(head.field("content-length"), "4");
  CHECK_EQ(client.ask(get("/next")).body, "/next");  // No byte of a body came between.
}

TEST_CASE("server: a connection stays open as the client and its version want it") {
  const RunningServer server(say_path);
  CHECK(HttpClient(server.port()).ask(get("/")).field("connection").empty());
  HttpClient closing(server.port());
  CHECK_EQ(closing.ask(get("/", "Connection: close\r\n")).field("connection"), "close");
  CHECK(closing.ends());
  HttpClient old(server.port());
  CHECK_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").field("connection"), "close");
  CHECK(old.ends());
  HttpClient old_but_staying(server.port());
  CHECK_EQ(
      old_but_staying.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").field("connection"),
      "keep-alive");
  CHECK_EQ(old_but_staying.ask(get("/again")).body, "/again");
}

TEST_CASE("server: a client that waits to be asked for its body is asked") {
  const RunningServer server(say_path);
  HttpClient client(server.port());
  CHECK_EQ(client.ask(get("/a", "Expect: 100-continue\r\nContent-Length: 3\r\n")).status, 100);
  client.send("abc");
  CHECK_EQ(client.read().body, "/a");
  HttpClient refused(server.port());
  const std::string post = "POST /a HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n";
  CHECK_EQ(refused.ask(post + "Content-Length: 3\r\n\r\n").status, 405);
}

TEST_CASE("server: what a handler throws is an answer 500, and the server goes on") {
  const RunningServer server([](const WebRequest& request) -> WebResponse {
    if (request.path == "/throw") {
      throw std::runtime_error("a bug of the test");
    }
    return request.path == "/split" ? WebResponse{.status = 302, .location = "/\r\nSet-Cookie: a=b"}
                                    : say_path(request);
  });
  CHECK_EQ(fetch(server.port(), get("/throw")).status, 500);
  const HttpAnswer split = fetch(server.port(), get("/split"));
  CHECK_EQ(split.status, 500);
  CHECK_EQ(split.field("set-cookie"), "");
  CHECK_EQ(fetch(server.port(), get("/fine")).status, 200);
}

TEST_CASE("server: it listens on IPv6, too, and says its address") {
  ServerMetrics metrics;
  AccessLog log;
  const Server server({.address = "::1"}, say_path, metrics, log);
  CHECK_EQ(server.address(), "http://[::1]:" + std::to_string(server.port()) + "/");
  CHECK_THROWS_AS(Server({.address = "no.address"}, say_path, metrics, log), Error);
  const Server first({}, say_path, metrics, log);
  CHECK_THROWS_AS(Server({.port = first.port()}, say_path, metrics, log), Error);
}

}  // namespace
}  // namespace bulletin::test
