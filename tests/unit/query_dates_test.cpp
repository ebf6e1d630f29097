#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/understanding/dates.hpp"

namespace bulletin {
namespace {

// Writes `span{bytes of the query}` for each date.
std::string render(std::string_view query) {
  const Date today = *parse_date("2020-05-20");
  std::string line;
  for (const QueryDate& date : read_query_dates(query, today)) {
    line += line.empty() ? "" : " ";
    line += format_span(date.span) + "{" +
            std::string(query.substr(date.begin_byte, date.end_byte - date.begin_byte)) + "}";
  }
  return line;
}

TEST_CASE("query dates: what a searcher writes becomes spans of days") {
  struct Case {
    std::string_view what, query, expect;
  };
  const Case cases[] = {
      {"none", "football coaching courses", ""},
      {"empty", "", ""},
      {"year", "Kazakhstan 2019", "2019{2019}"},
      {"year in front", "2019 Kazakhstan", "2019{2019}"},
      {"Chinese year", "2019年 哈萨克斯坦", "2019{2019年}"},
      {"year glued to Han", "哈萨克斯坦2019", "2019{2019}"},
      {"Han year", "二〇一九年 来访", "2019{二〇一九年}"},
      {"full-width year", "２０１９年", "2019{２０１９年}"},
      {"too early", "1899", ""},
      {"too late", "2100", ""},
      {"longer number", "20191", ""},
      {"inside a word", "v2019 2019ncov", ""},
      {"standard", "ISO 9001:2015", ""},
      {"epidemic", "covid-2019", ""},
      {"money", "$2000", ""},
      {"counted people", "2000人", ""},
      {"decimal", "2019.5", ""},
      {"ISO month", "visits 2019-12", "2019-12{2019-12}"},
      {"month slash year", "12/2019", "2019-12{12/2019}"},
      {"year slash month", "2019/12", "2019-12{2019/12}"},
      {"Chinese month", "2018年9月 来自非洲的客人", "2018-09{2018年9月}"},
      {"Han month", "十二月 2019", "2019-12{十二月 2019}"},
      {"month name", "Dec 2019 visits", "2019-12{Dec 2019}"},
      {"lower case", "december 2019", "2019-12{december 2019}"},
      {"lower-case may", "may 2019", "2019-05{may 2019}"},
      {"year first", "2019 december", "2019-12{2019 december}"},
      {"day", "24 December 2019", "2019-12-24{24 December 2019}"},
      {"ISO day", "2019-12-24", "2019-12-24{2019-12-24}"},
      {"Chinese day", "2019年12月24日", "2019-12-24{2019年12月24日}"},
      {"range of days", "24-28 December 2019", "2019-12-24..2019-12-28{24-28 December 2019}"},
      {"ISO range of days", "2019-12-24..2019-12-28",
       "2019-12-24..2019-12-28{2019-12-24..2019-12-28}"},
      {"ISO range of months", "2019-12..2020-03", "2019-12..2020-03{2019-12..2020-03}"},
      {"range of years", "2018-2020 Zambia", "2018..2020{2018-2020}"},
      {"range of years, short", "2018-19", "2018..2019{2018-19}"},
      {"range of years in words", "from 2018 to 2020", "2018..2020{from 2018 to 2020}"},
      {"between years", "between 2018 and 2020", "2018..2020{between 2018 and 2020}"},
      {"two years", "2018 and 2020", "2018{2018} 2020{2020}"},
      {"range of years, Chinese", "2018年至2020年", "2018..2020{2018年至2020年}"},
      {"range of years, dots", "2018..2020", "2018..2020{2018..2020}"},
      {"backwards stays apart", "2020-2018", "2020{2020} 2018{2018}"},
      {"range of months", "March to May 2019", "2019-03..2019-05{March to May 2019}"},
      {"day without a year", "24 December", "2019-12-24{24 December}"},
      {"day without a year, this year", "9 May", "2020-05-09{9 May}"},
      {"Chinese month without a year", "12月", "2019-12{12月}"},
      {"month's name alone is a word", "march of the teachers", ""},
      {"may is a verb", "what may help", ""},
      {"month with in", "visits in march", "2020-03{march}"},
      {"last month", "last month", "2020-04{last month}"},
      {"last year", "visits last year", "2019{last year}"},
      {"this year", "this year", "2020{this year}"},
      {"yesterday", "yesterday", "2020-05-19{yesterday}"},
      {"today", "today", "2020-05-20{today}"},
      {"last week", "last week", "2020-05-11..2020-05-17{last week}"},
      {"this quarter", "this quarter", "2020-04..2020-06{this quarter}"},
      {"去年", "去年来访", "2019{去年}"},
      {"上个月", "上个月的活动", "2020-04{上个月}"},
      {"今年", "今年", "2020{今年}"},
      {"本月", "本月", "2020-05{本月}"},
      {"昨天", "昨天", "2020-05-19{昨天}"},
      {"去年12月", "去年12月", "2019-12{去年12月}"},
      {"since a year", "since 2019", "2019..2020{since 2019}"},
      {"since a month", "since March 2020", "2020-03..2020-12{since March 2020}"},
      {"以来", "2019年以来", "2019..2020{2019年以来}"},
      {"after", "after 2018", "2019..2020{after 2018}"},
      {"before", "before 2019", "1900..2018{before 2019}"},
      {"以前", "2019年以前", "1900..2018{2019年以前}"},
      {"until", "until 2019", "1900..2019{until 2019}"},
      {"quarter", "Q3 2019", "2019-07..2019-09{Q3 2019}"},
      {"year and quarter", "2019 Q3", "2019-07..2019-09{2019 Q3}"},
      {"half year", "2020年上半年", "2020-01..2020-06{2020年上半年}"},
      {"quarter, Chinese", "2019年第三季度", "2019-07..2019-09{2019年第三季度}"},
      {"part of a month", "2019年3月上旬", "2019-03-01..2019-03-10{2019年3月上旬}"},
      {"accent before", "São Paulo 2019", "2019{2019}"},
      {"quoted", "\"2019\"", "2019{2019}"},
      {"bracketed", "(2019)", "2019{2019}"},
      {"with comma", "Zambia, 2019, visit", "2019{2019}"},
      {"impossible day", "31 February 2019", ""},
      {"days apart", "5 and 12 May 2019", "2019-05-05{5} 2019-05-12{12 May 2019}"},
      {"relative prefix of a word", "last yearbook", ""},
      {"two figures, Chinese", "19年12月24日", "2019-12-24{19年12月24日}"},
      {"a room and a paper are no years", "2019室 2019号文件", ""},
      {"three figures", "111年10月3日 代表团", ""},
      {"three figures, Taiwan", "臺灣 108年10月3日", "2019-10-03{108年10月3日}"},
      {"ROC year", "民國108年10月", "2019-10{民國108年10月}"},
      {"ROC year alone", "民國108年 訪問", "2019{民國108年}"},
      {"year, then a Chinese month", "2019 十二月", "2019-12{2019 十二月}"},
      {"year, then another date", "2019 12月24日", "2019{2019} 2019-12-24{12月24日}"},
      {"point before the month", "2019.12", "2019-12{2019.12}"},
      {"figures with a point", "v2019.12", ""},
      {"half, English", "first half of 2019", "2019-01..2019-06{first half of 2019}"},
      {"half, short", "H2 2019, 2019 H1", "2019-07..2019-12{H2 2019} 2019-01..2019-06{2019 H1}"},
      {"quarter in words", "fourth quarter of 2019", "2019-10..2019-12{fourth quarter of 2019}"},
      {"since, Chinese, without an end", "自2018年", "2018..2020{自2018年}"},
      {"from, to", "从2018年到2019年", "2018..2019{从2018年到2019年}"},
      {"open range", "2018..", "2018..2020{2018..}"},
      {"range open in front", "..2018", "1900..2018{..2018}"},
      {"prior to", "prior to 2018", "1900..2017{prior to 2018}"},
      {"memorial day", "九一八 五四运动", ""},
      {"a sentence", "who visited Zambia in December 2019?", "2019-12{December 2019}"},
      {"Chinese sentence", "2019年12月谁访问了赞比亚", "2019-12{2019年12月}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(c.query), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
