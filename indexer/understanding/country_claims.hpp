// Which of its countries an ambiguous name means: its neighbours say so, else the rest of the item.

#pragma once

#include <vector>

#include "indexer/understanding/country_readings.hpp"

namespace bulletin {

/// Sets `countries` and the final verdict of the readings of one item, which are in reading order.
///
/// Sure claims hold, default ones unless a neighbour says otherwise, candidates only where another
/// name shows the same country. O(names).
void settle_claims(const ItemText& item, std::vector<NameReading>& readings);

}  // namespace bulletin
