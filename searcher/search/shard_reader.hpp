// One database of an index, open for reading and always at its newest state.

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include <xapian.h>

#include "indexer/glass/posting_pieces.hpp"
#include "indexer/schema/shards.hpp"

namespace bulletin {

/// A shard, or the only database of an index. Not thread-safe.
class ShardReader {
 public:
  /// Opens shard `number` of `count`, an only one as `open_index()` does. One of several that
  /// cannot be opened is absent: it is tried again by refresh(), each few seconds.
  ShardReader(ShardPlace place, std::size_t number, std::size_t count);

  /// Sees to it that the newest state is read, and returns whether database() is another one now
  /// than before. Throws for an only one as `open_index()` does.
  bool refresh();

  /// Has the next refresh() connect again: what a server said last is not to be trusted.
  void distrust() { is_trusted_ = false; }

  /// The database; an empty one while the shard is absent.
  [[nodiscard]] const Xapian::Database& database() const { return database_; }

  /// Names the database, and what it holds: another name after every commit.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string state() const { return name_ + ' ' + commit_; }

  /// The files of what is read, where they are at hand and of a form known here.
  [[nodiscard]] std::optional<CommittedDatabase> files() const;

  [[nodiscard]] bool is_absent() const { return is_absent_; }

  /// What people call the shard: `shard 2 of 4 at host:port`.
  [[nodiscard]] std::string called() const;

  /// Why it is absent.
  [[nodiscard]] const std::string& cause() const { return cause_; }

 private:
  using Clock = std::chrono::steady_clock;

  void open();
  void open_here();
  void open_server();
  void set_absent(const std::string& cause);
  [[nodiscard]] bool has_changed();
  [[nodiscard]] bool has_changed_here();
  [[nodiscard]] bool is_due() const;

  ShardPlace place_;
  std::size_t number_;
  std::size_t count_;
  Xapian::Database database_;
  Xapian::Database probe_;  // Reopened to see whether a server is still there, with what.
  std::string generation_;
  std::string head_;  // The head of its database before it was opened.
  std::string name_;
  std::string commit_;
  Clock::time_point opened_;
  bool is_trusted_ = true;
  bool is_absent_ = false;
  std::string cause_;
};

}  // namespace bulletin
