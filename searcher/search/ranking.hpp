// The weighting scheme: one place, so that every road to a score gives the same score.

#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include <xapian.h>

namespace bulletin {

/// What BM25 is set to, measured best over seven English and seven Chinese collections.
struct Bm25 {
  double k1 = 1.2;
  double k3 = 8;
  double b = 0.75;
};
inline constexpr Bm25 kRanking;

/// Returns the weight of words.
[[nodiscard]] Xapian::BM25Weight ranking_weight();

/// Returns a weight to nine digits: those that are equal may differ in their last bits, added up in
/// another order. Only the first 32 bits count.
[[nodiscard]] constexpr double comparable(double weight) {
  constexpr int kBitsLeftOut = std::numeric_limits<double>::digits - 32;
  constexpr std::uint64_t kHalf = std::uint64_t{1} << (kBitsLeftOut - 1);
  const auto bits = std::bit_cast<std::uint64_t>(weight) + kHalf;
  return std::bit_cast<double>(bits >> kBitsLeftOut << kBitsLeftOut);
}

}  // namespace bulletin
