#include "indexer/glass/table_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <utility>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/table_form.hpp"

namespace bulletin {

using namespace table_form;

namespace {

constexpr unsigned char kRevision = 1;

// A long tag begins in what is left of a block if so many bytes of it find room there.
constexpr std::size_t kLeastPiece = 64;

constexpr std::size_t kBufferBytes = 1 << 16;

std::size_t same_bytes(std::string_view left, std::string_view right) {
  const auto end = std::ranges::mismatch(left, right).in1;
  return static_cast<std::size_t>(end - left.begin());
}

}  // namespace

TableWriter::Block::Block(unsigned level) : bytes_(kGlassBlockBytes), offsets_end_(kOffsetsBegin) {
  bytes_[3] = kRevision;
  bytes_[kLevelAt] = static_cast<unsigned char>(level);
}

bool TableWriter::Block::is_empty() const {
  return offsets_end_ == kOffsetsBegin;
}

std::size_t TableWriter::Block::room() const {
  const std::size_t gap = items_begin_ - offsets_end_;
  return gap < kOffsetBytes ? 0 : gap - kOffsetBytes;
}

unsigned char* TableWriter::Block::add(std::size_t size) {
  assert(size <= room());
  items_begin_ -= size;
  put_short(bytes_.data() + offsets_end_, items_begin_);
  offsets_end_ += kOffsetBytes;
  return bytes_.data() + items_begin_;
}

std::string_view TableWriter::Block::bytes() {
  put_short(bytes_.data() + kGapAt, items_begin_ - offsets_end_);
  put_short(bytes_.data() + kFreeAt, items_begin_ - offsets_end_);
  put_short(bytes_.data() + kOffsetsEndAt, offsets_end_);
  return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

TableWriter::TableWriter(std::filesystem::path file)
    : path_(std::move(file)), buffer_(kBufferBytes) {
  out_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  errno = 0;
  out_.open(path_, std::ios::binary | std::ios::trunc);
  if (!out_) {
    throw_disk_error("write " + path_.string(), last_disk_error());
  }
  levels_.push_back({.block = Block(0), .separator = {}});
  // Every table begins with an item without a key, before which no search can end.
  unsigned char* const item = levels_[0].block.add(kLeafHead);
  put_short(item, kFirstPiece | kLastPiece);
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  add_tag(key, tag, false);
}

void TableWriter::add_deflated(std::string_view key, std::string_view tag) {
  add_tag(key, tag, true);
}

void TableWriter::add_tag(std::string_view key, std::string_view tag, bool is_deflated) {
  if (key.size() > kMostKey || key <= last_key_) {
    throw Error(ErrorCode::kInternal, "cannot write " + path_.string() + ": a key of " +
                                          std::to_string(key.size()) + " bytes is " +
                                          (key <= last_key_ ? "out of order" : "too long"));
  }
  ++entries_;
  for (std::uint16_t piece = 1;;) {
    const std::size_t head = kLeafHead + key.size() + (piece == 1 ? 0 : kPieceNumberBytes);
    const std::size_t room = std::min(levels_[0].block.room(), kMostItem);
    const bool is_long = head + tag.size() > kMostItem;
    if (head + (is_long ? kLeastPiece : tag.size()) > room) {
      begin_leaf(key, piece);
      continue;
    }
    const std::size_t taken = std::min(tag.size(), room - head);
    unsigned char* const item = levels_[0].block.add(head + taken);
    put_short(item, (head + taken - kSizeLess) | (is_deflated ? kDeflated : 0) |
                        (taken == tag.size() ? kLastPiece : 0) | (piece == 1 ? kFirstPiece : 0));
    item[kLeafHead - 1] = static_cast<unsigned char>(key.size());
    std::memcpy(item + kLeafHead, key.data(), key.size());
    if (piece > 1) {
      put_short(item + kLeafHead + key.size(), piece);
    }
    if (taken > 0) {
      std::memcpy(item + head, tag.data(), taken);
    }
    tag.remove_prefix(taken);
    if (piece == UINT16_MAX && !tag.empty()) {
      throw Error(ErrorCode::kInternal,
                  "cannot write " + path_.string() + ": an entry is too long");
    }
    if (piece++ == 1) {
      last_key_.assign(key);
    }
    if (tag.empty()) {
      return;
    }
  }
}

// A branch tells a leaf from the one before by no more of its first key than it takes.
void TableWriter::begin_leaf(std::string_view key, std::uint16_t piece) {
  close(0);
  const std::size_t same = same_bytes(key, last_key_);
  levels_[0].separator.assign(key.substr(0, std::min(same + 1, key.size())));
  levels_[0].piece = piece;
}

// Writes the block at a level and tells the level above of it.
void TableWriter::close(std::size_t level) {
  const std::uint32_t number = write(levels_[level].block);
  if (levels_.size() == level + 1) {
    levels_.push_back({.block = Block(static_cast<unsigned>(level + 1)), .separator = {}});
  }
  enter_child(level + 1, levels_[level].separator, levels_[level].piece, number);
  levels_[level].block = Block(static_cast<unsigned>(level));
}

void TableWriter::enter_child(std::size_t level, const std::string& separator, std::uint16_t piece,
                              std::uint32_t child) {
  if (!levels_[level].block.is_empty() &&
      levels_[level].block.room() < kBranchHead + separator.size() + kPieceNumberBytes) {
    close(level);
    levels_[level].separator = separator;
    levels_[level].piece = piece;
  }
  // The first key of a branch stands in the one above.
  Block& block = levels_[level].block;
  const bool is_first = block.is_empty();
  const std::string_view key = is_first ? std::string_view() : separator;
  unsigned char* const item = block.add(kBranchHead + key.size() + kPieceNumberBytes);
  put_short(item, child >> 16);
  put_short(item + 2, child & 0xFFFF);
  item[kBranchHead - 1] = static_cast<unsigned char>(key.size());
  if (!key.empty()) {
    std::memcpy(item + kBranchHead, key.data(), key.size());
  }
  put_short(item + kBranchHead + key.size(), is_first ? 0 : piece);
}

std::uint32_t TableWriter::write(Block& block) {
  const std::string_view bytes = block.bytes();
  errno = 0;
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) {
    throw_disk_error("write " + path_.string(), last_disk_error());
  }
  return blocks_++;
}

TableRoot TableWriter::finish() {
  for (std::size_t level = 0; level + 1 < levels_.size(); ++level) {
    close(level);
  }
  const std::uint32_t root = write(levels_.back().block);
  errno = 0;
  out_.close();
  if (!out_) {
    throw_disk_error("write " + path_.string(), last_disk_error());
  }
  return {.block = root,
          .blocks = blocks_,
          .level = static_cast<unsigned>(levels_.size() - 1),
          .entries = entries_};
}

}  // namespace bulletin
