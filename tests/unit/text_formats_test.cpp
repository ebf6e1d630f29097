#include "indexer/ingest/text_formats.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

using Reader = void (*)(std::string_view, const std::string&, const ItemSink&);

// One line an item, `LINE title|text`, and a line `LINE! problem` for what was refused.
std::string read(Reader reader, std::string_view text) {
  std::string lines;
  const ItemSink sink{
      .on_item =
          [&](const RawItem& item) {
            CHECK_EQ(item.origin.path, "a.txt");
            lines += std::to_string(item.origin.line) + ' ' + item.title + '|' + item.text + '\n';
          },
      .on_problem =
          [&](const Problem& problem) {
            lines += std::to_string(problem.origin.line) + "! " + problem.message + '\n';
          }};
  reader(text, "a.txt", sink);
  return lines;
}

TEST_CASE("read_listing: every paragraph is an item") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"empty file", "", ""},
      {"only blank lines", "\n \n\u3000\n", ""},
      {"one line without its end", "One lead", "1 |One lead\n"},
      {"two leads", "First lead.\n\nSecond lead.\n", "1 |First lead.\n3 |Second lead.\n"},
      {"lines of one lead stay together", "First line\nsecond line\n",
       "1 |First line\nsecond line\n"},
      {"several blank lines, spaces in them", "\n\n第一条\n \n\u3000\n第二条",
       "3 |第一条\n6 |第二条\n"},
      {"CRLF", "First\r\nlead\r\n\r\nSecond\r\n", "1 |First\nlead\n4 |Second\n"},
      {"indented paragraph", "\u3000\u3000正文\n", "1 |正文\n"},
      {"one bad lead does not spoil the others", "Good\n\nbad\xff\n\nGood too",
       "1 |Good\n3! text is not valid UTF-8 (byte 4 of the item)\n5 |Good too\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read(&read_listing, c.text), c.expect);
  }
}

TEST_CASE("has_front_matter: only a first line of three dashes") {
  CHECK(has_front_matter("---\ntitle: x\n---\n"));
  CHECK(has_front_matter("---  \r\ntitle: x"));
  CHECK(has_front_matter("---"));
  CHECK_FALSE(has_front_matter("----\n"));
  CHECK_FALSE(has_front_matter("\n---\n"));
  CHECK_FALSE(has_front_matter("--- x\n"));
  CHECK_FALSE(has_front_matter(""));
}

TEST_CASE("read_front_matter: fields, then the text") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"title and text", "---\ntitle: Visit\n---\nText\n\nMore\n", "1 Visit|Text\n\nMore\n"},
      {"CRLF", "---\r\ntitle: Visit\r\n---\r\nOne\r\nTwo\r\n", "1 Visit|One\nTwo\n"},
      {"colon in the value", "---\ntitle: Astana: a visit\n---\nText", "1 Astana: a visit|Text\n"},
      {"quotes around the whole value", "---\ntitle: \"Visit: day one\"\n---\nText",
       "1 Visit: day one|Text\n"},
      {"quotes inside stay", "---\ntitle: \"Open\" and \"closed\"\n---\nText",
       "1 \"Open\" and \"closed\"|Text\n"},
      {"apostrophe in front stays", "---\ntitle: 'Twas the visit\n---\nText",
       "1 'Twas the visit|Text\n"},
      {"brackets around a title stay", "---\ntitle: [Video]\n---\nText", "1 [Video]|Text\n"},
      {"blank line among the fields", "---\ntitle: Visit\n\nlang: en\n---\nText", "1 Visit|Text\n"},
      {"empty value counts as absent", "---\ntitle: Visit\npublished:\n---\nText",
       "1 Visit|Text\n"},
      {"dashes in the text stay", "---\ntitle: Visit\n---\nText\n---\nMore",
       "1 Visit|Text\n---\nMore\n"},
      {"title without a text", "---\ntitle: Visit\n---\n", "1 Visit|\n"},
      {"no closing line", "---\ntitle: Visit\nText: it runs on\n",
       "1! front matter has no closing '---' line\n"},
      {"no field", "---\nVisit\n---\nText", "2! front matter line is not 'key: value'\n"},
      {"no name", "---\n: Visit\n---\nText", "2! front matter line is not 'key: value'\n"},
      {"wrong value says its line", "---\ntitle: Visit\npublished: soon\n---\nText",
       "3! 'published' has to be a day such as 2019-12-24\n"},
      {"ill-formed value", "---\ntitle: \xff\n---\nText",
       "2! text is not valid UTF-8 (byte 8 of the item)\n"},
      {"neither title nor text", "---\nid: 7\n---\n\n", "1! item has neither title nor text\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read(&read_front_matter, c.text), c.expect);
  }
}

TEST_CASE("read_front_matter: every field finds its place") {
  RawItem found;
  const ItemSink sink{.on_item = [&](RawItem item) { found = std::move(item); },
                      .on_problem = [](const Problem& problem) { FAIL(problem.message); }};
  read_front_matter(
      "---\nid: 007\ntitle: 访问\nlang: zh-CN\npublished: 2020-01-03\nurl: "
      "https://example.org/a:b\n"
      "source: 学校\ncountries: [KZ, es]\ndates: 2019-12-24..2019-12-28, 2019-03\neditor: 王\n"
      "---\n正文",
      "a.md", sink);
  const RawItem expect{
      .origin = {"a.md", 1},
      .id = "007",
      .title = "访问",
      .text = "正文",
      .lang = "zh",
      .url = "https://example.org/a:b",
      .source = "学校",
      .published = parse_date("2020-01-03"),
      .countries = {"KZ", "ES"},
      .dates = {parse_span("2019-12-24..2019-12-28").value(), parse_span("2019-03").value()},
      .extra = R"({"editor":"王"})"};
  CHECK(found == expect);
}

TEST_CASE("read_markdown: a first heading is the title") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"heading and text", "# Visit to Astana\n\nText\n", "1 Visit to Astana|Text\n"},
      {"CRLF", "# Visit\r\n\r\nOne\r\nTwo\r\n", "1 Visit|One\nTwo\n"},
      {"blank lines before", "\n\n# 标题\n正文", "1 标题|正文\n"},
      {"heading alone", "# Visit", "1 Visit|\n"},
      {"no heading", "Text\n\n# Not the title\n", "1 |Text\n\n# Not the title\n"},
      {"lower heading is text", "## Part\nText", "1 |## Part\nText\n"},
      {"hashtag is text", "#news Text", "1 |#news Text\n"},
      {"empty", "", "1! item has neither title nor text\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read(&read_markdown, c.text), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
