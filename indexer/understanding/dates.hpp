// Dates in running text, English and Chinese: which spans a bulletin speaks of, and which one is
// the bulletin's own.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"
#include "indexer/understanding/item_text.hpp"

namespace bulletin {

/// The dates of one bulletin.
struct DatesFound {
  std::vector<DateMention> dates;     ///< In reading order, each span once.
  std::optional<DateSpan> item_date;  ///< The main event's whole span; one of `dates`.
};

/// Finds the spans of days or months on which something in `item` happened.
///
/// `published` supplies a missing year (the latest such day that is not after it). Founding years,
/// terms, relative words and bare years are not events and are left out. O(length of the text).
[[nodiscard]] DatesFound find_dates(const ItemText& item, std::optional<Date> published);

/// A date written in a query, with the bytes of the query it takes up.
struct QueryDate {
  DateSpan span;
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
};

/// Finds the dates in a query: every form of `find_dates`, and also years alone, `2019-12`,
/// `12/2019` and `2019-12..2020-03`. Ordered, not overlapping.
///
/// `today` resolves relative words (last month, 去年) and days without a year.
[[nodiscard]] std::vector<QueryDate> read_query_dates(std::string_view query, Date today);

}  // namespace bulletin
