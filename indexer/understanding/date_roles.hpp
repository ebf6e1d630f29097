// What the words around a date make of it: an event of the bulletin, something earlier, a filing
// date, or nothing at all.

#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/understanding/date_grammar.hpp"

namespace bulletin {

/// How good a claim a date has to be the bulletin's own; the first named has the best.
enum class DateRole : std::uint8_t {
  kEvent,
  kYielding,    ///< Planned, "as of", "an agreement signed on": the event's only if no other is.
  kFiling,      ///< A dateline or a page's stamp.
  kBackground,  ///< Happened before: "had been signed in", 曾.
  kHistory,   ///< Renamed, merged, struck by an earthquake: background if long ago, else yielding.
  kFounding,  ///< When an institution began; nothing if long ago, else an event.
  kNone       ///< Not an event: since, born on, every June, 农历, "the 12 May 2008 earthquake".
};

struct DateSurroundings {
  DateRole role = DateRole::kEvent;
  DateReason reason = DateReason::kNone;  ///< With kNone, and with kFounding should it be dropped.
  bool planned = false;  ///< The words before speak of the future: will be held on, 将于.
};

/// Reads the words around `expression` in its folded text, a bounded number of bytes each way.
[[nodiscard]] DateSurroundings read_surroundings(std::string_view text,
                                                 const DateExpression& expression);

}  // namespace bulletin
