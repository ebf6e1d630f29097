// The one door to an index that is open for reading.

#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/with_xapian.hpp"
#include "indexer/understanding/publisher.hpp"
#include "searcher/search/shard_reader.hpp"

namespace bulletin {

/// Returns the document of the item called `id`, or 0.
[[nodiscard]] Xapian::docid document_of(const Xapian::Database& database, std::string_view id);

/// An open index, always at its newest state: what a writer commits, and a new generation that has
/// taken over, is seen by the next read. Of several shards some may be absent: the others are read,
/// and a shard that comes back is read again after some seconds. Not thread-safe.
class IndexReader {
 public:
  /// Opens the index at `index`; throws `Error` as open_index() does.
  ///
  /// While the index is then gone, its last state is read for up to `patience`: a swap of folders,
  /// or a small index built again, is no outage.
  explicit IndexReader(const std::filesystem::path& index,
                       std::chrono::milliseconds patience = std::chrono::milliseconds(0));

  /// Runs `read(database)` on the newest state. When a writer replaces that state meanwhile, it is
  /// run again, some times at the most, so it must have no effects before it returns.
  template <typename Read>
  auto read(std::string_view attempt, Read&& read) {
    const auto on_newest_state = [&] {
      refresh();
      try {
        return read(database_);
      } catch (const Xapian::NetworkError&) {
        distrust_shards();
        throw;
      }
    };
    constexpr int kTries = 4;
    for (int tries = 1; tries < kTries; ++tries) {
      try {
        return with_xapian(attempt, on_newest_state);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::kIndexChanged && error.code() != ErrorCode::kShardAbsent) {
          throw;
        }
      }
    }
    return with_xapian(attempt, on_newest_state);
  }

  /// Returns a name of what the index holds now: another one after every commit and for every
  /// generation. A few system calls.
  [[nodiscard]] std::string state();

  /// Returns the same for the last read, or the one under way.
  [[nodiscard]] std::string last_state() const;

  /// Returns the files of that state, where one database at hand is all of the index.
  [[nodiscard]] std::optional<CommittedDatabase> files() const;

  /// Returns when last_state() was known to be the newest one.
  [[nodiscard]] std::chrono::steady_clock::time_point last_look() const { return last_look_; }

  /// Returns a name of the database of the last read. Numbers of documents mean nothing in another.
  [[nodiscard]] std::string generation() const;

  /// Says of each shard that was absent from the last read that its items were; a sentence each.
  [[nodiscard]] std::vector<std::string> absences() const;

  /// Returns the item called `id`, or nothing.
  [[nodiscard]] std::optional<Bulletin> find(std::string_view id);

  /// Returns the publisher that the items were read for.
  [[nodiscard]] Publisher publisher();

 private:
  void distrust_shards();
  void refresh();
  void look_for_newest();
  void open_shards(std::string layout);
  [[nodiscard]] bool bears_absence();

  std::filesystem::path index_;
  std::chrono::milliseconds patience_;
  std::optional<std::chrono::steady_clock::time_point> missing_since_;
  std::chrono::steady_clock::time_point last_look_;
  std::string layout_;  // The generation in use and where its shards lie.
  std::vector<ShardReader> shards_;
  Xapian::Database database_;  // All of them.
};

}  // namespace bulletin
