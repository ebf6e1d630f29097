// The crew of a bulk build: threads that turn batches of items into small databases of their own
// and merge those.

#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <xapian.h>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/shard_tiers.hpp"
#include "indexer/pipeline/work_queue.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// An item and the file that it comes from.
struct SourcedItem {
  RawItem item;
  ItemSource source;
};

/// Returns about how much memory an item takes.
[[nodiscard]] std::size_t bytes_of(const RawItem& item);

/// How a bulk build goes about.
struct BulkShape {
  std::size_t jobs = 1;      ///< Threads.
  std::size_t shards = 1;    ///< Of the index: databases that items go to in turn.
  Xapian::docid behind = 0;  ///< The document behind which the first item is numbered.
};

/// Works on batches with several threads. Going away it stops them.
class BulkShards {
 public:
  /// Parts lie in `folder`, which is there. The others have to outlive it.
  BulkShards(std::filesystem::path folder, const PublisherMatcher& publisher,
             const std::map<std::string, Correction>& corrections, BulkShape shape);
  ~BulkShards();
  BulkShards(const BulkShards&) = delete;
  BulkShards& operator=(const BulkShards&) = delete;

  /// Hands over the next batch, not empty; waits while a batch for each thread is waiting. Throws
  /// what made a thread stop.
  void add(std::vector<SourcedItem> batch);

  /// Waits for all batches and writes a database of them to each of `to`, one for each shard of the
  /// index, documents in the order in which the items came, behind those of the databases `first`,
  /// if there are such, of which all is kept. Not durable. Throws as above. Call it once, after a
  /// batch.
  void merge_into(const std::vector<std::filesystem::path>& to,
                  const std::vector<std::filesystem::path>& first = {});

 private:
  struct Batch {
    std::size_t number;
    Xapian::docid first;  ///< The document of its first item.
    std::vector<SourcedItem> items;
  };

  void work();
  void write(const Batch& batch, const DocumentBuilder& builder) const;
  void finish(Shard shard);
  void merge(const std::vector<Shard>& parts, Shard to) const;
  [[nodiscard]] std::vector<std::filesystem::path> folders_of(const std::vector<Shard>& parts,
                                                              std::size_t shard) const;
  void rethrow();
  [[nodiscard]] std::filesystem::path folder_of(Shard part, std::size_t shard) const;

  std::filesystem::path folder_;
  const PublisherMatcher& publisher_;
  const std::map<std::string, Correction>& corrections_;
  BulkShape shape_;
  Xapian::docid items_ = 0;
  std::size_t batches_ = 0;
  WorkQueue<Batch> queue_;
  std::mutex mutex_;  ///< Of the next two.
  ShardTiers tiers_;
  std::exception_ptr failure_;
  std::mutex merging_;  ///< One at a time: each has hundreds of files open.
  std::vector<std::jthread> threads_;
};

}  // namespace bulletin
