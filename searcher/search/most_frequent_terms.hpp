// What a beginning of a word is searched as.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/text_query.hpp"

namespace bulletin {

/// Returns the terms of `database` that begin with `start`, at most `most`: the most frequent ones.
[[nodiscard]] std::vector<std::string> most_frequent_terms(const Xapian::Database& database,
                                                           const std::string& start,
                                                           std::size_t most);

/// Returns lookups that expand beginnings so; `database` outlives them.
[[nodiscard]] IndexLookups expansion_of(const Xapian::Database& database,
                                        const Deadline& deadline = {});

}  // namespace bulletin
