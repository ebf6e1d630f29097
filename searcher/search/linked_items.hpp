// The items that tell the same story as a given one, as far as they are still there.

#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// The other end of a link.
struct LinkedItem {
  StoryLink link;
  std::string headline;
};

/// Reads the items that `bulletin` is linked with, in the order of its links; those removed since
/// the links were written are left out. May throw Xapian's exceptions.
[[nodiscard]] std::vector<LinkedItem> linked_items(const Xapian::Database& database,
                                                   const Bulletin& bulletin);

/// Leaves `bulletin` its links to `there` only, so that none leads to an item that is gone.
void keep_links(const std::vector<LinkedItem>& there, Bulletin& bulletin);

}  // namespace bulletin
