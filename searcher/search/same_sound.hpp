// Chinese words of the index that sound like typed ones: what was meant where a wrong character of
// the right sound was chosen.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/search_query.hpp"
#include "searcher/search/near_misses.hpp"

namespace bulletin {

/// Returns the strings of the index that sound like `word`, two to twelve Chinese characters as
/// typed, without regard to tones: at most two characters are others. Those with fewer changes
/// first, then those in more items; at most `count`. Empty for any other word. 1 to 20 ms.
[[nodiscard]] std::vector<IndexWord> same_sound(const IndexTerms& terms, std::string_view word,
                                                std::size_t count = 3);

/// Returns the Chinese runs among the words and phrases of a query that stand in fewer than three
/// items while a string of the same sound stands in ten times as many, or in any where the run
/// stands in none: typed 国家开房大学, meant 国家开放大学. Of two characters only dictionary words.
///
/// A name that no item has is offered for correction even where hits have parts of it; one that
/// some items have is rather meant, unless it is rare beside the other.
[[nodiscard]] std::vector<MissingWord> misheard(const IndexTerms& terms, const SearchQuery& query,
                                                const Analyzer& analyzer);

}  // namespace bulletin
