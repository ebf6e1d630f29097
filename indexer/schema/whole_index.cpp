#include "indexer/schema/whole_index.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include "indexer/base/error.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/shards.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

// How xapian-replicate calls the two copies of a replica, one of which its stub names.
constexpr auto kCopies = "replica_";

}  // namespace

void refuse_replica(const fs::path& folder) {
  std::error_code error;
  if (folder.filename().string().starts_with(kCopies) &&
      fs::exists(folder.parent_path() / kShardNames, error)) {
    throw Error(ErrorCode::kBadUsage,
                "cannot write to " + folder.string() + ": xapian-replicate keeps it as a copy",
                "write to the index that it is a copy of");
  }
}

void expect_whole_index(const Xapian::Database& database, const fs::path& index) {
  const auto identity = shard_identity(database);
  const std::size_t shards = shards_of(index / generation_in_use(index)).size();
  if (identity && identity->count > std::max<std::size_t>(shards, 1)) {
    throw Error(ErrorCode::kBadUsage,
                "cannot write to index " + index.string() + ": it is shard " +
                    std::to_string(identity->number + 1) + " of " +
                    std::to_string(identity->count) + " of another",
                "write to that one, in which links and numbers of items are made");
  }
}

}  // namespace bulletin
