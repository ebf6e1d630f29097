// A block of a glass table as it was read from the file.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <istream>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace bulletin {

/// A piece of an entry.
struct LeafItem {
  std::string_view bytes;  ///< All of it as it stands.
  std::string_view key;    ///< Empty: the one before all entries.
  std::string_view tag;
  std::uint16_t piece = 1;
  bool is_last = false;
  bool is_deflated = false;
};

/// Where a branch leads, from what key and piece on; the first item of a branch has no key.
struct BranchItem {
  std::uint32_t child = 0;
  std::string_view key;
  std::uint16_t piece = 0;
};

/// Items point into it.
class StoredBlock {
 public:
  StoredBlock() = default;  ///< Without items.

  /// Reads block `number` of the table at `path`, open as `file`. Throws `Error{kIndexChanged}`
  /// where it is of a later revision than `newest`, `Error{kInternal}` where it cannot be read or
  /// is none of that level, as the others do for items that are damaged.
  StoredBlock(std::istream& file, const std::filesystem::path& path, std::uint32_t number,
              unsigned level, std::uint32_t newest = std::numeric_limits<std::uint32_t>::max());

  [[nodiscard]] std::size_t size() const;  ///< Of items.
  [[nodiscard]] LeafItem leaf_item(std::size_t index, const std::filesystem::path& path) const;
  [[nodiscard]] BranchItem branch_item(std::size_t index, const std::filesystem::path& path) const;

 private:
  [[nodiscard]] const unsigned char* item(std::size_t index) const;
  [[nodiscard]] std::size_t room_behind(const unsigned char* item) const;

  std::vector<unsigned char> bytes_;
  std::size_t offsets_end_ = 0;
};

/// Throws `Error{kInternal}`: the table is damaged.
[[noreturn]] void throw_damaged_table(const std::filesystem::path& path);

}  // namespace bulletin
