// Joins databases of neighbouring documents to one.

#pragma once

#include <filesystem>
#include <span>

#include "indexer/glass/term_list.hpp"

namespace bulletin {

/// Writes to `to`, a folder that is made, the documents of all `parts` under the numbers that they
/// have. Numbers have to ascend from each part to the next; of metadata under one key the first
/// stays. Takes two threads, and memory for some blocks a part. Not durable.
///
/// Unlike Xapian's own compaction it puts short pieces of a posting list together, so that a list
/// takes no more pieces than it fills, and makes lists of terms as short as `listed` says. Throws
/// `Error{kInternal}` where a part cannot be read or the database not be written.
void merge_databases(std::span<const std::filesystem::path> parts, const std::filesystem::path& to,
                     ListedTerms listed = {});

}  // namespace bulletin
