#include "indexer/ingest/item_fields.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace bulletin {
namespace {

// What the item holds, `key=value` between spaces, or the problem behind `!`.
std::string render(const RawItem& item) {
  std::string line;
  const auto put = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) {
      line += (line.empty() ? "" : " ") + std::string(key) + '=' + value;
    }
  };
  put("id", item.id);
  put("title", item.title);
  put("text", item.text);
  put("lang", item.lang);
  put("url", item.url);
  put("source", item.source);
  put("published", item.published ? format_date(*item.published) : "");
  for (const std::string& code : item.countries) {
    put("country", code);
  }
  for (const DateSpan& span : item.dates) {
    put("date", format_span(span));
  }
  put("extra", item.extra);
  return line;
}

std::string set(std::string_view name, std::string_view value) {
  RawItem item;
  const std::string problem = set_field(item, name, nlohmann::json::parse(value));
  return problem.empty() ? render(item) : "! " + problem;
}

TEST_CASE("set_field: what each field takes") {
  struct Case {
    std::string_view what, field, value, expect;
  };
  const Case cases[] = {
      {"title", "title", R"("访问")", "title=访问"},
      {"id is often a number", "id", "17", "id=17"},
      {"null counts as absent", "title", "null", ""},
      {"region of a language tag is dropped", "lang", R"("zh-CN")", "lang=zh"},
      {"language in capitals", "lang", R"("EN_us")", "lang=en"},
      {"day with a time", "published", R"("2019-12-24T08:00:00Z")", "published=2019-12-24"},
      {"day between spaces", "published", R"("  2019-12-24 ")", "published=2019-12-24"},
      {"empty day counts as absent", "published", R"("")", ""},
      {"countries as a list", "countries", R"(["KZ","es"])", "country=KZ country=ES"},
      {"countries between commas", "countries", R"("kz, ES ,")", "country=KZ country=ES"},
      {"no countries", "countries", R"("")", ""},
      {"dates between commas", "dates", R"("2019-12, 2020-01-02..2020-01-05")",
       "date=2019-12 date=2020-01-02..2020-01-05"},
      {"dates as objects", "dates", R"([{"from":"2019-12-24","to":"2019-12-28"},{"from":"2018"}])",
       "date=2019-12-24..2019-12-28 date=2018"},
      {"unknown key is kept", "tags", R"(["a",{"b":1}])", R"(extra={"tags":["a",{"b":1}]})"},
      {"key in capitals is another key", "Title", R"("x")", R"(extra={"Title":"x"})"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(set(c.field, c.value), c.expect);
  }
}

TEST_CASE("set_field: says which field is wrong and what it takes") {
  struct Case {
    std::string_view what, field, value, expect;
  };
  const Case cases[] = {
      {"title as a list", "title", R"(["x"])", "! 'title' has to be a string"},
      {"id as a fraction", "id", "1.5", "! 'id' has to be a string"},
      {"text as an object", "text", "{}", "! 'text' has to be a string"},
      {"language by name", "lang", R"("中文")",
       "! 'lang' has to be a language tag such as en or zh"},
      {"no such day", "published", R"("2019-02-30")",
       "! 'published' has to be a day such as 2019-12-24"},
      {"day in another order", "published", R"("24.12.2019")",
       "! 'published' has to be a day such as 2019-12-24"},
      {"code of three letters", "countries", R"("KAZ")",
       "! 'countries' has to list ISO codes of two letters such as KZ"},
      {"country as a number", "countries", "[7]",
       "! 'countries' has to list ISO codes of two letters such as KZ"},
      {"date in words", "dates", R"("Christmas")",
       "! 'dates' has to list spans such as 2019-12 or 2019-12-24..2019-12-28"},
      {"date object without a beginning", "dates", R"([{"to":"2019"}])",
       "! 'dates' has to list spans such as 2019-12 or 2019-12-24..2019-12-28"},
      {"date object with a number", "dates", R"([{"from":2019}])",
       "! 'dates' has to list spans such as 2019-12 or 2019-12-24..2019-12-28"},
      {"date backwards", "dates", R"([{"from":"2019-12-24","to":"2019-12-20"}])",
       "! 'dates' has to list spans such as 2019-12 or 2019-12-24..2019-12-28"},
      {"one wrong date among right ones", "dates", R"("2019-12, soon")",
       "! 'dates' has to list spans such as 2019-12 or 2019-12-24..2019-12-28"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(set(c.field, c.value), c.expect);
  }
}

TEST_CASE("set_field: several unknown keys are kept together") {
  RawItem item;
  CHECK_EQ(set_field(item, "tags", {"a"}), "");
  CHECK_EQ(set_field(item, "editor", "王"), "");
  CHECK_EQ(item.extra, R"({"editor":"王","tags":["a"]})");
}

TEST_CASE("finish_item: trims, and refuses what is no text") {
  struct Case {
    std::string_view what;
    RawItem item;
    std::string_view expect;
  };
  const Case cases[] = {
      {"spaces of both languages",
       {.id = " 7 ", .title = "\u3000标题\u00A0", .text = "\n\n正文 \r\n"},
       "id=7 title=标题 text=正文"},
      {"title alone is an item", {.title = "Title"}, "title=Title"},
      {"nothing but spaces",
       {.id = "7", .title = " ", .text = "\u3000"},
       "! item has neither title nor text"},
      {"NUL in the text",
       {.text = std::string("a\0b", 3)},
       "! text holds NUL bytes: not a text file?"},
      {"GBK is not UTF-8",
       {.text = "ab\xd6\xd0"},
       "! text is not valid UTF-8 (byte 3 of the item)"},
      {"half a character at the end",
       {.title = "中\xe5\x9b"},
       "! text is not valid UTF-8 (byte 4 of the item)"},
      {"NUL in the id",
       {.id = std::string("\0", 1), .text = "x"},
       "! text holds NUL bytes: not a text file?"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    RawItem item = c.item;
    const std::string problem = finish_item(item);
    CHECK_EQ(problem.empty() ? render(item) : "! " + problem, c.expect);
  }
}

TEST_CASE("check_plain_text: a fault is found wherever it stands") {
  for (std::size_t at = 0; at < 20; ++at) {
    CAPTURE(at);
    std::string text(20, 'x');
    CHECK_EQ(check_plain_text(text), "");
    text[at] = '\0';
    CHECK_EQ(check_plain_text(text), "text holds NUL bytes: not a text file?");
    text[at] = '\xff';
    CHECK_EQ(check_plain_text(text),
             "text is not valid UTF-8 (byte " + std::to_string(at + 1) + " of the item)");
  }
}

TEST_CASE("finish_item: an item of 8 MB is taken, a longer one is not") {
  RawItem item{.title = "x", .text = std::string(kMaxItemBytes - 1, 'x')};
  CHECK_EQ(finish_item(item), "");
  item.title = "xx";
  CHECK_EQ(finish_item(item), "item is longer than 8 MB");
}

TEST_CASE("trim: white space of both languages, and no half characters") {
  CHECK_EQ(trim("\uFEFF\u3000 \t访问\u00A0\n"), "访问");
  CHECK_EQ(trim(" \u3000 "), "");
  CHECK_EQ(trim("\u4E00"), "\u4E00");
  CHECK_EQ(trim("两 个"), "两 个");
}

}  // namespace
}  // namespace bulletin
