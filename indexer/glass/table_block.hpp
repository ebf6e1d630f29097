// A block of a glass table while it is filled.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/glass/table_form.hpp"

namespace bulletin {

/// Filled from both ends: offsets of items from the left, items from the right.
class TableBlock {
 public:
  /// `revision` is that of the database of which the block is new.
  TableBlock(unsigned level, std::uint32_t revision);

  [[nodiscard]] bool is_empty() const { return offsets_end_ == table_form::kOffsetsBegin; }
  [[nodiscard]] std::size_t room() const;  ///< For one more item.

  /// Makes an item of so many bytes, not more than there is room for, the last one and returns
  /// where it begins.
  unsigned char* add(std::size_t size);

  /// Makes it the item of a branch that leads to `child`, from the piece of the tag behind `key` on
  /// that is told. The first one has no key: that stands in the branch above.
  void add_child(std::uint32_t child, std::string_view key, std::uint16_t piece);

  /// Returns how much room add_child() needs.
  [[nodiscard]] static std::size_t room_of_child(std::string_view key);

  /// Returns all bytes, as they stand in the file.
  [[nodiscard]] std::string_view bytes();

 private:
  std::vector<unsigned char> bytes_;
  std::size_t offsets_end_ = table_form::kOffsetsBegin;
  std::size_t items_begin_ = kGlassBlockBytes;
};

/// Writes the head of a leaf's item of `size` bytes and returns where its piece of the tag begins.
unsigned char* put_leaf_head(unsigned char* item, std::size_t size, std::string_view key,
                             std::uint16_t piece, std::size_t flags);

/// Returns how many bytes that head takes.
[[nodiscard]] std::size_t size_of_leaf_head(std::string_view key, std::uint16_t piece);

}  // namespace bulletin
