// The weighting scheme: one place, so that every road to a score gives the same score.

#pragma once

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
/// another order.
[[nodiscard]] double comparable(double weight);

}  // namespace bulletin
