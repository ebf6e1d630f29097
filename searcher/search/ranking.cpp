#include "searcher/search/ranking.hpp"

namespace bulletin {

Xapian::BM25Weight ranking_weight() {
  return {kRanking.k1, 0, kRanking.k3, kRanking.b, 0};
}

}  // namespace bulletin
