#include "indexer/schema/shard_places.hpp"

#include "indexer/base/error.hpp"
#include "indexer/schema/generation.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

FoundShard found(const ShardPlace& place) {
  FoundShard shard{.place = place, .items = 0, .absence = {}};
  try {
    shard.items = with_xapian("open " + name_of(place), [&] {
      return open_shard(place, WrittenBy::kReadable).get_doccount();
    });
  } catch (const Error& error) {
    shard.absence = error.what();
  }
  return shard;
}

fs::path generation_of(const fs::path& index) {
  if (!holds_index(index)) {
    (void)open_index(index);  // Says why.
  }
  return index / generation_in_use(index);
}

// The name of the index that its shards give, from one that is there.
std::optional<std::string> name_in(const std::vector<ShardPlace>& places) {
  for (const ShardPlace& place : places) {
    try {
      if (const auto identity = shard_identity(open_shard(place, WrittenBy::kReadable))) {
        return identity->index;
      }
    } catch (...) {  // Another one may be there.
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<FoundShard> find_shards(const fs::path& index) {
  std::vector<ShardPlace> places = shards_of(generation_of(index));
  if (places.empty()) {
    places.push_back({.folder = index, .host = {}, .port = 0});
  }
  std::vector<FoundShard> shards;
  for (const ShardPlace& place : places) {
    shards.push_back(found(place));
  }
  return shards;
}

void place_shard(const fs::path& index, std::size_t number, const std::string& place) {
  const fs::path generation = generation_of(index);
  std::vector<ShardPlace> places = shards_of(generation);
  const std::string attempt = "place shard " + std::to_string(number + 1) + " at " + place;
  if (number >= places.size()) {
    throw Error(ErrorCode::kBadUsage,
                "cannot " + attempt + ": the index has " +
                    (places.empty() ? "no" : std::to_string(places.size())) + " shards",
                places.empty() ? "build it of several: bulletin-index build --shards N"
                               : "see them: bulletin-index shards --db " + index.string());
  }
  const ShardPlace moved = server_called(place).value_or(
      ShardPlace{.folder = fs::absolute(place), .host = {}, .port = 0});
  const std::optional<std::string> name = name_in(places);
  with_xapian(attempt, [&] {
    const Xapian::Database shard = open_shard(moved, WrittenBy::kReadable);
    expect_shard(shard, moved, number, places.size());
    const auto identity = shard_identity(shard);
    if (name && (!identity || identity->index != *name)) {
      throw Error(ErrorCode::kIndexMismatch, "cannot " + attempt + ": it is of another index",
                  "copy the folder of the shard there first");
    }
  });
  places[number] = moved;
  name_shards(generation, places);
}

}  // namespace bulletin
