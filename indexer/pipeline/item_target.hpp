// Where the items of files go, and the account of what became of them.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/pipeline/index_writer.hpp"

namespace bulletin {

/// Counts of what became of the items. What was read is all but `removed`.
struct ItemCounts {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t merged = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t left_out = 0;  ///< Problems: items, files or folders.

  bool operator==(const ItemCounts&) const = default;
};

/// Counts one more item.
void count(AddOutcome outcome, ItemCounts& counts);

/// Takes items one at a time.
class ItemTarget {
 public:
  virtual ~ItemTarget() = default;
  ItemTarget(const ItemTarget&) = delete;
  ItemTarget& operator=(const ItemTarget&) = delete;

  /// Takes an item whose id is its identity_of(). Returns what that did, or nothing where it turns
  /// out, and is counted, at the end.
  virtual std::optional<AddOutcome> take(RawItem item, ItemSource source) = 0;

  /// Takes what a person has set of an item, if nothing is set of it yet; from an export.
  virtual void take_correction(const std::string& id, const Correction& correction) = 0;

  /// Takes the publisher for whom the items of an export were read. Returns false where the items
  /// are read for another one that nobody has named.
  [[nodiscard]] virtual bool take_publisher(const Publisher& publisher) = 0;

 protected:
  ItemTarget() = default;
  ItemTarget(ItemTarget&&) = default;
  ItemTarget& operator=(ItemTarget&&) = default;
};

/// Understands and writes each item at once. The writer opens with the first item, so that nothing
/// read makes no index.
class IndexTarget : public ItemTarget {
 public:
  using Open = std::function<IndexWriter()>;

  explicit IndexTarget(Open open) : open_(std::move(open)) {}

  std::optional<AddOutcome> take(RawItem item, ItemSource source) override;
  void take_correction(const std::string& id, const Correction& correction) override;
  [[nodiscard]] bool take_publisher(const Publisher& publisher) override;

  /// Returns the writer, which opens now if it has not; later calls give the same one.
  [[nodiscard]] IndexWriter& writer() {
    if (!writer_) {
      writer_.reset(new IndexWriter(open_()));  // A writer cannot be moved.
    }
    return *writer_;
  }
  [[nodiscard]] bool is_open() const { return writer_ != nullptr; }

 private:
  Open open_;
  std::unique_ptr<IndexWriter> writer_;
};

}  // namespace bulletin
