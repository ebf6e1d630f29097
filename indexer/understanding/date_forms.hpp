// The three writers' habits behind date_grammar.hpp, and what they share: groups of days in a
// month.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understanding/date_grammar.hpp"
#include "indexer/understanding/date_tokens.hpp"

namespace bulletin {

/// Each reads a date of its kind at `at`; contract as of `read_date_at`.
[[nodiscard]] std::optional<std::size_t> read_numeric_date(std::string_view text, std::size_t at,
                                                           DateReadings& out);
[[nodiscard]] std::optional<std::size_t> read_english_date(std::string_view text, std::size_t at,
                                                           DateReadings& out);
[[nodiscard]] std::optional<std::size_t> read_chinese_date(std::string_view text, std::size_t at,
                                                           DateReadings& out);

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2099;
inline constexpr int kRocOffset = 1911;  ///< 民国1年 is 1912.

/// Returns the year that two figures mean: 49 is 2049, 50 is 1950.
[[nodiscard]] constexpr int year_of_two_figures(int value) {
  return value + (value < 50 ? 2000 : 1900);
}

/// Tells whether `value`, three figures, may be a year of the Republic of China: 2011 to 2061.
[[nodiscard]] constexpr bool is_roc_year(int value) {
  return value >= 100 && value <= 150;
}

[[nodiscard]] constexpr bool is_year(int value) {
  return value >= kFirstYear && value <= kLastYear;
}

/// How a day hangs on the one before it: "4-12" runs through, "4, 5 and 6" counts up.
enum class DayJoint : std::uint8_t { kNone, kThrough, kAnd };

struct DayItem {
  unsigned day = 0;
  DayJoint joint = DayJoint::kNone;
  bool marked = false;  ///< Written as a day by itself: 24日, 24th.
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline constexpr std::size_t kMaxDays = 10;

/// Days of one month, or the month alone.
struct DateGroup {
  std::array<DayItem, kMaxDays> days{};
  std::size_t day_count = 0;
  int year = 0;
  unsigned month = 0;
  int period = 0;  ///< 1 to 3 for 上旬, 中旬, 下旬.
  YearWord year_word = YearWord::kNone;
  NearWord near_word = NearWord::kNone;
  YearFigures year_figures = YearFigures::kFour;
  int year_offset = 0;
  int near_offset = 0;
  std::size_t begin = 0;
  std::size_t end = 0;

  bool add(const DayItem& item) {
    if (day_count == kMaxDays) {
      return false;
    }
    days[day_count++] = item;
    return true;
  }
};

/// Appends the expressions of one group. With `pair_is_range`, "9 and 14" means 9 to 14.
void append_group(const DateGroup& group, bool pair_is_range, DateReadings& out);

/// Appends the days of a group without a month: each day or run of days quotes its own bytes, the
/// first also what stands before it. Days are checked when their month is known.
void append_bare_days(const DateGroup& group, DateReadings& out);

/// Appends the range from the first of `from` to the last of `to`; nothing when it is impossible.
void append_range(const DateGroup& from, const DateGroup& to, DateReadings& out);

}  // namespace bulletin
