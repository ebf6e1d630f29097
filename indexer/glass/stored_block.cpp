#include "indexer/glass/stored_block.hpp"

#include <cerrno>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/table_form.hpp"

namespace bulletin {
namespace {

namespace form = table_form;

std::string_view text(const unsigned char* begin, std::size_t length) {
  return {reinterpret_cast<const char*>(begin), length};
}

}  // namespace

StoredBlock::StoredBlock(std::istream& file, const std::filesystem::path& path,
                         std::uint32_t number, unsigned level, std::uint32_t newest)
    : bytes_(kGlassBlockBytes) {
  errno = 0;
  file.clear();
  file.seekg(static_cast<std::streamoff>(number) * static_cast<std::streamoff>(kGlassBlockBytes));
  file.read(reinterpret_cast<char*>(bytes_.data()), static_cast<std::streamsize>(bytes_.size()));
  if (file.bad() || (!file && errno != 0)) {
    throw_disk_error("read " + path.string(), last_disk_error());
  }
  const std::size_t revision =
      form::short_at(bytes_.data()) << 16 | form::short_at(bytes_.data() + 2);
  if (file && revision > newest) {
    throw Error(ErrorCode::kIndexChanged, "cannot read " + path.string() + ": it has changed",
                "search again");
  }
  offsets_end_ = form::short_at(bytes_.data() + form::kOffsetsEndAt);
  if (!file || bytes_[form::kLevelAt] != level || offsets_end_ < form::kOffsetsBegin ||
      offsets_end_ > kGlassBlockBytes ||
      (offsets_end_ - form::kOffsetsBegin) % form::kOffsetBytes != 0) {
    throw_damaged_table(path);
  }
}

std::size_t StoredBlock::size() const {
  return bytes_.empty() ? 0 : (offsets_end_ - form::kOffsetsBegin) / form::kOffsetBytes;
}

const unsigned char* StoredBlock::item(std::size_t index) const {
  const unsigned char* const offset =
      bytes_.data() + form::kOffsetsBegin + index * form::kOffsetBytes;
  return bytes_.data() + form::short_at(offset);
}

std::size_t StoredBlock::room_behind(const unsigned char* item) const {
  const auto begin = static_cast<std::size_t>(item - bytes_.data());
  return begin < bytes_.size() ? bytes_.size() - begin : 0;
}

LeafItem StoredBlock::leaf_item(std::size_t index, const std::filesystem::path& path) const {
  const unsigned char* const begin = item(index);
  if (room_behind(begin) < form::kLeafHead) {
    throw_damaged_table(path);
  }
  const std::size_t flags = form::short_at(begin);
  const std::size_t size = (flags & form::kSizeMask) + form::kSizeLess;
  const std::size_t key_size = begin[form::kLeafHead - 1];
  const bool is_first = (flags & form::kFirstPiece) != 0;
  const std::size_t head = form::kLeafHead + key_size + (is_first ? 0 : form::kPieceNumberBytes);
  if (room_behind(begin) < size || head > size) {
    throw_damaged_table(path);
  }
  const std::size_t piece = is_first ? 1 : form::short_at(begin + form::kLeafHead + key_size);
  return {.bytes = text(begin, size),
          .key = text(begin + form::kLeafHead, key_size),
          .tag = text(begin + head, size - head),
          .piece = static_cast<std::uint16_t>(piece),
          .is_last = (flags & form::kLastPiece) != 0,
          .is_deflated = (flags & form::kDeflated) != 0};
}

BranchItem StoredBlock::branch_item(std::size_t index, const std::filesystem::path& path) const {
  const unsigned char* const begin = item(index);
  const std::size_t room = room_behind(begin);
  if (room < form::kBranchHead) {
    throw_damaged_table(path);
  }
  const std::size_t key_size = begin[form::kBranchHead - 1];
  if (room < form::kBranchHead + key_size + form::kPieceNumberBytes) {
    throw_damaged_table(path);
  }
  return {
      .child = static_cast<std::uint32_t>(form::short_at(begin) << 16 | form::short_at(begin + 2)),
      .key = text(begin + form::kBranchHead, key_size),
      .piece = static_cast<std::uint16_t>(form::short_at(begin + form::kBranchHead + key_size))};
}

void throw_damaged_table(const std::filesystem::path& path) {
  throw Error(ErrorCode::kInternal, "cannot read " + path.string() + ": a block is damaged",
              "see what bulletin-index check finds");
}

}  // namespace bulletin
