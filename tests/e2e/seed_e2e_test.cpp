// The eight items everything began with; they stand outside the repository, where they are there.

#include <algorithm>
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

std::set<std::string> values_of(const ordered_json& buckets) {
  std::set<std::string> values;
  for (const ordered_json& bucket : buckets) {
    values.insert(bucket.at("value").get<std::string>());
  }
  return values;
}

}  // namespace

TEST_CASE("seed: eight items; Kazakhstan is found in any language, and the facets show the rest") {
  const std::string seed = std::string(BULLETIN_SHARED_DIR) + "/seed";
  if (!std::filesystem::is_directory(seed)) {
    MESSAGE("no folder " << seed << ": nothing to test");
    return;
  }
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  CHECK_EQ(add(index, {seed}),
           "added 8, replaced 0, unchanged 0, left out 0; the index holds 8 items\n");
  CHECK_EQ(add(index, {seed}),
           "added 0, replaced 0, unchanged 8, left out 0; the index holds 8 items\n");

  const std::vector<std::string> queries[] = {
      {"kazakhstan"}, {"哈萨克斯坦"}, {"哈薩克"}, {"Kazakhstan", "2019年12月"}};
  for (const auto& query : queries) {
    CAPTURE(query.front());
    const ordered_json result = search_json(index, query);
    REQUIRE_FALSE(result["hits"].empty());
    const ordered_json& first = result["hits"][0];
    CHECK(first["snippet"]["text"].get<std::string>().find("Almaty") != std::string::npos);
    const auto countries = first["countries"].get<std::vector<std::string>>();
    CHECK(std::ranges::find(countries, "KZ") != countries.end());
  }

  const ordered_json facets = search_json(index, {})["facets"];
  const auto countries = values_of(facets["country"]);
  for (const char* code : {"KZ", "ES", "TH", "ZM", "BW"}) {
    CAPTURE(code);
    CHECK(countries.contains(code));
  }
  const auto months = values_of(facets["month"]);
  CHECK(months.contains("2019-12"));
  CHECK(months.contains("2020-03"));
  const auto years = values_of(facets["year"]);
  CHECK(years.contains("2019"));
  CHECK(years.contains("2020"));
}

TEST_CASE("seed: a date alone, and a date as an option, leave the four visits of December 2019") {
  const std::string seed = std::string(BULLETIN_SHARED_DIR) + "/seed";
  if (!std::filesystem::is_directory(seed)) {
    MESSAGE("no folder " << seed << ": nothing to test");
    return;
  }
  const TemporaryFolder folder;
  add(folder.at("index"), {seed});
  CHECK_EQ(search_json(folder.at("index"), {"--date", "2019-12"})["total"], 4);
  CHECK_EQ(search_json(folder.at("index"), {"2019年12月"})["total"], 4);
  CHECK_EQ(search_json(folder.at("index"), {"december", "2019"})["total"], 4);
}

}  // namespace bulletin::test
