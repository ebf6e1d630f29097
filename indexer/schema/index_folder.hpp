// An index on disk: a folder whose link `current` names the generation in use. Generations are
// Xapian databases; a rebuilt one takes over by moving the link, so readers never see half of it.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/schema/generation.hpp"

namespace bulletin {

/// The link to the generation in use, how names of generations begin, and the first one.
inline constexpr auto kCurrentLink = "current";
inline constexpr auto kGenerations = "generation-";
inline constexpr auto kFirstGeneration = "generation-1";

/// Returns where the index is when nobody says: `BULLETIN_DB`, else `bulletin/index` in
/// `XDG_DATA_HOME`, else in `~/.local/share`.
[[nodiscard]] std::filesystem::path default_index_path();

/// Tells whether there is an index at `index`, of whatever schema.
[[nodiscard]] bool holds_index(const std::filesystem::path& index);

/// Returns the name of the generation in use, empty where there is none. One system call: readers
/// ask it before every request.
[[nodiscard]] std::string generation_in_use(const std::filesystem::path& index);

/// Returns the names of other generations in the folder, ordered: what runs that were killed have
/// left, or what a run is making now.
[[nodiscard]] std::vector<std::string> generations_out_of_use(const std::filesystem::path& index);

/// Returns the folders of the databases of the generation in use: one, or its shards that are here.
[[nodiscard]] std::vector<std::filesystem::path> databases_in_use(
    const std::filesystem::path& index);

/// Throws `Error{kBadUsage}`, "cannot `attempt` index ...", where a shard lies behind a server.
void expect_all_shards_here(const std::filesystem::path& index, const std::string& attempt);

/// Throws `Error{kIndexMismatch}` when the index says of itself that it has a schema whose items
/// cannot be read; of one that cannot be opened nothing is known.
void refuse_unreadable_items(const std::filesystem::path& index);

/// Opens an index for reading; tries again, ten times at the most, while a writer is faster.
///
/// Throws `Error` with the way out: kIndexNotFound, kIndexMismatch when another schema or analyzer
/// wrote it, kIndexChanged when the writer stayed faster.
[[nodiscard]] Xapian::Database open_index(const std::filesystem::path& index);

/// Opens an index for writing; makes the folder and an empty first generation where there is none.
/// Removes what a killed run has left of a generation that never came into use.
///
/// Throws `Error` kIndexLocked while another program writes, kIndexMismatch, or kBadUsage when the
/// folder holds something else.
[[nodiscard]] WritableIndex open_index_for_writing(const std::filesystem::path& index);

/// As above, but an index has to be there: throws kIndexNotFound otherwise.
[[nodiscard]] WritableIndex open_existing_for_writing(const std::filesystem::path& index,
                                                      WrittenBy writer = WrittenBy::kOurs);

/// Removes what runs that were killed have left, and generations out of use. For those who hold the
/// lock.
void remove_other_generations(const std::filesystem::path& index);

}  // namespace bulletin
