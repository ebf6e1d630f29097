#include "indexer/schema/bulletin.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

constexpr DateSpan kEvent{2019y / 12 / 24, 2019y / 12 / 28};
constexpr DateSpan kMonth{2019y / 3 / 1, 2019y / 3 / 31, Precision::kMonth};

Evidence words(TextField field, std::size_t begin, std::string surface, std::string rule) {
  return {field, begin, begin + surface.size(), std::move(surface), std::move(rule)};
}

const Evidence kMetadata{.rule = "metadata"};

// An item with every field in use.
Bulletin whole_item() {
  return {.id = "e004",
          .lang = "zh",
          .title = "访问哈萨克斯坦",
          .text = "代表团于2019年12月24日至28日出访。\n第二段",
          .url = "https://example.org/4",
          .source = "学校新闻",
          .published = 2020y / 1 / 3,
          .item_date = kEvent,
          .dates = {{kEvent, {words(TextField::kText, 12, "2019年12月24日至28日", "range")}},
                    {kMonth, {kMetadata}}},
          .countries = {{"CN", {words(TextField::kText, 0, "代表团", "publisher")}},
                        {"KZ", {words(TextField::kTitle, 6, "哈萨克斯坦", "name"), kMetadata}}},
          .extra = R"({"tags":["visit"]})"};
}

std::string render(const std::vector<DateSpan>& spans) {
  std::string line;
  for (const DateSpan& span : spans) {
    line += (line.empty() ? "" : " ") + format_span(span);
  }
  return line;
}

TEST_CASE("dated_spans and shown_date: what was read, else the day of publication") {
  struct Case {
    std::string_view what;
    Bulletin item;
    std::string_view spans, shown;
  };
  const Case cases[] = {
      {"no date at all", {}, "", "none"},
      {"only published", {.published = 2020y / 1 / 3}, "2020-01-03", "2020-01-03"},
      {"dates of the text hide the day of publication",
       {.published = 2020y / 1 / 3, .dates = {{kMonth, {}}}},
       "2019-03",
       "2019-03"},
      {"first date is shown when no event is known",
       {.dates = {{kMonth, {}}, {kEvent, {}}}},
       "2019-03 2019-12-24..2019-12-28",
       "2019-03"},
      {"main event is shown before an earlier date",
       {.item_date = kEvent, .dates = {{kMonth, {}}, {kEvent, {}}}},
       "2019-03 2019-12-24..2019-12-28",
       "2019-12-24..2019-12-28"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(dated_spans(c.item)), c.spans);
    const auto shown = shown_date(c.item);
    CHECK_EQ(shown ? format_span(*shown) : "none", c.shown);
  }
}

TEST_CASE("offered_countries: every country but the publisher's own name") {
  const Evidence name{.rule = "name"};
  const Evidence publisher{.rule = "publisher"};
  Bulletin item{.countries = {{"CN", {publisher, publisher}}, {"KZ", {name}}}};
  CHECK_EQ(offered_countries(item), std::vector<std::string>{"KZ"});
  item.countries.front().evidence.push_back(name);  // The text names China as well.
  CHECK_EQ(offered_countries(item), std::vector<std::string>{"CN", "KZ"});
  item.countries.front().evidence = {publisher, kMetadata};  // The source says so itself.
  CHECK_EQ(offered_countries(item), std::vector<std::string>{"CN", "KZ"});
  CHECK(offered_countries({}).empty());
}

TEST_CASE("headline: the title, else the first clause that can stand alone") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"nothing to show", "", ""},
      {"short text whole", "Centre opens.", "Centre opens."},
      {"English clause", "A delegation visited the open university in Astana, then went home.",
       "A delegation visited the open university in Astana"},
      {"too short a clause goes on",
       "On 5 May 2019, the delegation visited Astana, then went home.",
       "On 5 May 2019, the delegation visited Astana"},
      {"Chinese clause", "国家开放大学赞比亚学习中心揭牌仪式在卢萨卡举行，双方代表出席。",
       "国家开放大学赞比亚学习中心揭牌仪式在卢萨卡举行"},
      {"Chinese clause behind a short one",
       "5月6日，国家开放大学赞比亚学习中心揭牌仪式在卢萨卡举行，双方代表出席。",
       "5月6日，国家开放大学赞比亚学习中心揭牌仪式在卢萨卡举行"},
      {"line break", "First line\nSecond line of the item", "First line"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(headline({.text = std::string(c.text)}), c.expect);
  }
  CHECK_EQ(headline({.title = "Title, whole", .text = "Text"}), "Title, whole");
}

TEST_CASE("headline: a long clause is cut at a word, Chinese between characters") {
  CHECK_EQ(headline({.text = "A delegation of the university went to the capital"}, 32),
           "A delegation of the university…");
  CHECK_EQ(headline({.text = "代表团一行五人先后前往阿斯塔纳和阿拉木图的多所大学进行友好访问"}, 10),
           "代表团一行…");
  CHECK_EQ(headline({.text = std::string(100, 'x')}, 30), std::string(30, 'x') + "…");
}

TEST_CASE("to_json: the public form, optional keys only where there is something") {
  CHECK_EQ(to_json(Bulletin{.id = "1", .lang = "en", .text = "Text"}).dump(),
           R"({"schema":1,"id":"1","lang":"en","title":"","text":"Text","published":null,)"
           R"("item_date":null,"dates":[],"countries":[],"kinds":[]})");
  const nlohmann::ordered_json object = to_json(whole_item());
  CHECK_EQ(object.at("published"), "2020-01-03");
  CHECK_EQ(object.at("item_date").dump(),
           R"({"from":"2019-12-24","to":"2019-12-28","precision":"day"})");
  CHECK_EQ(
      object.at("dates").dump(),
      R"([{"from":"2019-12-24","to":"2019-12-28","precision":"day","evidence":[)"
      R"({"field":"text","begin":12,"end":37,"surface":"2019年12月24日至28日","rule":"range"}]},)"
      R"({"from":"2019-03-01","to":"2019-03-31","precision":"month","evidence":[)"
      R"({"field":"text","begin":0,"end":0,"surface":"","rule":"metadata"}]}])");
  CHECK_EQ(object.at("countries").at(1).at("evidence").at(0).dump(),
           R"({"field":"title","begin":6,"end":21,"surface":"哈萨克斯坦","rule":"name"})");
  CHECK_EQ(object.at("url"), "https://example.org/4");
  CHECK_EQ(object.at("source"), "学校新闻");
  CHECK_EQ(object.at("extra").dump(), R"({"tags":["visit"]})");
}

TEST_CASE("encode and decode: the index keeps an item as it is") {
  const Bulletin year_only{.id = "y",
                           .text = "2019",
                           .dates = {{{2019y / 1 / 1, 2019y / 12 / 31, Precision::kYear},
                                      {words(TextField::kText, 0, "2019", "year")}}}};
  for (const Bulletin& item : {whole_item(), year_only, Bulletin{.id = "x", .text = "只有正文"}}) {
    CAPTURE(item.id);
    CHECK(decode_bulletin(encode_bulletin(item)) == item);
  }
}

TEST_CASE("decode_headline: the headline of the whole item, with and without a title") {
  Bulletin item = whole_item();
  CHECK_EQ(decode_headline(encode_bulletin(item)), headline(item));
  item.title.clear();
  CHECK_EQ(decode_headline(encode_bulletin(item)), headline(item));
  CHECK_EQ(decode_headline(encode_bulletin(item)), item.text.substr(0, item.text.find('\n')));
  for (const std::string other : {"not CBOR", "\xf6", "\x80"}) {
    CHECK_THROWS_AS(static_cast<void>(decode_headline(other)), Error);
  }
}

TEST_CASE("decode: damaged data is an error, whatever the damage") {
  const std::string stored = encode_bulletin(whole_item());
  for (std::size_t length = 0; length < stored.size(); ++length) {
    CAPTURE(length);
    CHECK_THROWS_AS(static_cast<void>(decode_bulletin(stored.substr(0, length))), Error);
  }
  const std::string_view others[] = {"not CBOR", "\xf6", "\x80", R"({"id":"e004"})"};
  for (const std::string_view other : others) {
    CAPTURE(other);
    CHECK_THROWS_AS(static_cast<void>(decode_bulletin(std::string(other))), Error);
  }
  Bulletin item = whole_item();
  CHECK_THROWS_AS(static_cast<void>(decode_headline(stored.substr(0, 8))), Error);
  item.text = "short";  // Evidence now points behind the end.
  CHECK_THROWS_AS(static_cast<void>(decode_bulletin(encode_bulletin(item))), Error);
}

}  // namespace
}  // namespace bulletin
