// Tells when files under a folder change (inotify).

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace bulletin {

/// Why a wait has ended.
enum class Woken : std::uint8_t { kByChange, kByStop };

/// Watches a folder and those in it, but no hidden ones and no links. Only what a walk through the
/// folder would read counts: an editor's backups and swap files do not.
class FolderWatch {
 public:
  /// Begins to watch: what changes from now on ends the next wait. Throws `Error` when there is no
  /// such folder, or the system has no watches left.
  FolderWatch(const std::filesystem::path& folder, bool with_documents);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Waits for a change and then until nothing has changed for `quiet`, but not for ever: a folder
  /// that is never quiet wakes all the same. New folders are watched before it returns. Ends early
  /// when `stop_descriptor` becomes readable. Throws `Error` once the folder itself is gone.
  [[nodiscard]] Woken wait(std::chrono::milliseconds quiet, int stop_descriptor);

 private:
  void watch_tree(const std::filesystem::path& folder);
  [[nodiscard]] bool take_events();

  std::filesystem::path folder_;
  bool with_documents_;
  int descriptor_ = -1;
};

}  // namespace bulletin
