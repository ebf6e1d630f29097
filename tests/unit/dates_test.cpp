#include "indexer/understanding/dates.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/unit/dates_case.hpp"

namespace bulletin {
namespace {

TEST_CASE("dates: what looks like a date and is none") {
  const DatesCase cases[] = {
      {"founding year", "the college, founded in 1987, is old", "2019-05-05", ""},
      {"founding month", "the college, founded in September 1987, is old", "2019-05-05", ""},
      {"founding day long ago", "founded on 6 February 1979", "2019-05-05", ""},
      {"founding without any reference", "It was established in May 1987.", "", ""},
      {"since a year", "Since 2018 he has run a room", "2019-05-05", ""},
      {"since a month", "open since January 2014", "2019-05-05", ""},
      {"since a day", "ever since the 5th of May 2014", "2019-05-05", ""},
      {"since early", "since early May 2014", "2019-05-05", ""},
      {"from then on", "from January 2014 onwards", "2019-05-05", ""},
      {"to date", "From March 2012 to date", "2019-05-05", ""},
      {"birth", "born on 5 May 1966", "2019-05-05", ""},
      {"terms", "the plan (2011-2013) and 2018-19", "2019-05-05", ""},
      {"slogan", "2020 and Beyond", "2019-05-05", ""},
      {"class year", "the spring 2017 class", "2019-05-05", ""},
      {"class month", "the May 2017 class", "2019-05-05", ""},
      {"year only", "in 2019 it grew", "2019-05-05", ""},
      {"relative words", "recently, yesterday, today and last Thursday", "2019-05-05", ""},
      {"relative month", "last month and last December", "2019-05-05", ""},
      {"may is a verb", "students may 20 minutes later leave; it may", "2019-05-05", ""},
      {"march is a verb", "they march 20 miles", "2019-05-05", ""},
      {"august is an adjective", "an august body of 12 scholars", "2019-05-05", ""},
      {"a person", "April met May and June", "2019-05-05", ""},
      {"impossible day", "on 31 February 2019", "2019-05-05", ""},
      {"impossible day, month first", "on June 31, 2019", "2019-05-05", ""},
      {"impossible leap day", "on 29 February 2019", "2019-05-05", ""},
      {"day beyond all months", "32 December 2019", "2019-05-05", ""},
      {"backwards", "from 28 to 3 May 2019", "2019-05-05", ""},
      {"impossible figures", "2019-13-24 and 2019-02-31", "2019-05-05", ""},
      {"version", "version 1.2.3 and 3.10.12", "2019-05-05", ""},
      {"address", "192.168.10.12", "2019-05-05", ""},
      {"product", "CN HRD 05 2022A", "2019-05-05", ""},
      {"eight figures that are none", "call 20191345", "2019-05-05", ""},
      {"telephone", "010-5751-2019", "2019-05-05", ""},
      {"web address", "see /2024/11/06/page.htm", "2019-05-05", ""},
      {"ordinal alone", "2,206th workshop, 29th ICDE World Conference", "2019-05-05", ""},
      {"a movement", "the May 4th Movement", "2019-05-05", ""},
      {"every year", "held in June each year", "2019-05-05", ""},
      {"early month without a year", "in early August they met", "2019-09-05", ""},
      {"end of a month without a year", "at the end of August", "2019-09-05", ""},
      {"epidemic", "COVID-19 may spread", "2019-05-05", ""},
      {"cut in the middle", "On 9", "2019-05-05", ""},
      {"sessions", "第13届大会, 2019级, 2019届", "2019-05-05", ""},
      {"founding year, Chinese", "成立于1979年，创办于1956年", "2019-05-05", ""},
      {"founding month, Chinese", "该校1979年2月成立", "2019-05-05", ""},
      {"ROC founding", "民國75年創校", "2019-05-05", ""},
      {"ROC year unmarked", "108年12月24日", "", ""},
      {"since, Chinese", "自2014年1月起，该计划开放", "2019-05-05", ""},
      {"since, Chinese, without 自", "2014年1月以来", "2019-05-05", ""},
      {"since a day, Chinese", "3月1日起报名", "2019-05-05", ""},
      {"plan", "十三五期间, 2011-2013年, 2016—2020年规划", "2019-05-05", ""},
      {"year only, Chinese", "2019年，学校", "2019-05-05", ""},
      {"relative, Chinese", "近日，日前，上周五，昨天，今天", "2019-05-05", ""},
      {"months counted", "为期6个月，历时3月", "2019-05-05", ""},
      {"days counted", "9月24日开始，为期30日，5日内结束", "", ""},
      {"bare day without a month", "30日，代表团来访", "2019-05-05", ""},
      {"bare number", "6号楼，〔2019〕6号", "2019-05-05", ""},
      {"impossible day, Chinese", "2019年2月31日，13月5日", "2019-05-05", ""},
      {"lunar", "农历八月十五，农历5月5日", "2019-06-05", ""},
      {"every year, Chinese", "每年6月举办", "2019-08-05", ""},
      {"month end without a year", "十月底，四月初", "2019-12-05", ""},
      {"revolution", "十月革命", "2019-12-05", ""},
      {"numbers of people", "一行十二人，三月余", "2019-01-01", ""},
      {"birth, Chinese", "1966年5月出生", "2019-05-05", ""},
      {"school year", "111學年度, 2019-2020学年", "2019-05-05", ""},
  };
  for (const DatesCase& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render_dates("", c.text, c.published), c.expect);
  }
}

TEST_CASE("dates: names, durations and numbers that are no dates, Chinese") {
  const DatesCase cases[] = {
      {"五四运动", "五四运动百年", "2019-05-05", ""},
      {"五月四日运动", "五月四日运动", "2019-05-05", ""},
      {"七七事变", "“7·7”事变，七七事变，7.7事变", "2019-07-08", ""},
      {"事变 with its day", "1937年7月7日卢沟桥事变", "2019-07-08", ""},
      {"九一八", "九一八，“9·18”，九·一八事变", "2019-09-19", ""},
      {"12·9", "一二·九运动，“12·9”", "2019-12-10", ""},
      {"5·12地震", "5·12地震，“5.12”汶川特大地震", "2019-05-13", ""},
      {"earthquake with its day", "2008年5月12日汶川地震", "2019-05-13", ""},
      {"earthquake with its day and a plaza", "2008年5月12日汶川大地震后", "2019-05-13", ""},
      {"双十一", "双十一，双11，双十二", "2019-11-12", ""},
      {"9·11", "9·11事件，“9.11”", "2019-09-12", ""},
      {"3·15", "3·15晚会", "2019-03-16", ""},
      {"holidays", "五一、十一黄金周，三八妇女节，六一儿童节，七一", "2019-11-12", ""},
      {"festivals", "中秋节，重阳，元旦，国庆70周年", "2019-11-12", ""},
      {"two figures without a day", "10年9月，19年12月", "2019-11-12", ""},
      {"two figures counted", "历经19年12月24日，建校19年5月3日", "2019-11-12", ""},
      {"two Han figures", "十九年十二月二十四日", "2019-11-12", ""},
      {"three figures, no Taiwan", "111年10月3日，代表团来访", "2019-11-12", ""},
      {"three figures, Traditional alone", "111年10月3日，代表團來訪", "2019-11-12", ""},
      {"three figures, no such year", "臺灣256年12月24日", "2022-11-12", ""},
      {"two figures, Taiwan alone", "臺灣大學98年10月3日", "2022-11-12", ""},
      {"three figures, slashes", "编号111/10/03", "2022-11-12", ""},
      {"three figures, dashes", "臺灣電話111-10-03", "2022-11-12", ""},
      {"roc school years", "75年創校，110學年度，111學年第二學期", "2022-11-12", ""},
      {"today without its day", "今日，今天上午，本月，上月", "2022-11-12", ""},
      {"a bracketed number", "代表团(18)人，今(18)人", "2022-11-12", ""},
      {"本月 without any reference", "本月20日，今(18)日", "", ""},
      {"近年", "近年来，近几年，多年以来", "2022-11-12", ""},
      {"quarters and halves", "2019年上半年，第三季度，2019年春", "2022-11-12", ""},
      {"years in a row", "2017、2018、2019年", "2022-11-12", ""},
      {"decades", "20世纪90年代，上世纪八十年代", "2022-11-12", ""},
      {"plans", "“十四五”规划，2035年远景目标", "2022-11-12", ""},
      {"every year on a day", "每年9月28日举行", "2022-11-12", ""},
      {"lunar, more", "农历正月十五，阴历八月十五日，夏历5月5日", "2022-11-12", ""},
      {"birthdays", "生于1966年5月4日，1966年5月4日出生", "2022-11-12", ""},
      {"since a month, 至今", "2014年1月至今", "2022-11-12", ""},
      {"自 and 开始", "自2014年1月开始", "2022-11-12", ""},
      {"founding, more", "1979年2月6日成立，建校于1951年9月", "2022-11-12", ""},
      {"founding, Traditional", "1925年10月創校", "2022-11-12", ""},
      {"graduates", "2019届毕业生，2019级新生，09级", "2022-11-12", ""},
      {"days counted", "为期5日，3日内，连续7日，10日游，24日后", "2022-11-12", ""},
      {"months counted", "6个月，近3月，历时8月", "2022-11-12", ""},
      {"room and house", "3号楼201室，12号线，5号", "2022-11-12", ""},
      {"document", "教外〔2019〕12号，第24号文件", "2022-11-12", ""},
      {"fractions and scores", "3/4，12:24，24:12，1.5亿", "2022-11-12", ""},
      {"money", "2019元，12.24万元", "2022-11-12", ""},
      {"telephone", "电话：010-57519019，139-1224-2019", "2022-11-12", ""},
      {"people and things", "十二个国家，二十四所大学，三十余人", "2022-11-12", ""},
      {"the moon and the sun", "月亮，日月潭，日本，今日中国", "2022-11-12", ""},
      {"impossible month", "2019年13月24日，2019年0月5日", "2022-11-12", ""},
      {"impossible day", "2019年4月31日，2019年2月29日", "2022-11-12", ""},
      {"impossible Han day", "二〇一九年二月三十日", "2022-11-12", ""},
      {"backwards", "2019年12月28日至2019年12月24日", "2022-11-12", ""},
      {"month without a reference", "12月，十月", "", ""},
      {"day without a reference", "12月24日，十月一日", "", ""},
  };
  for (const DatesCase& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render_dates("", c.text, c.published), c.expect);
  }
}

TEST_CASE("dates: names and numbers that are no dates, English") {
  const DatesCase cases[] = {
      {"earthquake", "the 12 May 2008 earthquake", "2019-05-05", ""},
      {"earthquake, placed", "after the 12 May 2008 Wenchuan earthquake", "2019-05-05", ""},
      {"attacks", "the September 11 attacks, the 11 September 2001 attacks", "2019-09-12", ""},
      {"a movement, day first", "the 4th of May Movement", "2019-05-05", ""},
      {"bare ordinal of a thing", "On 5 xx. On the 2nd floor, on the 3rd day", "2019-05-05", ""},
      {"bare ordinal without a month", "On the 23rd, they met", "2019-05-05", ""},
      {"mid and late without a year", "in mid-August and late September", "2019-12-05", ""},
      {"two parts", "24/12 and 12-24 and 24.12", "2019-12-05", ""},
      {"version of two figures", "3.10.12 and 1.2.19", "2019-12-05", ""},
      {"score", "5-6-12", "2019-12-05", ""},
      {"month 13 both ways", "13/13/2019 and 24.13.2019", "2019-12-05", ""},
      {"dots are day first", "12.24.2019", "2019-12-05", ""},
      {"three figures", "111/10/03 and 108.12.24", "2019-12-05", ""},
      {"year alone in figures", "2019/20 and 2019-20", "2019-12-05", ""},
  };
  for (const DatesCase& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render_dates("", c.text, c.published), c.expect);
  }
}

TEST_CASE("dates: the item's own date among those of its text") {
  const auto item_date = [](std::string_view text, std::string_view published) {
    const auto found = find_dates(ItemText::of("", text), parse_date(published)).item_date;
    return found ? format_span(*found) : std::string("none");
  };
  const DatesCase cases[] = {
      {"none", "They met.", "2019-05-05", "none"},
      {"the first", "On 3 May 2019 they met and on 9 June 2019 they parted.", "", "2019-05-03"},
      {"the trip before its days", "From 3 to 12 June 2024 they travelled; on 11 June they signed.",
       "", "2024-06-03..2024-06-12"},
      {"the trip behind a day of it",
       "On 11 June 2024 they signed; the trip, 3-12 June 2024, ended.", "",
       "2024-06-03..2024-06-12"},
      {"a day within a vague span", "10月下旬来访，并于10月26日走访", "2018-10-31", "2018-10-26"},
      {"a day within a month", "In November 2012 they came. On November 8-9 they met.", "",
       "2012-11-08..2012-11-09"},
      {"earlier things are background",
       "Recently a bid won. An agreement had been signed in June 2019.", "2022-11-10", "none"},
      {"earlier things, Chinese", "近日获批。2019年6月，双方曾签署协议。", "2022-11-10", "none"},
      {"a surname is no past", "2019年6月3日，副校长曾海军来访。", "", "2019-06-03"},
      {"an agreement of before",
       "Under the memorandum signed on 3 May 2018 they met on 9 June 2019.", "", "2019-06-09"},
      {"an agreement of before, Chinese", "根据2018年5月签署的协议，双方于2019年6月9日会谈。", "",
       "2019-06-09"},
      {"a plan gives way",
       "The forum will be held on 5 November 2020, they said on 9 October 2020.", "", "2020-10-09"},
      {"a plan alone", "The forum will be held on 5 November 2020.", "", "2020-11-05"},
      {"a term gives way", "Valid from 1 May 2020 to 31 May 2022, it was signed on 5 May 2020.", "",
       "2020-05-05"},
      {"founding days, Chinese", "2024年12月9日庆祝，学校前身是1979年2月6日成立的电大", "",
       "2024-12-09"},
      {"recent founding is the event", "The centre was established on 3 May 2019.", "2019-05-05",
       "2019-05-03"},
      {"dateline", "Beijing, 21 August 2025 – The chairman visited.", "", "2025-08-21"},
      {"dateline of a range", "Beijing, 18 - 20 August 2025 –Global leaders met.", "",
       "2025-08-18..2025-08-20"},
      {"dateline without a year", "Guiyang, 27 July - They met.", "2025-08-01", "2025-07-27"},
      {"dateline of two places", "Wellington, New Zealand, 9-13 Nov. 2025 - Talks.", "",
       "2025-11-09..2025-11-13"},
      {"dateline gives way", "Guiyang, 30 July 2025 - The course was held from 24 to 27 July.", "",
       "2025-07-24..2025-07-27"},
      {"dateline before later days", "São Paulo, 3 June 2025 — They signed. On 4 June they left.",
       "", "2025-06-03"},
      {"dateline, Chinese", "新华社北京8月21日电 代表团来访", "2025-08-22", "2025-08-21"},
      {"dateline gives way, Chinese", "新华社北京8月21日电 8月18日，代表团来访", "2025-08-22",
       "2025-08-18"},
      {"stamp gives way", "发布时间：2019-03-14 3月11日，代表团来访", "2019-03-14", "2019-03-11"},
      {"as of", "As of March 2020 it had ten. On 5 May 2020 it opened.", "", "2020-05-05"},
      {"as of alone", "As of March 2020, it had ten.", "", "2020-03"},
      {"截至", "截至2022年10月，累计培训1400余人。2022年11月18日，教学点挂牌。", "", "2022-11-18"},
      {"截至 alone", "截至2022年10月，累计培训1400余人。", "", "2022-10"},
      {"renamed", "It was renamed on 31 July 2012. On 5 May 2019 they met.", "", "2019-05-05"},
      {"renamed long ago", "It was renamed on 31 July 2012.", "2019-05-05", "none"},
      {"renamed just now", "It was renamed on 31 July 2012.", "2012-08-05", "2012-07-31"},
      {"opened by the way",
       "At the centre, which was opened on 3 May 2018, they met on 9 June 2019.", "", "2019-06-09"},
      {"the forum itself", "The forum, which was held on 3 May 2018, ended.", "", "2018-05-03"},
      {"earthquake by the way", "Since the earthquake of 12 May 2008 they met; on 9 June 2019 too.",
       "", "2019-06-09"},
      {"更名", "2012年7月31日更名，2019年5月5日座谈", "", "2019-05-05"},
      {"曾于", "学校曾于2012年7月31日更名，2019年5月5日座谈", "", "2019-05-05"},
      {"曾 in the clause before", "双方曾就此在赞比亚于2012年7月31日签约，2019年5月5日座谈", "",
       "2019-05-05"},
      {"曾 of somebody else", "说明会于9月12日举行，曾赴意大利的学姐分享经验", "2023-09-14",
       "2023-09-12"},
      {"曾 of a guest", "2019年6月3日，曾访问我校的代表团来访", "", "2019-06-03"},
      {"memorial day by the way", "2008年5月12日汶川地震，2019年6月3日座谈", "", "2019-06-03"},
      {"earthquake in the news", "2008年5月12日，汶川发生地震", "", "2008-05-12"},
      {"sports day", "2019年6月3日运动会开幕", "", "2019-06-03"},
      {"seismologists", "2019年6月3日地震学会来访", "", "2019-06-03"},
      {"school year is none", "112學年度說明會於9月12日舉行", "2023-09-14", "2023-09-12"},
      {"stamp gives the year", "发布时间：2019-03-14 3月11日，代表团来访", "", "2019-03-11"},
  };
  for (const DatesCase& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(item_date(c.text, c.published), c.expect);
  }
}

// Writes `field:rule:surface` of all evidence, after checking that it quotes the field.
std::string render_evidence(std::string_view title, std::string_view text) {
  std::string line;
  for (const DateMention& mention : find_dates(ItemText::of(title, text), {}).dates) {
    for (const Evidence& evidence : mention.evidence) {
      const bool in_title = evidence.field == TextField::kTitle;
      const std::string_view source = in_title ? title : text;
      CHECK_EQ(evidence.surface,
               source.substr(evidence.begin_byte, evidence.end_byte - evidence.begin_byte));
      line += line.empty() ? "" : " | ";
      line += (in_title ? "title:" : "text:") + evidence.rule + ":" + evidence.surface;
    }
  }
  return line;
}

TEST_CASE("dates: evidence quotes the bulletin and names its rule") {
  struct Case {
    std::string_view what, title, text, expect;
  };
  const Case cases[] = {
      {"day", "", "On the 9th of July 2019, they", "text:day:9th of July 2019"},
      {"range takes in its opening", "", "Between 9 and 14 June 2019 they",
       "text:range:Between 9 and 14 June 2019"},
      {"range takes in from and the", "", "From the 27th of May to the 3rd of June, 2023 they",
       "text:range:From the 27th of May to the 3rd of June, 2023"},
      {"month", "", "In June 2015, they", "text:month:June 2015"},
      {"period", "", "于2019年3月上旬來訪", "text:period:2019年3月上旬"},
      {"numeric", "", "于2024.8.30，", "text:numeric:2024.8.30"},
      {"dateline", "", "Beijing, 21 August 2025 – They", "text:dateline:21 August 2025"},
      {"full-width", "", "於２０２６年１月９日訪問", "text:day:２０２６年１月９日"},
      {"title first", "Visit of 5 May 2019", "On 5 May 2019 they",
       "title:day:5 May 2019 | text:day:5 May 2019"},
      {"context", "", "On 5 May 2019 and again on 7 May they",
       "text:day:5 May 2019 | text:year-from-context:7 May"},
      {"event name", "", "The 2011 annual meeting was held June 19-22.",
       "text:year-from-event-name:June 19-22"},
      {"bare day", "", "2019年9月24日启程，30日返回",
       "text:day:2019年9月24日 | text:month-from-context:30日"},
      {"days apart quote their own", "", "on 5 and 12 May 2021",
       "text:day:5 | text:day:12 May 2021"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render_evidence(c.title, c.text), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
