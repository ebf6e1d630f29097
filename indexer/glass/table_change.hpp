// Changes entries of a glass table as Xapian does: nothing is written over, so that whoever reads
// the table goes on reading what it was.

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "indexer/glass/table_writer.hpp"

namespace bulletin {

/// What is to stand behind a key.
struct TableEntry {
  std::string key;
  std::string tag;
  bool is_deflated = false;
};

/// Gives other tags to entries that are there, named in the order of their keys. The blocks that
/// change are written anew behind all others, as of `revision`, and brought to disk; the table is
/// the old one until the database has the root that is returned.
///
/// A few blocks are read and written for each entry, neighbours together, and the old ones become
/// free. Throws `Error{kInternal}` where an entry is not there, and where the file cannot be read
/// or written.
TableRoot change_entries(const std::filesystem::path& file, const TableRoot& root,
                         std::uint32_t revision, std::span<const TableEntry> entries);

}  // namespace bulletin
