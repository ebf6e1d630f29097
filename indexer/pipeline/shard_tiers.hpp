// In which order the small databases of a bulk build are merged, so that few of them are open at
// once and each item is copied seldom, however many there are.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace bulletin {

/// How many shards are merged into one.
inline constexpr std::size_t kShardsOfATier = 128;

/// One database of a build. Tier 0 holds single batches by their number in the input; shard n of a
/// tier above holds `kShardsOfATier` shards of the tier below, from n times that on.
struct Shard {
  std::size_t tier = 0;
  std::size_t number = 0;

  bool operator==(const Shard&) const = default;
};

/// Keeps account of the shards that are whole. Not thread-safe.
class ShardTiers {
 public:
  /// Notes that `shard` is whole. Returns the shard of the next tier that can be made now, whose
  /// parts() then count no more; the caller makes it and says so here.
  [[nodiscard]] std::optional<Shard> finish(Shard shard);

  /// Returns the shards that `shard`, of a tier above 0, is made of, in the order of the input.
  [[nodiscard]] static std::vector<Shard> parts(Shard shard);

  /// Returns all shards that are whole and not part of another, in the order of the input.
  [[nodiscard]] std::vector<Shard> whole() const;

 private:
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> finished_;  ///< By tier and group.
  std::map<std::size_t, Shard> whole_;  ///< By the first batch in it.
};

}  // namespace bulletin
