// One generation of an index on disk: a database, or some that are its shards.

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/glass/term_list.hpp"
#include "indexer/schema/shards.hpp"

namespace bulletin {

/// What an opener asks of the program that wrote an index: that it is like this one, or that its
/// stored items can be read.
enum class WrittenBy : std::uint8_t { kOurs, kReadable };

/// Returns which terms the list of an item has at least in an index, or in a shard of one: all in
/// earlier schemas, whose programs look for them.
[[nodiscard]] ListedTerms listed_terms_in(const Xapian::Database& database);

/// Throws `Error{kIndexMismatch}` when a database of `index` says of itself that another program
/// wrote it.
void check_identity(const Xapian::Database& database, const std::filesystem::path& index,
                    WrittenBy writer);

/// Throws `Error{kIndexMismatch}` when the shard at `place` says of itself that it is another than
/// the one expected there.
void expect_shard(const Xapian::Database& shard, const ShardPlace& place, std::size_t number,
                  std::size_t count);

/// Returns the folder of the database of a shard that is here: no link, the copy of a replica.
[[nodiscard]] std::filesystem::path database_in(const ShardPlace& place);

/// How long a shard behind a server is waited for, in milliseconds.
inline constexpr unsigned kConnectPatience = 1500, kAnswerPatience = 10000;

/// Opens the database of a generation that lies in `folder`, or what is behind a server, for
/// reading. Throws Xapian's errors and those of check_identity().
[[nodiscard]] Xapian::Database open_shard(const ShardPlace& place, WrittenBy writer);

/// Opens a generation of `index` for reading, all of its shards. Throws as above.
[[nodiscard]] Xapian::Database open_generation(const std::filesystem::path& index,
                                               const std::string& generation, WrittenBy writer);

/// An index open for writing, with the databases of which it consists.
struct WritableIndex {
  Xapian::WritableDatabase database;
  std::vector<Xapian::WritableDatabase> shards;  ///< Its only one, or several.
  bool has_servers = false;                      ///< Whether a shard lies behind one.
};

/// Opens a generation for writing, all of its shards. Throws as above.
[[nodiscard]] WritableIndex open_generation_for_writing(const std::filesystem::path& index,
                                                        const std::string& generation,
                                                        WrittenBy writer);

/// Gives items of an index whose `generation` is one database whole lists of terms, so that they
/// can be changed: commits, closes it and opens it again with Xapian's `flags`, between two copies.
/// Items are named in the order of their numbers. No other handle may be open.
///
/// Throws `Error`: kIndexLocked where another program began to write in between, kInternal as
/// lengthen_term_lists() does, kBadUsage for a database behind a server; the index is then closed.
/// May throw Xapian's exceptions.
void lengthen_lists(WritableIndex& index, const std::filesystem::path& generation, int flags,
                    std::span<const DocumentTerms> items);

/// Returns where the databases of a generation of so many shards that is made here are to lie.
[[nodiscard]] std::vector<std::filesystem::path> database_folders(
    const std::filesystem::path& generation, std::size_t shards);

/// Makes those databases the shards of the generation, where there are several.
void join_shards(const std::filesystem::path& generation, std::size_t shards);

/// Opens the databases that lie there, or empty ones, with Xapian's `flags`, and names schema,
/// analyzer and shards. Throws as above.
[[nodiscard]] WritableIndex make_generation(const std::filesystem::path& generation,
                                            std::size_t shards, int flags);

}  // namespace bulletin
