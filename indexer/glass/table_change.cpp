#include "indexer/glass/table_change.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/stored_block.hpp"
#include "indexer/glass/table_form.hpp"

namespace bulletin {
namespace {

namespace form = table_form;
namespace fs = std::filesystem;

// Blocks of the numbers of blocks that are free: words from the third on, and at the end which such
// block comes next.
constexpr unsigned char kLevelOfNumbers = 254;
constexpr std::uint32_t kFirstPlace = 2;
constexpr std::uint32_t kPlaceOfNext = kGlassBlockBytes / 4 - 1;

using Entries = std::span<const TableEntry>;

// A block and what comes first in it.
struct Child {
  std::string key;
  std::uint16_t piece = 0;
  std::uint32_t block = 0;
};

// Those of `entries` that may have a piece from `first` on and before `behind`, where there is one.
Entries entries_between(Entries entries, const BranchItem* first, const BranchItem* behind) {
  const auto begin = std::ranges::find_if(entries, [&](const TableEntry& entry) {
    return first == nullptr || entry.key >= first->key;
  });
  const auto end = std::find_if(begin, entries.end(), [&](const TableEntry& entry) {
    return behind != nullptr &&
           (entry.key > behind->key || (entry.key == behind->key && behind->piece <= 1));
  });
  return {begin, end};
}

class TableChange {
 public:
  TableChange(const fs::path& path, const TableRoot& root, std::uint32_t revision)
      : path_(path), root_(root), revision_(revision) {
    errno = 0;
    file_.open(path_, std::ios::binary | std::ios::in | std::ios::out);
    if (!file_) {
      throw_disk_error("write " + path_.string(), last_disk_error());
    }
  }

  TableRoot run(Entries entries) {
    std::vector<Child> top = change(root_.level, root_.block, entries);
    if (changed_ != entries.size()) {
      throw_damaged_table(path_);
    }
    while (top.size() > 1) {
      ++root_.level;
      top = branches(top, root_.level);
    }
    root_.block = top.front().block;
    note_unused();
    errno = 0;
    file_.close();
    if (!file_) {
      throw_disk_error("write " + path_.string(), last_disk_error());
    }
    sync_to_disk(path_);
    return root_;
  }

 private:
  // What stands in place of a block in which something changes: new ones, none if it has become
  // empty.
  std::vector<Child> change(unsigned level, std::uint32_t number, Entries entries) {
    const StoredBlock block(file_, path_, number, level);
    unused_.push_back(number);
    return level == 0 ? change_leaf(block, entries) : change_branch(block, level, entries);
  }

  std::vector<Child> change_branch(const StoredBlock& block, unsigned level, Entries entries) {
    std::vector<Child> children;
    for (std::size_t index = 0; index < block.size(); ++index) {
      const BranchItem item = block.branch_item(index, path_);
      const bool is_last = index + 1 == block.size();
      const BranchItem next = is_last ? BranchItem() : block.branch_item(index + 1, path_);
      const Entries inside =
          entries_between(entries, index == 0 ? nullptr : &item, is_last ? nullptr : &next);
      std::vector<Child> changed = inside.empty() ? std::vector<Child>{{{}, 0, item.child}}
                                                  : change(level - 1, item.child, inside);
      if (!changed.empty()) {  // The first of them begins where the old one did.
        changed.front().key = item.key;
        changed.front().piece = item.piece;
      }
      std::ranges::move(changed, std::back_inserter(children));
    }
    return branches(children, level);
  }

  std::vector<Child> branches(const std::vector<Child>& children, unsigned level) {
    std::vector<Child> made;
    TableBlock block(level, revision_);
    const Child* first = nullptr;
    for (const Child& child : children) {
      if (!block.is_empty() && block.room() < TableBlock::room_of_child(child.key)) {
        made.push_back({first->key, first->piece, write(block)});
        block = TableBlock(level, revision_);
      }
      if (block.is_empty()) {
        first = &child;
      }
      block.add_child(child.block, child.key, child.piece);
    }
    if (!block.is_empty()) {
      made.push_back({first->key, first->piece, write(block)});
    }
    return made;
  }

  std::vector<Child> change_leaf(const StoredBlock& block, Entries entries) {
    Leaves leaves{.made = {}, .block = TableBlock(0, revision_)};
    for (std::size_t index = 0; index < block.size(); ++index) {
      const LeafItem item = block.leaf_item(index, path_);
      const auto entry = std::ranges::lower_bound(entries, item.key, {}, &TableEntry::key);
      if (entry == entries.end() || entry->key != item.key) {
        std::ranges::copy(item.bytes, next_item(leaves, item.bytes.size(), item.key, item.piece));
      } else if (item.piece == 1) {
        add_pieces(leaves, *entry);
        ++changed_;
      }
    }
    end_leaf(leaves);
    return std::move(leaves.made);
  }

  // Leaves that are being filled, and what comes first in the last one.
  struct Leaves {
    std::vector<Child> made;
    TableBlock block;
    Child first;
  };

  unsigned char* next_item(Leaves& leaves, std::size_t size, std::string_view key,
                           std::uint16_t piece) {
    if (leaves.block.room() < size) {
      end_leaf(leaves);
    }
    if (leaves.block.is_empty()) {
      leaves.first = {std::string(key), piece, 0};
    }
    return leaves.block.add(size);
  }

  void end_leaf(Leaves& leaves) {
    if (!leaves.block.is_empty()) {
      leaves.first.block = write(leaves.block);
      leaves.made.push_back(leaves.first);
      leaves.block = TableBlock(0, revision_);
    }
  }

  void add_pieces(Leaves& leaves, const TableEntry& entry) {
    std::string_view tag = entry.tag;
    std::uint16_t piece = 1;
    do {
      const std::size_t head = size_of_leaf_head(entry.key, piece);
      const std::size_t taken = std::min(tag.size(), form::kMostItem - head);
      const std::size_t flags =
          (entry.is_deflated ? form::kDeflated : 0) | (taken == tag.size() ? form::kLastPiece : 0);
      unsigned char* const item = next_item(leaves, head + taken, entry.key, piece);
      std::ranges::copy(tag.substr(0, taken),
                        put_leaf_head(item, head + taken, entry.key, piece++, flags));
      tag.remove_prefix(taken);
    } while (!tag.empty());
  }

  std::uint32_t write(TableBlock& block) {
    write_at(root_.blocks, block.bytes());
    return root_.blocks++;
  }

  void write_at(std::uint32_t number, std::string_view bytes) {
    errno = 0;
    file_.clear();
    file_.seekp(static_cast<std::streamoff>(number) *
                static_cast<std::streamoff>(kGlassBlockBytes));
    file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file_) {
      throw_disk_error("write " + path_.string(), last_disk_error());
    }
  }

  // Xapian may use them again from the revision behind this one on. Their numbers go behind those
  // that the block has already: there nobody looks before the root says so.
  void note_unused() {
    FreeBlocks& free = root_.free;
    std::string numbers = free.end_place == 0 ? std::string() : read_numbers(free.last);
    if (free.end_place == 0) {
      numbers = begin_numbers(free);
      free.first = free.last;
      free.first_place = free.end_place;
    }
    for (const std::uint32_t number : unused_) {
      if (free.end_place == kPlaceOfNext) {
        put_word(numbers, kPlaceOfNext, root_.blocks);
        write_at(free.last, numbers);
        numbers = begin_numbers(free);
      }
      put_word(numbers, free.end_place++, number);
    }
    write_at(free.last, numbers);
  }

  // A new block of numbers, to which `free` leads now.
  std::string begin_numbers(FreeBlocks& free) {
    std::string numbers(kGlassBlockBytes, '\xFF');
    put_word(numbers, 0, revision_);
    put_word(numbers, 1, std::uint32_t{kLevelOfNumbers} << 24);
    free.last = root_.blocks++;
    free.end_place = kFirstPlace;
    return numbers;
  }

  std::string read_numbers(std::uint32_t number) {
    std::string numbers(kGlassBlockBytes, '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(number) *
                static_cast<std::streamoff>(kGlassBlockBytes));
    file_.read(numbers.data(), static_cast<std::streamsize>(numbers.size()));
    if (!file_ || static_cast<unsigned char>(numbers[form::kLevelAt]) != kLevelOfNumbers ||
        root_.free.end_place < kFirstPlace || root_.free.end_place > kPlaceOfNext) {
      throw_damaged_table(path_);
    }
    return numbers;
  }

  static void put_word(std::string& bytes, std::uint32_t place, std::uint32_t word) {
    auto* const at = reinterpret_cast<unsigned char*>(bytes.data()) + std::size_t{place} * 4;
    form::put_short(at, word >> 16);
    form::put_short(at + 2, word);
  }

  const fs::path& path_;
  TableRoot root_;
  std::uint32_t revision_;
  std::fstream file_;
  std::size_t changed_ = 0;
  std::vector<std::uint32_t> unused_;  // Blocks that the new root leads to no more.
};

}  // namespace

TableRoot change_entries(const fs::path& file, const TableRoot& root, std::uint32_t revision,
                         Entries entries) {
  return entries.empty() ? root : TableChange(file, root, revision).run(entries);
}

}  // namespace bulletin
