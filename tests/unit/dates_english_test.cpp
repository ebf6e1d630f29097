#include <string>

#include <doctest/doctest.h>

#include "tests/unit/dates_case.hpp"

namespace bulletin {
namespace {

void check(const DatesCase& c) {
  CAPTURE(c.what);
  CAPTURE(c.text);
  CHECK_EQ(render_dates("", c.text, c.published), c.expect);
}

TEST_CASE("dates in English: a day in all its spellings") {
  const DatesCase cases[] = {
      {"day first", "On 22 April 2019 they met", "", "2019-04-22"},
      {"comma before the year", "On 9 October, 2024, they met", "", "2024-10-09"},
      {"ordinal", "On 13th June, 2017 they met", "", "2017-06-13"},
      {"first, second, third", "1st May 2019; 2nd June 2019; 3rd July 2019", "",
       "2019-05-01 2019-06-02 2019-07-03"},
      {"the Nth of", "on the 16th of October, 2018", "", "2018-10-16"},
      {"space inside the ordinal", "on the 16 th of October 2018", "", "2018-10-16"},
      {"no space before the year", "on 23 May2023.", "", "2023-05-23"},
      {"no space at all", "on 23May2023.", "", "2023-05-23"},
      {"month first", "On May 9, 2013, they met", "", "2013-05-09"},
      {"month first, ordinal", "On May 7th, 2015", "", "2015-05-07"},
      {"month first, no comma", "on November 17 2011", "", "2011-11-17"},
      {"of before the year", "on June 6th of 2014", "", "2014-06-06"},
      {"abbreviated with a stop", "On 2 Nov. 2022, they met", "", "2022-11-02"},
      {"abbreviated without", "on Dec 3, 2018", "", "2018-12-03"},
      {"sept", "on Sept. 3, 2018 and 5 Sep 2018", "", "2018-09-03 2018-09-05"},
      {"upper case", "ON 5 MAY 2019", "", "2019-05-05"},
      {"weekday first", "On Monday, 9 October 2023, they met", "", "2023-10-09"},
      {"weekday, month first", "on Tuesday, October 10, 2023", "", "2023-10-10"},
      {"line break inside", "on 9\nOctober 2024", "", "2024-10-09"},
      {"wide run of spaces", "on 9    October   2024", "", "2024-10-09"},
      {"no-break space", "on 9\u00A0October\u00A02024", "", "2024-10-09"},
      {"full-width digits", "on １９ October ２０２４", "", "2024-10-19"},
      {"spelled out", "on the twelfth of September 2010", "", "2010-09-12"},
      {"spelled out, compound", "on the twenty-first of June, 2016", "", "2016-06-21"},
      {"spelled out, month first", "on September the second, 2010", "", "2010-09-02"},
      {"hyphens", "05-Dec-2019 and 5-May-2020", "", "2019-12-05 2020-05-05"},
      {"leap day", "on 29 February 2020", "", "2020-02-29"},
      {"time of day", "on the afternoon of August 29, 2014", "", "2014-08-29"},
      {"hour before", "At 1 p.m. on 5 June 2019", "", "2019-06-05"},
      {"comma before the month", "On 9th, Dec 2024 and 10-11, October, 2023", "",
       "2024-12-09 2023-10-10..2023-10-11"},
      {"bracketed", "(9 October 2024)", "", "2024-10-09"},
      {"the text's end", "9 October 2024", "", "2024-10-09"},
  };
  for (const DatesCase& c : cases) {
    check(c);
  }
}

TEST_CASE("dates in English: ranges of days") {
  const DatesCase cases[] = {
      {"hyphen", "From 24-28 December 2019 they met", "", "2019-12-24..2019-12-28"},
      {"to", "From 16 to 17 November 2023", "", "2023-11-16..2023-11-17"},
      {"between with hyphen", "between 2-5 October 2011", "", "2011-10-02..2011-10-05"},
      {"between and", "Between 9 and 14 June 2019 they met", "", "2019-06-09..2019-06-14"},
      {"spaced en dash", "From 12 – 13 June 2024", "", "2024-06-12..2024-06-13"},
      {"em dash", "12—13 June 2024", "", "2024-06-12..2024-06-13"},
      {"two days with and", "on 10 and 11 May 2021", "", "2021-05-10..2021-05-11"},
      {"half ordinal", "From 4-12th May, 2017", "", "2017-05-04..2017-05-12"},
      {"half ordinal of neighbours", "from 3-4th September 2018", "", "2018-09-03..2018-09-04"},
      {"spaced half", "From 17th -21st October 2017", "", "2017-10-17..2017-10-21"},
      {"over a month's end", "between 24 May and 1 June 2010", "", "2010-05-24..2010-06-01"},
      {"the Nth of both", "From the 27th of November to the 3rd of December, 2023", "",
       "2023-11-27..2023-12-03"},
      {"month first, to", "from June 6th to 8th of 2014", "", "2014-06-06..2014-06-08"},
      {"month first, hyphen", "between December 12-14, 2011", "", "2011-12-12..2011-12-14"},
      {"month first, ordinals", "From May 7th to 8th, 2015", "", "2015-05-07..2015-05-08"},
      {"month first, two months", "from October 29 to November 7, 2019", "",
       "2019-10-29..2019-11-07"},
      {"dash over months", "from 30 October – 4 November 2023", "", "2023-10-30..2023-11-04"},
      {"over a year's end", "from 28 December 2019 to 3 January 2020", "",
       "2019-12-28..2020-01-03"},
      {"over a year's end, one year", "from 28 December to 3 January 2020", "",
       "2019-12-28..2020-01-03"},
      {"over a year's end, month first", "Dec. 28, 2019 – Jan. 3, 2020", "",
       "2019-12-28..2020-01-03"},
      {"spelled out", "From the second to the twelfth of September 2010", "",
       "2010-09-02..2010-09-12"},
      {"until", "open from 3 June until 9 June 2019", "", "2019-06-03..2019-06-09"},
      {"weekdays", "from Monday 9 to Friday 13 October 2023", "", "2023-10-09..2023-10-13"},
      {"days in a row", "on Dec 3, 4 and 5, 2018", "", "2018-12-03..2018-12-05"},
      {"days in a row, day first", "on 3, 4 and 5 December 2018", "", "2018-12-03..2018-12-05"},
      {"days apart", "on 5 and 12 May 2021", "", "2021-05-05 2021-05-12"},
      {"days apart, month first", "on May 5, 9 and 12, 2021", "",
       "2021-05-05 2021-05-09 2021-05-12"},
      {"two days of two months", "on 24 May and 1 June 2010", "", "2010-05-24 2010-06-01"},
      {"no preposition", "met in Dublin 19-22 June 2011 and", "", "2011-06-19..2011-06-22"},
      {"minus sign", "19−22 June 2011", "", "2011-06-19..2011-06-22"},
      {"mixed order", "May 30 to 2 June 2019", "", "2019-05-30..2019-06-02"},
  };
  for (const DatesCase& c : cases) {
    check(c);
  }
}

TEST_CASE("dates in English: months") {
  const DatesCase cases[] = {
      {"month and year", "In June 2015, the press", "", "2015-06"},
      {"as of", "as of March 2020, it was", "", "2020-03"},
      {"comma", "in June, 2015", "", "2015-06"},
      {"of", "in June of 2015", "", "2015-06"},
      {"abbreviated", "in Dec. 2012", "", "2012-12"},
      {"range", "from March to May 2020", "", "2020-03..2020-05"},
      {"range by hyphen", "March-April 2019", "", "2019-03..2019-04"},
      {"range over years", "December 2019 to February 2020", "", "2019-12..2020-02"},
      {"range over years, one year", "December to February 2020", "", "2019-12..2020-02"},
      {"between", "between May and July 2018", "", "2018-05..2018-07"},
      {"month number counts", "In May 30 teachers came", "2019-08-01", "2019-05"},
      {"in a month, by publication", "in June they met", "2019-08-01", "2019-06"},
      {"early with a year", "in early August 2019", "", "2019-08"},
      {"mid with a year", "in mid-August 2019", "", "2019-08"},
      {"late with a year", "in late August, 2019", "", "2019-08"},
      {"the end of a month", "at the end of August 2019", "", "2019-08"},
  };
  for (const DatesCase& c : cases) {
    check(c);
  }
}

TEST_CASE("dates in English: numeric forms") {
  const DatesCase cases[] = {
      {"ISO", "on 2019-12-24 they met", "", "2019-12-24"},
      {"ISO with time", "at 2019-12-24T10:00:00Z sharp", "", "2019-12-24"},
      {"slashes, year first", "on 2019/12/24", "", "2019-12-24"},
      {"dots, year first", "on 2019.12.24.", "", "2019-12-24"},
      {"dots, day first", "on 24.12.2019", "", "2019-12-24"},
      {"slashes, day first", "on 24/12/2019", "", "2019-12-24"},
      {"slashes, month first", "on 12/24/2019", "", "2019-12-24"},
      {"ambiguous is day first", "on 02/03/2012", "", "2012-03-02"},
      {"single figures, slashes", "on 1/2/2019 and 2019/1/2", "", "2019-02-01 2019-01-02"},
      {"two-digit year, month first", "on 12/24/19", "", "2019-12-24"},
      {"day first, hyphens", "on 24-12-2019 and 04-05-2019", "", "2019-12-24 2019-05-04"},
      {"month first, hyphens", "on 12-24-2019", "", "2019-12-24"},
      {"two-digit year", "on 24/12/19 and 24.12.98", "", "2019-12-24 1998-12-24"},
      {"single figures", "on 2024.8.3", "", "2024-08-03"},
      {"ISO range", "2019-12-24 to 2019-12-28", "", "2019-12-24..2019-12-28"},
      {"tilde range", "2009.07.01~2009.08.31", "", "2009-07-01..2009-08-31"},
      {"short range", "2019.12.24-28", "", "2019-12-24..2019-12-28"},
      {"half-short range", "2019.12.24-12.28", "", "2019-12-24..2019-12-28"},
      {"eight figures", "filed 20150630 here", "", "2015-06-30"},
      {"day first range", "24.12.2019 - 28.12.2019", "", "2019-12-24..2019-12-28"},
  };
  for (const DatesCase& c : cases) {
    check(c);
  }
}

TEST_CASE("dates in English: a year that is not written") {
  const DatesCase cases[] = {
      {"publication, same year", "On 9 June they met", "2014-06-12", "2014-06-09"},
      {"publication, year before", "On 27 December they met", "2023-01-05", "2022-12-27"},
      {"publication on the day", "On 12 June they met", "2014-06-12", "2014-06-12"},
      {"range over the turn", "From 29 December to 2 January", "2019-01-07",
       "2018-12-29..2019-01-02"},
      {"leap day", "On 29 February they met", "2019-03-01", "2016-02-29"},
      {"nothing to tell it", "On 9 June they met", "", ""},
      {"event name", "The 2011 annual conference was held June 19-22.", "",
       "2011-06-19..2011-06-22"},
      {"event name behind", "On October 13, the 2014 Council Meeting was held.", "", "2014-10-13"},
      {"event noun before its year", "On 3 July the forum ICDE 2018 opened.", "", "2018-07-03"},
      {"event name in another sentence", "The 2011 conference was long. They met June 19-22.", "",
       "2011-06-19..2011-06-22"},
      {"a year of history is not one", "On 11 December they spoke of the campaign of 1961.",
       "2020-12-14", "2020-12-11"},
      {"next year's event", "On December 18, the 2020 Work Conference was held.", "2019-12-20",
       "2019-12-18"},
      {"context before", "In November 2012 it began. On November 8-9 they met.", "",
       "2012-11 2012-11-08..2012-11-09"},
      {"context behind", "On 5 May they met. The visit of 7 May 2019 was short.", "",
       "2019-05-05 2019-05-07"},
      {"context over the turn", "From 28 December 2019 on 2 January they", "",
       "2019-12-28 2020-01-02"},
      {"old context, known publication", "In June 2015 they met. On 9 October they met again.",
       "2019-10-12", "2015-06 2019-10-09"},
      {"this year", "on 5 May this year", "2019-10-12", "2019-05-05"},
      {"last year", "on 5 November last year", "2019-10-12", "2018-11-05"},
      {"same year", "On 5 May 2017 and in June of the same year", "", "2017-05-05 2017-06"},
      {"planned", "It will be held on 15 November", "2019-10-20", "2019-11-15"},
      {"bare ordinal", "On 5 May 2019 they came. On the 7th, they left.", "",
       "2019-05-05 2019-05-07"},
      {"bare ordinals", "On 5 May 2019 they came. From the 7th to the 9th they rested.", "",
       "2019-05-05 2019-05-07..2019-05-09"},
      {"bare ordinal, no article", "On 5 May 2019 they came, and on 7th they left.", "",
       "2019-05-05 2019-05-07"},
      {"bare ordinal at the end", "On 5 May 2019 they came and left on the 7th.", "",
       "2019-05-05 2019-05-07"},
      {"ordinal of a thing", "On 5 May 2019 they met on the 2nd floor", "", "2019-05-05"},
      {"of this month", "on the 3rd of this month", "2019-10-12", "2019-10-03"},
      {"of last month", "on the 30th of last month they met", "2019-10-12", "2019-09-30"},
      {"of the same month", "On 5 May 2019 and on the 7th of the same month", "",
       "2019-05-05 2019-05-07"},
      {"in a plain year", "In 2013 they came on May 9.", "", "2013-05-09"},
  };
  for (const DatesCase& c : cases) {
    check(c);
  }
}

}  // namespace
}  // namespace bulletin
