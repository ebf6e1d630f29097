#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/understanding/dates.hpp"

namespace bulletin {
namespace {

// `since 1979 = 1979; no-year 5 May`: reason, words and the days they name.
std::string rejected(std::string_view title, std::string_view text,
                     std::string_view published = "") {
  std::string out;
  for (const RejectedDate& r : rejected_dates(ItemText::of(title, text), parse_date(published))) {
    const std::string_view field = r.evidence.field == TextField::kTitle ? title : text;
    CHECK_EQ(field.substr(r.evidence.begin_byte, r.evidence.end_byte - r.evidence.begin_byte),
             r.evidence.surface);
    out += (out.empty() ? "" : "; ") + r.evidence.rule + ' ' + r.evidence.surface +
           (r.span ? " = " + format_span(*r.span) : "");
  }
  return out;
}

struct Case {
  std::string_view text, expect;
};

void check(const Case& c) {
  CAPTURE(c.text);
  CHECK_EQ(rejected("", c.text), c.expect);
}

TEST_CASE("rejected_dates: English readings, each with its reason") {
  const Case cases[] = {
      {"The centre was founded in March 1979.", "founding March 1979 = 1979-03"},
      {"The school, established in 1979, is old.", "founding 1979 = 1979"},
      {"since 1979", "since 1979 = 1979"},
      {"since May 2010", "since May 2010 = 2010-05"},
      {"from January 2014 onwards", "since January 2014 = 2014-01"},
      {"the plan for 2011-2013", "term 2011-2013 = 2011..2013"},
      {"the 2018-19 season", "term 2018-19 = 2018..2019"},
      {"from 2011 to 2013", "term from 2011 to 2013 = 2011..2013"},
      {"born on 5 May 1950", "birth 5 May 1950 = 1950-05-05"},
      {"born in 1950", "birth 1950 = 1950"},
      {"the May 2017 class", "class-year May 2017 = 2017-05"},
      {"the Class of May 2017", "class-year May 2017 = 2017-05"},
      {"the May 2017 issue", "issue May 2017 = 2017-05"},
      {"the May 4th Movement", "named-day May 4th"},
      {"the 12 May 2008 Wenchuan earthquake", "named-day 12 May 2008 = 2008-05-12"},
      {"every June", "every-year June"},
      {"on 5 May each year", "every-year 5 May"},
      {"you may 20 times march 20 miles", "word may 20; word march 20"},
      {"version 3.10.12", "number 3.10.12"},
      {"on the 2nd floor", "number 2nd"},
      {"call 5-6-1234", "number 5-6-1234"},
      {"30 February 2019", "impossible 30 February 2019"},
      {"31 June", "impossible 31 June"},
      {"2019-02-30", "impossible 2019-02-30"},
      {"on 5 May", "no-year 5 May"},
      {"on the 23rd, they left", "no-month 23rd"},
      {"last year and next month", "relative last year; relative next month"},
      {"yesterday", "relative yesterday"},
      {"in 2019", "year-alone 2019 = 2019"},
      {"the 2011 annual conference", "year-alone 2011 = 2011"},
      {"Q3 2019", "period Q3 2019 = 2019-07..2019-09"},
      {"2019-12", "period 2019-12 = 2019-12"},
      {"order A1-24/12/2019", "number 24/12/2019"},
      {"ISO 9001:2015 and $2000", "number 2015; number 2000"},
      {"COVID-19 May", "month-alone May"},
      {"the Class of 2019", "class-year 2019 = 2019"},
      {"16-17 May and 2019/20", "no-year 16-17 May; year-alone 2019 = 2019"},
      {"May Day in May", "month-alone May; no-year May"},
      {"BEIJING, 25 December 2019 - On 24 December 2019 they met.",
       "dateline 25 December 2019 = 2019-12-25"},
      {"They met on 24 December 2019.", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    check(c);
  }
}

TEST_CASE("rejected_dates: Chinese readings, each with its reason") {
  const Case cases[] = {
      {"学校成立于1979年2月6日。", ""},
      {"学校1979年创办。", "founding 1979年 = 1979"},
      {"成立于1979年", "founding 1979年 = 1979"},
      {"自1979年以来", "since 1979年 = 1979"},
      {"2010年5月至今", "since 2010年5月 = 2010-05"},
      {"从2014年1月起", "since 2014年1月 = 2014-01"},
      {"2011—2013年规划", "term 2011—2013年 = 2011..2013"},
      {"2011年至2013年", "term 2011年至2013年 = 2011..2013"},
      {"2019级学生", "class-year 2019 = 2019"},
      {"2019年9月级新生", "class-year 2019年9月 = 2019-09"},
      {"2019届毕业生", "class-year 2019 = 2019"},
      {"生于1950年5月5日", "birth 1950年5月5日 = 1950-05-05"},
      {"五四运动", "named-day 五四"},
      {"五月四日运动", "named-day 五月四日"},
      {"九一八事变", "named-day 九一八"},
      {"2008年5月12日汶川地震", "named-day 2008年5月12日 = 2008-05-12"},
      {"十月革命", "named-day 十月"},
      {"农历正月初一，农历8月15日", "lunar 8月15日"},
      {"每年6月", "every-year 6月"},
      {"为期30日", "duration 30日"},
      {"历经19年3月5日", "duration 19年3月5日 = 2019-03-05"},
      {"3日内", "duration 3日"},
      {"2号楼", "number 2号"},
      {"2月31日", "impossible 2月31日"},
      {"2019年2月30日", "impossible 2019年2月30日"},
      {"13月", "impossible 13月"},
      {"9月24日", "no-year 9月24日"},
      {"30日返回", "no-month 30日"},
      {"2019年2月5日抵达，30日返回", "impossible 30日"},
      {"256年12月24日", "uncertain-year 256年12月24日"},
      {"台北市19年12月24日", "uncertain-year 19年12月24日 = 2019-12-24"},
      {"111年10月3日", "uncertain-year 111年10月3日 = 2022-10-03"},
      {"去年和今天", "relative 去年; relative 今天"},
      {"本月", "relative 本月"},
      {"2019年", "year-alone 2019年 = 2019"},
      {"二〇一九年", "year-alone 二〇一九年 = 2019"},
      {"2020年上半年", "period 2020年上半年 = 2020-01..2020-06"},
      {"5月底", "month-alone 5月"},
      {"5月刊", "issue 5月"},
      {"2000人", "number 2000"},
      {"2019室", "number 2019"},
      {"南昌起义与八一起义", "named-day 八一"},
      {"本报北京12月25日电 2019年12月24日，双方会谈。", "dateline 12月25日 = 2019-12-25"},
      {"2019年12月24日，双方会谈。", ""},
      {"９月９日", "no-year ９月９日"},
      {"五四青年", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    check(c);
  }
}

TEST_CASE("rejected_dates: nothing inside a date of the item, and none of its days") {
  const Case cases[] = {
      {"On 24 December 2019 they met, since 24 December 2019 was free.", ""},
      {"2019年12月24日至28日来访，2018年、2019年均有往来。",
       "year-alone 2018年 = 2018; year-alone 2019年 = 2019"},
      {"24/12/2019", ""},
      {"from 28 December 2019 to 3 January 2020", ""},
  };
  for (const Case& c : cases) {
    check(c);
  }
}

TEST_CASE("rejected_dates: what the day of publication settles is told with its days") {
  CHECK_EQ(rejected("", "last year, on 5 May", "2020-06-01"), "relative last year = 2019");
  CHECK_EQ(rejected("", "昨天", "2020-06-01"), "relative 昨天 = 2020-05-31");
  CHECK_EQ(rejected("", "established on 5 May", "1999-06-01"), "");  // News of last month.
  CHECK_EQ(rejected("", "5月成立，2020年", "2020-06-01"), "year-alone 2020年 = 2020");
  CHECK_EQ(rejected("", "1979年2月成立", "2020-06-01"), "founding 1979年2月 = 1979-02");
}

TEST_CASE("rejected_dates: title first, in reading order, each wording once a reason, 20 at most") {
  CHECK_EQ(rejected("since 2010", "In 2011, yesterday, 31 June, since 2010 and yesterday"),
           "since 2010 = 2010; year-alone 2011 = 2011; relative yesterday; impossible 31 June");
  std::string text;
  for (int year = 1950; year < 1990; ++year) {
    text += "in " + std::to_string(year) + ". ";
  }
  CHECK_EQ(rejected_dates(ItemText::of("", text), {}).size(), 20);
}

}  // namespace
}  // namespace bulletin
