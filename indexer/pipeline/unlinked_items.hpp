// Which items have been committed but not linked yet. It is noted in the same commit as the items,
// so that a run that is killed before it links them leaves that to the next one.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/story_links.hpp"

namespace bulletin {

/// What the notes of an index say.
struct UnlinkedItems {
  std::vector<ChangedItem> items;
  std::size_t notes = 0;  ///< Their number; the next one has it as its own.
};

/// Returns what earlier runs have left. May throw Xapian's exceptions, as all below.
[[nodiscard]] UnlinkedItems read_unlinked(const Xapian::Database& database);

/// Writes one more note with the next commit.
void note_unlinked(Xapian::WritableDatabase& database, std::size_t number,
                   std::span<const ChangedItem> items);

/// Takes the first `notes` notes away with the next commit.
void forget_unlinked(Xapian::WritableDatabase& database, std::size_t notes);

}  // namespace bulletin
