// Keeps the table of completions in step with the terms of an index, at a cost that stays in
// proportion to what is written.

#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// Writes the table anew from all terms: some 2 s a million items, O(distinct words) of memory.
/// Call after a commit and commit afterwards, as below. May throw Xapian's exceptions.
void write_suggestions(Xapian::WritableDatabase& database);

/// Brings the table up to date when the items in `written` have been written and `removed` others
/// have gone.
///
/// Adds the new words of those items; writes the table anew where there is none, where items came
/// in without a word to it (a run was killed), or after changes to an eighth of the items.
void refresh_suggestions(Xapian::WritableDatabase& database, std::vector<Xapian::docid> written,
                         std::size_t removed);

}  // namespace bulletin
