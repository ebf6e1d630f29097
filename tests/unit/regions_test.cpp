#include "indexer/understanding/regions.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/understanding/gazetteer.hpp"

namespace bulletin {
namespace {

// `143 142`: subregion and continent.
std::string path(std::string_view country) {
  const auto regions = region_of(country);
  return regions ? regions->subregion.code + ' ' + regions->continent.code : "";
}

TEST_CASE("region_of: subregion and continent of a country") {
  struct Case {
    std::string_view country, expect;
  };
  const Case cases[] = {
      {"KZ", "143 142"}, {"CN", "030 142"}, {"HK", "030 142"}, {"MO", "030 142"}, {"TW", "030 142"},
      {"TH", "035 142"}, {"PK", "034 142"}, {"TR", "145 142"}, {"RU", "151 150"}, {"GB", "154 150"},
      {"ES", "039 150"}, {"DE", "155 150"}, {"EG", "015 002"}, {"KE", "014 002"}, {"CM", "017 002"},
      {"NG", "011 002"}, {"ZA", "018 002"}, {"US", "021 019"}, {"MX", "013 019"}, {"CU", "029 019"},
      {"BR", "005 019"}, {"AU", "053 009"}, {"PG", "054 009"}, {"TO", "061 009"}, {"AQ", ""},
      {"XX", ""},        {"kz", ""},        {"", ""},          {"143", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.country);
    CHECK_EQ(path(c.country), c.expect);
  }
  REQUIRE(region_of("KZ"));
  CHECK_EQ(region_of("KZ")->subregion, RegionLabel{"143", "Central Asia", "中亚"});
  CHECK_EQ(region_of("KZ")->continent, RegionLabel{"142", "Asia", "亚洲"});
}

TEST_CASE("region_of: every country but those outside the continents has one") {
  std::string without;
  for (const LabelRow& country : country_labels()) {
    without += region_of(country.code) ? "" : std::string(country.code) + ' ';
  }
  CHECK_EQ(without, "AQ ");
}

TEST_CASE("countries_in: the countries of a region, ordered") {
  CHECK_EQ(countries_in("143"), std::vector<std::string>{"KG", "KZ", "TJ", "TM", "UZ"});
  CHECK(countries_in("QO").empty());
  CHECK(countries_in("KZ").empty());
  CHECK(countries_in("").empty());
  const auto latin_america = countries_in("419");
  CHECK(std::ranges::binary_search(latin_america, "CU"));
  CHECK(std::ranges::binary_search(latin_america, "MX"));
  CHECK_FALSE(std::ranges::binary_search(latin_america, "US"));
}

TEST_CASE("countries_in: subregions split their continent") {
  for (const std::string_view continent : {"002", "009", "019", "142", "150"}) {
    std::set<std::string> subregions;
    for (const std::string& country : countries_in(continent)) {
      REQUIRE(region_of(country));
      CHECK_EQ(region_of(country)->continent.code, continent);
      subregions.insert(region_of(country)->subregion.code);
    }
    std::size_t sum = 0;
    for (const std::string& subregion : subregions) {
      sum += countries_in(subregion).size();
    }
    CHECK_EQ(sum, countries_in(continent).size());
  }
}

TEST_CASE("parent_region: the continent of a subregion, and none of a continent") {
  CHECK_EQ(parent_region("143"), "142");
  CHECK_EQ(parent_region("005"), "019");
  for (const std::string_view top :
       {"002", "009", "019", "142", "150", "419", "001", "999", "KZ", ""}) {
    CHECK_FALSE(parent_region(top));
  }
}

TEST_CASE("region_from_name: a number or a name in English or Chinese") {
  struct Case {
    std::string_view name, expect;
  };
  const Case cases[] = {
      {"143", "143"},
      {"Central Asia", "143"},
      {"central asia", "143"},
      {"中亚", "143"},
      {"中亞", "143"},
      {"Africa", "002"},
      {"非洲", "002"},
      {"Europe", "150"},
      {"歐洲", "150"},
      {"Southeast Asia", "035"},
      {"South-Eastern Asia", "035"},
      {"东南亚", "035"},
      {"North America", "021"},
      {"北美洲", "021"},
      {"Americas", "019"},
      {"美洲", "019"},
      {"Latin America", "419"},
      {"拉丁美洲", "419"},
      {"拉美", "419"},
      {"西非", "011"},
      {"中部非洲", "017"},
      {"Middle Africa", "017"},
      {"Ｏｃｅａｎｉａ", "009"},
      {"大洋洲", "009"},
      {"中非", ""},
      {"Kazakhstan", ""},
      {"KZ", ""},
      {"999", ""},
      {"14", ""},
      {"", ""},
      {"Central Asia!", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto region = region_from_name(c.name);
    CHECK_EQ(region ? region->code : "", c.expect);
  }
}

TEST_CASE("region_label: names of an M49 number") {
  REQUIRE(region_label("419"));
  CHECK_EQ(*region_label("419"), RegionLabel{"419", "Latin America", "拉丁美洲"});
  CHECK_EQ(region_label("017")->zh, "中部非洲");
  CHECK_FALSE(region_label("QO"));
  CHECK_FALSE(region_label("001"));
}

}  // namespace
}  // namespace bulletin
