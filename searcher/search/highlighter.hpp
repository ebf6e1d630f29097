// Which bytes of a hit matched, found with the analyzer that indexed it.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"
#include "searcher/query/search_query.hpp"

namespace bulletin {

/// Bytes `begin` to `end`, exclusive, of an original text; whole characters.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

/// Sorts ranges and joins those that overlap; neighbours that only touch stay two.
void make_disjoint(std::vector<ByteRange>& ranges);

/// Returns what of `field` matched, in order, not overlapping.
///
/// Words by their stem. In Chinese the longest stretch shared with a run of the query, cut back to
/// whole dictionary words unless it is the whole run: never half a word. Words behind a country or
/// date that was asked for by its evidence. O(length of the field).
[[nodiscard]] std::vector<ByteRange> find_highlights(const Bulletin& bulletin, TextField field,
                                                     const Needles& needles,
                                                     const Analyzer& analyzer);

}  // namespace bulletin
