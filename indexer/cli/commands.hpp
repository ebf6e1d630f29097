// The commands of bulletin-index. Results go to stdout, everything else to stderr.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cli/run_report.hpp"
#include "indexer/ingest/read_bytes.hpp"
#include "indexer/pipeline/bulk_build.hpp"

namespace bulletin {

inline constexpr std::string_view kIndexProgram = "bulletin-index";

/// Exit status when some of the work was left out.
inline constexpr int kExitSomeLeftOut = 1;

/// What the commands that read files share.
struct ReadingCommand {
  std::filesystem::path index;
  std::filesystem::path publisher;  ///< A file for read_publisher(), or empty.
  ReadOptions reading;
  ReportStyle style;
  BulkLimits limits;
};

/// Builds the index from the items of `paths` alone; returns the exit status as run_add() does.
/// Told to stop, or without an item, it leaves the index as it was.
[[nodiscard]] int run_build(const ReadingCommand& command, const std::vector<std::string>& paths);

/// Adds the items of `paths`; returns the exit status: 0 all, 1 some left out, 2 none, 130 stopped.
[[nodiscard]] int run_add(const ReadingCommand& command, const std::vector<std::string>& paths);

/// Makes the index follow `folder`; exit status as above.
[[nodiscard]] int run_sync(const ReadingCommand& command, const std::string& folder);

/// Does what sync does, now and after every change, until it is told to stop: exit status 0.
[[nodiscard]] int run_watch(const ReadingCommand& command, const std::string& folder);

/// Removes items by id; exit status as for add.
[[nodiscard]] int run_remove(const std::filesystem::path& index,
                             const std::vector<std::string>& ids);

/// Corrects the item called `id` by `assignments` (take_assignment()), after forgetting what was
/// set before if `clear`; prints what is set.
[[nodiscard]] int run_set(const std::filesystem::path& index, const std::string& id,
                          const std::vector<std::string>& assignments, bool clear);

/// Reads the stored items again, for another publisher if one is named.
[[nodiscard]] int run_reindex(const std::filesystem::path& index,
                              const std::filesystem::path& publisher);

/// Writes the index once more without the room that adding leaves in it.
[[nodiscard]] int run_compact(const std::filesystem::path& index);

/// Checks the index and prints what was looked at and each fault with its next step, as lines or as
/// one JSON object. Exit status: 0 clean, 1 faults.
[[nodiscard]] int run_check(const std::filesystem::path& index, bool as_json);

/// Makes the index anew of its stored items; exit status: 0 all, 1 some could not be read.
[[nodiscard]] int run_repair(const std::filesystem::path& index);

/// Writes all of the index as JSON Lines to stdout, or to the file `output`. Exit status: 0 all, 1
/// some left out, 130 stopped.
[[nodiscard]] int run_export(const std::filesystem::path& index,
                             const std::filesystem::path& output);

/// Writes all items for OpenSearch or Elasticsearch into `folder`, new or empty: `mapping.json` and
/// `bulk-0001.ndjson`, ... Exit status as above.
[[nodiscard]] int run_opensearch_export(const std::filesystem::path& index,
                                        const std::filesystem::path& folder);

/// Copies the index into a new folder in `folder`, or makes such a copy the one in use.
[[nodiscard]] int run_backup(const std::filesystem::path& index,
                             const std::filesystem::path& folder);
[[nodiscard]] int run_restore(const std::filesystem::path& index,
                              const std::filesystem::path& backup);

/// Prints where the shards of the index lie and what is there, as lines or as one JSON object. Exit
/// status: 0 all there, 1 some absent.
[[nodiscard]] int run_shards(const std::filesystem::path& index, bool as_json);

/// Says where shard `number`, from 1 on, lies now.
[[nodiscard]] int run_place_shard(const std::filesystem::path& index, std::size_t number,
                                  const std::string& place);

/// Prints counts over the index, as lines or as one JSON object.
[[nodiscard]] int run_stats(const std::filesystem::path& index, bool as_json);

/// Prints what is understood of each item, one JSON line each; writes no index.
[[nodiscard]] int run_understand(const ReadingCommand& command,
                                 const std::vector<std::string>& paths);

}  // namespace bulletin
