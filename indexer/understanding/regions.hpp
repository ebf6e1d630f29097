// The regions of the world that countries roll up to, by the numbers of UN M49: Kazakhstan lies in
// Central Asia (143), that in Asia (142). ICU knows which; names are in English and Chinese.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

/// A region and its display names.
struct RegionLabel {
  std::string code;  ///< UN M49 number as text, three digits: `143`.
  std::string en;
  std::string zh;

  bool operator==(const RegionLabel&) const = default;
};

/// The regions that one country lies in.
struct CountryRegions {
  RegionLabel subregion;  ///< Central Asia.
  RegionLabel continent;  ///< Asia.

  bool operator==(const CountryRegions&) const = default;
};

/// Returns the regions of an ISO 3166-1 alpha-2 code, upper case; nothing for a code without one,
/// such as AQ. Cheap but for the first call in the process.
[[nodiscard]] std::optional<CountryRegions> region_of(std::string_view country);

/// Returns the codes of the countries in a continent or subregion, or in Latin America (419),
/// ordered; empty for an unknown region.
[[nodiscard]] std::vector<std::string> countries_in(std::string_view region);

/// Returns the continent that an M49 subregion lies in; nothing for continents, for Latin America,
/// which is no subregion, and for unknown numbers.
[[nodiscard]] std::optional<std::string> parent_region(std::string_view region);

/// Returns the names of an M49 number, or nothing for an unknown one.
[[nodiscard]] std::optional<RegionLabel> region_label(std::string_view region);

/// Returns the region that `name` as a whole stands for: an M49 number, or a name in English or
/// Chinese, in any case and script. `中非` is none: in bulletins it means China and Africa.
[[nodiscard]] std::optional<RegionLabel> region_from_name(std::string_view name);

}  // namespace bulletin
