// Links items that tell the same story: near copies, and the item in the other language.

#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// An item that was added or changed.
struct ChangedItem {
  Xapian::docid document = 0;
  bool has_links = false;  ///< Carries links from before, or once did.
};

/// Writes the links of the items in `changed`, and of those that link to them or now should, into
/// their stored form and their value of links; words and facets stay untouched. Returns the
/// items written.
///
/// Links go both ways. An item is linked with the best one in the other language if it is the best
/// for that one too, good enough and clear of rivals; and with its near copies, eight at most. What
/// is not so any more, or is gone from the index, loses its link. Running it again changes nothing.
///
/// Call after a commit: terms are read back. May throw Xapian's exceptions.
std::vector<ChangedItem> link_stories(Xapian::WritableDatabase& database,
                                      std::vector<ChangedItem> changed);

}  // namespace bulletin
