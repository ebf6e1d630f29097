// By what a file is known to be the same as when it was last read.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace bulletin {

/// Size, time of the last change, and a hash of the bytes.
struct FileFingerprint {
  std::uint64_t size = 0;
  std::int64_t changed_ns = 0;  ///< Since 1970, as the file system keeps it.
  std::uint64_t hash = 0;       ///< Of all bytes; looked at only when the others differ.

  bool operator==(const FileFingerprint&) const = default;

  /// Tells whether size and time are the same: then the bytes are taken for the same too.
  [[nodiscard]] bool looks_like(const FileFingerprint& other) const {
    return size == other.size && changed_ns == other.changed_ns;
  }
};

/// Returns size and time of a file, hash 0; nothing when there is no such file.
///
/// A file that changed within the last tick of the file system's clock could change once more
/// without its time telling: waits until the tick is over, 10 ms at most.
[[nodiscard]] std::optional<FileFingerprint> look_at_file(const std::filesystem::path& file);

/// Returns the hash of a file's bytes, or nothing when it cannot be read. O(size).
[[nodiscard]] std::optional<std::uint64_t> hash_of_file(const std::filesystem::path& file);

}  // namespace bulletin
