#include "indexer/ingest/day_stamp.hpp"

#include <string>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

std::string shown(const std::optional<Date>& day) {
  return day ? format_date(*day) : "-";
}

TEST_CASE("read_day: dates that machines write") {
  struct Case {
    std::string_view text, expect;
  };
  const Case cases[] = {
      {"2024-05-06", "2024-05-06"},
      {"2024-05-06T23:30:00+08:00", "2024-05-06"},
      {"2024-05-06 10:00", "2024-05-06"},
      {"Mon, 06 May 2024 23:30:00 -0900", "2024-05-06"},
      {"6 May 2024 10:00 GMT", "2024-05-06"},
      {"May 6, 2024", "2024-05-06"},
      {"2024年5月6日", "2024-05-06"},
      {"2024/05/06 10:00:00", "2024-05-06"},
      {"2024-02-31", "-"},
      {"Mon, 31 Feb 2024", "-"},
      {"2024-05", "-"},
      {"6 May", "-"},
      {"yesterday", "-"},
      {"1714953600", "-"},
      {"", "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_EQ(shown(read_day(c.text)), c.expect);
  }
}

TEST_CASE("read_day_stamp: what a date is of, and whether it is alone") {
  struct Case {
    std::string_view line;
    StampCue cue;
    bool alone;
  };
  const Case cases[] = {
      {"2019.03.14", StampCue::kNone, true},
      {"[2019-03-14]", StampCue::kNone, true},
      {"2019年03月14日 阅读", StampCue::kNone, true},
      {"发布时间：2019.03.14 来源：国际处 浏览次数：35", StampCue::kPublished, true},
      {"Published 14 March 2019", StampCue::kPublished, true},
      {"更新时间：2019-03-14 10:20", StampCue::kUpdated, true},
      {"Last modified: 14 March 2019", StampCue::kUpdated, true},
      {"日期：2019-03-14", StampCue::kDated, true},
      {"作者：李明 来源：国际处 时间：2019-03-14", StampCue::kDated, true},
      {"会议时间：2019-03-14", StampCue::kNone, true},
      {"The start date is 14 March 2019", StampCue::kNone, false},
      {"2019年3月14日，校长会见了来访的客人。", StampCue::kNone, false},
      {"On 14 March 2019 the hall was opened", StampCue::kNone, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const auto stamp = read_day_stamp(c.line);
    REQUIRE(stamp);
    CHECK_EQ(format_date(stamp->day), "2019-03-14");
    CHECK(stamp->cue == c.cue);
    CHECK_EQ(stamp->alone, c.alone);
  }
  CHECK_FALSE(read_day_stamp("14 March"));
  CHECK_FALSE(read_day_stamp("from 14 to 16 March 2019"));
  CHECK_FALSE(read_day_stamp("2019-03-14 " + std::string(200, 'x')));
}

}  // namespace
}  // namespace bulletin
