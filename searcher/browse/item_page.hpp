// An item in full, as lines.

#pragma once

#include <cstddef>
#include <vector>

#include "searcher/browse/browse_state.hpp"
#include "searcher/browse/language.hpp"
#include "searcher/browse/styled_line.hpp"

namespace bulletin::browse {

/// Returns title, facts, links, text and earlier texts with what matched marked; with `evidence`
/// the words behind its dates, countries and kinds are marked and listed first, and what was read
/// and not taken.
[[nodiscard]] std::vector<StyledLine> item_lines(const OpenedItem& item, bool evidence,
                                                 const Labels& labels, Language language,
                                                 std::size_t columns);

/// Returns date, countries, kinds and language of an item: `2019-12 · Kazakhstan · visit ·
/// English`.
[[nodiscard]] std::string facts_line(const Bulletin& bulletin, const Labels& labels,
                                     Language language);

/// Returns what an entry of the similar items has in common, and the entries themselves, those of
/// the item's language first.
[[nodiscard]] std::vector<const SimilarItem*> entries_of(const SimilarItems& similar);

}  // namespace bulletin::browse
