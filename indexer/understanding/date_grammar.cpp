#include "indexer/understanding/date_grammar.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

constexpr int kLeapYear = 2000;  // In a year unknown, 29 February is possible.
constexpr unsigned kPeriodDays = 10;
constexpr unsigned kMaxDay = 31;

unsigned last_day(int year, unsigned month) {
  return unsigned{(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last).day()};
}

bool is_possible(const DatePoint& point) {
  return point.month >= 1 && point.month <= 12 &&
         (point.day == 0 ||
          make_date(point.year == 0 ? kLeapYear : point.year, point.month, point.day).has_value());
}

bool is_before(const DatePoint& a, const DatePoint& b) {
  return a.month != b.month ? a.month < b.month : a.day < b.day;
}

// Gives the end of a range that lacks the year the year of the other end.
void share_year(DatePoint& from, DatePoint& to) {
  const int turn = is_before(to, from) ? 1 : 0;
  if (from.year == 0 && to.year != 0) {
    from.year = to.year - turn;
  } else if (to.year == 0 && from.year != 0) {
    to.year = from.year + turn;
  }
}

void append_points(const DateGroup& group, DateExpression expression, DateReadings& out) {
  share_year(expression.from, expression.to);
  // Without a year, 29 December to 2 January turns it; 28 to 3 May does not.
  const bool same_round = expression.from.year == 0 ? expression.from.month == expression.to.month
                                                    : expression.from.year == expression.to.year;
  const bool backwards = expression.from.year > expression.to.year ||
                         (same_round && is_before(expression.to, expression.from));
  if (backwards || !is_possible(expression.from) || !is_possible(expression.to)) {
    out.refuse(expression.begin, expression.end, DateReason::kImpossible);
    return;
  }
  expression.year_word = group.year_word;
  expression.year_offset = group.year_offset;
  expression.year_figures = group.year_figures;
  out.expressions.push_back(expression);
}

DateExpression month_expression(const DateGroup& group) {
  const DatePoint whole{group.year, group.month, 0};
  DateExpression expression{
      .from = whole, .to = whole, .form = DateForm::kMonth, .begin = group.begin, .end = group.end};
  if (group.period > 0) {
    const auto period = static_cast<unsigned>(group.period);
    const int year = group.year == 0 ? kLeapYear : group.year;
    expression.form = DateForm::kPeriod;
    expression.from.day = (period - 1) * kPeriodDays + 1;
    expression.to.day = period == 3 ? last_day(year, group.month) : period * kPeriodDays;
  }
  return expression;
}

// Tells whether `item` carries the run that `last` ends on.
bool joins_run(const DayItem& item, const DayItem& last, bool pair_is_range) {
  return item.joint == DayJoint::kThrough || pair_is_range || item.day == last.day + 1;
}

}  // namespace

void append_group(const DateGroup& group, bool pair_is_range, DateReadings& out) {
  if (group.day_count == 0) {
    if (group.month >= 1 && group.month <= 12) {
      append_points(group, month_expression(group), out);
    } else {
      out.refuse(group.begin, group.end, DateReason::kImpossible);
    }
    return;
  }
  const bool range = pair_is_range && group.day_count == 2;
  for (std::size_t first = 0; first < group.day_count;) {
    std::size_t last = first;
    while (last + 1 < group.day_count && joins_run(group.days[last + 1], group.days[last], range)) {
      ++last;
    }
    // Each run quotes its own bytes; the first and the last also quote what all share.
    const bool ends_group = last + 1 == group.day_count;
    append_points(group,
                  {.from = {group.year, group.month, group.days[first].day},
                   .to = {group.year, group.month, group.days[last].day},
                   .form = DateForm::kDay,
                   .begin = first == 0 ? group.begin : group.days[first].begin,
                   .end = ends_group ? group.end : group.days[last].end},
                  out);
    first = last + 1;
  }
}

void append_bare_days(const DateGroup& group, DateReadings& out) {
  for (std::size_t i = 0; i < group.day_count; ++i) {
    const DayItem& item = group.days[i];
    const bool runs_on = item.joint == DayJoint::kThrough && item.day <= kMaxDay &&
                         item.day > out.expressions.back().from.day;
    if (runs_on) {
      out.expressions.back().to.day = item.day;
      out.expressions.back().end = item.end;
    } else if (item.day >= 1 && item.day <= kMaxDay) {
      out.expressions.push_back({.from = {0, 0, item.day},
                                 .to = {0, 0, item.day},
                                 .form = DateForm::kBareDay,
                                 .near_word = group.near_word,
                                 .near_offset = group.near_offset,
                                 .begin = i == 0 ? group.begin : item.begin,
                                 .end = item.end});
    } else {
      out.refuse(item.begin, item.end, DateReason::kImpossible);
      return;
    }
  }
  out.expressions.back().end = group.end;
}

void append_range(const DateGroup& from, const DateGroup& to, DateReadings& out) {
  DateExpression first = month_expression(from);
  const DateExpression second = month_expression(to);
  if (from.day_count > 0) {
    first.from.day = from.days[0].day;
    first.form = DateForm::kDay;
  }
  first.to = second.to;
  if (to.day_count > 0) {
    first.to.day = to.days[to.day_count - 1].day;
  }
  first.end = to.end;
  const bool has_word = from.year_word != YearWord::kNone;
  DateGroup shared = has_word ? from : to;
  shared.year_figures = std::max(from.year_figures, to.year_figures);
  append_points(shared, first, out);
}

std::optional<DateSpan> span_in_year(const DateExpression& expression, int year) {
  const int written = expression.to.year - expression.from.year;
  const int turn = expression.from.year == 0 && is_before(expression.to, expression.from) ? 1 : 0;
  const int last_year = year + (expression.from.year == 0 ? turn : written);
  const bool whole_months = expression.form == DateForm::kMonth;
  const bool to_month_end =
      whole_months || (expression.form == DateForm::kPeriod && expression.to.day > 2 * kPeriodDays);
  if (expression.from.month == 0 || expression.to.month == 0 || year < 1 || last_year > 9998) {
    return std::nullopt;
  }
  const auto from = make_date(year, expression.from.month, std::max(expression.from.day, 1U));
  const auto to =
      make_date(last_year, expression.to.month,
                to_month_end ? last_day(last_year, expression.to.month) : expression.to.day);
  if (!from || !to || *to < *from) {
    return std::nullopt;
  }
  return DateSpan{*from, *to, whole_months ? Precision::kMonth : Precision::kDay};
}

namespace {

using Kind = DateTokenKind;

using Reader = std::optional<std::size_t> (*)(std::string_view, std::size_t, DateReadings&);

std::optional<std::size_t> read_with(std::initializer_list<Reader> readers, std::string_view text,
                                     std::size_t at, DateReadings& out) {
  for (const Reader read : readers) {
    if (const auto end = read(text, at, out)) {
      return end;
    }
  }
  return std::nullopt;
}

// Most numbers are no dates; the token behind tells, and says whose they can be.
std::optional<std::size_t> read_date_at_number(std::string_view text, const DateToken& number,
                                               DateReadings& out) {
  const std::size_t at = number.begin;
  const bool is_short = number.digits <= 2;
  switch (read_date_token(text, number.end).kind) {
    case Kind::kDash:
    case Kind::kSlash:
    case Kind::kDot:
      return read_with({read_numeric_date, read_chinese_date, read_english_date}, text, at, out);
    case Kind::kYearMark:
      return read_chinese_date(text, at, out);
    case Kind::kMonthMark:
    case Kind::kDayMark:
      return is_short ? read_chinese_date(text, at, out) : std::nullopt;
    case Kind::kTo:
    case Kind::kAnd:
    case Kind::kComma:
    case Kind::kClose:
      return is_short ? read_with({read_chinese_date, read_english_date}, text, at, out)
                      : std::nullopt;
    case Kind::kMonthName:
    case Kind::kOf:
      return is_short ? read_english_date(text, at, out) : std::nullopt;
    default:
      break;
  }
  if (number.digits == 8) {
    return read_numeric_date(text, at, out);
  }
  return number.ordinal ? read_english_date(text, at, out) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> read_date_at(std::string_view text, std::size_t at, DateReadings& out) {
  const DateToken first = read_date_token(text, at);
  if (first.kind == Kind::kNumber) {
    return read_date_at_number(text, first, out);
  }
  return first.kind == Kind::kEra ? read_chinese_date(text, at, out)
                                  : read_english_date(text, at, out);
}

namespace {

// First two letters of month names and of spelled-out ordinals.
constexpr std::string_view kStarts = "jafemaapjuauseocnodefisethfosieinitetw";
constexpr std::size_t kHanBytes = 3;

// For each first letter the second ones, a bit each.
constexpr auto kSecondLetters = [] {
  std::array<std::uint32_t, 26> letters{};
  for (std::size_t i = 0; i < kStarts.size(); i += 2) {
    letters.at(static_cast<std::size_t>(kStarts[i] - 'a')) |= 1U << (kStarts[i + 1] - 'a');
  }
  return letters;
}();

constexpr bool may_start_word(char first, char second) {
  return is_letter(second) &&
         (kSecondLetters[static_cast<std::size_t>(first - 'a')] >> (second - 'a') & 1U) != 0;
}

// A number glued to one of these on its left is a part of something else: COVID-19, 3.12, 10:30.
bool is_number_start(std::string_view text, std::size_t at) {
  if (at == 0) {
    return true;
  }
  const char before = text[at - 1];
  if (is_digit(before) || is_letter(before)) {
    return false;
  }
  const char beyond = at > 1 ? text[at - 2] : ' ';
  if (before == '-') {
    return !is_letter(beyond) && !is_digit(beyond);
  }
  const bool glue = before == '.' || before == ':' || before == '/' || before == ',';
  return !(glue && is_digit(beyond)) && before != '/' && before != '_' && before != '#' &&
         before != '$' && before != '=';
}

std::size_t behind_run(std::string_view text, std::size_t at, bool (*belongs)(char)) {
  while (at < text.size() && belongs(text[at])) {
    ++at;
  }
  return at;
}

bool is_han_start(std::string_view text, std::size_t at) {
  std::size_t next = at;
  if (han_digit(next_code_point(text, next)) < 0) {
    return text.substr(at).starts_with("民国");
  }
  std::size_t before = at - std::min(at, kHanBytes);
  return before == at || is_ascii(text[before]) ||
         han_digit(next_code_point(text, before)) < 0;  // Not in the middle of a number.
}

bool is_word_start(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && may_start_word(text[at], text[at + 1]) &&
         (at == 0 || !is_letter(text[at - 1]));
}

// Steps over a mark, or a character that begins no number and no era; `at` itself otherwise.
std::size_t behind_plain_character(std::string_view text, std::size_t at) {
  if (is_ascii(text[at])) {
    return is_digit(text[at]) || is_letter(text[at]) ? at : at + 1;
  }
  std::size_t behind = at;
  const char32_t c = next_code_point(text, behind);
  return may_be_han_digit(c) || c == U'民' ? at : behind;
}

// Steps over the number, the word or the character at `at`.
std::size_t step_over(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c)) {
    return behind_run(text, at, is_digit);
  }
  if (is_letter(c)) {
    return behind_run(text, at, is_letter);
  }
  static_cast<void>(next_code_point(text, at));
  return at;
}

}  // namespace

bool is_date_start(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_digit(c)) {
    return is_number_start(text, at);
  }
  return is_letter(c) ? is_word_start(text, at) : !is_ascii(c) && is_han_start(text, at);
}

std::size_t next_date_start(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t behind = behind_plain_character(text, at);
    if (behind == at && is_date_start(text, at)) {
      return at;
    }
    at = behind > at ? behind : step_over(text, at);
  }
  return at;
}

DateReadings read_dates(std::string_view text) {
  DateReadings found;
  std::size_t at = next_date_start(text, 0);
  while (at < text.size()) {
    const auto end = read_date_at(text, at, found);
    at = next_date_start(text, end && *end > at ? *end : step_over(text, at));
  }
  return found;
}

}  // namespace bulletin
