// Countries rolled up to the regions they lie in, for readers: Central Asia > Kazakhstan.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/search/facets.hpp"

namespace bulletin {

/// A UN M49 subregion with the countries in it.
struct RegionBranch {
  Bucket region;                  ///< Items under it, each once; 0 where its own limits find none.
  std::vector<Bucket> countries;  ///< In the order given; may be empty.

  bool operator==(const RegionBranch&) const = default;
};

/// Countries by region.
struct CountryTree {
  std::vector<RegionBranch> branches;  ///< Those with countries first, in the order of `regions`.
  std::vector<Bucket> without_region;  ///< `none`, AQ, codes of a source's own.

  bool operator==(const CountryTree&) const = default;
};

/// Groups `countries` under the subregions among `regions`, both as count_facets() has them; a
/// region that is only a continent is left out.
///
/// Each facet counts without its own limits, so a region may be there without a country, and a
/// country under a region that counts 0.
[[nodiscard]] CountryTree country_tree(std::span<const Bucket> countries,
                                       std::span<const Bucket> regions);

}  // namespace bulletin
