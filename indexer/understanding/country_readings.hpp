// All names of an item that may mean a country, each with what became of it: the accepted ones
// are the evidence, the rejected ones can be reported.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/understanding/country_rules.hpp"
#include "indexer/understanding/item_text.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// A name in an item and its fate.
struct NameReading {
  TextField field = TextField::kText;
  NameMatch match;                     ///< Where it stands; offsets into the folded field.
  const NameEntry* meaning = nullptr;  ///< Its entry, or that of the acronym's expansion.
  NameKind rule = NameKind::kName;     ///< The rule that evidence carries.
  Verdict verdict = Verdict::kAccepted;
  std::uint32_t countries = 0;  ///< Bit i: claim i of `meaning` holds. None unless accepted.
};

/// Returns the names of `item` in reading order, title first.
///
/// Names are matched leftmost-longest; a name in a longer one is not tried. Ambiguous names are
/// decided by the rest of the item. Readings point into `publisher`. O(length of the text).
[[nodiscard]] std::vector<NameReading> read_names(
    const ItemText& item, const PublisherMatcher& publisher = PublisherMatcher::of_default());

/// Matches names in one field and judges each by its neighbours; first step of `read_names`.
[[nodiscard]] std::vector<NameReading> scan_names(const FieldView& view,
                                                  const PublisherMatcher& publisher);

}  // namespace bulletin
