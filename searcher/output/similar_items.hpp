// Items like an item, for people and for programs.

#pragma once

#include <string>

#include "searcher/output/terminal.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns the two lists, each item with what it shares.
[[nodiscard]] std::string similar_text(const SimilarItems& found, const Labels& labels,
                                       const Terminal& terminal);

/// Returns `schema`, `id`, `same_language` and `other_languages` as a line of JSON: hits as in a
/// search, each with `shared`.
[[nodiscard]] std::string similar_json(const SimilarItems& found);

}  // namespace bulletin
