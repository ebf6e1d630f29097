#include "searcher/search/ranking.hpp"

namespace bulletin {

Xapian::BM25Weight ranking_weight() {
  return {1.2, 0, 8, 0.75, 0};
}

}  // namespace bulletin
