#include "indexer/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

// `2019-12-01..2019-12-31 month`, or nothing.
std::string render(const std::optional<DateSpan>& span) {
  return span ? format_date(span->from) + ".." + format_date(span->to) + ' ' +
                    std::string(precision_name(span->precision))
              : std::string();
}

TEST_CASE("parse_span: a year, a month, a day, or a range of them") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"year", "2019", "2019-01-01..2019-12-31 year"},
      {"month", "2019-12", "2019-12-01..2019-12-31 month"},
      {"February of a leap year", "2020-02", "2020-02-01..2020-02-29 month"},
      {"February of a century year", "1900-02", "1900-02-01..1900-02-28 month"},
      {"day", "2019-12-24", "2019-12-24..2019-12-24 day"},
      {"leap day", "2020-02-29", "2020-02-29..2020-02-29 day"},
      {"days", "2019-12-24..2019-12-28", "2019-12-24..2019-12-28 day"},
      {"months over new year", "2019-03..2020-02", "2019-03-01..2020-02-29 month"},
      {"years", "2017..2019", "2017-01-01..2019-12-31 year"},
      {"one day twice", "2019-12-24..2019-12-24", "2019-12-24..2019-12-24 day"},
      {"day to month keeps its day", "2019-12-24..2020-01", "2019-12-24..2020-01-31 day"},
      {"no such month", "2019-13", ""},
      {"month nought", "2019-00", ""},
      {"no such day", "2019-02-29", ""},
      {"no such year", "0000", ""},
      {"month of no such year", "0000-05", ""},
      {"sign for a digit", "-019", ""},
      {"backwards", "2020..2019", ""},
      {"half a range", "2019..", ""},
      {"other half of a range", "..2019", ""},
      {"month without its zero", "2019-1", ""},
      {"letters behind", "2019x", ""},
      {"time behind", "2019-12-24T10:00", ""},
      {"full-width digits", "２０１９", ""},
      {"empty", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(parse_span(c.text)), c.expect);
  }
}

TEST_CASE("format_span: writes at the precision, and parse_span reads it back") {
  struct Case {
    DateSpan span;
    std::string_view expect;
  };
  using namespace std::chrono;
  const Case cases[] = {
      {day_span(2019y / 12 / 24), "2019-12-24"},
      {{2019y / 12 / 24, 2020y / 1 / 2}, "2019-12-24..2020-01-02"},
      {month_span(2019y / 12), "2019-12"},
      {{2019y / 3 / 1, 2020y / 2 / 29, Precision::kMonth}, "2019-03..2020-02"},
      {year_span(2019y), "2019"},
      {{2017y / 1 / 1, 2019y / 12 / 31, Precision::kYear}, "2017..2019"},
      {year_span(year(987)), "0987"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.expect);
    CHECK_EQ(format_span(c.span), c.expect);
    CHECK_EQ(parse_span(c.expect), c.span);
  }
}

TEST_CASE("parse_date: a day, with or without a time of day") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"day", "2019-12-24", "2019-12-24"},
      {"ISO time", "2019-12-24T23:59:59Z", "2019-12-24"},
      {"time behind a space", "2019-12-24 08:00", "2019-12-24"},
      {"month is no day", "2019-12", ""},
      {"31 February", "2019-02-31", ""},
      {"range is no day", "2019-12-24..2019-12-25", ""},
      {"other order", "24-12-2019", ""},
      {"empty", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto date = parse_date(c.text);
    CHECK_EQ(date ? format_date(*date) : "", c.expect);
  }
}

TEST_CASE("make_date: only days of the calendar") {
  CHECK(make_date(2020, 2, 29));
  CHECK_FALSE(make_date(2019, 2, 29));
  CHECK_FALSE(make_date(2019, 4, 31));
  CHECK_FALSE(make_date(2019, 0, 1));
  CHECK_FALSE(make_date(0, 1, 1));
  CHECK_FALSE(make_date(10000, 1, 1));
}

TEST_CASE("next_day: over the ends of months and years") {
  using namespace std::chrono;
  CHECK_EQ(format_date(next_day(2019y / 12 / 31)), "2020-01-01");
  CHECK_EQ(format_date(next_day(2020y / 2 / 28)), "2020-02-29");
  CHECK_EQ(format_date(next_day(2019y / 2 / 28)), "2019-03-01");
}

TEST_CASE("precision names: there and back") {
  for (const Precision precision : {Precision::kDay, Precision::kMonth, Precision::kYear}) {
    CHECK_EQ(precision_from_name(precision_name(precision)), precision);
  }
  CHECK_FALSE(precision_from_name("week"));
}

}  // namespace
}  // namespace bulletin
