// Which year a date without one means. The sources, best first: a name with a year in the same
// sentence, another date of the item, the day of publication.

#pragma once

#include <optional>
#include <string_view>

#include "indexer/base/date.hpp"
#include "indexer/understanding/date_grammar.hpp"

namespace bulletin {

/// Where a year was taken from.
enum class YearSource : std::uint8_t { kText, kEventName, kContext, kPublished };

/// What is known around a date that lacks its year.
struct YearHints {
  std::optional<Date> published;
  std::optional<DateSpan> context;  ///< The dated event nearest before it, else behind it.
  std::optional<int> item_year;     ///< Year of an event named elsewhere in the item.
  bool planned = false;             ///< The date lies in the future of the bulletin.
};

struct DatedSpan {
  DateSpan span;
  YearSource source = YearSource::kText;
};

/// Returns the span that `expression` means in `text`, or nothing when no source gives its year.
///
/// `text` is the folded field that holds it. O(1): looks at one sentence of bounded length.
[[nodiscard]] std::optional<DatedSpan> date_expression(std::string_view text,
                                                       const DateExpression& expression,
                                                       const YearHints& hints);

/// Returns the year in the name of an event in `text` ("The 2011 annual conference", 2014年理事会).
///
/// Not years of founding, of plans and terms ("2011-2013"), nor those that "in" or "since" governs.
[[nodiscard]] std::optional<int> find_event_year(std::string_view text);

/// Returns the latest span of `expression` that does not begin after `day`; with `planned` the
/// first that does not begin before it.
[[nodiscard]] std::optional<DateSpan> span_near(const DateExpression& expression, Date day,
                                                bool planned);

}  // namespace bulletin
