// What a beginning of a word is searched as.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/index_terms.hpp"
#include "searcher/query/text_query.hpp"

namespace bulletin {

/// Returns those of `terms` that begin with `start`, at most `most`: the most frequent ones.
[[nodiscard]] std::vector<std::string> most_frequent_terms(const IndexTerms& terms,
                                                           const std::string& start,
                                                           std::size_t most);

/// Returns lookups that expand beginnings so; what `terms` are of outlives them.
[[nodiscard]] IndexLookups expansion_of(const IndexTerms& terms, const Deadline& deadline = {});

}  // namespace bulletin
