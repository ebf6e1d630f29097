#include "searcher/search/labels.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "indexer/understanding/gazetteer.hpp"
#include "searcher/search/columns.hpp"

namespace bulletin {
namespace {

std::string render(const BilingualLabel& label) {
  return label.en + '|' + label.zh;
}

TEST_CASE("labels: the shipped names") {
  const Labels labels;
  CHECK_EQ(render(labels.country("KZ")), "Kazakhstan|哈萨克斯坦");
  CHECK_EQ(render(labels.country("none")), "no country|无国家/地区");
  CHECK_EQ(render(labels.country("XX")), "XX|XX");
  CHECK_EQ(render(labels.region("143")), "Central Asia|中亚");
  CHECK_EQ(render(labels.region("999")), "999|999");
  CHECK_EQ(render(labels.kind("visit")), "visit|访问");
  CHECK_EQ(render(labels.kind("picnic")), "picnic|picnic");
  CHECK_EQ(language_name("en"), "English");
  CHECK_EQ(language_name("zh"), "中文");
  CHECK_EQ(language_name("fr"), "fr");
}

TEST_CASE("labels: the shipped names of countries and regions are short and neutral") {
  const Labels labels;
  CHECK_EQ(render(labels.country("HK")), "Hong Kong|香港");
  CHECK_EQ(render(labels.country("MO")), "Macao|澳门");
  CHECK_EQ(render(labels.country("TW")), "Taiwan|台湾");
  CHECK_EQ(render(labels.country("PS")), "Palestine|巴勒斯坦");
  constexpr std::size_t kWidest = 40;  // Half a line: South Georgia & South Sandwich Islands.
  for (const LabelRow& row : country_labels()) {
    const BilingualLabel label = labels.country(row.code);
    CAPTURE(render(label));
    CHECK_LE(columns_of(label.en), kWidest);
    CHECK_LE(columns_of(label.zh), kWidest / 2 + 2);
    CHECK_EQ(label.en.find("SAR"), std::string::npos);
    CHECK_EQ(label.zh.find("特别行政区"), std::string::npos);
    CHECK_EQ(label.en.find("China") != std::string::npos, row.code == "CN");
    CHECK_EQ(label.zh.find("中国") != std::string::npos, row.code == "CN");
  }
}

TEST_CASE("labels: a file overrides what it names and leaves the rest") {
  const Labels labels = Labels::parse(
      R"({"country": {"HK": {"en": "Hong Kong, China", "zh": "中国香港"}, "GB": {"zh": "联合王国"},
                      "XK": {"en": "Kosovo"}, "none": {"en": "elsewhere"}
}
, "region" : {"143" : {"en" : "Inner Asia"}}, "kind" : {
  "visit" : {"zh" : "来访"}
}
})",
      "test");
  CHECK_EQ(render(labels.country("HK")), "Hong Kong, China|中国香港");
  CHECK_EQ(render(labels.country("GB")), "United Kingdom|联合王国");
  CHECK_EQ(render(labels.country("XK")), "Kosovo|XK");
  CHECK_EQ(render(labels.country("none")), "elsewhere|无国家/地区");
  CHECK_EQ(render(labels.country("KZ")), "Kazakhstan|哈萨克斯坦");
  CHECK_EQ(render(labels.region("143")), "Inner Asia|中亚");
  CHECK_EQ(render(labels.region("142")), "Asia|亚洲");
  CHECK_EQ(render(labels.kind("visit")), "visit|来访");
  CHECK_EQ(render(Labels::parse("{}", "test").country("HK")), "Hong Kong|香港");
}

TEST_CASE("labels: a file that says something else is refused by name") {
  struct Case {
    std::string json, cause;
  };
  const Case cases[] = {
      {"", "not a JSON object"},
      {"[]", "not a JSON object"},
      {"{\"country\": {\"HK\": {\"en\": \"\xFF\"}}}", "not a JSON object"},
      {R"({"countries": {}})", "'countries' is none of country, region and kind"},
      {R"({"country": []})", "'country' holds no JSON object"},
      {R"({"country": {"hk": {}}})", "'hk' is no value of the facet country"},
      {R"({"country": {"Hong Kong": {}}})", "'Hong Kong' is no value of the facet country"},
      {R"({"region": {"999": {}}})", "'999' is no value of the facet region"},
      {R"({"kind": {"picnic": {}}})", "'picnic' is no value of the facet kind"},
      {R"({"country": {"HK": "Hong Kong"}})", "the names of 'HK' are no JSON object"},
      {R"({"country": {"HK": {"fr": "x"}}})", "'fr' of 'HK' is neither en nor zh"},
      {R"({"country": {"HK": {"en": 7}}})", "the name en of 'HK' is no short text on one line"},
      {R"({"country": {"HK": {"en": ""}}})", "the name en of 'HK' is no short text on one line"},
      {R"({"country": {"HK": {"zh": "a\nb"}}})",
       "the name zh of 'HK' is no short text on one line"},
      {R"({"country": {"HK": {"zh": ")" + std::string(201, 'x') + "\"}}}",
       "the name zh of 'HK' is no short text on one line"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json);
    std::string message;
    try {
      static_cast<void>(Labels::parse(c.json, "names.json"));
    } catch (const Error& error) {
      CHECK_EQ(error.code(), ErrorCode::kBadUsage);
      message = error.what();
    }
    CHECK_EQ(message, "cannot read labels names.json: " + c.cause);
  }
}

}  // namespace
}  // namespace bulletin
