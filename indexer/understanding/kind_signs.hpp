// Signs of kinds of event in one field: cues that stand alone, acts with their things, less what
// is silenced as talk, past or plan. Which signs win is decided in kinds.cpp.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"
#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

/// Where a sign stands; earlier is stronger.
enum SignRank : std::uint8_t {
  kInTitle,
  kInLead,
  kBehind,
  kFar  ///< Behind the first sentences; counts when nothing nearer does. Never for a signing.
};

/// One piece of evidence for one kind: bytes `begin` to `end` of the folded field.
struct KindSign {
  TextField field = TextField::kText;
  std::size_t begin = 0;
  std::size_t end = 0;
  KindSet kind = 0;  ///< One bit.
  SignRank rank = kInTitle;
  unsigned sentence = 0;
  bool is_weak = false;    ///< A meeting that gives way to any other kind.
  bool is_travel = false;  ///< A journey that gives way to what it led to.
};

/// Returns the signs in `folded`, which is the folded text of `field`; in no set order, and some
/// twice. O(length).
[[nodiscard]] std::vector<KindSign> read_signs(std::string_view folded, TextField field);

}  // namespace bulletin
