// Locks on a generation of an index: Xapian's own, without opening the database, and the one that
// keeps commits and copies apart.

#pragma once

#include <cstdint>
#include <filesystem>

namespace bulletin {

/// An open file with a lock on it, let go with the object or when the program ends.
class GenerationLock {
 public:
  /// Takes the lock that a writer of the database in `generation` holds, without opening it: its
  /// tables may be damaged. Throws `Error`: kIndexLocked while another program writes.
  [[nodiscard]] static GenerationLock of_writer(const std::filesystem::path& generation);

  /// Who waits for whom: a commit waits until no copy is being made, a copy until no commit is.
  enum class Use : std::uint8_t { kCommit, kCopy };

  /// Waits for its turn. On a file system without such locks it waits for nobody; a copy then has
  /// to look whether it was in time.
  [[nodiscard]] static GenerationLock of_commits(const std::filesystem::path& generation, Use use);

  /// Tells whether nobody holds of_commits() of that folder now.
  [[nodiscard]] static bool is_free(const std::filesystem::path& folder);

  ~GenerationLock();
  GenerationLock(GenerationLock&& other) noexcept;
  GenerationLock& operator=(GenerationLock&&) = delete;
  GenerationLock(const GenerationLock&) = delete;
  GenerationLock& operator=(const GenerationLock&) = delete;

 private:
  explicit GenerationLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace bulletin
