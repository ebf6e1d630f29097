// Hits that tell the same story, each shown once: near copies, and the item in the other language.

#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_part.hpp"
#include "searcher/search/hit_order.hpp"

namespace bulletin {

/// The stories among the hits of one search.
///
/// Two hits are of one story when they are linked, or both with a third hit, and so on: what is no
/// hit joins nothing, so that every story is made of hits alone. Each hit is in exactly one.
class StoryGroups {
 public:
  /// Reads the links of `matches`, which ascend and `found_by` finds: one value each, and none of
  /// an item without links. O(hits): 10 ms for 100,000 of which a third has links. May throw
  /// Xapian's exceptions.
  StoryGroups(const Xapian::Database& database, const std::vector<Xapian::docid>& matches,
              const Xapian::Query& found_by = match_all());

  /// Returns the number of stories, those of one hit included.
  [[nodiscard]] std::size_t count() const { return count_; }

  /// Tells whether any story has two hits.
  [[nodiscard]] bool has_larger() const { return !group_.empty(); }

  /// Returns a hit that stands for the story of `document`, the same for all hits of the story; 0
  /// for a story of one hit.
  [[nodiscard]] Xapian::docid story_of(Xapian::docid document) const;

 private:
  std::unordered_map<Xapian::docid, Xapian::docid> group_;  ///< Of hits in larger stories.
  std::size_t count_ = 0;
};

/// A page of stories.
struct GroupedPage {
  std::vector<Place> best;  ///< The best hit of each story, in the order of hits.
  /// The other hits of a story by its best one, in the order of hits.
  std::unordered_map<Xapian::docid, std::vector<Xapian::docid>> others;
};

/// Returns one page of stories out of `places`, which are all hits in order. Stories come in the
/// order of their best hits, so paging shows each once.
[[nodiscard]] GroupedPage page_of_stories(const std::vector<Place>& places,
                                          const StoryGroups& groups, PageCut page);

}  // namespace bulletin
