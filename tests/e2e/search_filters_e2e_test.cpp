// Limits and facets of bulletin-search: a count is exactly what choosing the value returns.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

std::string ids(const Words& arguments) {
  return found_ids(small_index(), arguments);
}

// The options and the query of one search; options limit by facet group.
struct Search {
  std::vector<std::pair<std::string, std::string>> limits;  // {"--country", "KZ"}
  std::string query;

  // Returns the arguments, with `limit` in the place of all limits of its kind.
  [[nodiscard]] Words with(const std::pair<std::string, std::string>& limit) const {
    Words arguments{"--limit", "0", "--no-facets", limit.first, limit.second};
    for (const auto& [option, value] : limits) {
      if (option != limit.first) {
        arguments.insert(arguments.end(), {option, value});
      }
    }
    arguments.insert(arguments.end(), {"--", query});
    return arguments;
  }

  [[nodiscard]] Words whole() const {
    Words arguments{"--limit", "0"};
    for (const auto& [option, value] : limits) {
      arguments.insert(arguments.end(), {option, value});
    }
    arguments.insert(arguments.end(), {"--", query});
    return arguments;
  }
};

// Chooses every value of every facet of `search` and compares counts; returns how many there were.
std::size_t check_counts(const std::string& index, const Search& search) {
  const ordered_json facets = search_json(index, search.whole()).at("facets");
  std::size_t checked = 0;
  const std::pair<const char*, const char*> groups[] = {
      {"country", "--country"}, {"year", "--date"}, {"month", "--date"},
      {"lang", "--lang"},       {"kind", "--kind"}, {"region", "--region"}};
  for (const auto& [facet, option] : groups) {
    for (const ordered_json& bucket : facets.at(facet)) {
      const std::string value = bucket.at("value");
      CAPTURE(std::string(facet));
      CAPTURE(value);
      const Words arguments = search.with({option, value});
      CHECK_EQ(search_json(index, arguments).at("total"), bucket.at("count"));
      ++checked;
    }
  }
  return checked;
}

}  // namespace

TEST_CASE("filter: --country takes codes and names, none, and any of several") {
  struct Case {
    Words options;
    std::string_view expect;
  };
  const Case cases[] = {
      {{"--country", "KZ"}, "zh-kz kz"},
      {{"--country", "kz"}, "zh-kz kz"},
      {{"--country", "Kazakhstan"}, "zh-kz kz"},
      {{"--country", "哈萨克斯坦"}, "zh-kz kz"},
      {{"--country", "哈薩克"}, "zh-kz kz"},
      {{"--country=none"}, "zh-shang zh-gongsi"},
      {{"--country", "ES", "--country", "赞比亚"}, "two es"},
      {{"--country", "ES,ZM"}, "two es"},
      {{"--country", "KZ", "--country", "none"}, "zh-shang zh-kz kz zh-gongsi"},
      {{"--country", "FR"}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(joined(c.options));
    CHECK_EQ(ids(c.options), c.expect);
  }
}

TEST_CASE("filter: --date finds the items whose spans touch it, at their precision") {
  struct Case {
    Words options;
    std::string_view expect;
  };
  const Case cases[] = {
      {{"--date", "2019"}, "zh-kz kz es"},
      {{"--date", "2019-12"}, "zh-kz kz es"},
      {{"--date", "2019-12-25"}, "zh-kz kz"},
      {{"--date", "2019-12-28"}, "kz"},
      {{"--date", "2019-12-29"}, ""},
      {{"--date", "2020-01"}, "es"},
      {{"--date", "2020-01-15"}, ""},  // Known to the month only.
      {{"--date", "2019-12-26..2020-03"}, "two kz es"},
      {{"--date", "2020-03", "--date", "2021"}, "zh-shang two"},
      {{"--date", "2021-06-01"}, "zh-shang"},
      {{"--date", "none"}, "zh-gongsi"},
      {{"--date", "none,2021"}, "zh-shang zh-gongsi"},
  };
  for (const Case& c : cases) {
    CAPTURE(joined(c.options));
    CHECK_EQ(ids(c.options), c.expect);
  }
}

TEST_CASE("filter: --date reads dates in words, and so does the query") {
  CHECK_EQ(ids({"--date", "2019年12月"}), "zh-kz kz es");
  CHECK_EQ(ids({"--date", "December 2019"}), "zh-kz kz es");
  CHECK_EQ(search_json(small_index(), {"kazakhstan", "dec", "2019"})["total"], 2);
  CHECK_EQ(ids({"library", "2020年3月"}), "two");
  CHECK_EQ(ids({"date:2019-12", "football"}), "es");
}

TEST_CASE("filter: --lang, and limits of several kinds together") {
  CHECK_EQ(ids({"--lang", "zh"}), "zh-shang zh-kz zh-gongsi");
  CHECK_EQ(search_json(small_index(), {"--lang", "en", "--lang", "zh"})["total"], 6);
  CHECK_EQ(ids({"--lang", "fr"}), "");
  CHECK_EQ(ids({"--lang", "en", "--country", "KZ", "--date", "2019"}), "kz");
  CHECK_EQ(ids({"--country", "KZ", "library"}), "kz");
}

TEST_CASE("facets: each group counts without its own limits") {
  const ordered_json facets =
      search_json(small_index(), {"--country", "KZ", "--lang", "en"})["facets"];
  CHECK_EQ(
      facets["country"].dump(),
      R"([{"value":"BW","label":{"en":"Botswana","zh":"博茨瓦纳"},"count":1,"region":"018"},)"
      R"({"value":"ES","label":{"en":"Spain","zh":"西班牙"},"count":1,"region":"039"},)"
      R"({"value":"KZ","label":{"en":"Kazakhstan","zh":"哈萨克斯坦"},"count":1,"region":"143"},)"
      R"({"value":"ZM","label":{"en":"Zambia","zh":"赞比亚"},"count":1,"region":"014"}])");
  CHECK_EQ(facets["lang"].dump(), R"([{"value":"en","count":1},{"value":"zh","count":1}])");
  CHECK_EQ(facets["year"].dump(), R"([{"value":"2019","count":1}])");
  CHECK_EQ(facets["month"].dump(), R"([{"value":"2019-12","count":1}])");
}

TEST_CASE("facets: none stands for items without a country or a date") {
  const ordered_json facets = search_json(small_index(), {"招商"})["facets"];
  CHECK_EQ(
      facets["country"].dump(),
      R"([{"value":"none","label":{"en":"no country","zh":"无国家/地区"},"count":2,"region":null}])");
  CHECK_EQ(facets["year"].dump(), R"([{"value":"2021","count":1},{"value":"none","count":1}])");
  CHECK_EQ(facets["month"].dump(), R"([{"value":"2021-06","count":1}])");
}

TEST_CASE("facets: choosing any value returns as many items as it counted") {
  CHECK_GT(check_counts(corpus_index(), {{}, ""}), 60U);
  CHECK_GT(check_counts(corpus_index(), {{}, "delegation visit"}), 20U);
  CHECK_GT(check_counts(corpus_index(), {{}, "大学 -学习"}), 10U);
  CHECK_GT(check_counts(corpus_index(), {{{"--country", "ZM"}, {"--lang", "en"}}, ""}), 10U);
  CHECK_GT(check_counts(corpus_index(), {{{"--date", "2019"}}, "university"}), 5U);
  CHECK_GT(check_counts(small_index(), {{{"--date", "2019"}, {"--country", "KZ"}}, ""}), 5U);
}

TEST_CASE("facets: a long span of months counts wherever a limit finds it") {
  const TemporaryFolder folder;
  add(folder.at("index"),
      {folder.write("a.jsonl",
                    R"({"id":"long","text":"A long time.","dates":["1990-01..2020-12"]})")});
  const ordered_json result = search_json(folder.at("index"), {"--date", "2020-12"});
  CHECK_EQ(result["total"], 1);
  CHECK_EQ(result["facets"]["month"].size(), 372U);
  CHECK_EQ(result["facets"]["year"].size(), 31U);
}

TEST_CASE("facets: a country that the source supplies can be chosen as it is shown") {
  for (const char* code : {"UK", "XX"}) {
    CAPTURE(code);
    const TemporaryFolder folder;
    const ordered_json item{{"id", "a"}, {"text", "Union"}, {"countries", {code}}};
    add(folder.at("index"), {folder.write("a.jsonl", item.dump())});
    CHECK_GE(check_counts(folder.at("index"), {{}, ""}), 3U);
  }
}

}  // namespace bulletin::test
