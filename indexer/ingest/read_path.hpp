// From a path to its items: walks folders, looks at each file and picks the reader.

#pragma once

#include <filesystem>
#include <string_view>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// The path that means standard input.
inline constexpr std::string_view kStandardInput = "-";

/// Reads every item under `path`, a file, a folder or `-`, in the order of names.
///
/// The files are those of item_files(); what a file is, its bytes decide (`detect_format`). What
/// cannot be read becomes a problem; nothing is thrown.
void read_path(const std::filesystem::path& path, const ReadOptions& options, const ItemSink& sink);

/// Reads every item of one file, which is no folder; else as above.
void read_file(const std::filesystem::path& path, const ReadOptions& options, const ItemSink& sink);

}  // namespace bulletin
