#include "indexer/glass/table_block.hpp"

#include <algorithm>
#include <cassert>

namespace bulletin {
namespace {

namespace form = table_form;

}  // namespace

TableBlock::TableBlock(unsigned level, std::uint32_t revision) : bytes_(kGlassBlockBytes) {
  form::put_short(bytes_.data(), revision >> 16);
  form::put_short(bytes_.data() + 2, revision);
  bytes_[form::kLevelAt] = static_cast<unsigned char>(level);
}

std::size_t TableBlock::room() const {
  const std::size_t gap = items_begin_ - offsets_end_;
  return gap < form::kOffsetBytes ? 0 : gap - form::kOffsetBytes;
}

unsigned char* TableBlock::add(std::size_t size) {
  assert(size <= room());
  items_begin_ -= size;
  form::put_short(bytes_.data() + offsets_end_, items_begin_);
  offsets_end_ += form::kOffsetBytes;
  return bytes_.data() + items_begin_;
}

void TableBlock::add_child(std::uint32_t child, std::string_view key, std::uint16_t piece) {
  const bool is_first = is_empty();
  if (is_first) {
    key = {};
  }
  unsigned char* const item = add(room_of_child(key));
  form::put_short(item, child >> 16);
  form::put_short(item + 2, child & 0xFFFF);
  item[form::kBranchHead - 1] = static_cast<unsigned char>(key.size());
  std::ranges::copy(key, item + form::kBranchHead);
  form::put_short(item + form::kBranchHead + key.size(), is_first ? 0 : piece);
}

std::size_t TableBlock::room_of_child(std::string_view key) {
  return form::kBranchHead + key.size() + form::kPieceNumberBytes;
}

std::string_view TableBlock::bytes() {
  form::put_short(bytes_.data() + form::kGapAt, items_begin_ - offsets_end_);
  form::put_short(bytes_.data() + form::kFreeAt, items_begin_ - offsets_end_);
  form::put_short(bytes_.data() + form::kOffsetsEndAt, offsets_end_);
  return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

std::size_t size_of_leaf_head(std::string_view key, std::uint16_t piece) {
  return form::kLeafHead + key.size() + (piece == 1 ? 0 : form::kPieceNumberBytes);
}

unsigned char* put_leaf_head(unsigned char* item, std::size_t size, std::string_view key,
                             std::uint16_t piece, std::size_t flags) {
  form::put_short(item, (size - form::kSizeLess) | flags | (piece == 1 ? form::kFirstPiece : 0));
  item[form::kLeafHead - 1] = static_cast<unsigned char>(key.size());
  std::ranges::copy(key, item + form::kLeafHead);
  if (piece != 1) {
    form::put_short(item + form::kLeafHead + key.size(), piece);
  }
  return item + size_of_leaf_head(key, piece);
}

}  // namespace bulletin
