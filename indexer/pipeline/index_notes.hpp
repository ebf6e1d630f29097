// What an index knows besides its items, in its metadata: people's corrections, and what its files
// looked like when they were last read. Neither goes away with an item.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/file_fingerprint.hpp"

namespace bulletin {

/// Returns all corrections by id.
[[nodiscard]] std::map<std::string, Correction> read_corrections(const Xapian::Database& database);

/// Keeps a correction of the item called `id`, or forgets it when it is empty.
void write_correction(Xapian::WritableDatabase& database, const std::string& id,
                      const Correction& correction);

/// Returns what the file at `path` looked like when all its items had been taken, if it has.
[[nodiscard]] std::optional<FileFingerprint> read_fingerprint(const Xapian::Database& database,
                                                              std::string_view path);

/// Keeps a fingerprint, or forgets it.
void write_fingerprint(Xapian::WritableDatabase& database, const std::string& path,
                       const std::optional<FileFingerprint>& fingerprint);

/// Returns the files at or under `folder` (a source path) that hold an item or have a fingerprint,
/// ordered. O(files under the folder + files with long paths).
[[nodiscard]] std::vector<std::string> known_files(const Xapian::Database& database,
                                                   const std::string& folder);

/// Which notes are copied: without those of files an index takes up each file anew.
enum class Notes : std::uint8_t { kAll, kOfItems };

/// Copies notes and the publisher; schema and analyzer stay those of `to`.
void copy_notes(const Xapian::Database& from, Xapian::WritableDatabase& to,
                Notes which = Notes::kAll);

/// Tells whether `path` is `folder` or lies in it.
[[nodiscard]] bool lies_under(std::string_view path, std::string_view folder);

}  // namespace bulletin
