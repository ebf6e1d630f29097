// From a path to its items: walks folders, looks at each file and picks the reader.

#pragma once

#include <filesystem>

#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Reads every item under `path`, a file or a folder, in the order of names.
///
/// The first bytes decide: `{` is JSON Lines, `---` is front matter; else `.md` is one item and
/// everything else a listing page. Inside folders only .txt .md .markdown .jsonl .ndjson .json
/// files are read, and no README and no hidden file. What cannot be read becomes a problem; nothing
/// is thrown. Text files over 64 MB are refused; JSON Lines have no limit.
void read_path(const std::filesystem::path& path, const ItemSink& sink);

}  // namespace bulletin
