#include "searcher/search/country_tree.hpp"

#include <algorithm>

#include "indexer/understanding/regions.hpp"

namespace bulletin {

CountryTree country_tree(std::span<const Bucket> countries, std::span<const Bucket> regions) {
  CountryTree tree;
  for (const Bucket& region : regions) {
    if (parent_region(region.value)) {
      tree.branches.push_back({.region = region, .countries = {}});
    }
  }
  for (const Bucket& country : countries) {
    const auto lies_in = region_of(country.value);
    if (!lies_in) {
      tree.without_region.push_back(country);
      continue;
    }
    const std::string& code = lies_in->subregion.code;
    auto branch = std::ranges::find(tree.branches, code,
                                    [](const RegionBranch& b) { return b.region.value; });
    if (branch == tree.branches.end()) {
      branch = tree.branches.insert(branch, {.region = {code, 0}, .countries = {}});
    }
    branch->countries.push_back(country);
  }
  std::ranges::stable_partition(tree.branches,
                                [](const RegionBranch& b) { return !b.countries.empty(); });
  return tree;
}

}  // namespace bulletin
