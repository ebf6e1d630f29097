#include "searcher/search/ranking.hpp"

#include "indexer/schema/schema.hpp"

namespace bulletin {

Xapian::BM25Weight ranking_weight() {
  return {1.2, 0, 8, 0.75, 0};
}

void set_ranking(Xapian::Enquire& enquire) {
  enquire.set_weighting_scheme(ranking_weight());
  enquire.set_sort_by_relevance_then_value(slot::kDate, true);
}

}  // namespace bulletin
