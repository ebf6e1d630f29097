#include "searcher/search/ranking.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace bulletin {

Xapian::BM25Weight ranking_weight() {
  return {kRanking.k1, 0, kRanking.k3, kRanking.b, 0};
}

// Only the first 32 bits count.
double comparable(double weight) {
  constexpr int kBitsLeftOut = std::numeric_limits<double>::digits - 32;
  constexpr std::uint64_t kHalf = std::uint64_t{1} << (kBitsLeftOut - 1);
  const auto bits = std::bit_cast<std::uint64_t>(weight) + kHalf;
  return std::bit_cast<double>(bits >> kBitsLeftOut << kBitsLeftOut);
}

}  // namespace bulletin
