// Kinds of event: what a bulletin reports as happening, such as a visit or a signing, read from
// cue words in English and Chinese. What counts is said in tests/gold/KINDS.md.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"
#include "indexer/understanding/item_text.hpp"

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

/// Finds the one to three kinds of event that `item` reports, in the order of `kKindNames`.
///
/// Background, plans and topics of talks do not count. `other` comes alone, exactly when no kind
/// was found. O(length of the text), never throws on any bytes.
[[nodiscard]] std::vector<KindMention> find_kinds(const ItemText& item);

}  // namespace bulletin
