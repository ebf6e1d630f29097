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
namespace {

namespace form = table_form;

constexpr unsigned char kRevision = 1;

// A tag begins in what is left of a block if so many bytes of it, or all, find room there.
constexpr std::size_t kLeastPiece = 64;

constexpr std::size_t kBufferBytes = 1 << 16;

std::size_t same_bytes(std::string_view left, std::string_view right) {
  const auto end = std::ranges::mismatch(left, right).in1;
  return static_cast<std::size_t>(end - left.begin());
}

}  // namespace

TableWriter::Block::Block(unsigned level)
    : bytes_(kGlassBlockBytes), offsets_end_(form::kOffsetsBegin) {
  bytes_[3] = kRevision;
  bytes_[form::kLevelAt] = static_cast<unsigned char>(level);
}

bool TableWriter::Block::is_empty() const {
  return offsets_end_ == form::kOffsetsBegin;
}

std::size_t TableWriter::Block::room() const {
  const std::size_t gap = items_begin_ - offsets_end_;
  return gap < form::kOffsetBytes ? 0 : gap - form::kOffsetBytes;
}

unsigned char* TableWriter::Block::add(std::size_t size) {
  assert(size <= room());
  items_begin_ -= size;
  form::put_short(bytes_.data() + offsets_end_, items_begin_);
  offsets_end_ += form::kOffsetBytes;
  return bytes_.data() + items_begin_;
}

std::string_view TableWriter::Block::bytes() {
  form::put_short(bytes_.data() + form::kGapAt, items_begin_ - offsets_end_);
  form::put_short(bytes_.data() + form::kFreeAt, items_begin_ - offsets_end_);
  form::put_short(bytes_.data() + form::kOffsetsEndAt, offsets_end_);
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
  unsigned char* const item = levels_[0].block.add(form::kLeafHead);
  form::put_short(item, form::kFirstPiece | form::kLastPiece);
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  add_tag(key, tag, false);
}

void TableWriter::add_deflated(std::string_view key, std::string_view tag) {
  add_tag(key, tag, true);
}

void TableWriter::add_tag(std::string_view key, std::string_view tag, bool is_deflated) {
  expect_next(key);
  ++entries_;
  std::uint16_t piece = 1;
  do {
    if (piece == 0) {
      throw Error(ErrorCode::kInternal,
                  "cannot write " + path_.string() + ": an entry is too long");
    }
    tag.remove_prefix(add_piece(key, tag, piece++, is_deflated ? form::kDeflated : 0));
    last_key_.assign(key);
  } while (!tag.empty());
}

void TableWriter::expect_next(std::string_view key) const {
  if (key.size() > form::kMostKey || key <= last_key_) {
    throw Error(ErrorCode::kInternal, "cannot write " + path_.string() + ": a key of " +
                                          std::to_string(key.size()) + " bytes is " +
                                          (key <= last_key_ ? "out of order" : "too long"));
  }
}

// Puts as much of what is left of a tag into the leaf as finds room, if need be into the next leaf;
// returns how much.
std::size_t TableWriter::add_piece(std::string_view key, std::string_view tag, std::uint16_t piece,
                                   std::size_t flags) {
  const bool is_first = piece == 1;
  const std::size_t head = form::kLeafHead + key.size() + (is_first ? 0 : form::kPieceNumberBytes);
  if (head + std::min(tag.size(), kLeastPiece) > levels_[0].block.room()) {
    begin_leaf(key, piece);
  }
  const std::size_t taken =
      std::min(tag.size(), std::min(levels_[0].block.room(), form::kMostItem) - head);
  unsigned char* const item = levels_[0].block.add(head + taken);
  form::put_short(item, (head + taken - form::kSizeLess) | flags |
                            (is_first ? form::kFirstPiece : 0) |
                            (taken == tag.size() ? form::kLastPiece : 0));
  item[form::kLeafHead - 1] = static_cast<unsigned char>(key.size());
  std::memcpy(item + form::kLeafHead, key.data(), key.size());
  if (!is_first) {
    form::put_short(item + form::kLeafHead + key.size(), piece);
  }
  std::ranges::copy(tag.substr(0, taken), item + head);
  return taken;
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
      levels_[level].block.room() <
          form::kBranchHead + separator.size() + form::kPieceNumberBytes) {
    close(level);
    levels_[level].separator = separator;
    levels_[level].piece = piece;
  }
  // The first key of a branch stands in the one above.
  Block& block = levels_[level].block;
  const bool is_first = block.is_empty();
  const std::string_view key = is_first ? std::string_view() : separator;
  unsigned char* const item = block.add(form::kBranchHead + key.size() + form::kPieceNumberBytes);
  form::put_short(item, child >> 16);
  form::put_short(item + 2, child & 0xFFFF);
  item[form::kBranchHead - 1] = static_cast<unsigned char>(key.size());
  if (!key.empty()) {
    std::memcpy(item + form::kBranchHead, key.data(), key.size());
  }
  form::put_short(item + form::kBranchHead + key.size(), is_first ? 0 : piece);
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
