// Kinds of event: what a bulletin reports as happening, such as a visit or a signing, read from
// cue words in English and Chinese. What counts is said in tests/gold/KINDS.md.

#pragma once

#include <vector>

#include "indexer/base/event_kind.hpp"
#include "indexer/understanding/item_text.hpp"

namespace bulletin {

/// Finds the one to three kinds of event that `item` reports, in the order of `kKindNames`.
///
/// Background, plans and topics of talks do not count. `other` comes alone, exactly when no kind
/// was found. O(length of the text), never throws on any bytes.
[[nodiscard]] std::vector<KindMention> find_kinds(const ItemText& item);

}  // namespace bulletin
