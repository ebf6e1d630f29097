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
/// A missing year comes from an event's name in the sentence, else from another date of the item,
/// else from `published`: the latest such day that is not after it, or after "will be held on" and
/// 将于 the first that is not before it. Without any the date is left out. Founding years, terms,
/// relative words, bare years and names of days (五四运动, "the 12 May 2008 earthquake") are not
/// events and are left out. "Early August" is left out, "early August 2019" counts as the month:
/// its year is written. A dateline is left out when the text tells of a day up to a month before.
///
/// A day without a month (30日, "on the 23rd,") lies in the month named before it; 今(18)日,
/// 本月20日 and "the 20th of last month" count from `published`, else from the item's other date.
///
/// Figures: the year comes first or last. 02/03/2012 and 24.12.2019 are read day first, 12/24/2019
/// can only be month first; dots are always day first. Two figures of a year mean 1950 to 2049 and
/// need a whole date (24/12/19, 24.12.19, 19年12月24日). Three figures (111年10月3日, 111/10/03)
/// are a year of the Republic of China in an item that names Taiwan or counts such years (民國,
/// 112學年度); elsewhere they say nothing.
///
/// The item's date passes over what happened before ("had been signed in", 曾, renamed long ago)
/// and over plans and "as of" dates if anything else is dated; it is the whole trip around a day of
/// it, and the day within a vague span.
///
/// Rules in the evidence: `day`, `range`, `month`, `period` (上旬), `numeric` (2019-12-24),
/// `dateline` for dates written in full; `year-from-event-name`, `year-from-context`,
/// `year-from-published` (also 今(18)日), `month-from-context` (30日) for dates completed.
///
/// Never throws on any bytes. O(length of the text).
[[nodiscard]] DatesFound find_dates(const ItemText& item, std::optional<Date> published);

/// Something written like a date that `find_dates` did not take.
struct RejectedDate {
  Evidence evidence;             ///< The words; `rule` is the reason.
  std::optional<DateSpan> span;  ///< The days they name, where they name any.

  bool operator==(const RejectedDate&) const = default;
};

/// Finds the readings that `find_dates` considered and dropped, and the forms that it leaves to
/// queries: years alone, periods of a year and relative words.
///
/// Title first, in reading order, each wording once a reason, at most 20. Nothing that lies inside
/// a date of the item, and no span that the item has anyway. Reasons: `founding`, `since`, `term`
/// (2011-2013), `class-year` (2019级), `birth`, `every-year`, `lunar`, `named-day` (五四运动, "the
/// May 4th Movement"), `duration` (为期30日), `number` (2号, version 3.10.12, "on the 2nd floor"),
/// `issue` ("the May issue"), `word` ("may 20" in small letters), `dateline` (superseded by the
/// event's day), `impossible` (31 February), `no-year`, `no-month`, `uncertain-year` (19年 beside
/// Taiwan, 111年 elsewhere), `month-alone` (May, 5月底), `year-alone`, `period` (Q3 2019,
/// 2020年上半年, 2019-12) and `relative` (last year, 今天). O(length of the text).
[[nodiscard]] std::vector<RejectedDate> rejected_dates(const ItemText& item,
                                                       std::optional<Date> published);

/// A date written in a query, with the bytes of the query it takes up.
struct QueryDate {
  DateSpan span;
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
};

/// Finds the dates in a query: every form of `find_dates`, and also years alone, `2019-12`,
/// `12/2019` and `2019-12..2020-03`. Ordered, not overlapping.
///
/// `today` resolves relative words (last month, 去年) and days without a year. "since", "before"
/// and their like widen a span: to the end of today's year, back to 1900. Their bytes, and those of
/// "from" and "between", belong to the date. Never throws on any bytes. O(length of the query).
[[nodiscard]] std::vector<QueryDate> read_query_dates(std::string_view query, Date today);

}  // namespace bulletin
