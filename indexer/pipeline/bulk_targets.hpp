// The targets of the commands that may take very many items.

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/pipeline/bulk_build.hpp"
#include "indexer/pipeline/item_target.hpp"
#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Where items go and as what.
struct TargetIndex {
  std::filesystem::path index;
  std::optional<Publisher> publisher;
  BulkLimits limits;
};

/// Builds the whole index anew. It opens with the first item, so that nothing read leaves the index
/// as it is.
class BuildTarget : public ItemTarget {
 public:
  explicit BuildTarget(TargetIndex target) : target_(std::move(target)) {}

  std::optional<AddOutcome> take(RawItem item, ItemSource source) override;
  void take_correction(const std::string& id, const Correction& correction) override;
  [[nodiscard]] bool take_publisher(const Publisher& publisher) override;

  /// As BulkBuild::finish(); nothing where no item came.
  [[nodiscard]] std::optional<std::size_t> finish(ItemCounts& counts);

 private:
  BulkBuild& build();

  TargetIndex target_;
  std::unique_ptr<BulkBuild> build_;
};

/// Adds to an index: one by one where few come, for one that is there or for a fiftieth of it;
/// else by a bulk build, of which nothing is to be seen before the end.
class AddTarget : public ItemTarget {
 public:
  /// As many are written one by one into any index.
  static constexpr std::size_t kFew = 2000;

  enum class Road : std::uint8_t { kAny, kOneByOne };

  /// Opens the writer that writes one by one, for a publisher if there is one.
  using Open = std::function<IndexWriter(const std::optional<Publisher>&)>;

  AddTarget(TargetIndex target, const Open& open, Road road = Road::kAny)
      : target_(std::move(target)),
        writing_([this, open] { return open(target_.publisher); }),
        road_(road) {}
  AddTarget(const AddTarget&) = delete;
  AddTarget& operator=(const AddTarget&) = delete;
  ~AddTarget() override = default;

  std::optional<AddOutcome> take(RawItem item, ItemSource source) override;
  void take_correction(const std::string& id, const Correction& correction) override;
  [[nodiscard]] bool take_publisher(const Publisher& publisher) override;

  /// Forgets what sync noted of a file, once something has been taken from it.
  void forget_file(const std::string& path);

  /// Makes everything durable and visible, links it, and counts what take() has left open. Returns
  /// the number of items in the index, nothing where there is none.
  [[nodiscard]] std::optional<std::size_t> finish(ItemCounts& counts);

 private:
  [[nodiscard]] std::size_t items_there() const;
  void choose_road();
  void pass_on(ItemTarget& target);

  TargetIndex target_;
  IndexTarget writing_;
  Road road_;
  std::unique_ptr<BulkBuild> build_;
  bool is_waiting_ = false;
  std::vector<SourcedItem> waiting_;  ///< Until it is known whether there are few.
  std::size_t waiting_bytes_ = 0;
  std::size_t few_ = kFew;
  std::vector<std::string> forgotten_;
  std::vector<std::pair<std::string, Correction>> corrections_;  ///< Waiting, too.
  ItemCounts passed_on_;
};

}  // namespace bulletin
