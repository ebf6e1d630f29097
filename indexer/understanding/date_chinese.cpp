// Chinese dates: 2019年12月24日至28日, 7月5至8日, 12月3、4日, 十月二十九日, 民国108年12月24日,
// 3月上旬.
//
// A year of two or three figures (19年12月24日, 111年10月3日) and a day without a month (30日,
// 本月20日, 今(18)日) are left for the reader of the whole item, who knows what surrounds them.

#include <optional>
#include <span>

#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

using Kind = DateTokenKind;

constexpr int kMaxNoise = 4;
constexpr std::size_t kHanBytes = 3;

bool is_small_number(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits <= 2 && !token.ordinal;
}

// Steps over what may stand between a day and the joint behind it: 上午, (周二), 星期二, 起.
void skip_noise(DateCursor& cursor) {
  for (int i = 0; i < kMaxNoise; ++i) {
    DateCursor ahead = cursor;
    const bool open = ahead.take(Kind::kOpen);
    if (!ahead.take(Kind::kWeekday) && !ahead.take(Kind::kTimeOfDay) &&
        (open || !ahead.take(Kind::kStart))) {
      return;
    }
    if (open) {
      ahead.take(Kind::kTimeOfDay);
      if (!ahead.take(Kind::kClose)) {
        return;
      }
    }
    cursor = ahead;
  }
}

// The year behind `number`, and how sure it is; nothing when no such year can be meant.
std::optional<int> year_of(const DateToken& number, bool roc, YearFigures& figures) {
  if (roc) {
    return number.value + kRocOffset <= kLastYear ? std::optional(number.value + kRocOffset)
                                                  : std::nullopt;
  }
  if (number.digits == 4 && is_year(number.value)) {
    return number.value;
  }
  if (number.digits == 3 && is_roc_year(number.value)) {
    figures = YearFigures::kThree;
    return number.value + kRocOffset;
  }
  if (number.digits == 2 && number.end - number.begin == 2) {  // In figures: 十九年 is a duration.
    figures = YearFigures::kTwo;
    return year_of_two_figures(number.value);
  }
  return std::nullopt;
}

// Reads 2019年, 二〇一九年, 民国108年, 111年 or 19年.
bool take_year(DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  const bool roc = ahead.take(Kind::kEra);
  const DateToken number = ahead.token();
  if (number.kind != Kind::kNumber || number.ordinal) {
    return false;
  }
  ahead.next();
  if (!ahead.take(Kind::kYearMark)) {
    return false;
  }
  const auto year = year_of(number, roc, group.year_figures);
  if (!year) {
    return false;
  }
  group.year = *year;
  cursor = ahead;
  return true;
}

bool take_month(DateCursor& cursor, DateGroup& group) {
  const DateToken number = cursor.token();
  if (!is_small_number(number) || cursor.peek().kind != Kind::kMonthMark) {
    return false;
  }
  group.month = static_cast<unsigned>(number.value);
  cursor.next();
  cursor.next();
  return true;
}

std::optional<DayJoint> take_joint(DateCursor& cursor) {
  skip_noise(cursor);
  if (cursor.take(Kind::kTo) || cursor.take(Kind::kDash)) {
    return DayJoint::kThrough;
  }
  return cursor.take(Kind::kAnd) ? std::optional(DayJoint::kAnd) : std::nullopt;
}

// Reads 24日, 5至8日, 3、4日; stops behind the last number that 日 closes.
bool take_days(DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  DayJoint joint = DayJoint::kNone;
  std::size_t kept = 0;
  while (is_small_number(ahead.token()) && ahead.peek().kind != Kind::kMonthMark) {
    const DateToken number = ahead.token();
    ahead.next();
    const bool marked = ahead.take(Kind::kDayMark);
    if (!group.add(
            {static_cast<unsigned>(number.value), joint, marked, number.begin, ahead.behind()})) {
      break;
    }
    if (marked) {
      kept = group.day_count;
      cursor = ahead;
    }
    const auto next = take_joint(ahead);
    if (!next) {
      break;
    }
    joint = *next;
  }
  group.day_count = kept;
  return kept > 0;
}

bool take_period(DateCursor& cursor, DateGroup& group) {
  const DateToken token = cursor.token();
  if (!cursor.take(Kind::kPeriod)) {
    return false;
  }
  group.period = token.value;
  return true;
}

// 2019年12月24 with its 日 lost at the end of a line or before a comma.
bool take_unmarked_day(DateCursor& cursor, DateGroup& group) {
  const DateToken number = cursor.token();
  if (group.year == 0 || !is_small_number(number)) {
    return false;
  }
  const Kind next = cursor.peek().kind;
  const bool stops = text_behind(cursor.text(), number.end, 3) == "。";
  if (!stops && next != Kind::kEnd && next != Kind::kComma && next != Kind::kClose) {
    return false;
  }
  group.add(
      {static_cast<unsigned>(number.value), DayJoint::kNone, false, number.begin, number.end});
  cursor.next();
  return true;
}

std::optional<DateGroup> take_group(DateCursor& cursor) {
  DateGroup group;
  group.begin = cursor.token().begin;
  DateCursor ahead = cursor;
  take_year(ahead, group);
  if (!take_month(ahead, group)) {
    return std::nullopt;
  }
  if (!take_days(ahead, group) && !take_period(ahead, group)) {
    take_unmarked_day(ahead, group);
  }
  if (group.year_figures == YearFigures::kTwo && group.day_count == 0) {
    return std::nullopt;  // 10年9月 is as often a duration.
  }
  group.end = ahead.behind();
  cursor = ahead;
  return group;
}

bool is_single(const DateGroup& group) {
  return group.day_count <= 1;
}

// 10月29日至11月7日, 2019年12月至2020年3月, 3月上旬至4月中旬.
std::optional<DateGroup> take_second(DateCursor& cursor, const DateGroup& first) {
  DateCursor ahead = cursor;
  if (!is_single(first) || take_joint(ahead) != DayJoint::kThrough) {
    return std::nullopt;
  }
  auto second = take_group(ahead);
  const auto has_days = [](const DateGroup& g) { return g.day_count > 0 || g.period > 0; };
  if (!second || !is_single(*second) || has_days(first) != has_days(*second)) {
    return std::nullopt;
  }
  cursor = ahead;
  return second;
}

// 3-5月, 2020年3至5月: the first month waits for the mark of the second.
bool take_open_month(DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  group.begin = ahead.token().begin;
  take_year(ahead, group);
  const DateToken number = ahead.token();
  if (!is_small_number(number)) {
    return false;
  }
  ahead.next();
  if (!ahead.is(Kind::kTo) && !ahead.is(Kind::kDash)) {
    return false;
  }
  group.month = static_cast<unsigned>(number.value);
  group.end = number.end;
  cursor = ahead;
  return true;
}

std::optional<std::size_t> read_open_months(DateCursor cursor, DateReadings& out) {
  DateGroup first;
  if (!take_open_month(cursor, first)) {
    return std::nullopt;
  }
  const auto second = take_second(cursor, first);
  if (!second || second->day_count > 0 || second->period > 0) {
    return std::nullopt;
  }
  append_range(first, *second, out);
  return cursor.behind();
}

struct YearName {
  std::string_view name;
  YearWord word;
  int offset;
};
constexpr YearName kYearNames[] = {
    {"今年", YearWord::kPublished, 0},  {"本年", YearWord::kPublished, 0},
    {"去年", YearWord::kPublished, -1}, {"明年", YearWord::kPublished, 1},
    {"前年", YearWord::kPublished, -2}, {"同年", YearWord::kContext, 0},
    {"当年", YearWord::kContext, 0},    {"次年", YearWord::kContext, 1},
};

// Takes in 去年 before a yearless month.
void take_year_name(std::string_view text, DateGroup& group) {
  std::string_view before = text.substr(0, group.begin);
  if (group.year != 0) {
    return;
  }
  if (before.ends_with("的")) {
    before.remove_suffix(std::string_view("的").size());
  }
  if (!before.ends_with("年")) {
    return;
  }
  for (const YearName& entry : kYearNames) {
    if (before.ends_with(entry.name)) {
      group.year_word = entry.word;
      group.year_offset = entry.offset;
      group.begin = before.size() - entry.name.size();
    }
  }
}

struct NearName {
  std::string_view name;
  NearWord word;
  int offset;
};
// Longer ones first where one ends another.
constexpr NearName kMonthNames[] = {
    {"上个月", NearWord::kMonth, -1}, {"下个月", NearWord::kMonth, 1},
    {"这个月", NearWord::kMonth, 0},  {"本月", NearWord::kMonth, 0},
    {"上月", NearWord::kMonth, -1},   {"下月", NearWord::kMonth, 1},
    {"当月", NearWord::kContext, 0},  {"同月", NearWord::kContext, 0},
};
constexpr NearName kDayNames[] = {
    {"今天", NearWord::kDay, 0},  {"今日", NearWord::kDay, 0}, {"昨天", NearWord::kDay, -1},
    {"昨日", NearWord::kDay, -1}, {"明天", NearWord::kDay, 1}, {"明日", NearWord::kDay, 1},
    {"今", NearWord::kDay, 0},    {"昨", NearWord::kDay, -1},  {"明", NearWord::kDay, 1},
    {"前天", NearWord::kDay, -2}, {"后天", NearWord::kDay, 2},
};

// Takes in the last of `names` before `end`.
bool take_near_name(std::string_view text, std::size_t end, std::span<const NearName> names,
                    DateGroup& group) {
  const std::string_view before = text_before(text, end, 12);
  for (const NearName& entry : names) {
    if (before.ends_with(entry.name)) {
      group.near_word = entry.word;
      group.near_offset = entry.offset;
      group.begin = end - entry.name.size();
      return true;
    }
  }
  return false;
}

// 今(18)日, 昨天(17日), 今日(18): the day in brackets, 日 or 天 on one side of them.
std::optional<std::size_t> read_bracketed_day(std::string_view text, const DateToken& number,
                                              DateReadings& out) {
  DateGroup group;
  std::size_t open = number.begin;
  while (open > 0 && text[open - 1] == ' ') {
    --open;
  }
  if (open == 0 || text[open - 1] != '(' || !take_near_name(text, open - 1, kDayNames, group)) {
    return std::nullopt;
  }
  DateCursor cursor(text, number.end);
  bool marked = open - 1 - group.begin > kHanBytes || cursor.take(Kind::kDayMark);
  cursor.take(Kind::kDayMark);
  if (!cursor.take(Kind::kClose)) {
    return std::nullopt;
  }
  marked = cursor.take(Kind::kDayMark) || marked;
  if (!marked) {
    return std::nullopt;
  }
  group.end = cursor.behind();
  group.add({static_cast<unsigned>(number.value), DayJoint::kNone, true, number.begin, number.end});
  append_bare_days(group, out);
  return group.end;
}

// 30日, 28至30日: the month stands elsewhere. Only in figures; 三日 is mostly three days.
std::optional<std::size_t> read_bare_days(std::string_view text, std::size_t at,
                                          DateReadings& out) {
  DateCursor cursor(text, at);
  if (!is_digit(text[at])) {
    return std::nullopt;
  }
  if (const auto end = read_bracketed_day(text, cursor.token(), out)) {
    return end;
  }
  DateGroup group;
  group.begin = at;
  if (!take_days(cursor, group)) {
    return std::nullopt;
  }
  group.end = cursor.behind();
  if (text.substr(0, group.end).ends_with("号")) {  // Houses and trains have numbers too.
    out.refuse(group.begin, group.end, DateReason::kNumber);
    return std::nullopt;
  }
  if (text.substr(0, at).ends_with("月")) {
    take_near_name(text, at, kMonthNames, group);
  }
  append_bare_days(group, out);
  return group.end;
}

// A year that fits no rule spoils the whole date: 256年12月24日 says nothing.
std::optional<std::size_t> skip_unknown_year(DateCursor cursor) {
  if (!cursor.is(Kind::kNumber) || cursor.peek().kind != Kind::kYearMark) {
    return std::nullopt;
  }
  cursor.next();
  cursor.next();
  return take_group(cursor) ? std::optional(cursor.behind()) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> read_chinese_date(std::string_view text, std::size_t at,
                                             DateReadings& out) {
  DateCursor cursor(text, at);
  auto first = take_group(cursor);
  if (!first) {
    if (const auto end = read_open_months(cursor, out)) {
      return end;
    }
    if (const auto end = skip_unknown_year(cursor)) {
      out.refuse(at, *end, DateReason::kUncertainYear);
      return end;
    }
    return read_bare_days(text, at, out);
  }
  take_year_name(text, *first);
  if (const auto second = take_second(cursor, *first)) {
    append_range(*first, *second, out);
  } else {
    append_group(*first, false, out);
  }
  return cursor.behind();
}

}  // namespace bulletin
