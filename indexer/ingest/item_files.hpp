// From a path to the files that are read: the one walk through folders.

#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Returns `path` itself unless it is a folder, else the files under it in the order of names.
///
/// Inside folders only files with a known ending count (`is_item_file`), and no link to a folder is
/// followed. A missing path and a folder that cannot be read are told to `on_problem`.
[[nodiscard]] std::vector<std::filesystem::path> item_files(
    const std::filesystem::path& path, const ReadOptions& options,
    const std::function<void(Problem)>& on_problem);

}  // namespace bulletin
