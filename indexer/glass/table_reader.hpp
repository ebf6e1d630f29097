// Reads a table of a Xapian glass database in the order of its keys.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/stored_block.hpp"
#include "indexer/glass/table_writer.hpp"

namespace bulletin {

/// Stands on one entry after the other. Takes a block a level.
class TableReader {
 public:
  /// Stands before the first entry. Throws `Error{kInternal}` where the file cannot be read, or is
  /// no such table; where it may be written to meanwhile, also at a block that is newer than the
  /// `revision` of the root.
  TableReader(std::filesystem::path file, const TableRoot& root,
              std::uint32_t revision = std::numeric_limits<std::uint32_t>::max());

  /// Goes to the next entry; false behind the last. Throws as above, and where entries are out of
  /// order or not as many as the root tells.
  bool next();

  /// Stands before the first entry with `key` or a greater one. O(levels) blocks.
  void go_to(std::string_view key);

  /// Key and tag of the entry; valid until next().
  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] const std::string& tag() const { return tag_; }

  /// Tells whether the tag is compressed (raw deflate).
  [[nodiscard]] bool is_deflated() const { return is_deflated_; }

 private:
  // A block and which of its items comes next.
  struct Place {
    StoredBlock block;
    std::size_t next = 0;
  };

  void open(unsigned level, std::uint32_t block);
  bool go_to_leaf_with_item();

  std::filesystem::path path_;
  std::uint32_t revision_;
  std::ifstream file_;
  std::vector<Place> places_;  // By level; the root is the last.
  std::string key_;
  std::string tag_;
  bool is_deflated_ = false;
  std::optional<std::uint64_t> left_;  // Entries that are to come, if none was passed over.
};

}  // namespace bulletin
