// Limits by country, date and language, as options and as `field:value` in a query.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/base/date.hpp"
#include "searcher/query/search_query.hpp"

namespace bulletin {

/// One limit read from a value: the query that it means and what it marks in a hit.
struct FilterValue {
  Xapian::Query query;
  std::string country;           ///< Code, when it limits to one.
  std::optional<DateSpan> span;  ///< When it limits to one.
};

/// Read a country (code or name), a date (any form that queries know) or a language; `none` means
/// items without one. Nothing when `value` is no such thing.
[[nodiscard]] std::optional<FilterValue> country_filter(std::string_view value);
[[nodiscard]] std::optional<FilterValue> date_filter(std::string_view value, Date today);
[[nodiscard]] std::optional<FilterValue> lang_filter(std::string_view value);

/// Returns the limit to items that touch `span`.
[[nodiscard]] Xapian::Query touching(const DateSpan& span);

/// Returns the query for one filter term.
[[nodiscard]] Xapian::Query having(std::string_view prefix, std::string_view value);

}  // namespace bulletin
