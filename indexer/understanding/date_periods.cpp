#include "indexer/understanding/date_periods.hpp"

#include <algorithm>
#include <chrono>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

using Kind = DateTokenKind;
using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;

DateSpan months_span(int year_number, unsigned first, unsigned last) {
  return {month_span(year(year_number) / std::chrono::month(first)).from,
          month_span(year(year_number) / std::chrono::month(last)).to, Precision::kMonth};
}

year_month month_of(Date day) {
  return day.year() / day.month();
}

// Units that relative words count in.
enum class Unit : std::uint8_t { kDay, kWeek, kMonth, kQuarter, kYear };

DateSpan week_span(Date day) {
  const sys_days at = day;
  const sys_days monday = at - (std::chrono::weekday(at) - std::chrono::Monday);
  return {monday, monday + days(6), Precision::kDay};
}

DateSpan quarter_span(Date day) {
  const unsigned first = (unsigned{day.month()} - 1) / 3 * 3 + 1;
  return months_span(static_cast<int>(day.year()), first, first + 2);
}

DateSpan relative_span(Date today, Unit unit, int offset) {
  switch (unit) {
    case Unit::kDay:
      return day_span(sys_days(today) + days(offset));
    case Unit::kWeek:
      return week_span(sys_days(today) + days(7 * offset));
    case Unit::kMonth:
      return month_span(month_of(today) + months(offset));
    case Unit::kQuarter:
      return quarter_span((month_of(today) + months(3 * offset)) / std::chrono::day(1));
    case Unit::kYear:
      break;
  }
  return year_span(today.year() + std::chrono::years(offset));
}

struct RelativeWord {
  std::string_view word;
  Unit unit;
  int offset;
};
constexpr RelativeWord kRelativeWords[] = {
    {"today", Unit::kDay, 0},
    {"yesterday", Unit::kDay, -1},
    {"tomorrow", Unit::kDay, 1},
    {"this week", Unit::kWeek, 0},
    {"last week", Unit::kWeek, -1},
    {"next week", Unit::kWeek, 1},
    {"this month", Unit::kMonth, 0},
    {"last month", Unit::kMonth, -1},
    {"next month", Unit::kMonth, 1},
    {"this quarter", Unit::kQuarter, 0},
    {"last quarter", Unit::kQuarter, -1},
    {"previous month", Unit::kMonth, -1},
    {"previous year", Unit::kYear, -1},
    {"this year", Unit::kYear, 0},
    {"last year", Unit::kYear, -1},
    {"next year", Unit::kYear, 1},
    {"今天", Unit::kDay, 0},
    {"今日", Unit::kDay, 0},
    {"昨天", Unit::kDay, -1},
    {"昨日", Unit::kDay, -1},
    {"前天", Unit::kDay, -2},
    {"明天", Unit::kDay, 1},
    {"本周", Unit::kWeek, 0},
    {"这周", Unit::kWeek, 0},
    {"上周", Unit::kWeek, -1},
    {"下周", Unit::kWeek, 1},
    {"本月", Unit::kMonth, 0},
    {"这个月", Unit::kMonth, 0},
    {"上个月", Unit::kMonth, -1},
    {"上月", Unit::kMonth, -1},
    {"下个月", Unit::kMonth, 1},
    {"下月", Unit::kMonth, 1},
    {"本季度", Unit::kQuarter, 0},
    {"上季度", Unit::kQuarter, -1},
    {"今年", Unit::kYear, 0},
    {"本年度", Unit::kYear, 0},
    {"去年", Unit::kYear, -1},
    {"上一年", Unit::kYear, -1},
    {"前年", Unit::kYear, -2},
    {"明年", Unit::kYear, 1},
};

bool ends_word(std::string_view text, std::size_t end) {
  return end >= text.size() || !(is_letter(text[end]) || is_digit(text[end]));
}

// 去年12月 belongs to the grammar, which takes the year word in.
bool month_follows(std::string_view text, std::size_t end) {
  DateCursor cursor(text, text_behind(text, end, 3) == "的" ? end + 3 : end);
  return cursor.is(Kind::kNumber) && cursor.peek().kind == Kind::kMonthMark;
}

std::optional<QueryDate> read_relative(std::string_view text, std::size_t at, Date today) {
  for (const RelativeWord& entry : kRelativeWords) {
    const std::size_t end = at + entry.word.size();
    if (!text.substr(at).starts_with(entry.word)) {
      continue;
    }
    const bool latin = is_letter(entry.word[0]);
    if (latin ? !ends_word(text, end) : entry.unit == Unit::kYear && month_follows(text, end)) {
      return std::nullopt;
    }
    return QueryDate{relative_span(today, entry.unit, entry.offset), at, end};
  }
  return std::nullopt;
}

bool is_year_number(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits == 4 && is_year(token.value);
}

bool is_month_number(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits <= 2 && !token.ordinal && token.value >= 1 &&
         token.value <= 12;
}

// Halves and quarters behind a Chinese year.
struct YearPart {
  std::string_view name;
  unsigned first, last;
};
constexpr YearPart kYearParts[] = {
    {"上半年", 1, 6},     {"下半年", 7, 12},  {"第一季度", 1, 3}, {"一季度", 1, 3},
    {"第二季度", 4, 6},   {"二季度", 4, 6},   {"第三季度", 7, 9}, {"三季度", 7, 9},
    {"第四季度", 10, 12}, {"四季度", 10, 12}, {"春季", 3, 5},     {"夏季", 6, 8},
    {"秋季", 9, 11},
};

std::optional<QueryDate> read_year_part(std::string_view text, std::size_t begin, std::size_t end,
                                        int year_number) {
  for (const YearPart& part : kYearParts) {
    if (text.substr(end).starts_with(part.name)) {
      return QueryDate{months_span(year_number, part.first, part.last), begin,
                       end + part.name.size()};
    }
  }
  return std::nullopt;
}

// A half or a quarter as English has it, with the end of its words.
struct EnglishPart {
  unsigned first, last;
  std::size_t end;
};

std::optional<EnglishPart> english_part_at(std::string_view text, std::size_t at) {
  constexpr YearPart kParts[] = {{"q1", 1, 3},
                                 {"q2", 4, 6},
                                 {"q3", 7, 9},
                                 {"q4", 10, 12},
                                 {"h1", 1, 6},
                                 {"h2", 7, 12},
                                 {"first half", 1, 6},
                                 {"second half", 7, 12},
                                 {"first quarter", 1, 3},
                                 {"second quarter", 4, 6},
                                 {"third quarter", 7, 9},
                                 {"fourth quarter", 10, 12}};
  for (const YearPart& part : kParts) {
    const std::size_t end = at + part.name.size();
    if (text.substr(std::min(at, text.size())).starts_with(part.name) && ends_word(text, end)) {
      return EnglishPart{part.first, part.last, end};
    }
  }
  return std::nullopt;
}

// Q3 2019, Q3/2019, first half of 2019.
std::optional<QueryDate> read_part_then_year(std::string_view text, std::size_t at) {
  const auto part = english_part_at(text, at);
  if (!part) {
    return std::nullopt;
  }
  DateCursor cursor(text, part->end);
  if (!cursor.take(Kind::kOf) && !cursor.take(Kind::kSlash)) {
    cursor.take(Kind::kDash);
  }
  if (!is_year_number(cursor.token())) {
    return std::nullopt;
  }
  return QueryDate{months_span(cursor.token().value, part->first, part->last), at,
                   cursor.token().end};
}

// 民国108年; with a month behind it the grammar reads it.
std::optional<QueryDate> read_roc_year(std::string_view text, std::size_t at) {
  constexpr std::string_view kMark = "民国";
  if (!text.substr(at).starts_with(kMark)) {
    return std::nullopt;
  }
  DateCursor cursor(text, at + kMark.size());
  const DateToken number = cursor.token();
  if (number.kind != Kind::kNumber || number.value < 1 || number.value > 199) {
    return std::nullopt;
  }
  cursor.next();
  if (!cursor.take(Kind::kYearMark) || cursor.is(Kind::kNumber)) {
    return std::nullopt;
  }
  return QueryDate{year_span(year(number.value + kRocOffset)), at, cursor.behind()};
}

// 12/2019.
std::optional<QueryDate> read_month_slash_year(std::string_view text, std::size_t at) {
  DateCursor cursor(text, at);
  const DateToken month_number = cursor.token();
  if (!is_month_number(month_number)) {
    return std::nullopt;
  }
  cursor.next();
  if (!cursor.take(Kind::kSlash) && !cursor.take(Kind::kDash) && !cursor.take(Kind::kDot)) {
    return std::nullopt;
  }
  const DateToken year_number = cursor.token();
  if (!is_year_number(year_number) || !ends_word(text, year_number.end)) {
    return std::nullopt;
  }
  const auto month = static_cast<unsigned>(month_number.value);
  return QueryDate{months_span(year_number.value, month, month), at, year_number.end};
}

// 十二月 2019: the month before its year, as English has it.
std::optional<QueryDate> read_month_then_year(std::string_view text, std::size_t at) {
  DateCursor cursor(text, at);
  const DateToken number = cursor.token();
  if (!is_month_number(number) || cursor.peek().kind != Kind::kMonthMark) {
    return std::nullopt;
  }
  cursor.next();
  cursor.next();
  const DateToken year_number = cursor.token();
  const bool marked = is_year_number(year_number) && cursor.peek().kind == Kind::kYearMark;
  if (!is_year_number(year_number) || marked) {
    return std::nullopt;
  }
  const auto month = static_cast<unsigned>(number.value);
  return QueryDate{months_span(year_number.value, month, month), at, year_number.end};
}

bool is_numeric_separator(const DateCursor& cursor) {
  return cursor.is(Kind::kDash) || cursor.is(Kind::kSlash) || cursor.is(Kind::kDot);
}

// 2019-12, 2019/12, 2019.12 and 2018-19; `number` is the year.
std::optional<QueryDate> read_behind_year(std::string_view text, const DateToken& number) {
  DateCursor cursor(text, number.end);
  if (!is_numeric_separator(cursor) || cursor.token().begin != number.end) {
    return std::nullopt;
  }
  const DateToken second = cursor.peek();
  if (second.kind != Kind::kNumber || second.digits != 2 || second.begin != cursor.token().end ||
      !ends_word(text, second.end)) {
    return std::nullopt;
  }
  if (is_month_number(second)) {
    const auto month = static_cast<unsigned>(second.value);
    return QueryDate{months_span(number.value, month, month), number.begin, second.end};
  }
  const int last_year = number.value / 100 * 100 + second.value;
  if (cursor.is(Kind::kDash) && last_year > number.value) {
    return QueryDate{
        {year_span(year(number.value)).from, year_span(year(last_year)).to, Precision::kYear},
        number.begin,
        second.end};
  }
  return std::nullopt;
}

// Signs that four figures count or name something instead: $2000, ISO 9001:2015, 2000人, 2019室.
bool is_year_alone(std::string_view text, const DateToken& number) {
  const std::string_view before = text.substr(0, number.begin);
  const std::string_view behind = text_behind(text, number.end, 6);
  const char left = before.empty() ? ' ' : before.back();
  const char beyond = before.size() > 1 ? before[before.size() - 2] : ' ';
  const bool glued = is_letter(left) || is_digit(left) || left == '$' || left == '#' ||
                     left == '_' || left == ':' ||
                     ((left == '-' || left == '.' || left == ',' || left == '/') &&
                      (is_letter(beyond) || (left != '-' && left != '.' && is_digit(beyond))));
  const bool runs_on = !behind.empty() && (is_letter(behind[0]) || is_digit(behind[0]));
  const bool decimal =
      behind.size() > 1 && (behind[0] == '.' || behind[0] == ',') && is_digit(behind[1]);
  return !glued && !runs_on && !decimal && !ends_with_any(before, {"€", "£", "¥"}) &&
         !starts_with_any(behind, {"人", "名", "个", "元", "所", "家", "次", "套", "件", "万", "多",
                                   "余", "%", "号", "室"});
}

// 2019, 2019年, 二〇一九年, 2020年上半年, 2019 Q3, 2019 Dec.
std::optional<QueryDate> read_year(std::string_view text, std::size_t at) {
  DateCursor cursor(text, at);
  const DateToken number = cursor.token();
  if (!is_year_number(number)) {
    return std::nullopt;
  }
  const auto longer = read_behind_year(text, number);
  // The point of 2019.12 looks like that of a decimal: judged by what stands in front alone.
  if (longer &&
      (is_year_alone(text, number) || is_year_alone(text.substr(0, number.end), number))) {
    return longer;
  }
  if (!is_year_alone(text, number)) {
    return std::nullopt;
  }
  cursor.next();
  const bool marked = cursor.take(Kind::kYearMark);
  if (const auto part = read_year_part(text, at, cursor.behind(), number.value)) {
    return part;
  }
  if (!marked && cursor.is(Kind::kMonthName)) {
    const auto month = static_cast<unsigned>(cursor.token().value);
    const Kind after = cursor.peek().kind;
    if (after != Kind::kNumber) {
      return QueryDate{months_span(number.value, month, month), at, cursor.token().end};
    }
  }
  if (const auto part = english_part_at(text, cursor.token().begin); part && !marked) {
    return QueryDate{months_span(number.value, part->first, part->last), at, part->end};
  }
  if (!marked && !is_digit(text[at])) {
    return std::nullopt;  // 一二三四 alone counts, it dates nothing.
  }
  return QueryDate{year_span(year(number.value)), at, cursor.behind()};
}

// A full date at `at` is the grammar's to read.
bool is_grammar_date(std::string_view text, std::size_t at) {
  DateReadings ignored;
  return read_date_at(text, at, ignored).has_value();
}

}  // namespace

std::optional<std::size_t> read_number_like_year(std::string_view text, std::size_t at) {
  const DateToken number = read_date_token(text, at);
  return is_year_number(number) && !is_year_alone(text, number) ? std::optional(number.end)
                                                                : std::nullopt;
}

std::optional<QueryDate> read_query_period(std::string_view text, std::size_t at, Date today) {
  if (const auto relative = read_relative(text, at, today)) {
    return relative;
  }
  if (is_letter(text[at])) {
    return read_part_then_year(text, at);
  }
  if (const auto republic = read_roc_year(text, at)) {
    return republic;
  }
  if (const auto reversed = read_month_then_year(text, at)) {
    return reversed;
  }
  if (is_grammar_date(text, at)) {
    return std::nullopt;
  }
  const auto month = read_month_slash_year(text, at);
  return month ? month : read_year(text, at);
}

std::size_t next_query_start(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii(text[at]) && !is_digit(text[at]) && !is_letter(text[at])) {
    ++at;
  }
  return at;
}

std::size_t behind_query_word(std::string_view text, std::size_t at) {
  const auto belongs = is_digit(text[at]) ? is_digit : is_letter;
  if (!belongs(text[at])) {
    static_cast<void>(next_code_point(text, at));
    return at;
  }
  while (at < text.size() && belongs(text[at])) {
    ++at;
  }
  return at;
}

}  // namespace bulletin
