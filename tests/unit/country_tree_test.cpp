#include "searcher/search/country_tree.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

using Buckets = std::vector<Bucket>;

// `143:2(KZ:2 UZ:1) +none:4`.
std::string render(const CountryTree& tree) {
  std::string line;
  const auto add = [&](const std::string& before, const Bucket& bucket) {
    line += before + bucket.value + ':' + std::to_string(bucket.count);
  };
  for (const RegionBranch& branch : tree.branches) {
    add(line.empty() ? "" : " ", branch.region);
    for (std::size_t i = 0; i < branch.countries.size(); ++i) {
      add(i == 0 ? "(" : " ", branch.countries[i]);
    }
    line += branch.countries.empty() ? "" : ")";
  }
  for (const Bucket& bucket : tree.without_region) {
    add(" +", bucket);
  }
  return line;
}

TEST_CASE("country_tree: countries stand under their subregions") {
  struct Case {
    std::string what;
    Buckets countries, regions;
    std::string expect;
  };
  const Case cases[] = {
      {"nothing", {}, {}, ""},
      {"one branch, its continent left out", {{"KZ", 2}}, {{"142", 2}, {"143", 2}}, "143:2(KZ:2)"},
      {"an item in two countries counts once in their region",
       {{"KZ", 2}, {"UZ", 2}},
       {{"143", 3}},
       "143:3(KZ:2 UZ:2)"},
      {"regions in their own order",
       {{"KZ", 3}, {"CN", 2}, {"JP", 2}},
       {{"030", 4}, {"143", 3}},
       "030:4(CN:2 JP:2) 143:3(KZ:3)"},
      {"items without a country, and places without a region",
       {{"none", 4}, {"AQ", 1}, {"XK", 1}, {"KZ", 1}},
       {{"143", 1}},
       "143:1(KZ:1) +none:4 +AQ:1 +XK:1"},
      {"a region that only its own limits leave out counts 0",
       {{"KZ", 2}, {"FR", 1}},
       {{"143", 2}},
       "143:2(KZ:2) 155:0(FR:1)"},
      {"a region without a country follows the others",
       {{"KZ", 2}},
       {{"155", 7}, {"143", 2}},
       "143:2(KZ:2) 155:7"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(country_tree(c.countries, c.regions)), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
