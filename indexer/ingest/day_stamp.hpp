// The day a page or feed says it appeared on: stamps beside titles and dates of machines. What a
// text tells of days is none of its business.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/base/date.hpp"

namespace bulletin {

/// What stands before a stamp's date; the later the better.
enum class StampCue : std::uint8_t {
  kNone,
  kUpdated,   ///< 更新时间, "Updated on".
  kDated,     ///< 日期, 时间, "Date".
  kPublished  ///< 发布时间, "Published", "Posted on".
};

/// A short line with a day.
struct DayStamp {
  Date day;
  StampCue cue = StampCue::kNone;
  bool alone = false;  ///< Next to nothing else is on the line: a time, 阅读 35, 来源：本站.
};

/// Reads the first whole day, its year in four figures, of a line of up to 100 characters:
/// `2019.03.14`, `日期：2024-06-21 19:18`, `2017年05月18日 阅读`, `Updated on 5 May 2019`.
[[nodiscard]] std::optional<DayStamp> read_day_stamp(std::string_view line);

/// Reads the day of a date that a machine wrote: ISO 8601, RFC 822, or another whole date. The day
/// is the one written, in whatever time zone.
[[nodiscard]] std::optional<Date> read_day(std::string_view text);

}  // namespace bulletin
