#include "indexer/schema/link_value.hpp"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kBytes = 8;

std::uint64_t hash_of(std::string_view id) {
  return XXH3_64bits(id.data(), id.size());
}

// Little endian, whatever the machine.
void append_hash(std::string& packed, const std::string& id) {
  std::uint64_t hash = hash_of(id);
  for (std::size_t i = 0; i < kBytes; ++i) {
    packed += static_cast<char>(hash & 0xFF);
    hash >>= 8;
  }
}

std::uint64_t hash_at(std::string_view packed, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = kBytes; i-- > 0;) {
    hash = hash << 8 | static_cast<unsigned char>(packed[at + i]);
  }
  return hash;
}

}  // namespace

std::string pack_links(const Bulletin& bulletin) {
  std::string packed;
  if (!bulletin.also.empty()) {
    append_hash(packed, bulletin.id);
  }
  for (const StoryLink& link : bulletin.also) {
    append_hash(packed, link.id);
  }
  return packed;
}

void store_bulletin(Xapian::Document& document, const Bulletin& bulletin) {
  document.set_data(encode_bulletin(bulletin));
  document.add_value(slot::kLinks, pack_links(bulletin));  // An empty one takes the value away.
}

bool leads_to(std::string_view packed, std::string_view id) {
  const std::vector<std::uint64_t> others = unpack_links(packed).others;
  return std::ranges::find(others, hash_of(id)) != others.end();
}

LinkValue unpack_links(std::string_view packed) {
  if (packed.size() < kBytes || packed.size() % kBytes != 0) {
    return {};
  }
  LinkValue value{.self = hash_at(packed, 0)};
  for (std::size_t at = kBytes; at < packed.size(); at += kBytes) {
    value.others.push_back(hash_at(packed, at));
  }
  return value;
}

}  // namespace bulletin
