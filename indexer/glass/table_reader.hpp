// Reads a table of a Xapian glass database from its first key to its last.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/table_writer.hpp"

namespace bulletin {

/// Stands on one entry after the other. Takes a block a level; the file must not change meanwhile.
class TableReader {
 public:
  /// Stands before the first entry. Throws `Error{kInternal}` where the file cannot be read, or is
  /// no such table.
  TableReader(std::filesystem::path file, const TableRoot& root);
  ~TableReader();
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  /// Goes to the next entry; false behind the last. Throws as above.
  bool next();

  /// Key and tag of the entry; valid until next().
  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] const std::string& tag() const { return tag_; }

  /// Tells whether the tag is compressed (raw deflate).
  [[nodiscard]] bool is_deflated() const { return is_deflated_; }

 private:
  // A block and which of its items comes next.
  struct Place {
    std::vector<unsigned char> block;
    std::size_t next_offset = 0;
    std::size_t offsets_end = 0;
  };

  void open(unsigned level, std::uint32_t block);
  bool go_to_leaf_with_item();
  [[nodiscard]] std::size_t take_item(Place& place, std::size_t least) const;
  [[noreturn]] void throw_damaged() const;

  std::filesystem::path path_;
  int file_ = -1;
  std::vector<Place> places_;  // By level; the root is the last.
  std::string key_;
  std::string tag_;
  bool is_deflated_ = false;
};

}  // namespace bulletin
