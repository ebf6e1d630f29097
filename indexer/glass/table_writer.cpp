#include "indexer/glass/table_writer.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/table_form.hpp"

namespace bulletin {
namespace {

namespace form = table_form;

constexpr std::uint32_t kRevision = 1;

// A tag begins in what is left of a block if so many bytes of it, or all, find room there.
constexpr std::size_t kLeastPiece = 64;

constexpr std::size_t kBufferBytes = 1 << 16;

std::size_t same_bytes(std::string_view left, std::string_view right) {
  const auto end = std::ranges::mismatch(left, right).in1;
  return static_cast<std::size_t>(end - left.begin());
}

}  // namespace

TableWriter::TableWriter(std::filesystem::path file)
    : path_(std::move(file)), buffer_(kBufferBytes) {
  out_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  errno = 0;
  out_.open(path_, std::ios::binary | std::ios::trunc);
  if (!out_) {
    throw_disk_error("write " + path_.string(), last_disk_error());
  }
  levels_.push_back({.block = TableBlock(0, kRevision), .separator = {}});
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
  const std::size_t head = size_of_leaf_head(key, piece);
  if (head + std::min(tag.size(), kLeastPiece) > levels_[0].block.room()) {
    begin_leaf(key, piece);
  }
  const std::size_t taken =
      std::min(tag.size(), std::min(levels_[0].block.room(), form::kMostItem) - head);
  unsigned char* const item = levels_[0].block.add(head + taken);
  std::ranges::copy(tag.substr(0, taken),
                    put_leaf_head(item, head + taken, key, piece,
                                  flags | (taken == tag.size() ? form::kLastPiece : 0)));
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
    levels_.push_back(
        {.block = TableBlock(static_cast<unsigned>(level + 1), kRevision), .separator = {}});
  }
  enter_child(level + 1, levels_[level].separator, levels_[level].piece, number);
  levels_[level].block = TableBlock(static_cast<unsigned>(level), kRevision);
}

void TableWriter::enter_child(std::size_t level, const std::string& separator, std::uint16_t piece,
                              std::uint32_t child) {
  if (!levels_[level].block.is_empty() &&
      levels_[level].block.room() < TableBlock::room_of_child(separator)) {
    close(level);
    levels_[level].separator = separator;
    levels_[level].piece = piece;
  }
  levels_[level].block.add_child(child, separator, piece);
}

std::uint32_t TableWriter::write(TableBlock& block) {
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
