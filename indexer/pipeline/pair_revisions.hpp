// Which of the items that a file has gained are corrected forms of those it has lost. An item whose
// id is made from its text gets another one with every correction; this finds it again.

#pragma once

#include <cstddef>
#include <vector>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// Indices into the two lists.
struct RevisionPair {
  std::size_t lost = 0;
  std::size_t gained = 0;

  bool operator==(const RevisionPair&) const = default;
};

/// Pairs items most of whose text is the same, the most alike first; each is in one pair at most.
///
/// Alike is measured by the pairs of neighbouring letters that two texts share. With more than a
/// few thousand comparisons to make nothing is paired: a file rewritten as a whole is no
/// correction. O(lost x gained x length).
[[nodiscard]] std::vector<RevisionPair> pair_revisions(const std::vector<Bulletin>& lost,
                                                       const std::vector<Bulletin>& gained);

}  // namespace bulletin
