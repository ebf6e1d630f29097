#include "indexer/glass/table_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <ranges>
#include <utility>

#include "indexer/base/disk.hpp"

namespace bulletin {
namespace {

constexpr unsigned kMostLevels = 10;

}  // namespace

TableReader::TableReader(std::filesystem::path file, const TableRoot& root, std::uint32_t revision)
    : path_(std::move(file)), revision_(revision), left_(root.entries) {
  if (root.blocks == 0) {
    return;  // There may be no file.
  }
  file_.rdbuf()->pubsetbuf(nullptr, 0);  // Blocks are read whole.
  errno = 0;
  file_.open(path_, std::ios::binary);
  if (!file_) {
    throw_disk_error("read " + path_.string(), last_disk_error());
  }
  if (root.level > kMostLevels) {
    throw_damaged_table(path_);
  }
  places_.resize(root.level + 1);
  open(root.level, root.block);
}

// At a level, from its first item on.
void TableReader::open(unsigned level, std::uint32_t block) {
  places_[level] = {.block = StoredBlock(file_, path_, block, level, revision_), .next = 0};
}

void TableReader::go_to(std::string_view key) {
  left_.reset();
  key_.clear();
  for (auto level = static_cast<unsigned>(places_.size()); level-- > 0;) {
    Place& place = places_[level];
    const auto is_before = [&](std::size_t index) {
      if (level == 0) {
        return place.block.leaf_item(index, path_).key < key;
      }
      // The first has no key; behind the first piece of a tag come others of the same key.
      const BranchItem item = place.block.branch_item(index, path_);
      return index == 0 || item.key < key || (item.key == key && item.piece <= 1);
    };
    const auto items = std::views::iota(std::size_t{0}, place.block.size());
    place.next =
        static_cast<std::size_t>(std::ranges::partition_point(items, is_before) - items.begin());
    if (level > 0) {
      if (place.next == 0) {
        throw_damaged_table(path_);
      }
      open(level - 1, place.block.branch_item(place.next - 1, path_).child);
    }
  }
}

bool TableReader::go_to_leaf_with_item() {
  const auto is_read = [this](unsigned level) {
    return places_[level].next == places_[level].block.size();
  };
  while (!places_.empty() && is_read(0)) {
    unsigned level = 0;
    while (level < places_.size() && is_read(level)) {
      ++level;
    }
    if (level == places_.size()) {
      return false;
    }
    Place& branch = places_[level];
    open(level - 1, branch.block.branch_item(branch.next++, path_).child);
  }
  return !places_.empty();
}

bool TableReader::next() {
  tag_.clear();
  std::size_t piece = 1;
  while (go_to_leaf_with_item()) {
    const LeafItem item = places_[0].block.leaf_item(places_[0].next++, path_);
    if (item.key.empty()) {
      continue;  // The one before all entries.
    }
    const bool is_next = piece == 1 ? left_.value_or(1) > 0 && item.key > key_ : item.key == key_;
    if (!is_next || item.piece != piece) {
      throw_damaged_table(path_);
    }
    if (piece++ == 1) {
      if (left_) {
        --*left_;
      }
      key_.assign(item.key);
      is_deflated_ = item.is_deflated;
    }
    tag_.append(item.tag);
    if (item.is_last) {
      return true;
    }
  }
  if (piece > 1 || left_.value_or(0) > 0) {
    throw_damaged_table(path_);  // There should be more.
  }
  return false;
}

}  // namespace bulletin
