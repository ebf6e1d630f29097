// The JSON of facets: `facets` in the answers of a search.

#pragma once

#include <string>

#include "searcher/search/facets.hpp"
#include "searcher/search/labels.hpp"

namespace bulletin {

/// Returns the value of `facets`, an object without line breaks. Countries name the region they lie
/// in and regions the one above them, so that a program can put the one under the other.
[[nodiscard]] std::string facets_json(const Facets& facets, const Labels& labels);

}  // namespace bulletin
