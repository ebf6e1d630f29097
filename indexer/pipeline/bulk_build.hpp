// Many items at once into a new generation of an index, on all cores and in bounded memory.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/pipeline/bulk_crew.hpp"
#include "indexer/pipeline/item_target.hpp"
#include "indexer/pipeline/put_aside.hpp"
#include "indexer/schema/next_generation.hpp"

namespace bulletin {

/// How much of the machine a bulk build may take.
struct BulkLimits {
  std::size_t jobs = 0;  ///< Threads; 0: one a core.
  std::size_t memory_mb =
      512;  ///< Of the whole program, but for some 100 bytes an item, 300 for one with links.
  std::optional<std::size_t> shards = {};  ///< Of the index; as many as before if not said.
};

/// Threads and size of a run of items that stay within limits.
struct BulkPlan {
  std::size_t jobs = 1;
  std::size_t run_bytes = 0;     ///< Of items.
  std::size_t linking_jobs = 1;  ///< Threads that look for stories, at the end.
  std::size_t shelf_items = 0;   ///< As many can be put on a shelf for that.

  bool operator==(const BulkPlan&) const = default;
};

/// Throws `Error{kBadUsage}` when there is too little memory for one thread.
[[nodiscard]] BulkPlan plan_bulk_build(BulkLimits limits, std::size_t cores);

/// What the next generation begins with.
enum class BulkBase : std::uint8_t {
  kNothing,     ///< Of the generation in use only what a person has set, and the publisher.
  kItemsInUse,  ///< All that is there.
};

/// Builds the next generation of an index out of the items it takes. What is in the index stays in
/// use until finish(), and when that is never called or fails.
///
/// The index is then as if IndexWriter had added the same items to an empty one, or to the one in
/// use: same documents, numbers, links and completions. Every function may throw `Error`.
class BulkBuild : public ItemTarget {
 public:
  /// Locks the index, which is made where there is none. `publisher` takes the place of its own
  /// one; throws `Error{kBadUsage}` where there are items to keep that were read for another.
  BulkBuild(const std::filesystem::path& index, const std::optional<Publisher>& publisher,
            BulkBase base, BulkLimits limits);

  std::optional<AddOutcome> take(RawItem item, ItemSource source) override;
  void take_correction(const std::string& id, const Correction& correction) override;
  [[nodiscard]] bool take_publisher(const Publisher& publisher) override;

  /// Forgets what was noted of a file.
  void forget_file(const std::string& path);

  /// Merges, links and publishes what was taken, at least one item, and counts what take() has left
  /// open. Returns the number of items in the index. Call it once.
  std::size_t finish(ItemCounts& counts);

 private:
  void note_known_ids();
  [[nodiscard]] bool fits_shelf();
  void merge_parts();

  BulkPlan plan_;
  NextGeneration next_;
  std::optional<Publisher> wanted_;
  BulkBase base_;
  PublisherMatcher publisher_;
  std::map<std::string, Correction> corrections_;
  std::filesystem::path scratch_;
  PutAside again_;                           ///< Items whose id has come before.
  std::unordered_set<std::uint64_t> known_;  ///< Hashes of the terms of ids.
  std::vector<std::string> forgotten_;
  std::vector<std::pair<std::string, Correction>>
      taken_;                       ///< Corrections; few, so kept to the end.
  std::unique_ptr<BulkCrew> crew_;  ///< Goes before what it uses.
};

}  // namespace bulletin
