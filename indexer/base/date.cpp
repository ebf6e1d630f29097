#include "indexer/base/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace bulletin {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

// Reads exactly `width` digits at the front of `text` and drops them.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  int value = 0;
  if (text.size() < width) {
    return std::nullopt;
  }
  const std::string_view digits = text.substr(0, width);
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || stop != digits.data() + digits.size() || value < 0) {
    return std::nullopt;
  }
  text.remove_prefix(width);
  return value;
}

bool take_char(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

std::optional<DateSpan> parse_point(std::string_view text) {
  const auto year_number = take_digits(text, 4);
  if (!year_number || *year_number < 1) {
    return std::nullopt;
  }
  if (text.empty()) {
    return year_span(year(*year_number));
  }
  const auto month_number = take_char(text, '-') ? take_digits(text, 2) : std::nullopt;
  if (!month_number || *month_number < 1 || *month_number > 12) {
    return std::nullopt;
  }
  if (text.empty()) {
    return month_span(year(*year_number) / month(static_cast<unsigned>(*month_number)));
  }
  const auto day_number = take_char(text, '-') ? take_digits(text, 2) : std::nullopt;
  if (!day_number || !text.empty()) {
    return std::nullopt;
  }
  const auto date = make_date(*year_number, static_cast<unsigned>(*month_number),
                              static_cast<unsigned>(*day_number));
  return date ? std::optional(day_span(*date)) : std::nullopt;
}

constexpr std::array kPrecisionNames{std::pair{Precision::kDay, std::string_view("day")},
                                     std::pair{Precision::kMonth, std::string_view("month")},
                                     std::pair{Precision::kYear, std::string_view("year")}};

std::string format_point(Date date, Precision precision) {
  std::string whole = format_date(date);
  switch (precision) {
    case Precision::kYear:
      return whole.substr(0, 4);
    case Precision::kMonth:
      return whole.substr(0, 7);
    case Precision::kDay:
      break;
  }
  return whole;
}

}  // namespace

std::optional<Date> make_date(int year_number, unsigned month_number, unsigned day_number) {
  const Date date = year(year_number) / month(month_number) / day(day_number);
  return year_number >= 1 && year_number <= 9999 && date.ok() ? std::optional(date) : std::nullopt;
}

DateSpan day_span(Date date) {
  return {date, date, Precision::kDay};
}

DateSpan month_span(std::chrono::year_month whole) {
  return {whole / day(1), Date(whole / std::chrono::last), Precision::kMonth};
}

DateSpan year_span(std::chrono::year whole) {
  return {whole / 1 / 1, whole / 12 / 31, Precision::kYear};
}

Date next_day(Date date) {
  return sys_days(date) + days(1);
}

std::string format_date(Date date) {
  std::string text;
  const auto add = [&](unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    text.append(width - std::min(width, digits.size()), '0').append(digits);
  };
  add(static_cast<unsigned>(static_cast<int>(date.year())), 4);
  text += '-';
  add(unsigned{date.month()}, 2);
  text += '-';
  add(unsigned{date.day()}, 2);
  return text;
}

std::string format_span(const DateSpan& span) {
  std::string from = format_point(span.from, span.precision);
  const std::string to = format_point(span.to, span.precision);
  return from == to ? from : from + ".." + to;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto end = text.find_first_of("T ");
  const auto span = parse_point(text.substr(0, end));
  return span && span->precision == Precision::kDay ? std::optional(span->from) : std::nullopt;
}

std::optional<DateSpan> parse_span(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    return parse_point(text);
  }
  const auto from = parse_point(text.substr(0, dots));
  const auto to = parse_point(text.substr(dots + 2));
  if (!from || !to || to->to < from->from) {
    return std::nullopt;
  }
  return DateSpan{from->from, to->to, std::min(from->precision, to->precision)};
}

std::string_view precision_name(Precision precision) {
  return std::ranges::find(kPrecisionNames, precision, [](const auto& row) { return row.first; })
      ->second;
}

std::optional<Precision> precision_from_name(std::string_view name) {
  const auto* row =
      std::ranges::find(kPrecisionNames, name, [](const auto& entry) { return entry.second; });
  return row == kPrecisionNames.end() ? std::nullopt : std::optional(row->first);
}

}  // namespace bulletin
