// What an item counts under in each facet, packed into one value so that counting reads one
// column. The same spans and countries make the terms, so a count equals what a click returns.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// A month as years * 12 + (month - 1). Two bytes would end in the year 5461, and 9999-12-31 is
/// what many systems write for "never".
using MonthNumber = std::uint32_t;

/// Facet values of one item, each list sorted and unique.
struct FacetValues {
  std::string lang;
  std::vector<std::string> countries;
  std::vector<std::string> kinds;  ///< In the order of `kKindNames`.
  std::vector<std::uint16_t> years;
  std::vector<MonthNumber> months;

  bool operator==(const FacetValues&) const = default;
};

/// Collects the values of an item from `offered_countries` and `dated_spans`.
[[nodiscard]] FacetValues facet_values(const Bulletin& bulletin);

/// The years and months of one item.
struct FacetDates {
  std::vector<std::uint16_t> years;
  std::vector<MonthNumber> months;

  bool operator==(const FacetDates&) const = default;
};

/// Packs the values of an item; a few bytes.
[[nodiscard]] std::string pack_facets(const FacetValues& values);

/// The parts of a packed value. Items that count under the same values have the same bytes.
struct PackedFacets {
  std::string_view lang;  ///< The tag itself.
  std::string_view countries;
  std::string_view kinds;
  std::string_view dates;
};

/// Splits a packed value; of a damaged one it gives what can be read.
[[nodiscard]] PackedFacets split_facets(std::string_view packed);

/// Unpack one part, as split.
[[nodiscard]] std::vector<std::string> unpack_countries(std::string_view packed);
[[nodiscard]] std::vector<std::string> unpack_kinds(std::string_view packed);
[[nodiscard]] FacetDates unpack_dates(std::string_view packed);

/// Unpacks a whole value.
[[nodiscard]] FacetValues unpack_facets(std::string_view packed);

/// Writes `2019-12`.
[[nodiscard]] std::string format_month(MonthNumber month);

}  // namespace bulletin
