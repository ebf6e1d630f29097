// The weighting scheme: one place, so that every road to a score gives the same score.

#pragma once

#include <xapian.h>

namespace bulletin {

/// Returns the weight of words: k1, k2, k3, b as measured best over seven English and seven Chinese
/// collections.
[[nodiscard]] Xapian::BM25Weight ranking_weight();

}  // namespace bulletin
