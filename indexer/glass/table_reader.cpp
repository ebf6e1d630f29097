#include "indexer/glass/table_reader.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/table_form.hpp"

namespace bulletin {
namespace {

constexpr unsigned kMostLevels = 10;

}  // namespace

TableReader::TableReader(std::filesystem::path file, const TableRoot& root)
    : path_(std::move(file)) {
  if (root.blocks == 0) {
    return;  // There may be no file.
  }
  file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0) {
    throw_disk_error("read " + path_.string(), last_disk_error());
  }
  if (root.level > kMostLevels) {
    throw_damaged();
  }
  places_.resize(root.level + 1);
  open(root.level, root.block);
}

TableReader::~TableReader() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

// At a level, from its first item on.
void TableReader::open(unsigned level, std::uint32_t block) {
  using namespace table_form;
  Place& place = places_[level];
  place.block.resize(kGlassBlockBytes);
  errno = 0;
  const auto at = static_cast<off_t>(block) * static_cast<off_t>(kGlassBlockBytes);
  const ssize_t size = pread(file_, place.block.data(), place.block.size(), at);
  if (size < 0) {
    throw_disk_error("read " + path_.string(), last_disk_error());
  }
  place.next_offset = kOffsetsBegin;
  place.offsets_end = short_at(place.block.data() + kOffsetsEndAt);
  if (static_cast<std::size_t>(size) != kGlassBlockBytes || place.block[kLevelAt] != level ||
      place.offsets_end < kOffsetsBegin || place.offsets_end > kGlassBlockBytes ||
      (place.offsets_end - kOffsetsBegin) % kOffsetBytes != 0) {
    throw_damaged();
  }
}

// Where the item that comes next begins; it has to have so many bytes at least.
std::size_t TableReader::take_item(Place& place, std::size_t least) const {
  using namespace table_form;
  const std::size_t item = short_at(place.block.data() + place.next_offset);
  place.next_offset += kOffsetBytes;
  if (item + least > kGlassBlockBytes) {
    throw_damaged();
  }
  return item;
}

bool TableReader::go_to_leaf_with_item() {
  using namespace table_form;
  while (!places_.empty() && places_[0].next_offset >= places_[0].offsets_end) {
    unsigned level = 0;
    while (level < places_.size() && places_[level].next_offset >= places_[level].offsets_end) {
      ++level;
    }
    if (level == places_.size()) {
      return false;
    }
    const std::size_t item = take_item(places_[level], kBranchHead);
    const unsigned char* const bytes = places_[level].block.data() + item;
    open(level - 1, static_cast<std::uint32_t>(short_at(bytes) << 16 | short_at(bytes + 2)));
  }
  return !places_.empty();
}

bool TableReader::next() {
  using namespace table_form;
  tag_.clear();
  for (bool is_last = false; !is_last;) {
    if (!go_to_leaf_with_item()) {
      if (!tag_.empty()) {
        throw_damaged();  // It should go on.
      }
      return false;
    }
    const std::size_t item = take_item(places_[0], kLeafHead);
    const unsigned char* const bytes = places_[0].block.data() + item;
    const std::size_t flags = short_at(bytes);
    const std::size_t size = (flags & kSizeMask) + kSizeLess;
    const std::size_t key_size = bytes[kLeafHead - 1];
    const std::size_t head = kLeafHead + key_size + ((flags & kFirstPiece) != 0 ? 0 : kPieceBytes);
    if (item + size > kGlassBlockBytes || head > size) {
      throw_damaged();
    }
    if (key_size == 0) {
      continue;  // The item before all keys.
    }
    if ((flags & kFirstPiece) != 0) {
      key_.assign(reinterpret_cast<const char*>(bytes + kLeafHead), key_size);
      is_deflated_ = (flags & kDeflated) != 0;
    }
    tag_.append(reinterpret_cast<const char*>(bytes + head), size - head);
    is_last = (flags & kLastPiece) != 0;
  }
  return true;
}

void TableReader::throw_damaged() const {
  throw Error(ErrorCode::kInternal, "cannot read " + path_.string() + ": a block is damaged",
              "see what bulletin-index check finds");
}

}  // namespace bulletin
