#include "indexer/pipeline/shard_tiers.hpp"

namespace bulletin {
namespace {

std::size_t first_batch(Shard shard) {
  std::size_t first = shard.number;
  for (std::size_t tier = 0; tier < shard.tier; ++tier) {
    first *= kShardsOfATier;
  }
  return first;
}

}  // namespace

std::optional<Shard> ShardTiers::finish(Shard shard) {
  whole_[first_batch(shard)] = shard;
  const std::size_t group = shard.number / kShardsOfATier;
  if (++finished_[{shard.tier, group}] < kShardsOfATier) {
    return std::nullopt;
  }
  finished_.erase({shard.tier, group});
  const Shard next{shard.tier + 1, group};
  for (const Shard part : parts(next)) {
    whole_.erase(first_batch(part));
  }
  return next;
}

std::vector<Shard> ShardTiers::parts(Shard shard) {
  std::vector<Shard> parts;
  for (std::size_t i = 0; i < kShardsOfATier; ++i) {
    parts.push_back({shard.tier - 1, shard.number * kShardsOfATier + i});
  }
  return parts;
}

std::vector<Shard> ShardTiers::whole() const {
  std::vector<Shard> shards;
  for (const auto& [first, shard] : whole_) {
    shards.push_back(shard);
  }
  return shards;
}

}  // namespace bulletin
