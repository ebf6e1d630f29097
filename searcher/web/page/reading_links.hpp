// Where a reading of the query leads: taken back to plain words, or made a limit.

#pragma once

#include "searcher/search/searcher.hpp"

namespace bulletin {

/// The searches that a reading offers instead.
struct ReadingChoices {
  SearchRequest as_words;   ///< Its words are words again.
  SearchRequest as_filter;  ///< Its words leave the query and limit the result.
};

/// Returns `request` without the words that were read as a date: what the counts of the date facet
/// are for, which leave those limits out.
[[nodiscard]] SearchRequest without_read_dates(SearchRequest request,
                                               const std::vector<QueryReading>& readings);

/// Returns both for one reading of `request`.
[[nodiscard]] ReadingChoices reading_choices(const QueryReading& reading,
                                             const SearchRequest& request);

}  // namespace bulletin
