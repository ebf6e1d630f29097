// Links items that tell the same story: near copies, and the item in the other language.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/glass/plain_document.hpp"

namespace bulletin {

/// An item that was added or changed.
struct ChangedItem {
  Xapian::docid document = 0;
  bool has_links = false;  ///< Carries links from before, or once did.
};

/// How many items are compared: by one thread, through the database that is written, or by more,
/// each through a database that `open` gives it, of what has been committed.
struct LinkReaders {
  std::size_t jobs = 1;
  std::function<Xapian::Database()> open = {};
  /// Where all that is asked of the items may be put on a shelf, if anywhere: `open` is needed for
  /// it, and some 200 bytes an item of the index.
  std::optional<std::filesystem::path> shelf_folder = {};
};

/// Writes the links of the items in `changed`, and of those that link to them or now should, into
/// their stored form and their value of links; words and facets stay untouched. Returns the
/// items written.
///
/// Links go both ways. An item is linked with the best one in the other language if it is the best
/// for that one too, good enough and clear of rivals; and with its near copies, eight at most. What
/// is not so any more, or is gone from the index, loses its link. Running it again changes nothing.
///
/// Call after a commit: terms are read back. Takes some 50 MB a thread. May throw Xapian's
/// exceptions.
std::vector<ChangedItem> link_stories(Xapian::WritableDatabase& database,
                                      std::vector<ChangedItem> changed,
                                      const LinkReaders& readers = {});

/// Returns the documents that are linked with the item called `id` in nearly the same words,
/// whether or not it is with them: of many copies each is linked with the nearest eight. `terms`
/// are those of the item, sorted. Looks at 1,000 documents of two lists at most. May throw Xapian's
/// exceptions.
[[nodiscard]] std::set<Xapian::docid> copies_linked_with(const Xapian::Database& database,
                                                         std::string_view id,
                                                         const TermCounts& terms);

}  // namespace bulletin
