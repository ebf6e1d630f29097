// An archive and its index while things go wrong: what has been acknowledged, and whether it is
// still there.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/e2e/programs.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {

/// Files of items that all say "lighthouse", an index of them and what runs have promised to hold.
class ArchiveAtRisk {
 public:
  /// Builds the index, of so many shards, from a first file of `items` items.
  explicit ArchiveAtRisk(std::size_t items, std::size_t shards = 1);

  [[nodiscard]] std::string index() const { return folder_.at("index"); }
  [[nodiscard]] std::string files() const { return folder_.at("archive"); }
  [[nodiscard]] std::string backups() const { return folder_.at("backups"); }
  [[nodiscard]] std::string newest_file() const { return newest_; }

  /// Writes one more file of items that are not acknowledged yet.
  void write_file(std::size_t items);

  /// Writes the first file anew, each of its items with another word at its end.
  void revise();

  /// Takes all items written so far as promised: a run has ended that took them.
  void acknowledge();

  /// Looks whether the index opens, has every acknowledged item and is clean by `check`.
  void expect_whole() const;

  /// Looks whether the items of the first file are as revise() wrote them last.
  void expect_revised() const;

  /// Looks whether nothing of an unfinished run lies in the index or among the backups.
  void expect_no_leftovers() const;

  [[nodiscard]] std::size_t acknowledged() const { return acknowledged_.size(); }

 private:
  [[nodiscard]] std::set<std::string> found_by(const std::string& word) const;

  TemporaryFolder folder_;
  std::size_t first_items_ = 0;  // Of the first file.
  std::size_t revisions_ = 0;
  std::string newest_;
  std::size_t written_ = 0;
  std::size_t number_of_files_ = 0;
  std::set<std::string> acknowledged_;
};

}  // namespace bulletin::test
