// The shards of a generation: the databases of which it consists, here or on other machines. A file
// in its folder names them in the words of Xapian's stub databases.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// The file of a generation that names its shards: what Xapian looks for in a folder.
inline constexpr std::string_view kShardNames = "XAPIANDB";

/// Most shards that an index can be built of: each keeps some files open.
inline constexpr std::size_t kMostShards = 64;

/// Where a shard lies: in a folder, an index of its own or a bare database, or behind a server,
/// `xapian-tcpsrv`.
struct ShardPlace {
  std::filesystem::path folder;  ///< Empty for one behind a server.
  std::string host;
  unsigned port = 0;

  [[nodiscard]] bool is_here() const { return host.empty(); }
  bool operator==(const ShardPlace&) const = default;
};

/// Returns what people call the place: its folder, or `host:port`.
[[nodiscard]] std::string name_of(const ShardPlace& place);

/// Reads `host:port`, or nothing.
[[nodiscard]] std::optional<ShardPlace> server_called(std::string_view name);

/// Returns where the shards of a generation lie, in the order of their numbers; none for a
/// generation that is one database. One system call for such.
///
/// Throws `Error{kIndexMismatch}` for a line that names no shard.
[[nodiscard]] std::vector<ShardPlace> shards_of(const std::filesystem::path& generation);

/// Writes where they lie; folders inside of `generation` are named from there, so that it can be
/// moved. Durable.
void name_shards(const std::filesystem::path& generation, const std::vector<ShardPlace>& places);

/// Returns the folder of shard `number`, from 0 on, of a generation made here.
[[nodiscard]] std::filesystem::path shard_folder(const std::filesystem::path& generation,
                                                 std::size_t number);

/// Which shard of how many a database is, and of which index: whoever opens it can see whether it
/// is the one expected.
struct ShardIdentity {
  std::size_t number = 0;  ///< From 0 on.
  std::size_t count = 1;
  std::string index;  ///< The same for all shards of an index.

  bool operator==(const ShardIdentity&) const = default;
};

/// Reads and writes it; nothing where a database says nothing of shards.
[[nodiscard]] std::optional<ShardIdentity> shard_identity(const Xapian::Database& shard);
void write_shard_identity(Xapian::WritableDatabase& shard, const ShardIdentity& identity);

/// Returns a name for an index that is new.
[[nodiscard]] std::string new_index_name();

/// Items go to the shards in turn, by the number of the document in the whole index; so numbers,
/// and with them the order of equal hits, are those of an index that is one database.
[[nodiscard]] constexpr std::size_t shard_with(Xapian::docid document, std::size_t shards) {
  return (document - 1) % shards;
}
[[nodiscard]] constexpr Xapian::docid number_in_shard(Xapian::docid document, std::size_t shards) {
  return static_cast<Xapian::docid>((document - 1) / shards + 1);
}

[[nodiscard]] constexpr Xapian::docid number_in_index(Xapian::docid number, std::size_t shard,
                                                      std::size_t shards) {
  return number == 0 ? 0 : static_cast<Xapian::docid>((number - 1) * shards + shard + 1);
}

/// Returns a name that changes with every commit() to a shard behind a server, of whose revision
/// Xapian tells nothing; empty before the first.
[[nodiscard]] std::string commit_name(const Xapian::Database& shard);

/// Gives all of `shards` a new one.
void rename_commit(std::vector<Xapian::WritableDatabase>& shards);

}  // namespace bulletin
