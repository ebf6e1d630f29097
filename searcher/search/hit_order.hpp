// In which order hits come. A page and the whole result are two cuts of one order, so paging shows
// every hit once.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/query/search_query.hpp"
#include "searcher/search/known_hits.hpp"

namespace bulletin {

/// Order of hits. Ties go to the newer item, items without a date come last.
enum class Sort : std::uint8_t {
  kRelevance,    ///< Without words to rank by, the newest come first.
  kOldestFirst,  ///< By the shown date.
  kNewestFirst,
  kTitle  ///< By headline as TitleOrder compares it.
};

/// Where a hit stands: its document and the score to nine digits, 0 when nothing ranks.
struct Place {
  Xapian::docid document = 0;
  double weight = 0;

  bool operator==(const Place&) const = default;
};

/// Part of an order.
struct PageCut {
  std::size_t offset = 0;
  std::size_t limit = 0;
};

/// Returns one page of the hits of `query`, in order. A page near the beginning looks only at what
/// can stand on it; one far behind, or any by title, takes as much memory as all_places() and sorts
/// the page alone. What is `known` is not found again.
[[nodiscard]] std::vector<Place> page_of_places(const Xapian::Database& database,
                                                const SearchQuery& query, Sort sort, PageCut page,
                                                const KnownHits* known = nullptr);

/// Returns all hits in order: 16 bytes a hit; while it sorts 56 more, and by title its key.
[[nodiscard]] std::vector<Place> all_places(const Xapian::Database& database,
                                            const SearchQuery& query, Sort sort,
                                            const KnownHits* known = nullptr);

}  // namespace bulletin
