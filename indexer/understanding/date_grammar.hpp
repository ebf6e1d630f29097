// Date expressions as they are written, before anybody asks which year is meant or whether the day
// matters: English, Chinese and numeric forms, read from folded text.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/understanding/date_reasons.hpp"

namespace bulletin {

/// Parts of a date; 0 stands for a part that was not written.
struct DatePoint {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;

  bool operator==(const DatePoint&) const = default;
};

/// How an expression was written; decides its precision and its rule name.
enum class DateForm : std::uint8_t { kDay, kMonth, kPeriod, kNumeric, kBareDay };

/// A year said by its distance only: "9 June last year", 去年12月, 同年9月.
enum class YearWord : std::uint8_t { kNone, kPublished, kContext };

/// A day's month said by its distance only: 当月5日, 本月20日 and "the 20th of last month",
/// 今(18)日.
enum class NearWord : std::uint8_t { kNone, kContext, kMonth, kDay };

/// Figures of the year. Fewer than four need a look at the whole item: 111年 may count from the
/// Republic of China's first year, and is then already stored as 2022; 19年 as 2019.
enum class YearFigures : std::uint8_t { kFour, kTwo, kThree };

/// One date or range as written. `from` and `to` are equal for a single day or month; both have the
/// year, or neither; days are possible ones for their months.
struct DateExpression {
  DatePoint from;
  DatePoint to;
  DateForm form = DateForm::kDay;
  YearWord year_word = YearWord::kNone;
  NearWord near_word = NearWord::kNone;
  YearFigures year_figures = YearFigures::kFour;
  int year_offset = 0;    ///< Added to the year that `year_word` stands for.
  int near_offset = 0;    ///< Months or days from the one that `near_word` stands for.
  std::size_t begin = 0;  ///< Bytes of the folded text.
  std::size_t end = 0;
};

/// Something written like a date that says nothing, and why; bytes of the folded text.
struct RefusedDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  DateReason reason = DateReason::kNone;
};

/// What the readers of dates make of a text.
struct DateReadings {
  std::vector<DateExpression> expressions;
  std::vector<RefusedDate> refused;  ///< May lie inside an expression that another reader took.

  void refuse(std::size_t begin, std::size_t end, DateReason reason) {
    refused.push_back({begin, end, reason});
  }
};

/// Reads the date that starts at byte `at` and appends what it says to `out`.
///
/// Returns the end of the expression, or nothing when none starts here. An impossible date (31
/// February) is taken whole and refused. A list of days that do not touch (5 and 12 May) makes
/// several expressions. `at` is the start of a character, `text` is folded. O(1), never throws.
[[nodiscard]] std::optional<std::size_t> read_date_at(std::string_view text, std::size_t at,
                                                      DateReadings& out);

/// Tells whether a date may start at byte `at`: a number, a month or an ordinal not glued to a
/// word.
[[nodiscard]] bool is_date_start(std::string_view text, std::size_t at);

/// Returns the first byte at or behind `at` where a date may start, or the size of `text`.
[[nodiscard]] std::size_t next_date_start(std::string_view text, std::size_t at);

/// Reads all dates of a text in reading order. O(length of `text`).
[[nodiscard]] DateReadings read_dates(std::string_view text);

/// Returns the span that `expression` means with its first year being `year`; nothing when a day of
/// it does not exist in that year.
[[nodiscard]] std::optional<DateSpan> span_in_year(const DateExpression& expression, int year);

}  // namespace bulletin
