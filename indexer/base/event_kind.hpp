// Kinds of event: what a bulletin reports as happening.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"

namespace bulletin {

/// The kinds, in the order they are listed; the names are stable.
inline constexpr std::array<std::string_view, 9> kKindNames = {"visit",    "signing",     "meeting",
                                                               "training", "opening",     "award",
                                                               "exchange", "publication", "other"};

/// A kind of event that a bulletin reports.
struct KindMention {
  std::string kind;  ///< One of `kKindNames`.

  /// In reading order, title first; rule `title-cue` in the title, `cue` in the text. Empty for
  /// `other`, never empty for the rest.
  std::vector<Evidence> evidence;

  bool operator==(const KindMention&) const = default;
};

}  // namespace bulletin
