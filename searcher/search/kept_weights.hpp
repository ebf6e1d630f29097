// The weights of hits, from kept postings.

#pragma once

#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/search/kept_match.hpp"

namespace bulletin {

/// Returns the weight of each of `found`, which are the documents of `query` by `match`, as
/// ranking_weight() gives it to about the last bit: some nanoseconds a posting. Nothing where that
/// takes Xapian's matcher: for patterns, and synonyms of phrases.
[[nodiscard]] std::optional<std::vector<double>> kept_weights(
    KeptMatch& match, const Xapian::Query& query, const std::vector<Xapian::docid>& found);

}  // namespace bulletin
