// Civil dates and spans of them. No clocks, no time zones: a bulletin's day is the day it names.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bulletin {

/// A day of the proleptic Gregorian calendar; compared in calendar order.
using Date = std::chrono::year_month_day;

/// How finely a date is known.
enum class Precision : std::uint8_t { kDay, kMonth, kYear };

/// Days from `from` to `to`, both included, `from <= to`, both valid.
///
/// With month or year precision the span covers those months or years whole.
struct DateSpan {
  Date from;
  Date to;
  Precision precision = Precision::kDay;

  bool operator==(const DateSpan&) const = default;
};

/// Returns the date of a calendar day, or nothing when there is no such day (31 February).
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// Returns the day itself, the whole month or the whole year.
[[nodiscard]] DateSpan day_span(Date day);
[[nodiscard]] DateSpan month_span(std::chrono::year_month month);
[[nodiscard]] DateSpan year_span(std::chrono::year year);

/// Returns the first day after `date`.
[[nodiscard]] Date next_day(Date date);

/// Writes `2019-12-24`.
[[nodiscard]] std::string format_date(Date date);

/// Writes the span at its precision: `2019-12-24`, `2019-12-24..2019-12-28`, `2019-12`, `2019`.
[[nodiscard]] std::string format_span(const DateSpan& span);

/// Reads what `format_date` writes; a time of day behind `T` or a space is ignored.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Reads what `format_span` writes: `2019`, `2019-12`, `2019-12-24` and `A..B` of any two of them.
///
/// A range has the finer precision of its ends, so that both stay what they say. Nothing on any
/// other form.
[[nodiscard]] std::optional<DateSpan> parse_span(std::string_view text);

/// Returns `day`, `month` or `year`.
[[nodiscard]] std::string_view precision_name(Precision precision);
[[nodiscard]] std::optional<Precision> precision_from_name(std::string_view name);

}  // namespace bulletin
