// English dates: "24-28 December 2019", "May 7th to 8th, 2015", "the 27th of November to the 3rd of
// December, 2023", "June 2015", "on the 23rd". Month names alone stay unread unless a number or
// "in" goes with them: may and march are verbs, august an adjective.

#include <optional>

#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

using Kind = DateTokenKind;

// Which side of the days the month stands on.
enum class Order : std::uint8_t { kDayFirst, kMonthFirst };

bool is_day(const DateToken& token) {
  return (token.kind == Kind::kNumber && token.digits <= 2) || token.kind == Kind::kOrdinalWord;
}

bool is_year_token(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits == 4 && is_year(token.value);
}

// "to", "and", a dash or a comma in front of a further day.
std::optional<DayJoint> take_joint(DateCursor& cursor) {
  if (cursor.take(Kind::kTo) || cursor.take(Kind::kDash)) {
    return DayJoint::kThrough;
  }
  const bool comma = cursor.take(Kind::kComma);
  return cursor.take(Kind::kAnd) || comma ? std::optional(DayJoint::kAnd) : std::nullopt;
}

// A weekday in front of a day: "to Friday 13 October", "and Friday, October 13".
void skip_weekday(DateCursor& cursor) {
  if (cursor.take(Kind::kWeekday)) {
    cursor.take(Kind::kComma);
    cursor.take(Kind::kDot);
  }
}

std::optional<DayItem> take_day(DateCursor& cursor, DayJoint joint) {
  skip_weekday(cursor);
  cursor.take(Kind::kThe);
  const DateToken token = cursor.token();
  if (!is_day(token)) {
    return std::nullopt;
  }
  cursor.next();
  return DayItem{static_cast<unsigned>(token.value), joint, token.ordinal, token.begin, token.end};
}

// In "May 5 and 20 teachers" the 20 counts teachers; in "May 5 and 7 June" the 7 has its own month.
bool is_counted(const DateCursor& behind_day, const DayItem& day, Order order) {
  if (order == Order::kDayFirst) {
    return false;
  }
  DateCursor cursor = behind_day;
  cursor.take(Kind::kOf);
  return cursor.is(Kind::kMonthName) || (cursor.is(Kind::kWord) && !day.marked);
}

// Reads "4", "4-12th", "the 27th", "3, 4 and 5" into `group`.
bool take_days(DateCursor& cursor, Order order, DateGroup& group) {
  const auto first = take_day(cursor, DayJoint::kNone);
  if (!first) {
    return false;
  }
  group.add(*first);
  DateCursor ahead = cursor;
  std::size_t kept = group.day_count;
  while (group.day_count < kMaxDays) {
    const bool comma_only = ahead.is(Kind::kComma) && ahead.peek().kind != Kind::kAnd;
    const auto joint = take_joint(ahead);
    const auto day = joint ? take_day(ahead, *joint) : std::nullopt;
    if (!day || is_counted(ahead, *day, order)) {
      break;
    }
    group.add(*day);
    if (!comma_only) {  // A comma alone ends a date as often as it goes on: "May 5, 20 teachers".
      kept = group.day_count;
      cursor = ahead;
    }
  }
  group.day_count = kept;
  return true;
}

// "this year", "last year", "of the same year" behind a day and month.
bool take_year_word(DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  ahead.take(Kind::kOf);
  ahead.take(Kind::kThe);
  const DateToken word = ahead.token();
  if (word.kind != Kind::kRelative || ahead.peek().kind != Kind::kYearWord) {
    return false;
  }
  ahead.next();
  ahead.next();
  const bool same = word.value == 0 && word.end - word.begin == 4 &&
                    cursor.text().substr(word.begin, 4) == "same";
  group.year_word = same ? YearWord::kContext : YearWord::kPublished;
  group.year_offset = word.value;
  cursor = ahead;
  return true;
}

// The year behind a day and month, with a comma, "of" or "in" before it or nothing at all.
bool take_year(DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  if (!ahead.take(Kind::kComma) && !ahead.take(Kind::kOf) && !ahead.take(Kind::kDash)) {
    ahead.take(Kind::kIn);
  }
  if (!is_year_token(ahead.token())) {
    return take_year_word(cursor, group);
  }
  group.year = ahead.token().value;
  ahead.next();
  cursor = ahead;
  return true;
}

bool has_spelled_day(const DateGroup& group, std::string_view text) {
  for (std::size_t i = 0; i < group.day_count; ++i) {
    if (is_letter(text[group.days[i].begin])) {
      return true;
    }
  }
  return false;
}

std::optional<DateGroup> take_day_first(DateCursor& cursor) {
  DateGroup group;
  group.begin = cursor.token().begin;
  DateCursor ahead = cursor;
  if (!take_days(ahead, Order::kDayFirst, group)) {
    return std::nullopt;
  }
  // "9th, Dec 2024" and "10-11, October, 2023", but not "page 9, October 2023".
  const bool firm = group.day_count > 1 || group.days[0].marked;
  const bool comma = firm && ahead.is(Kind::kComma) && ahead.peek().kind == Kind::kMonthName;
  if (comma) {
    ahead.next();
  }
  const bool of = ahead.take(Kind::kOf);
  ahead.take(Kind::kDash);  // 5-May-2019
  if (!ahead.is(Kind::kMonthName) || (!of && has_spelled_day(group, cursor.text()))) {
    return std::nullopt;
  }
  group.month = static_cast<unsigned>(ahead.token().value);
  ahead.next();
  if (!take_year(ahead, group) && comma) {
    return std::nullopt;
  }
  group.end = ahead.behind();
  cursor = ahead;
  return group;
}

// In "In May 30 teachers came" the 30 counts teachers.
bool counts_something(const DateCursor& cursor, const DateGroup& group) {
  return group.day_count == 1 && !group.days[0].marked && group.year == 0 &&
         cursor.is(Kind::kWord) &&
         is_one_of(last_word(text_before(cursor.text(), group.begin, 40)), {"in", "during"});
}

std::optional<DateGroup> take_month_first(DateCursor& cursor) {
  if (!cursor.is(Kind::kMonthName)) {
    return std::nullopt;
  }
  DateGroup group;
  group.begin = cursor.token().begin;
  group.month = static_cast<unsigned>(cursor.token().value);
  cursor.next();
  DateCursor days = cursor;
  if (take_days(days, Order::kMonthFirst, group)) {
    DateCursor ahead = days;
    take_year(ahead, group);
    if (!counts_something(ahead, group)) {
      cursor = ahead;
      group.end = cursor.behind();
      return group;
    }
  }
  group.day_count = 0;
  take_year(cursor, group);
  group.end = cursor.behind();
  return group;
}

std::optional<DateGroup> take_group(DateCursor& cursor) {
  skip_weekday(cursor);
  cursor.take(Kind::kThe);
  if (auto group = take_day_first(cursor)) {
    return group;
  }
  return take_month_first(cursor);
}

// Moves `begin` back over the word that opens a range: "Between 9 and 14 June", "From the 27th".
bool take_opening(std::string_view text, DateGroup& group, std::string_view opening) {
  std::string_view before = text_before(text, group.begin, 24);
  std::string_view word = last_word(before);
  if (word == "the") {
    before.remove_suffix(before.size() - static_cast<std::size_t>(word.data() - before.data()));
    word = last_word(before);
  }
  if (word != opening) {
    return false;
  }
  group.begin = static_cast<std::size_t>(word.data() - text.data());
  return true;
}

bool can_be_range_end(const DateGroup& group) {
  return group.day_count <= 1;
}

// "28 December 2019 to 3 January 2020"; with "and" only behind "between".
std::optional<DateGroup> take_second(DateCursor& cursor, const DateGroup& first, bool between) {
  DateCursor ahead = cursor;
  if (ahead.take(Kind::kOpen)) {  // "9 October (Wednesday) to 11 October"
    if (!ahead.take(Kind::kWeekday) || !ahead.take(Kind::kClose)) {
      return std::nullopt;
    }
  }
  const bool through = ahead.take(Kind::kTo) || ahead.take(Kind::kDash);
  if (!through && !(between && ahead.take(Kind::kAnd))) {
    return std::nullopt;
  }
  auto second = take_group(ahead);
  const bool same_kind = second && (second->day_count == 0) == (first.day_count == 0);
  if (!same_kind || !can_be_range_end(first) || !can_be_range_end(*second)) {
    return std::nullopt;
  }
  cursor = ahead;
  return second;
}

// "on 24 May and 1 June 2010": two days, one year.
void borrow_year(const DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  if (group.year != 0 || group.day_count == 0 || !ahead.take(Kind::kAnd)) {
    return;
  }
  const auto second = take_group(ahead);
  if (second && second->day_count > 0 && second->month >= group.month) {
    group.year = second->year;
  }
}

// "of this month", "of last month" behind a day.
bool take_near_month(DateCursor& cursor, DateGroup& group) {
  DateCursor ahead = cursor;
  ahead.take(Kind::kOf);
  ahead.take(Kind::kThe);
  const DateToken word = ahead.token();
  const DateToken unit = ahead.peek();
  if (word.kind != Kind::kRelative ||
      ahead.text().substr(unit.begin, unit.end - unit.begin) != "month") {
    return false;
  }
  ahead.next();
  ahead.next();
  const bool same = ahead.text()[word.begin] == 's';
  group.near_word = same ? NearWord::kContext : NearWord::kMonth;
  group.near_offset = word.value;
  cursor = ahead;
  return true;
}

// What a noun cannot follow: "on the 23rd, they", but not "on the 2nd floor".
bool is_behind_day(const DateCursor& cursor) {
  switch (cursor.token().kind) {
    case Kind::kEnd:
    case Kind::kComma:
    case Kind::kDot:
    case Kind::kThe:
    case Kind::kIn:
    case Kind::kAnd:
    case Kind::kFunctionWord:
      return true;
    default:
      return cursor.text()[cursor.token().begin] == ';';
  }
}

// "on the 23rd", "from the 23rd to the 25th": the month was named before.
std::optional<std::size_t> read_bare_days(DateCursor cursor, DateReadings& out) {
  const std::string_view before = text_before(cursor.text(), cursor.token().begin, 24);
  std::string_view governor = last_word(before);
  if (governor == "the") {
    governor = last_word(before.substr(0, before.rfind("the")));
  }
  DateGroup group;
  group.begin = cursor.token().begin;
  if (!cursor.token().ordinal || !is_one_of(governor, {"on", "from", "between"}) ||
      !take_days(cursor, Order::kDayFirst, group)) {
    return std::nullopt;
  }
  if (!take_near_month(cursor, group) && !is_behind_day(cursor)) {
    out.refuse(group.begin, cursor.behind(), DateReason::kNumber);
    return std::nullopt;
  }
  group.end = cursor.behind();
  append_bare_days(group, out);
  return group.end;
}

bool is_range(const DateGroup& group) {
  return group.day_count > 1;
}

}  // namespace

std::optional<std::size_t> read_english_date(std::string_view text, std::size_t at,
                                             DateReadings& out) {
  DateCursor cursor(text, at);
  auto first = take_group(cursor);
  if (!first) {
    return is_digit(text[at]) ? read_bare_days(DateCursor(text, at), out) : std::nullopt;
  }
  DateGroup opened = *first;
  const bool between = take_opening(text, opened, "between");
  const auto second = take_second(cursor, *first, between);
  if (second) {
    if (!between) {
      take_opening(text, opened, "from");
    }
    append_range(opened, *second, out);
    return cursor.behind();
  }
  borrow_year(cursor, *first);
  if (is_range(*first)) {
    opened.year = first->year;
    if (between || take_opening(text, opened, "from")) {
      first = opened;
    }
  }
  append_group(*first, between, out);
  return cursor.behind();
}

}  // namespace bulletin
