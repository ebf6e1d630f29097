// Acronyms mean what the item itself says in brackets: "Hanoi Open University (HOU)".

#pragma once

#include <vector>

#include "indexer/understanding/country_readings.hpp"

namespace bulletin {

/// Finds the acronyms that the item expands and reads every use of them by the expansion.
///
/// `readings` are those of both fields in reading order; acronyms are added in place, and an
/// acronym of the gazetteer that the item expands otherwise changes its meaning.
void read_acronyms(const FieldView& title, const FieldView& text,
                   std::vector<NameReading>& readings);

}  // namespace bulletin
