// What must not be written to as if it were an index: a copy that follows another, and one shard of
// several.

#pragma once

#include <filesystem>

#include <xapian.h>

namespace bulletin {

/// Throws `Error{kBadUsage}` where the database in `folder` is a copy in a replica, which
/// xapian-replicate makes after the original: what is written to it, the original does not have.
void refuse_replica(const std::filesystem::path& folder);

/// Throws `Error{kBadUsage}` where `index`, open as `database`, is one shard of several: items that
/// come or change have links and numbers in the whole index.
void expect_whole_index(const Xapian::Database& database, const std::filesystem::path& index);

}  // namespace bulletin
