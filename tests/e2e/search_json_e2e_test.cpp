// The JSON of bulletin-search: the keys of searcher/cli/README.md, no more and no fewer.

#include <map>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

// Checks pairs of byte offsets: inside the text, in order, never inside a character.
void check_highlights(const ordered_json& pairs, const std::string& text) {
  const auto is_border = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
  };
  std::size_t last = 0;
  for (const ordered_json& pair : pairs) {
    REQUIRE_EQ(pair.size(), 2U);
    const std::size_t begin = pair[0];
    const std::size_t end = pair[1];
    CHECK_LE(last, begin);
    REQUIRE_LT(begin, end);
    REQUIRE_LE(end, text.size());
    CHECK((is_border(begin) && is_border(end)));
    last = end;
  }
}

void check_hit(const ordered_json& hit) {
  CAPTURE(hit.dump());
  CHECK_EQ(keys_of(hit),
           "rank id score title title_highlights snippet date countries kinds lang translations "
           "sounds url "
           "also");
  CHECK(hit["rank"].is_number_unsigned());
  CHECK(hit["score"].is_number_float());
  CHECK_EQ(keys_of(hit["snippet"]), "text highlights");
  check_highlights(hit["title_highlights"], hit["title"]);
  check_highlights(hit["snippet"]["highlights"], hit["snippet"]["text"]);
  CHECK_FALSE(hit["title"].get<std::string>().empty());
  CHECK_FALSE(hit["snippet"]["text"].get<std::string>().empty());
  CHECK_EQ(hit["snippet"]["text"].get<std::string>().find('\n'), std::string::npos);
  if (!hit["date"].is_null()) {
    CHECK_EQ(keys_of(hit["date"]), "from to precision");
  }
  CHECK((hit["url"].is_null() || !hit["url"].get<std::string>().empty()));
}

std::string keys_of_bucket(const std::string& facet) {
  if (facet == "country" || facet == "region") {
    return std::string("value label count ") + (facet == "country" ? "region" : "parent");
  }
  return facet == "kind" ? "value label count" : "value count";
}

void check_facets(const ordered_json& facets) {
  CHECK_EQ(keys_of(facets), "country year month lang kind region");
  for (const auto& [name, buckets] : facets.items()) {
    for (const ordered_json& bucket : buckets) {
      const bool has_label = name == "country" || name == "kind" || name == "region";
      CHECK_EQ(keys_of(bucket), keys_of_bucket(name));
      CHECK_GT(bucket["count"].get<std::size_t>(), 0U);
      if (has_label) {
        CHECK_EQ(keys_of(bucket["label"]), "en zh");
      }
    }
  }
}

}  // namespace

TEST_CASE("json: every key of every search, in its order") {
  const Words queries[] = {{},
                           {"university"},
                           {"国家开放大学"},
                           {"kazakhstan"},
                           {"哈薩克 访问"},
                           {"\"learning centre\""},
                           {"learn*"},
                           {"country:ZM"},
                           {"nobody-at-all"}};
  for (const Words& query : queries) {
    Words arguments{"--limit", "200"};
    arguments.insert(arguments.end(), query.begin(), query.end());
    const ordered_json result = search_json(corpus_index(), arguments);
    CHECK_EQ(keys_of(result),
             result["total"] == 0
                 ? "schema query readings translations sounds notes total near hits facets"
                 : "schema query readings translations sounds notes total hits facets");
    CHECK_EQ(result["schema"], 1);
    CHECK_EQ(result["query"], query.empty() ? "" : query.front());
    CHECK_EQ(result["total"], result["hits"].size());
    for (const ordered_json& hit : result["hits"]) {
      check_hit(hit);
    }
    check_facets(result["facets"]);
  }
}

TEST_CASE(
    "json: countries name their region and regions their parent, so that a tree can be built") {
  const ordered_json facets = search_json(corpus_index(), {"--limit", "0"})["facets"];
  std::map<std::string, ordered_json> regions;
  for (const ordered_json& region : facets["region"]) {
    regions[region["value"]] = region;
  }
  for (const auto& [value, region] : regions) {
    if (!region["parent"].is_null()) {
      REQUIRE(regions.contains(region["parent"]));
      CHECK(regions.at(region["parent"])["parent"].is_null());
      CHECK_LE(region["count"], regions.at(region["parent"])["count"]);
    }
  }
  std::map<std::string, std::size_t> sums;
  for (const ordered_json& country : facets["country"]) {
    CHECK_EQ(country["region"].is_null(), country["value"] == "none");
    if (!country["region"].is_null()) {
      REQUIRE(regions.contains(country["region"]));
      const ordered_json& region = regions.at(country["region"]);
      CHECK_FALSE(region["parent"].is_null());
      CHECK_LE(country["count"], region["count"]);  // An item counts once in its region.
      sums[country["region"]] += country["count"].get<std::size_t>();
    }
  }
  for (const auto& [value, sum] : sums) {
    CHECK_GE(sum, regions.at(value)["count"].get<std::size_t>());
  }
}

TEST_CASE("json: one hit, byte for byte") {
  ordered_json result = search_json(small_index(), {"--country", "KZ", "libraries"});
  REQUIRE_EQ(result["total"], 1);
  CHECK_GT(result["hits"][0]["score"].get<double>(), 0.0);
  result["hits"][0]["score"] = 0;
  CHECK_EQ(
      result["hits"].dump(),
      R"([{"rank":1,"id":"kz","score":0,"title":"Partners sign a library agreement",)"
      R"("title_highlights":[[16,23]],"snippet":{"text":"Both libraries will lend each )"
      R"(other books. The readers were glad.","highlights":[[5,14]]},"date":)"
      R"({"from":"2019-12-24","to":"2019-12-28","precision":"day"},"countries":["KZ"],)"
      R"("kinds":["signing"],"lang":"en","translations":[],"sounds":[],"url":"https://example.org/kz",)"
      R"("also":[{"id":"zh-kz","lang":"zh","same_words":false}]}])");
}

TEST_CASE("json: an item without date, country and address has null, an empty list and null") {
  const ordered_json hit = search_json(small_index(), {"公司代表"})["hits"][0];
  CHECK_EQ(hit["id"], "zh-gongsi");
  CHECK(hit["date"].is_null());
  CHECK(hit["url"].is_null());
  CHECK_EQ(hit["countries"].dump(), "[]");
}

TEST_CASE("json: a country in plain words is told as a reading") {
  const ordered_json result = search_json(small_index(), {"library 哈薩克"});
  CHECK_EQ(
      result["readings"].dump(),
      R"([{"kind":"country","value":"KZ","label":{"en":"Kazakhstan","zh":"哈萨克斯坦"},)"
      R"("surface":"哈薩克","as_filter":"library country:KZ","as_words":"library \\哈薩克"}])");
  CHECK_EQ(search_json(small_index(), {"--literal", "哈薩克"})["readings"].dump(), "[]");
}

TEST_CASE("json: a date in plain words is told as a reading") {
  const ordered_json result = search_json(small_index(), {"library 2019年12月"});
  CHECK_EQ(result["readings"].dump(),
           R"([{"kind":"date","value":"2019-12","from":"2019-12-01","to":"2019-12-31",)"
           R"("precision":"month","surface":"2019年12月",)"
           R"("as_filter":"library date:2019-12","as_words":"library \\2019年12月"}])");
  CHECK_EQ(result["total"], 1);
}

TEST_CASE("json: --no-facets leaves the key out, --facets puts it back") {
  CHECK_EQ(keys_of(search_json(small_index(), {"--no-facets", "library"})),
           "schema query readings translations sounds notes total hits");
  CHECK(search_json(small_index(), {"--facets", "library"}).contains("facets"));
  CHECK(search_json(small_index(), {"library"}).contains("facets"));
}

TEST_CASE("json: what was guessed is a note") {
  const ordered_json result = search_json(small_index(), {"country:Atlantis OR"});
  CHECK_EQ(result["notes"].size(), 2U);
  CHECK_EQ(search_json(small_index(), {"library"})["notes"].dump(), "[]");
}

TEST_CASE("json: ill-formed bytes of the command line are replaced") {
  const ordered_json result = search_json(small_index(), {"library \xFF\xC3"});
  CHECK_EQ(result["query"], "library \uFFFD\uFFFD");
  CHECK_EQ(result["total"], 2);
}

TEST_CASE("json: nothing found is still one object, and exit status 1") {
  const Finished search =
      bulletin_search({"--db", small_index(), "--json", "--no-translate", "turnip"});
  CHECK_EQ(search.status, 1);
  CHECK_EQ(
      search.out,
      R"({"schema":1,"query":"turnip","readings":[],"translations":[],"sounds":[],"notes":[],"total":0,"near":{"missing":[{"word":"turnip","total":0,"by":"spelling","near":[]}],"without":[]},"hits":[],)"
      R"("facets":{"country":[],"year":[],"month":[],"lang":[],"kind":[],"region":[]}})"
      "\n");
}

}  // namespace bulletin::test
