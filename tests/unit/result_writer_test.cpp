#include "searcher/output/result_writer.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/output/markdown_writer.hpp"
#include "searcher/output/result_json.hpp"
#include "searcher/output/result_text.hpp"
#include "searcher/output/rows_writer.hpp"
#include "searcher/output/rss_writer.hpp"
#include "searcher/output/xml_text.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

Hit nasty_hit() {
  Bulletin item{.id = "a,1",
                .lang = "en",
                .title = "=SUM(1) \"quoted\" & <b>",
                .text = "line one\nline two",
                .url = "https://example.org/a?b=1&c=2",
                .source = "tab\there",
                .published = 2020y / 1 / 3};
  item.dates.push_back({parse_span("2019-12").value(), {{.rule = "metadata"}}});
  item.countries.push_back({"KZ", {{.rule = "metadata"}}});
  item.countries.push_back({"ES", {{.rule = "metadata"}}});
  item.kinds.push_back({"visit", {}});
  return {.rank = 1,
          .score = 1.5,
          .bulletin = item,
          .title_highlights = {{8, 16}},
          .snippet = {.text = "图书馆, *star*", .highlights = {{0, 9}}}};
}

std::string written(Format format, const std::string& query = "图书馆 & <b>",
                    const std::string& self = {}) {
  const Labels labels;
  const auto writer = make_writer(
      format,
      {.query = query, .labels = labels, .terminal = {}, .link = "file:///a&b", .self = self});
  const SearchResult head{.total = 1};
  std::string text = writer->head(head);  // One after the other: a writer remembers.
  text += writer->hit(nasty_hit());
  return text + writer->tail(head);
}

TEST_CASE("csv: RFC 4180, and a cell is what the item holds, formula or not") {
  CHECK_EQ(written(Format::kCsv),
           "rank,id,score,title,date,countries,kinds,lang,url,source,snippet\r\n"
           "1,\"a,1\",1.500000,\"=SUM(1) \"\"quoted\"\" & <b>\",2019-12,KZ ES,visit,en,"
           "https://example.org/a?b=1&c=2,tab\there,\"图书馆, *star*\"\r\n");
}

TEST_CASE("tsv: tabs part cells and stand in none") {
  CHECK_EQ(written(Format::kTsv),
           "rank\tid\tscore\ttitle\tdate\tcountries\tkinds\tlang\turl\tsource\tsnippet\n"
           "1\ta,1\t1.500000\t=SUM(1) \"quoted\" & <b>\t2019-12\tKZ ES\tvisit\ten\t"
           "https://example.org/a?b=1&c=2\ttab\\there\t图书馆, *star*\n");
}

TEST_CASE("cells: what needs quoting or escaping") {
  struct Case {
    std::string_view what, text, csv, tsv;
  };
  const Case cases[] = {
      {"plain", "图书馆", "图书馆", "图书馆"},
      {"empty", "", "", ""},
      {"comma", "a,b", "\"a,b\"", "a,b"},
      {"quote", "a\"b", "\"a\"\"b\"", "a\"b"},
      {"line break", "a\nb", "\"a\nb\"", "a\\nb"},
      {"carriage return", "a\rb", "\"a\rb\"", "a\\rb"},
      {"backslash before n is no line break", "a\\nb", "a\\nb", "a\\\\nb"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(table_cell(TableDialect::kCsv, c.text), c.csv);
    CHECK_EQ(table_cell(TableDialect::kTsv, c.text), c.tsv);
  }
}

TEST_CASE("rss: one channel, one item a hit, markup escaped") {
  CHECK_EQ(written(Format::kRss),
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n"
           "<title>bulletin: 图书馆 &amp; &lt;b&gt;</title>\n<link>file:///a&amp;b</link>\n"
           "<description>Search results for 图书馆 &amp; &lt;b&gt;: 1 item</description>\n"
           "<generator>bulletin-search " BULLETIN_VERSION
           "</generator>\n"
           "<item>\n<title>=SUM(1) &quot;quoted&quot; &amp; &lt;b&gt;</title>\n"
           "<link>https://example.org/a?b=1&amp;c=2</link>\n"
           "<guid isPermaLink=\"false\">a,1</guid>\n"
           "<pubDate>Fri, 03 Jan 2020 00:00:00 GMT</pubDate>\n"
           "<category>Kazakhstan</category>\n<category>Spain</category>\n"
           "<description>图书馆, *star*</description>\n</item>\n"
           "</channel>\n</rss>\n");
}

TEST_CASE("rss: a feed that has an address names it") {
  const std::string feed = written(Format::kRss, "a", "http://localhost/feed.rss?q=a&country=KZ");
  CHECK(feed.find("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">") !=
        std::string::npos);
  CHECK(feed.find("<atom:link rel=\"self\" type=\"application/rss+xml\" "
                  "href=\"http://localhost/feed.rss?q=a&amp;country=KZ\"/>") != std::string::npos);
}

TEST_CASE("atom: one feed, one entry a hit, markup escaped") {
  CHECK_EQ(written(Format::kAtom),
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
           "<id>tag:bulletin.invalid,2025:search?q=%E5%9B%BE%E4%B9%A6%E9%A6%86%20%26%20%3Cb%3E"
           "</id>\n"
           "<title>bulletin: 图书馆 &amp; &lt;b&gt;</title>\n"
           "<subtitle>Search results for 图书馆 &amp; &lt;b&gt;: 1 item</subtitle>\n"
           "<updated>2020-01-03T00:00:00Z</updated>\n"
           "<link rel=\"alternate\" href=\"file:///a&amp;b\"/>\n"
           "<author>\n<name>bulletin</name>\n</author>\n"
           "<generator>bulletin-search " BULLETIN_VERSION
           "</generator>\n"
           "<entry>\n<id>tag:bulletin.invalid,2025:item:a%2C1</id>\n"
           "<title>=SUM(1) &quot;quoted&quot; &amp; &lt;b&gt;</title>\n"
           "<updated>2020-01-03T00:00:00Z</updated>\n"
           "<published>2020-01-03T00:00:00Z</published>\n"
           "<link rel=\"alternate\" href=\"https://example.org/a?b=1&amp;c=2\"/>\n"
           "<author>\n<name>tab\there</name>\n</author>\n"
           "<category term=\"KZ\" label=\"Kazakhstan\"/>\n"
           "<category term=\"ES\" label=\"Spain\"/>\n"
           "<summary>图书馆, *star*</summary>\n<content>line one\nline two</content>\n</entry>\n"
           "</feed>\n");
}

TEST_CASE("atom: without hits it is whole, and a replaced text is an update") {
  const Labels labels;
  const auto empty =
      make_writer(Format::kAtom,
                  {.query = "", .labels = labels, .link = "http://h/", .self = "http://h/f?q=a"});
  const SearchResult none;
  std::string feed = empty->head(none);
  feed += empty->tail(none);
  CHECK(feed.find("<id>tag:bulletin.invalid,2025:search?q=a</id>") != std::string::npos);
  CHECK(feed.find("<updated>1970-01-01T00:00:00Z</updated>") != std::string::npos);
  CHECK(feed.ends_with("</generator>\n</feed>\n"));

  Hit hit = nasty_hit();
  hit.bulletin.history.push_back({2024y / 5 / 6, "", "before"});
  const auto writer = make_writer(Format::kAtom, {.query = "", .labels = labels});
  CHECK_EQ(writer->head(none), "");
  const std::string entry = writer->hit(hit);
  CHECK(entry.find("<updated>2024-05-06T00:00:00Z</updated>\n<published>2020-01-03T") !=
        std::string::npos);
}

TEST_CASE("xml: any bytes become well-formed character data") {
  CHECK_EQ(xml_escaped("a\x01 b\xff c\xEF\xBF\xBF"), "a  b  c ");
  CHECK_EQ(xml_escaped("\xED\xA0\x80"), "   ");  // A lone surrogate, byte for byte.
  CHECK_EQ(xml_escaped("tab\tline\n𠀀"), "tab\tline\n𠀀");
}

TEST_CASE("rss date: the day with its weekday") {
  CHECK_EQ(rss_date(2019y / 12 / 24), "Tue, 24 Dec 2019 00:00:00 GMT");
  CHECK_EQ(rss_date(2020y / 2 / 29), "Sat, 29 Feb 2020 00:00:00 GMT");
}

TEST_CASE("markdown: an entry a hit, nothing of the item marks up") {
  CHECK_EQ(written(Format::kMarkdown),
           "# 图书馆 \\& \\<b\\>\n\n1 item\n"
           "\n1. [\\=SUM\\(1\\) **\"quoted\"** \\& \\<b\\>](<https://example.org/a?b=1&c=2>)\n\n"
           "   2019\\-12 · Kazakhstan 哈萨克斯坦 · Spain 西班牙 · English · a,1\n\n"
           "   **图书馆**, \\*star\\*\n");
  CHECK_EQ(markdown_escaped("a\nb\t# c"), "a b \\# c");
}

TEST_CASE("ids and json lines: one line a hit and nothing else") {
  CHECK_EQ(written(Format::kIds), "a,1\n");
  const std::string line = written(Format::kJsonl);
  CHECK(line.starts_with(R"({"schema":1,"rank":1,"id":"a,1","score":1.5,"title":)"));
  CHECK_EQ(line.find('\n'), line.size() - 1);
}

TEST_CASE("json: the parts make one object") {
  const std::string object = written(Format::kJson);
  CHECK(object.starts_with(
      R"({"schema":1,"query":"图书馆 & <b>","readings":[],"translations":[],"sounds":[],"notes":[],)"));
  CHECK(object.find(R"("total":1,"hits":[{"rank":1,)") != std::string::npos);
  CHECK(object.ends_with("}]}\n"));
}

TEST_CASE("text: what is behind a page, and how to see it") {
  struct Case {
    std::string_view what;
    SearchResult result;
    std::size_t offset, shown;
    std::string_view expect;
  };
  const Case cases[] = {
      {"more to come", {.total = 121}, 10, 10, "101 more: --offset 20\n\n"},
      {"the last page", {.total = 20}, 10, 10, ""},
      {"stories are what pages count",
       {.total = 20, .stories = 12},
       0,
       10,
       "2 more: --offset 10\n\n"},
      {"behind the end", {.total = 20}, 30, 0, "nothing behind 20\n\n"},
      {"only numbers were asked for", {.total = 20}, 0, 0, ""},
      {"nothing found", {.total = 0}, 5, 0, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(paging_text(c.result, c.offset, c.shown, {}), c.expect);
  }
}

TEST_CASE("a result without its counts says so, in JSON under a key of its own") {
  const Labels labels;
  SearchResult result{.total = 3};
  CHECK_FALSE(result_head_json("a", result, labels).contains("out_of_time"));
  result.out_of_time = true;
  result.notes = {"out of time: counts are left out"};
  CHECK_EQ(result_head_json("a", result, labels).dump(),
           R"({"schema":1,"query":"a","readings":[],"translations":[],"sounds":[],)"
           R"("notes":["out of time: counts are left out"],"out_of_time":true,"total":3})");
  const auto text = make_writer(Format::kText, {.query = "a", .labels = labels});
  CHECK_NE(text->head(result).find("out of time: counts are left out"), std::string::npos);
}

}  // namespace
}  // namespace bulletin
