// Feeds, exports and the description for browsers: all of it well-formed whatever an item holds.

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "tests/support/api_archive.hpp"

namespace bulletin::test {
namespace {

const ApiArchive& archive() {
  static const ApiArchive made;
  return made;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_full);
  REQUIRE_MESSAGE(result, result.description());
  return document;
}

std::string texts(const pugi::xml_document& document, const char* path) {
  std::string list;
  for (const auto& node : document.select_nodes(path)) {
    list += (list.empty() ? "" : "|") + std::string(node.node().child_value());
  }
  return list;
}

std::string address(const pugi::xml_document& document, const char* path) {
  return document.select_node(path).node().attribute("href").value();
}

TEST_CASE("feed rss: the newest hits, with the addresses of feed and page") {
  const Answer answer = archive().get("/feed.rss?q=library&country=KZ&translate=0&limit=5&ui=en");
  CHECK_EQ(answer.head.content_type, "application/rss+xml; charset=utf-8");
  CHECK_EQ(answer.head.file_name, "");
  const pugi::xml_document feed = parsed(answer.body);
  CHECK_EQ(texts(feed, "/rss/channel/title"), "bulletin: library country:KZ");
  CHECK_EQ(texts(feed, "/rss/channel/link"),
           "http://127.0.0.1:8080/?q=library&country=KZ&translate=0&sort=-date");
  CHECK_EQ(address(feed, "/rss/channel/atom:link"),
           "http://127.0.0.1:8080/feed.rss?q=library&country=KZ&translate=0&limit=5");
  CHECK_EQ(texts(feed, "/rss/channel/item/guid"), "kz");
  const pugi::xml_document all = parsed(archive().get("/feed.rss").body);
  CHECK_EQ(texts(all, "/rss/channel/item/guid"), "zh-shang|es/2020|zh-kz|kz|50% off? #1|plain");
}

TEST_CASE("feed atom: ids are the same wherever it is served, and in whatever order it is asked") {
  WebRequest request =
      request_for("/feed.atom?country=KZ&q=%E5%9B%BE%E4%B9%A6%E9%A6%86&translate=0");
  const pugi::xml_document here = parsed(archive().ask(request).body);
  request.origin = "https://news.example";
  std::swap(request.parameters.front(), request.parameters.back());
  const pugi::xml_document there = parsed(archive().ask(request).body);
  CHECK_EQ(texts(here, "/feed/id"),
           "tag:bulletin.invalid,2025:search?q=%E5%9B%BE%E4%B9%A6%E9%A6%86&country=KZ&translate=0");
  CHECK_EQ(texts(there, "/feed/id"), texts(here, "/feed/id"));
  CHECK_EQ(texts(here, "/feed/entry/id"), "tag:bulletin.invalid,2025:item:zh-kz");
  CHECK_EQ(texts(there, "/feed/entry/id"), texts(here, "/feed/entry/id"));
  CHECK_EQ(texts(here, "/feed/title"), "bulletin: 图书馆 country:KZ");
  CHECK_EQ(texts(here, "/feed/updated"), "2019-12-25T00:00:00Z");
  CHECK_EQ(texts(here, "/feed/entry/content"), "双方图书馆将互借图书，读者表示欢迎。");
  CHECK(address(there, "/feed/link[@rel='self']").starts_with("https://news.example/feed.atom?q="));
  CHECK(address(there, "/feed/link[@rel='alternate']").starts_with("https://news.example/?q="));
}

TEST_CASE("feeds: an order that is asked for is kept, and stands in the address") {
  const pugi::xml_document feed =
      parsed(archive().get("/feed.atom?q=library&sort=relevance&translate=0").body);
  CHECK(
      address(feed, "/feed/link[@rel='self']").ends_with("?q=library&translate=0&sort=relevance"));
  CHECK(address(feed, "/feed/link[@rel='alternate']").ends_with("/?q=library&translate=0"));
}

TEST_CASE("feeds: markup and bytes of items and queries stay text") {
  for (const char* target :
       {"/feed.rss?q=%3C/title%3E%3Cscript%3Ealert(1)%3C/script%3E%20library&translate=0",
        "/feed.atom?q=%3C/title%3E%3Cscript%3Ealert(1)%3C/script%3E%20library&translate=0",
        "/feed.rss?q=%5D%5D%3E%00%1B%FF%20library&translate=0",
        "/feed.atom?q=%5D%5D%3E%00%1B%FF%20library&translate=0", "/feed.rss", "/feed.atom",
        "/api/v1/export?format=rss", "/api/v1/export?format=atom"}) {
    CAPTURE(target);
    const Answer answer = archive().get(target);
    CHECK_EQ(answer.head.status, 200);
    const pugi::xml_document feed = parsed(answer.body);
    CHECK(feed.select_nodes("//script|//b").empty());
    for (const auto& link : feed.select_nodes("//link[@href]|//atom:link[@href]")) {
      CHECK(std::string_view(link.node().attribute("href").value()).starts_with("http"));
    }
    CHECK_EQ(answer.body.find("javascript:"), std::string::npos);
    CHECK_EQ(answer.body.find_first_of(std::string_view("\0\x1B\xFF", 3)), std::string::npos);
  }
  // A reader takes the description of RSS for HTML, so it is escaped for that, too.
  CHECK_NE(archive().get("/feed.rss").body.find("&amp;lt;b onload=&amp;quot;x&amp;quot;&amp;gt;"),
           std::string::npos);
}

TEST_CASE("export: every form has its type and name") {
  struct Case {
    std::string format, type, name, begin;
  };
  const Case cases[] = {
      {"json", "application/json; charset=utf-8", "bulletins.json", "{\"schema\":1,"},
      {"jsonl", "application/x-ndjson; charset=utf-8", "bulletins.jsonl",
       "{\"schema\":1,\"rank\":1,"},
      {"csv", "text/csv; charset=utf-8", "bulletins.csv", "rank,id,score,"},
      {"tsv", "text/tab-separated-values; charset=utf-8", "bulletins.tsv", "rank\tid\tscore\t"},
      {"markdown", "text/markdown; charset=utf-8", "bulletins.md", "# "},
      {"rss", "application/rss+xml; charset=utf-8", "bulletins.rss", "<?xml "},
      {"atom", "application/atom+xml; charset=utf-8", "bulletins.atom", "<?xml "},
      {"ids", "text/plain; charset=utf-8", "bulletins.txt", "kz\n"}};
  for (const Case& c : cases) {
    CAPTURE(c.format);
    const Answer answer =
        archive().get("/api/v1/export?q=partners+agreement&translate=0&format=" + c.format);
    CHECK_EQ(answer.head.status, 200);
    CHECK_EQ(answer.head.content_type, c.type);
    CHECK_EQ(answer.head.file_name, c.name);
    CHECK(answer.body.starts_with(c.begin));
  }
  CHECK_EQ(archive().get("/api/v1/export").json().at("hits").size(), 6);
  CHECK_FALSE(archive().get("/api/v1/export?facets=0").json().contains("facets"));
  CHECK(archive().get("/api/v1/export?q=nowhere&format=jsonl&translate=0").body.empty());
}

TEST_CASE("export: hits come in parts, each once, and not out of a rebuilt index") {
  std::vector<RawItem> many;
  for (int i = 0; i < 450; ++i) {
    many.push_back(
        {.id = std::to_string(i), .text = "A library opens. 图书馆开馆。", .lang = "en"});
  }
  const ApiArchive own(many);
  const WebRequest request = request_for("/api/v1/export?q=library&format=ids&translate=0");
  const WebResponse whole = own.api().answer(request);
  std::size_t parts = 0;
  std::string lines;
  while (const auto part = whole.source()) {
    ++parts;
    lines += *part;
  }
  CHECK_EQ(parts, 3);
  CHECK_EQ(std::ranges::count(lines, '\n'), 450);
  CHECK_FALSE(whole.source().has_value());

  const WebResponse cut = own.api().answer(request);
  CHECK(cut.source().has_value());
  rebuild(own.index());
  CHECK_THROWS_AS(static_cast<void>(cut.source()), Error);
}

TEST_CASE("opensearch: both languages, addresses of this server, nothing breaks out") {
  WebRequest request = request_for("/opensearch.xml");
  const Answer answer = archive().ask(request);
  CHECK_EQ(answer.head.content_type, "application/opensearchdescription+xml; charset=utf-8");
  const pugi::xml_document document = parsed(answer.body);
  CHECK_EQ(texts(document, "/OpenSearchDescription/Language"), "en|zh");
  CHECK_EQ(
      std::string(
          document.select_node("//Url[@type='text/html']").node().attribute("template").value()),
      "http://127.0.0.1:8080/?q={searchTerms}&page={startPage?}");
  request.origin = "http://a\"><script>";
  CHECK(parsed(archive().ask(request).body).select_nodes("//script").empty());
}

}  // namespace
}  // namespace bulletin::test
