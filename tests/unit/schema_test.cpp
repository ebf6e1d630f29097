#include "indexer/schema/schema.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

std::string joined(const std::vector<std::string>& terms) {
  std::string line;
  for (const std::string& term : terms) {
    line += (line.empty() ? "" : " ") + term;
  }
  return line;
}

// Reads `2019-12-24 2020-01`: spans between spaces.
std::vector<DateSpan> spans_of(std::string_view text) {
  std::vector<DateSpan> spans;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    spans.push_back(parse_span(text.substr(0, end)).value());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return spans;
}

TEST_CASE("date_terms: every year, month and day touched, as far as the precision goes") {
  struct Case {
    std::string_view what, spans, expect;
  };
  const Case cases[] = {
      {"no date", "", "Ynone"},
      {"day", "2019-12-24", "D20191224 M201912 Y2019"},
      {"days over new year", "2019-12-31..2020-01-01",
       "D20191231 D20200101 M201912 M202001 Y2019 Y2020"},
      {"month has no days", "2019-12", "M201912 Y2019"},
      {"months over new year", "2019-12..2020-01", "M201912 M202001 Y2019 Y2020"},
      {"year has no months", "2019", "Y2019"},
      {"years", "2018..2020", "Y2018 Y2019 Y2020"},
      {"two spans share their month", "2019-12-24 2019-12-30", "D20191224 D20191230 M201912 Y2019"},
      {"day and month together", "2019-12-24 2019-11", "D20191224 M201911 M201912 Y2019"},
      {"more than a year of days counts by months", "2018-12-30..2020-01-02",
       "M201812 M201901 M201902 M201903 M201904 M201905 M201906 M201907 M201908 M201909 M201910 "
       "M201911 M201912 M202001 Y2018 Y2019 Y2020"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(joined(date_terms(spans_of(c.spans))), c.expect);
  }
}

TEST_CASE("date_terms: a leap year of days still counts by days") {
  const std::vector<std::string> terms = date_terms(spans_of("2020-01-01..2020-12-31"));
  CHECK_EQ(terms.size(), 366 + 12 + 1);
}

TEST_CASE("covering_terms: whole years, then whole months, then days") {
  struct Case {
    std::string_view what, range, expect;
  };
  const Case cases[] = {
      {"year", "2019", "Y2019"},
      {"month", "2019-12", "M201912"},
      {"day", "2019-12-24", "D20191224"},
      {"a month written as days", "2020-02-01..2020-02-29", "M202002"},
      {"a year written as months", "2019-01..2019-12", "Y2019"},
      {"months around new year", "2019-11..2020-02", "M201911 M201912 M202001 M202002"},
      {"days, a year, days", "2018-12-31..2020-01-02", "D20181231 Y2019 D20200101 D20200102"},
      {"days, a month, days", "2019-11-30..2020-01-01", "D20191130 M201912 D20200101"},
      {"the last day that there is", "9999-12-31", "D99991231"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(joined(covering_terms(parse_span(c.range).value())), c.expect);
  }
}

TEST_CASE("date_terms meet covering_terms: what a choice of dates finds") {
  struct Case {
    std::string_view what, item, range;
    bool is_found;
  };
  const Case cases[] = {
      {"day in its month", "2019-12-24", "2019-12", true},
      {"day in its year", "2019-12-24", "2019", true},
      {"day in a range of days", "2019-12-24", "2019-12-20..2019-12-31", true},
      {"day outside", "2019-12-24", "2019-12-25..2019-12-31", false},
      {"span touches the range at its end", "2019-12-24..2019-12-28", "2019-12-28..2020-01-03",
       true},
      {"span around the range", "2019-12-01..2020-01-31", "2019-12-24", true},
      {"month in its year", "2019-12", "2019", true},
      {"month at the edge of months", "2019-12", "2019-12..2020-03", true},
      {"a month is on no single day", "2019-12", "2019-12-24", false},
      {"a year is in no single month", "2019", "2019-12", false},
      {"years overlap", "2017..2019", "2019..2021", true},
      {"no date, any year", "", "1000..9999", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::vector<std::string> terms = date_terms(spans_of(c.item));
    const std::vector<std::string> asked = covering_terms(parse_span(c.range).value());
    CHECK_EQ(std::ranges::any_of(
                 asked,
                 [&](const std::string& term) { return std::ranges::binary_search(terms, term); }),
             c.is_found);
  }
}

TEST_CASE("id_term: the id itself, hashed where Xapian could not take it") {
  CHECK_EQ(id_term("e004"), "Qe004");
  CHECK_EQ(id_term("新闻/12"), "Q新闻/12");
  const std::string longest(200, 'x');
  CHECK_EQ(id_term(longest), "Q" + longest);
  CHECK_EQ(id_term(longest + "y").size(), 1 + 1 + 32);
  CHECK_NE(id_term(longest + "y"), id_term(longest + "z"));
  const std::string with_nul("a\0b", 3);
  CHECK_EQ(id_term(with_nul).find('\0'), std::string::npos);
  CHECK_NE(id_term(with_nul), id_term("ab"));
}

}  // namespace
}  // namespace bulletin
