// The archive of a soak: items that stay as they are, a few that move, and the index of both.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/soak/promises.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {

/// Files of items, and an index built of them. The staying ones all say "lighthouse" and none of
/// them "beacon"; with the moving ones it is the other way round.
class BusyArchive {
 public:
  /// How many items move; half of them are there at the beginning.
  static constexpr std::size_t kMoving = 40;

  /// Writes the files and builds the index. Fails the test when that fails.
  explicit BusyArchive(std::size_t staying);

  [[nodiscard]] std::string index() const { return folder_.at("index"); }
  [[nodiscard]] std::string files() const { return folder_.at("archive"); }
  [[nodiscard]] std::string backups() const { return folder_.at("backups"); }

  [[nodiscard]] std::size_t staying() const { return staying_.size(); }

  /// Returns how many of the staying items hold these very bytes in their line.
  [[nodiscard]] std::size_t staying_with(std::string_view bytes) const;

  [[nodiscard]] Promises& promises() { return promises_; }
  [[nodiscard]] const Promises& promises() const { return promises_; }

  /// Return the id of a moving item, its file, and which item an id is; kMoving for none.
  [[nodiscard]] static std::string moving_id(std::size_t item);
  [[nodiscard]] std::string moving_file(std::size_t item) const;
  [[nodiscard]] static std::size_t moving_item(std::string_view id);

  /// Return the title in a round, and the round in a title; nothing for any other title.
  [[nodiscard]] static std::string title(std::size_t item, int round);
  [[nodiscard]] static Round round_of(std::string_view title);

  /// Writes the file of a moving item as it is to be, or removes it.
  void write(std::size_t item, Round round) const;

 private:
  TemporaryFolder folder_;
  std::vector<std::string> staying_;  // Lines.
  Promises promises_{kMoving};
};

}  // namespace bulletin::test
