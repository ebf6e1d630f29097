#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/understanding/countries.hpp"

namespace bulletin {
namespace {

// `KZ:Kazakhstan CN:中国`: codes with the bytes of the query they take up.
std::string render(std::string_view query) {
  std::string out;
  for (const QueryCountry& country : read_query_countries(query)) {
    out += (out.empty() ? "" : " ") + country.code + ':';
    out += query.substr(country.begin_byte, country.end_byte - country.begin_byte);
  }
  return out;
}

TEST_CASE("read_query_countries: names in any script, codes in capitals") {
  struct Case {
    std::string_view what, query, expect;
  };
  const Case cases[] = {
      {"English name", "delegation to Kazakhstan 2019", "KZ:Kazakhstan"},
      {"English name in lower case", "visits kazakhstan", "KZ:kazakhstan"},
      {"Simplified name", "哈萨克斯坦代表团", "KZ:哈萨克斯坦"},
      {"Traditional name", "哈薩克", "KZ:哈薩克"},
      {"two names", "赞比亚 坦桑尼亚 学习中心", "ZM:赞比亚 TZ:坦桑尼亚"},
      {"code", "KZ visits", "KZ:KZ"},
      {"code in lower case is text", "kz visits", ""},
      {"pronoun", "tell us about it", ""},
      {"US in a mixed query", "partners in the US", "US:US"},
      {"word in an all-capitals query", "PARTNERS IN US", ""},
      {"artificial intelligence is not Anguilla", "AI education", ""},
      {"uk is no word", "uk universities", "GB:uk"},
      {"a city stays text", "Almaty visit", ""},
      {"a university stays text", "Michigan State University", ""},
      {"the publisher stays text", "国家开放大学 赞比亚", "ZM:赞比亚"},
      {"a demonym stays text", "Kazakh students", ""},
      {"longest name", "印度尼西亚", "ID:印度尼西亚"},
      {"nothing across words", "上海地区 道德国学", ""},
      {"Inner Mongolia is not Mongolia", "内蒙古开放大学 Inner Mongolia", ""},
      {"not within a word", "Malian Omanis", ""},
      {"empty", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(c.query), c.expect);
  }
}

TEST_CASE("country_from_name: a whole name or code in any language and case") {
  struct Case {
    std::string_view name, expect;
  };
  const Case cases[] = {
      {"KZ", "KZ"},         {"kz", "KZ"},        {"Kazakhstan", "KZ"}, {"kazakhstan", "KZ"},
      {"哈萨克斯坦", "KZ"}, {"哈薩克", "KZ"},    {"KAZAKHSTAN", "KZ"}, {"Burma", "MM"},
      {"hong kong", "HK"},  {"香港", "HK"},      {"臺灣", "TW"},       {"Türkiye", "TR"},
      {"turkey", "TR"},     {"Kazakh", ""},      {"Almaty", ""},       {"", ""},
      {"Africa", ""},       {"Kazakhstan!", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK_EQ(country_from_name(c.name).value_or(""), c.expect);
  }
}

TEST_CASE("country_label: names for people, none for unknown codes") {
  REQUIRE(country_label("KZ"));
  CHECK_EQ(country_label("KZ")->en, "Kazakhstan");
  CHECK_EQ(country_label("KZ")->zh, "哈萨克斯坦");
  CHECK_EQ(country_label("HK")->en, "Hong Kong");
  CHECK_FALSE(country_label("kz"));
  CHECK_FALSE(country_label("XX"));
}

}  // namespace
}  // namespace bulletin
