// Where the shards of an index lie, seen and changed.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/shards.hpp"

namespace bulletin {

/// A shard as it is found.
struct FoundShard {
  ShardPlace place;
  std::size_t items = 0;
  std::optional<std::string> absence;  ///< Why it cannot be read.
};

/// Looks at each shard of the index, in order; at the index alone where it is one database. Waits
/// for each server that does not answer. Throws `Error{kIndexNotFound}`.
[[nodiscard]] std::vector<FoundShard> find_shards(const std::filesystem::path& index);

/// Says that shard `number`, from 0 on, lies at `place` now: a folder, or a server called
/// `host:port`. It has to be there. Who searches the index sees it at the next request.
///
/// Throws `Error`: kBadUsage where there is no such shard, kIndexMismatch where another database
/// lies there, what opening it throws.
void place_shard(const std::filesystem::path& index, std::size_t number, const std::string& place);

}  // namespace bulletin
