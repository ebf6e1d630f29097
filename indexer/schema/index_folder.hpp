// An index on disk: a folder whose link `current` names the generation in use. Generations are
// Xapian databases; a rebuilt one takes over by moving the link, so readers never see half of it.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/schema/generation_lock.hpp"

namespace bulletin {

/// The link to the generation in use, and the name of the first one.
inline constexpr auto kCurrentLink = "current";
inline constexpr auto kFirstGeneration = "generation-1";

/// Returns where the index is when nobody says: `BULLETIN_DB`, else `bulletin/index` in
/// `XDG_DATA_HOME`, else in `~/.local/share`.
[[nodiscard]] std::filesystem::path default_index_path();

/// Tells whether there is an index at `index`, of whatever schema.
[[nodiscard]] bool holds_index(const std::filesystem::path& index);

/// Returns the name of the generation in use, empty where there is none. One system call: readers
/// ask it before every request.
[[nodiscard]] std::string generation_in_use(const std::filesystem::path& index);

/// Returns the names of other generations in the folder, ordered: what runs that were killed have
/// left, or what a run is making now.
[[nodiscard]] std::vector<std::string> generations_out_of_use(const std::filesystem::path& index);

/// Tells whether this program can read the stored items of an index of that schema, and so make an
/// index of its own schema of them.
[[nodiscard]] bool has_readable_items(std::string_view schema);

/// Throws `Error{kIndexMismatch}` when the index says of itself that it has a schema whose items
/// cannot be read; of one that cannot be opened nothing is known.
void refuse_unreadable_items(const std::filesystem::path& index);

/// Opens an index for reading; tries again, ten times at the most, while a writer is faster.
///
/// Throws `Error` with the way out: kIndexNotFound, kIndexMismatch when another schema or analyzer
/// wrote it, kIndexChanged when the writer stayed faster.
[[nodiscard]] Xapian::Database open_index(const std::filesystem::path& index);

/// Opens an index for writing; makes the folder and an empty first generation where there is none.
/// Removes what a killed run has left of a generation that never came into use.
///
/// Throws `Error` kIndexLocked while another program writes, kIndexMismatch, or kBadUsage when the
/// folder holds something else.
[[nodiscard]] Xapian::WritableDatabase open_index_for_writing(const std::filesystem::path& index);

/// As above, but an index has to be there: throws kIndexNotFound otherwise.
[[nodiscard]] Xapian::WritableDatabase open_existing_for_writing(
    const std::filesystem::path& index);

/// A new generation in the making, beside the one in use. Going away before it has taken over, it
/// leaves the index as it was. Holds the lock of the generation in use.
class NextGeneration {
 public:
  /// Opens the index, written by any analyzer and in any schema whose items can be read. Else
  /// throws as open_existing_for_writing() does.
  explicit NextGeneration(const std::filesystem::path& index);

  /// The same beside a generation that may be damaged or of any making: it is locked, not opened.
  /// Throws `Error`: kIndexNotFound where there is none, kIndexLocked.
  [[nodiscard]] static NextGeneration beside_any(const std::filesystem::path& index);

  ~NextGeneration();
  NextGeneration(const NextGeneration&) = delete;
  NextGeneration& operator=(const NextGeneration&) = delete;

  /// The generation in use, where it has been opened, and where it lies.
  [[nodiscard]] const Xapian::Database& old_database() const;
  [[nodiscard]] std::filesystem::path old_folder() const {
    return index_ / generation_in_use(index_);  // Which is the same until the lock is given back.
  }

  /// Where the new generation is to lie; not there yet.
  [[nodiscard]] std::filesystem::path folder() const { return index_ / name_; }

  /// Opens the database that has been made in folder(), or an empty one, and names its schema and
  /// analyzer; later calls give the same one.
  [[nodiscard]] Xapian::WritableDatabase& database();

  /// Makes the new generation durable, then the one in use, then removes the others. Readers that
  /// have the old one open keep it until they look for a newer one.
  void take_over();

 private:
  NextGeneration(const std::filesystem::path& index, GenerationLock lock);

  std::filesystem::path index_;
  std::optional<GenerationLock> lock_;
  std::optional<Xapian::WritableDatabase> old_;
  std::string name_;
  std::optional<Xapian::WritableDatabase> new_;
  bool took_over_ = false;
};

/// Writes the index once more without the room that adding leaves in its files, two fifths of
/// them, as a new generation; searches go on meanwhile. Takes the disk of both for that time.
///
/// Throws as open_existing_for_writing() does, but for the analyzer; the index is then as it was.
void compact_index(const std::filesystem::path& index);

}  // namespace bulletin
