// Limits by country, date and language, as options and as `field:value` in a query.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/base/date.hpp"
#include "searcher/query/search_query.hpp"

namespace bulletin {

/// One limit read from a value: the query that it means and what it marks in a hit.
struct FilterValue {
  Xapian::Query query;
  std::string country;           ///< Code, when it limits to one.
  std::optional<DateSpan> span;  ///< When it limits to one.
  std::string kind;              ///< When it limits to one.
};

/// Read a country (code or name), a date (any form that queries know), a language, a kind of event
/// or a region (any country in it); `none` means items without a country or date. Nothing when
/// `value` is no such thing. With `rules` a country has to be shown by one of them.
[[nodiscard]] std::optional<FilterValue> country_filter(std::string_view value,
                                                        const std::vector<std::string>& rules = {});
[[nodiscard]] std::optional<FilterValue> kind_filter(std::string_view value);
[[nodiscard]] std::optional<FilterValue> region_filter(std::string_view value);
[[nodiscard]] std::optional<FilterValue> date_filter(std::string_view value, Date today);
[[nodiscard]] std::optional<FilterValue> lang_filter(std::string_view value);

/// Reads the name of a source, a host, an address or the name of a file: items that come from
/// there. Nothing for an empty value.
[[nodiscard]] std::optional<FilterValue> source_filter(std::string_view value,
                                                       const Analyzer& analyzer);

/// Returns the limit to items that touch `span`.
[[nodiscard]] Xapian::Query touching(const DateSpan& span);

/// The rules that evidence for countries carries.
inline constexpr std::array<std::string_view, 11> kCountryRules = {
    "name",     "former-name", "demonym", "abbreviation", "pair", "city",
    "division", "institution", "acronym", "metadata",     "set"};

/// Tells whether evidence for countries can carry the rule `name`.
[[nodiscard]] bool is_country_rule(std::string_view name);

/// Returns the query for one filter term.
[[nodiscard]] Xapian::Query having(std::string_view prefix, std::string_view value);

}  // namespace bulletin
