// Copies of a whole index, made while others read and write it, and the way back.

#pragma once

#include <cstddef>
#include <filesystem>

namespace bulletin {

/// A copy that has been made, or an index that has been made of one.
struct CopiedIndex {
  std::filesystem::path folder;
  std::size_t items = 0;
};

/// Makes a copy of the index at `index` in a folder of its own in `folder`, named after the second,
/// `2019-12-24T08-30-00Z` (UTC). The copy is an index itself.
///
/// It is one commit, never a mixture: commits wait while its files are copied, since Xapian
/// overwrites no block of a commit before the next one is there; afterwards the commit has to be
/// the same, else the copy is made anew. Readers do not wait, and the writer goes on between
/// commits. Every block of the copy is then looked at. It is brought to disk under another name and
/// then renamed; a killed run leaves nothing that looks like a backup, and the next one removes it.
///
/// Throws `Error`: kBadUsage where that name is taken or `folder` is an index, kIndexChanged where
/// commits do not wait and are faster, and as open_index() does, but takes every readable schema
/// and any analyzer.
[[nodiscard]] CopiedIndex backup_index(const std::filesystem::path& index,
                                       const std::filesystem::path& folder);

/// Makes the copy at `backup` a new generation of the index at `index` and then the one in use;
/// until then, and when it fails, the old one stays. The index is made where there is none, and may
/// be damaged.
///
/// Throws `Error`: kBadUsage where `backup` is no sound copy, kIndexLocked.
[[nodiscard]] CopiedIndex restore_index(const std::filesystem::path& index,
                                        const std::filesystem::path& backup);

}  // namespace bulletin
