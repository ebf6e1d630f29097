// The facets of a result as a person reads them in a terminal.

#pragma once

#include <string>

#include "searcher/output/terminal.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/labels.hpp"

namespace bulletin {

/// Returns every facet that has values, a title and lines of buckets each; countries stand under
/// their regions. Lines fit the terminal and break between buckets; of a long facet only the first
/// dozen values are shown, with the number of the others.
[[nodiscard]] std::string facets_text(const Facets& facets, const Labels& labels,
                                      const Terminal& terminal);

/// Returns a label in both languages, printable.
[[nodiscard]] std::string both_names(const BilingualLabel& label);

}  // namespace bulletin
