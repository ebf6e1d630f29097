#include "indexer/glass/table_reader.hpp"

#include <cerrno>
#include <utility>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/table_form.hpp"

namespace bulletin {
namespace {

namespace form = table_form;

constexpr unsigned kMostLevels = 10;

}  // namespace

TableReader::TableReader(std::filesystem::path file, const TableRoot& root)
    : path_(std::move(file)), left_(root.entries) {
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
    throw_damaged();
  }
  places_.resize(root.level + 1);
  open(root.level, root.block);
}

// At a level, from its first item on.
void TableReader::open(unsigned level, std::uint32_t block) {
  Place& place = places_[level];
  place.block.resize(kGlassBlockBytes);
  errno = 0;
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(block) * static_cast<std::streamoff>(kGlassBlockBytes));
  file_.read(reinterpret_cast<char*>(place.block.data()),
             static_cast<std::streamsize>(kGlassBlockBytes));
  if (file_.bad() || (!file_ && errno != 0)) {
    throw_disk_error("read " + path_.string(), last_disk_error());
  }
  place.next_offset = form::kOffsetsBegin;
  place.offsets_end = form::short_at(place.block.data() + form::kOffsetsEndAt);
  if (!file_ || place.block[form::kLevelAt] != level || place.offsets_end < form::kOffsetsBegin ||
      place.offsets_end > kGlassBlockBytes ||
      (place.offsets_end - form::kOffsetsBegin) % form::kOffsetBytes != 0) {
    throw_damaged();
  }
}

// Where the item that comes next begins; it has to have so many bytes at least.
std::size_t TableReader::take_item(Place& place, std::size_t least) const {
  const std::size_t item = form::short_at(place.block.data() + place.next_offset);
  place.next_offset += form::kOffsetBytes;
  if (item + least > kGlassBlockBytes) {
    throw_damaged();
  }
  return item;
}

bool TableReader::go_to_leaf_with_item() {
  while (!places_.empty() && places_[0].next_offset >= places_[0].offsets_end) {
    unsigned level = 0;
    while (level < places_.size() && places_[level].next_offset >= places_[level].offsets_end) {
      ++level;
    }
    if (level == places_.size()) {
      return false;
    }
    const std::size_t item = take_item(places_[level], form::kBranchHead);
    const unsigned char* const bytes = places_[level].block.data() + item;
    open(level - 1,
         static_cast<std::uint32_t>(form::short_at(bytes) << 16 | form::short_at(bytes + 2)));
  }
  return !places_.empty();
}

TableReader::Item TableReader::take_leaf_item() {
  const std::size_t begin = take_item(places_[0], form::kLeafHead);
  const unsigned char* const bytes = places_[0].block.data() + begin;
  const std::size_t flags = form::short_at(bytes);
  const std::size_t size = (flags & form::kSizeMask) + form::kSizeLess;
  const std::size_t key_size = bytes[form::kLeafHead - 1];
  const bool is_first = (flags & form::kFirstPiece) != 0;
  const std::size_t head = form::kLeafHead + key_size + (is_first ? 0 : form::kPieceNumberBytes);
  if (begin + size > kGlassBlockBytes || head > size) {
    throw_damaged();
  }
  const auto text = [&](std::size_t from, std::size_t length) {
    return std::string_view(reinterpret_cast<const char*>(bytes + from), length);
  };
  return {.key = text(form::kLeafHead, key_size),
          .tag = text(head, size - head),
          .piece = is_first ? 1 : form::short_at(bytes + form::kLeafHead + key_size),
          .is_last = (flags & form::kLastPiece) != 0,
          .is_deflated = (flags & form::kDeflated) != 0};
}

bool TableReader::next() {
  tag_.clear();
  std::size_t piece = 1;
  while (go_to_leaf_with_item()) {
    const Item item = take_leaf_item();
    if (item.key.empty()) {
      continue;  // The one before all entries.
    }
    const bool is_next = piece == 1 ? left_ > 0 && item.key > key_ : item.key == key_;
    if (!is_next || item.piece != piece) {
      throw_damaged();
    }
    if (piece++ == 1) {
      --left_;
      key_.assign(item.key);
      is_deflated_ = item.is_deflated;
    }
    tag_.append(item.tag);
    if (item.is_last) {
      return true;
    }
  }
  if (piece > 1 || left_ > 0) {
    throw_damaged();  // There should be more.
  }
  return false;
}

void TableReader::throw_damaged() const {
  throw Error(ErrorCode::kInternal, "cannot read " + path_.string() + ": a block is damaged",
              "see what bulletin-index check finds");
}

}  // namespace bulletin
