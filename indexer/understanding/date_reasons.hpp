// Why something that looks like a date was not taken for one. The readers of dates say so where
// they drop a reading; rejected_dates() passes it on.

#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace bulletin {

/// The decision that dropped a reading; `dates.hpp` tells what each means.
enum class DateReason : std::uint8_t {
  kNone,  ///< Not dropped.
  kImpossible,
  kNumber,
  kDuration,
  kSince,
  kEveryYear,
  kBirth,
  kLunar,
  kNamedDay,
  kClassYear,
  kIssue,
  kFounding,
  kDateline,
  kMonthAlone,
  kWord,
  kUncertainYear,
  kNoYear,
  kNoMonth,
  kYearAlone,
  kTerm,
  kPeriod,
  kRelative
};

/// Their names, in the same order.
inline constexpr std::string_view kReasonNames[] = {
    "none",       "impossible",  "number",    "duration",       "since",   "every-year",
    "birth",      "lunar",       "named-day", "class-year",     "issue",   "founding",
    "dateline",   "month-alone", "word",      "uncertain-year", "no-year", "no-month",
    "year-alone", "term",        "period",    "relative"};
static_assert(std::size(kReasonNames) == static_cast<std::size_t>(DateReason::kRelative) + 1);

/// Returns the stable name of a reason: `impossible`, `since`, ...
[[nodiscard]] constexpr std::string_view reason_name(DateReason reason) {
  return kReasonNames[static_cast<std::size_t>(reason)];
}

}  // namespace bulletin
