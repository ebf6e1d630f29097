// What clients that mean harm send to the real program: the right status, flat memory, no markup.
// tests/server holds the same at the level of sockets, clients that trickle included.

#include <doctest/doctest.h>

#include "tests/e2e/served.hpp"

namespace bulletin::test {
namespace {

constexpr double kMegabyte = 1 << 20;
constexpr auto kHost = "Host: localhost\r\n";

// Sends `begin`, then `bytes` until the server hangs up; 100 MB are more than it may take.
bool hangs_up(std::uint16_t port, std::string_view begin, std::string_view bytes) {
  HttpClient client(port);
  client.send(begin);
  for (std::size_t sent = 0; sent < 100 * static_cast<std::size_t>(kMegabyte);
       sent += bytes.size()) {
    if (!client.send(bytes)) {
      return true;
    }
  }
  return client.ends();
}

// `a+OR+a+OR+...`
std::string clauses(std::string_view word, std::string_view between, int count) {
  std::string text(word);
  for (int i = 1; i < count; ++i) {
    text.append(between).append(word);
  }
  return text;
}

TEST_CASE("abuse: each malformed request gets its status, and the next one its answer") {
  struct Case {
    std::string_view what;
    std::string request;
    int status;
  };
  const std::string search = "GET /api/v1/search?q=a HTTP/1.1\r\n";
  const Case cases[] = {
      {"an oversized header", get("/", "X: " + std::string(100000, 'a') + "\r\n"), 431},
      {"an oversized address", get("/?q=" + std::string(100000, 'a')), 414},
      {"length and chunks",
       search + kHost + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"two lengths", search + kHost + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {"no host", search + "\r\n", 400},
      {"a chunk beyond all limits",
       search + kHost + "Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\nabc", 413},
      {"a path out of the folder", get("/../../etc/passwd"), 400},
      {"encoded", get("/assets/%2e%2e/%2e%2e/etc/passwd"), 400},
      {"by an asset that is none", get("/assets/passwd"), 404},
      {"text that is no UTF-8", get("/api/v1/search?q=%ff%fe%c3%28&translate=0"), 200},
      {"the same for people", get("/?q=%ff%fe%c3%28"), 200},
      {"an id of any bytes", get("/items/%ff%fe"), 404},
      {"a limit that is no UTF-8", get("/api/v1/search?country=%ff"), 400}};
  Served served(small_index(), {"--quiet"});
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(fetch(served.port(), c.request).status, c.status);
    CHECK_EQ(served.ask("/healthz").status, 200);
  }
}

TEST_CASE("abuse: what has no end is cut off") {
  Served served(small_index(), {"--quiet"});
  CHECK_EQ(served.ask("/").status, 200);
  const double before = served.metric("process_resident_memory_bytes");
  const std::string block(64 << 10, 'x');
  const std::string chunked = get("/", "Transfer-Encoding: chunked\r\n");
  CHECK(hangs_up(served.port(), "GET / HTTP/1.1\r\nX: ", block));
  CHECK(hangs_up(served.port(), "GET / HTTP/1.1\r\n", "A: b\r\n"));
  CHECK(hangs_up(served.port(), chunked + "ffffff\r\n", block));
  CHECK(hangs_up(served.port(), chunked, "100\r\n" + std::string(256, 'x') + "\r\n"));
  CHECK_EQ(served.ask("/healthz").status, 200);
  CHECK_LT(served.metric("process_resident_memory_bytes"), before + 40 * kMegabyte);
}

TEST_CASE("abuse: ten thousand clauses are cut with a note or refused, and memory stays flat") {
  Served served(small_index(), {"--quiet"});
  const std::string targets[] = {clauses("a", "+", 10000),        clauses("(a", "+", 5000),
                                 clauses("-a", "+", 5000),        clauses("w*", "+", 5000),
                                 clauses("date:2019", "+", 3000), clauses("%22a+b%22", "+", 2500)};
  for (int round = 0; round < 2; ++round) {
    for (const std::string& query : targets) {
      CAPTURE(query.substr(0, 20));
      const HttpAnswer answer = served.ask("/api/v1/search?q=" + query);
      REQUIRE_EQ(answer.status, 200);
      CHECK_GE(nlohmann::json::parse(answer.body).at("notes").size(), 1);
      CHECK_EQ(served.ask("/?q=" + query).status, 200);
    }
    if (round == 0) {
      continue;  // What was asked once has warmed up.
    }
    const double before = served.metric("process_resident_memory_bytes");
    for (const std::string& query : targets) {
      CHECK_EQ(served.ask("/api/v1/search?sort=title&q=" + query).status, 200);
    }
    CHECK_LT(served.metric("process_resident_memory_bytes"), before + 40 * kMegabyte);
  }
  const HttpAnswer refused = served.ask("/api/v1/search?q=" + clauses("word", "+OR+", 10000));
  CHECK_EQ(refused.status, 414);
  CHECK_NE(refused.body.find("hint: "), std::string::npos);  // Too long even to see its path.
  const HttpAnswer longer = served.ask("/api/v1/search?q=" + clauses("word", "+OR+", 4500));
  CHECK_EQ(longer.status, 414);
  CHECK_NE(nlohmann::json::parse(longer.body).at("hint"), "");
}

TEST_CASE("abuse: markup in titles, texts, queries and feeds stays text") {
  const TemporaryFolder folder;
  const std::string evil =
      R"(</title></script><script>alert(1)</script><img src=x onerror=alert(1)>)";
  const nlohmann::json item{{"id", "<script>alert(2)</script>\"'>"},
                            {"title", evil},
                            {"text", evil + " lighthouse ]]> &lt;b&gt; \" onclick=alert(3)"},
                            {"url", "javascript:alert(4)"},
                            {"lang", "en"}};
  add(folder.at("index"), {folder.write("evil.jsonl", item.dump() + "\n")});
  Served served(folder.at("index"), {"--quiet"});
  const std::string asked = "%3C%2Fscript%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%20onclick%3D1";
  const std::string id = "%3Cscript%3Ealert(2)%3C%2Fscript%3E%22%27%3E";
  const std::string targets[] = {
      "/?q=lighthouse",          "/?q=" + asked,          "/?q=country:" + asked,
      "/?country=" + asked,      "/items/" + id,          "/items/" + id + "/why?q=" + asked,
      "/map?q=" + asked,         "/nowhere/" + asked,     "/feed.rss",
      "/feed.atom?q=lighthouse", "/feed.atom?q=" + asked, "/api/v1/export?format=rss",
      "/opensearch.xml"};
  for (const std::string& target : targets) {
    CAPTURE(target);
    const HttpAnswer answer = served.ask(target);
    CHECK_LT(answer.status, 500);
    CHECK_EQ(answer.field("x-content-type-options"), "nosniff");
    CHECK_NE(answer.field("content-security-policy").find("default-src 'none'"), std::string::npos);
    for (const char* markup : {"<script>alert", "<img src=x",
                               "\" onclick=", "href=\"javascript:", "<link>javascript:"}) {
      CAPTURE(markup);
      CHECK_EQ(answer.body.find(markup), std::string::npos);
    }
  }
  const HttpAnswer json = served.ask("/api/v1/search?q=" + asked);
  CHECK_EQ(json.field("content-type"), "application/json; charset=utf-8");
}

}  // namespace
}  // namespace bulletin::test
