// What an item seems to say and was not taken for, as `why` tells it.

#pragma once

#include <vector>

#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"

namespace bulletin {

/// Readings of one item that were rejected.
struct RejectedReadings {
  std::vector<RejectedDate> dates;
  std::vector<RejectedCountry> countries;
};

/// Reads `bulletin` again, for `publisher`, and returns what was not taken; nothing that the item
/// has as a value, for its source may have supplied that.
[[nodiscard]] RejectedReadings rejected_readings(const Bulletin& bulletin,
                                                 const Publisher& publisher);

}  // namespace bulletin
