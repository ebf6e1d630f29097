// Dates in figures only: 2019-12-24, 24.12.2019, 12/24/19, 20191224, 111/10/03 and ranges of them.
//
// A pair such as 02/03/2012 is read day first: the bulletins are written in British style, day
// first twice as often as month first. 12/24/2019 can only be month first and is read so. Dots are
// always day first.

#include <optional>

#include "indexer/understanding/date_forms.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

using Kind = DateTokenKind;

bool is_separator(Kind kind) {
  return kind == Kind::kDash || kind == Kind::kSlash || kind == Kind::kDot;
}

bool is_short_number(const DateToken& token) {
  return token.kind == Kind::kNumber && token.digits <= 2 && !token.ordinal;
}

// One number and the separator before it; a space behind a separator is tolerated ("2019. 12. 24").
std::optional<DateToken> take_part(DateCursor& cursor, Kind separator) {
  const std::size_t behind = cursor.behind();
  if (!cursor.is(separator) || cursor.token().begin != behind || cursor.token().end != behind + 1 ||
      cursor.peek().kind != Kind::kNumber || cursor.peek().begin > behind + 2) {
    return std::nullopt;
  }
  cursor.next();
  const DateToken number = cursor.token();
  cursor.next();
  return number;
}

// A further digit or part makes it a version number or a telephone number.
bool ends_number(const DateCursor& cursor, Kind separator) {
  const std::string_view rest = text_behind(cursor.text(), cursor.behind(), 2);
  if (!rest.empty() && is_letter(rest[0]) && rest[0] != 't') {
    return false;
  }
  return separator == Kind::kDash || rest.size() < 2 || !is_digit(rest[1]) ||
         (rest[0] != '.' && rest[0] != '/');
}

std::optional<DatePoint> take_year_first(DateCursor& cursor, DateReadings& out) {
  const DateToken year = cursor.token();
  cursor.next();
  const Kind separator = cursor.token().kind;
  if (!is_separator(separator)) {
    return std::nullopt;
  }
  const auto month = take_part(cursor, separator);
  const auto day = month && is_short_number(*month) ? take_part(cursor, separator) : std::nullopt;
  if (!day || !is_short_number(*day) || !ends_number(cursor, separator)) {
    if (day) {
      out.refuse(year.begin, cursor.behind(), DateReason::kNumber);
    }
    return std::nullopt;
  }
  return DatePoint{year.value, static_cast<unsigned>(month->value),
                   static_cast<unsigned>(day->value)};
}

std::optional<int> year_of(const DateToken& token, Kind separator, bool padded) {
  if (token.digits == 4 && is_year(token.value)) {
    return token.value;
  }
  // Short years only where the rest looks like a date: 3.10.12 is a version, 5-6-12 a score.
  if (token.digits == 2 && (separator == Kind::kSlash || (separator == Kind::kDot && padded))) {
    return year_of_two_figures(token.value);
  }
  return std::nullopt;
}

std::optional<DatePoint> take_year_last(DateCursor& cursor, DateReadings& out) {
  const DateToken first = cursor.token();
  cursor.next();
  const Kind separator = cursor.token().kind;
  if (!is_separator(separator)) {
    return std::nullopt;
  }
  const auto second = take_part(cursor, separator);
  const auto last =
      second && is_short_number(*second) ? take_part(cursor, separator) : std::nullopt;
  if (!last) {
    return std::nullopt;
  }
  const auto year = ends_number(cursor, separator)
                        ? year_of(*last, separator, first.digits == 2 && second->digits == 2)
                        : std::nullopt;
  if (!year) {
    out.refuse(first.begin, cursor.behind(), DateReason::kNumber);
    return std::nullopt;
  }
  const bool month_first = second->value > 12 && first.value <= 12 && separator != Kind::kDot;
  const DateToken& day = month_first ? *second : first;
  const DateToken& month = month_first ? first : *second;
  return DatePoint{*year, static_cast<unsigned>(month.value), static_cast<unsigned>(day.value)};
}

std::optional<DatePoint> take_digits_only(DateCursor& cursor, DateReadings& out) {
  const int value = cursor.token().value;
  const std::size_t begin = cursor.token().begin;
  const DatePoint point{value / 10000, static_cast<unsigned>(value / 100 % 100),
                        static_cast<unsigned>(value % 100)};
  cursor.next();
  // Eight figures in a row are a date only if they make one; most are something else.
  const bool has_year = point.year >= 1950 && point.year < 2050;
  if (has_year && ends_number(cursor, Kind::kDot) &&
      make_date(point.year, point.month, point.day)) {
    return point;
  }
  if (has_year) {
    out.refuse(begin, cursor.behind(), DateReason::kNumber);
  }
  return std::nullopt;
}

bool is_roc_number(const DateToken& token) {
  return token.digits == 3 && is_roc_year(token.value);
}

std::optional<DatePoint> take_point(DateCursor& cursor, DateReadings& out) {
  const DateToken& token = cursor.token();
  if (token.kind != Kind::kNumber || token.ordinal) {
    return std::nullopt;
  }
  if (token.digits == 8) {
    return take_digits_only(cursor, out);
  }
  if (token.digits == 4 && is_year(token.value)) {
    return take_year_first(cursor, out);
  }
  if (is_roc_number(token) && cursor.peek().kind != Kind::kDash) {  // Telephones have dashes.
    auto point = take_year_first(cursor, out);
    if (point) {
      point->year += kRocOffset;
    }
    return point;
  }
  return token.digits <= 2 ? take_year_last(cursor, out) : std::nullopt;
}

// Steps over a time of day: T10:00:00Z, 19:18, and over 日 behind the figures.
void skip_tail(DateCursor& cursor) {
  cursor.take(Kind::kDayMark);
  const std::string_view rest = text_behind(cursor.text(), cursor.behind(), 3);
  const bool glued = rest.size() == 3 && rest[0] == 't' && is_digit(rest[1]);
  if (glued) {
    std::size_t at = cursor.behind() + 1;
    const std::size_t limit = at + 32;
    while (at < cursor.text().size() && at < limit &&
           (is_digit(cursor.text()[at]) || cursor.text()[at] == ':' || cursor.text()[at] == '.' ||
            cursor.text()[at] == 'z')) {
      ++at;
    }
    cursor = DateCursor(cursor.text(), at);
  }
}

// The second half of a range that repeats only what changes: -28, -12.28.
std::optional<DatePoint> take_partial(DateCursor& cursor, const DatePoint& from) {
  if (!is_short_number(cursor.token())) {
    return std::nullopt;
  }
  const auto first = static_cast<unsigned>(cursor.token().value);
  cursor.next();
  const Kind separator = cursor.token().kind;
  if (is_separator(separator)) {
    if (const auto day = take_part(cursor, separator); day && is_short_number(*day)) {
      return DatePoint{from.year, first, static_cast<unsigned>(day->value)};
    }
  }
  return DatePoint{from.year, from.month, first};
}

std::optional<DatePoint> take_range_end(DateCursor& cursor, const DatePoint& from,
                                        DateReadings& out) {
  if (!cursor.is(Kind::kDash) && !cursor.is(Kind::kTo)) {
    return std::nullopt;
  }
  cursor.next();
  DateCursor whole = cursor;
  if (const auto point = take_point(whole, out)) {
    cursor = whole;
    return point;
  }
  auto point = take_partial(cursor, from);
  if (point) {
    cursor.take(Kind::kDayMark);
  }
  return point;
}

std::optional<Date> to_date(const DatePoint& point) {
  return make_date(point.year, point.month, point.day);
}

}  // namespace

std::optional<std::size_t> read_numeric_date(std::string_view text, std::size_t at,
                                             DateReadings& out) {
  DateCursor cursor(text, at);
  const auto figures = is_roc_number(cursor.token()) ? YearFigures::kThree : YearFigures::kFour;
  const auto from = take_point(cursor, out);
  if (!from) {
    return std::nullopt;
  }
  skip_tail(cursor);
  DateExpression expression{.from = *from,
                            .to = *from,
                            .form = DateForm::kNumeric,
                            .year_figures = figures,
                            .begin = at,
                            .end = cursor.behind()};
  const auto first = to_date(*from);
  DateCursor ahead = cursor;
  if (const auto to = take_range_end(ahead, *from, out)) {
    if (const auto last = to_date(*to); first && last && *first <= *last) {
      expression.to = *to;
      expression.end = ahead.behind();
    }
  }
  if (first) {
    out.expressions.push_back(expression);
  } else {
    out.refuse(expression.begin, expression.end, DateReason::kImpossible);
  }
  return expression.end;
}

}  // namespace bulletin
