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
  kFar,  ///< Behind the first sentences; counts when nothing nearer does. Never for a signing.
  kHint  ///< A cue for titles alone in the lead; counts when nothing else does.
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
  bool is_tour = false;    ///< A visit that may be an outing of people who came for something else.
};

/// What one field says.
struct FieldSigns {
  std::vector<KindSign> signs;  ///< In no set order, and some twice.
  KindSet not_news = 0;         ///< Kinds the whole item does not report.
};

/// Returns the signs in `folded`, which is the folded text of `field`. O(length).
[[nodiscard]] FieldSigns read_signs(std::string_view folded, TextField field);

}  // namespace bulletin
