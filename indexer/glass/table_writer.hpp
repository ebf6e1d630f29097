// Writes one table of a Xapian glass database, a B-tree in a file, in one go from the first key to
// the last.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/table_block.hpp"

namespace bulletin {

/// Where the numbers of blocks that are free stand: from a place in one block on to a place in the
/// last of those that it leads to. Places are in words of four bytes; 0 for none.
struct FreeBlocks {
  std::uint32_t first = 0;
  std::uint32_t first_place = 0;
  std::uint32_t last = 0;
  std::uint32_t end_place = 0;
};

/// What the database has to know of a table to read it, and to go on writing.
struct TableRoot {
  std::uint32_t block = 0;  ///< Number of the root.
  std::uint32_t blocks = 0;
  unsigned level = 0;  ///< Of the root; leaves are at 0.
  std::uint64_t entries = 0;
  FreeBlocks free = {};
};

/// Fills blocks from the left to the right and writes each once, so a table takes no more memory
/// than one block a level. Blocks are of revision 1.
class TableWriter {
 public:
  /// Throws `Error{kInternal}` where the file cannot be written, as the others do.
  explicit TableWriter(std::filesystem::path file);

  /// Adds an entry. Keys have to come in ascending order of their bytes, each once, none empty;
  /// another order throws, and so do more than 255 bytes, or a tag of more
  /// than 65,535 pieces.
  void add(std::string_view key, std::string_view tag);

  /// The same with a tag that is compressed (raw deflate).
  void add_deflated(std::string_view key, std::string_view tag);

  /// Writes what is left. Call it once, at the end.
  TableRoot finish();

 private:
  // The block at a level that is being filled, and the least key that tells it from the one before.
  struct Level {
    TableBlock block;
    std::string separator;
    std::uint16_t piece = 0;  ///< Of the tag that goes on behind `separator`.
  };

  void add_tag(std::string_view key, std::string_view tag, bool is_deflated);
  void expect_next(std::string_view key) const;
  std::size_t add_piece(std::string_view key, std::string_view tag, std::uint16_t piece,
                        std::size_t flags);
  void begin_leaf(std::string_view key, std::uint16_t piece);
  void close(std::size_t level);
  void enter_child(std::size_t level, const std::string& separator, std::uint16_t piece,
                   std::uint32_t child);
  std::uint32_t write(TableBlock& block);

  std::filesystem::path path_;
  std::vector<char> buffer_;  // Before the stream, which writes it at its end.
  std::ofstream out_;
  std::deque<Level> levels_;
  std::string last_key_;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace bulletin
