// Makes an index follow a folder: new files, changed ones, and those that are gone.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "indexer/pipeline/take_files.hpp"

namespace bulletin {

/// What happened to a file since it was last read.
enum class FileChange : std::uint8_t { kNew, kChanged, kGone };

/// What a run of sync_folder() found and did.
struct SyncResult {
  ItemCounts items;  ///< Items of files that are as they were count as unchanged.
  std::size_t files_read = 0;
  std::size_t files_unchanged = 0;
  std::size_t files_gone = 0;
};

/// Brings the index to what the files under `folder` (or the file itself) say.
///
/// A file of the same size and time as when it was last read is not opened; one of the same bytes
/// is not read for items. Items that a file no longer holds, or whose file is gone, are removed
/// once no other file holds them; items of files elsewhere stay whatever happens. What cannot be
/// read this time keeps its items. `on_change` is told of each file before it is dealt with, and
/// `total` once, before, how many bytes there are to read at most. The writer is not committed.
[[nodiscard]] SyncResult sync_folder(
    const std::filesystem::path& folder, IndexTarget& target, const ReadOptions& options,
    const RunEvents& events,
    const std::function<void(FileChange, const std::string& path)>& on_change,
    const std::function<void(std::uintmax_t)>& total);

}  // namespace bulletin
