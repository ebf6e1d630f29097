// How one generation of an index gives way to the next.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/schema/generation.hpp"
#include "indexer/schema/generation_lock.hpp"

namespace bulletin {

/// A new generation in the making, beside the one in use. Going away before it has taken over, it
/// leaves the index as it was. Holds the lock of the generation in use.
class NextGeneration {
 public:
  /// Opens the index, written by any analyzer and in any schema whose items can be read. Else
  /// throws as open_existing_for_writing() does.
  ///
  /// The new generation has so many shards, as many as the old one where nothing is said: throws
  /// `Error{kBadUsage}` where one of those lies behind a server, or for more than kMostShards.
  explicit NextGeneration(const std::filesystem::path& index,
                          std::optional<std::size_t> shards = {});

  /// The same beside a generation that may be damaged or of any making: it is locked, not opened.
  /// Throws `Error`: kIndexNotFound where there is none, kIndexLocked.
  [[nodiscard]] static NextGeneration beside_any(const std::filesystem::path& index);

  ~NextGeneration();
  NextGeneration(const NextGeneration&) = delete;
  NextGeneration& operator=(const NextGeneration&) = delete;

  /// The generation in use, where it has been opened.
  [[nodiscard]] const Xapian::Database& old_database() const;

  /// Where its databases lie.
  [[nodiscard]] std::vector<std::filesystem::path> old_databases() const;

  /// Where the new generation is to lie, and its databases; not there yet.
  [[nodiscard]] std::filesystem::path folder() const { return index_ / name_; }
  [[nodiscard]] std::vector<std::filesystem::path> databases() const {
    return database_folders(folder(), shards_);
  }

  /// Opens what has been made in databases(), or empty ones, and names schema and analyzer; later
  /// calls give the same one.
  [[nodiscard]] Xapian::WritableDatabase& database();

  /// Gives items of it whole lists, as the function of that name does; database() is opened again.
  void lengthen_lists(std::span<const DocumentTerms> items);

  /// Opens it once more, to be read by another thread: after a commit, and until the next change.
  /// May throw Xapian's exceptions.
  [[nodiscard]] Xapian::Database open_committed() const;

  /// Writes what has been written to database() once more, without the room that adding leaves and
  /// with lists of terms as short as they may be. Takes the disk of both meanwhile. Call it at the
  /// end: database() opens what has become of it.
  void pack();

  /// Makes the new generation durable, then the one in use, then removes the others. Readers that
  /// have the old one open keep it until they look for a newer one.
  void take_over();

 private:
  NextGeneration(const std::filesystem::path& index, std::vector<GenerationLock> locks,
                 std::size_t shards);

  std::filesystem::path index_;
  std::vector<GenerationLock> locks_;
  std::optional<WritableIndex> old_;
  std::string name_;
  std::size_t shards_ = 1;
  std::optional<WritableIndex> new_;
  bool took_over_ = false;
};

/// Writes the index once more as a new generation, without the room that adding leaves in its files
/// and with short lists of terms: half of it. Searches go on meanwhile. Takes the disk of both for
/// that time.
/// Shards do so one after the other.
///
/// Throws as open_existing_for_writing() does, but for the analyzer, and for a shard behind a
/// server; the index is then as it was.
void compact_index(const std::filesystem::path& index);

}  // namespace bulletin
