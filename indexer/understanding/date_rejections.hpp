// What find_dates drops on its way, noted where it is dropped, for rejected_dates().

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/understanding/date_grammar.hpp"
#include "indexer/understanding/date_reasons.hpp"
#include "indexer/understanding/dates.hpp"

namespace bulletin {

/// One reading dropped; offsets are bytes of the folded field.
struct DroppedDate {
  TextField field = TextField::kText;
  std::size_t begin = 0;
  std::size_t end = 0;
  DateReason reason = DateReason::kNone;
  std::optional<DateSpan> span;  ///< Where the days were known.
};

/// Readings dropped, in the order of the decisions.
class DroppedDates {
 public:
  /// Notes `expression`; its days are those of the year that it names, if it does.
  void add(TextField field, const DateExpression& expression, DateReason reason);
  void add(TextField field, const DateExpression& expression, DateReason reason, DateSpan span);
  void add(TextField field, const RefusedDate& refused);

  [[nodiscard]] const std::vector<DroppedDate>& all() const { return dropped_; }

 private:
  std::vector<DroppedDate> dropped_;
};

/// Finds what `find_dates(item, published)` finds; notes what it drops in `dropped` unless null.
[[nodiscard]] DatesFound find_dates(const ItemText& item, std::optional<Date> published,
                                    DroppedDates* dropped);

}  // namespace bulletin
