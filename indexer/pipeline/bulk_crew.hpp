// The crew of a bulk build: threads that turn items into databases, and the merge of those.

#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <xapian.h>

#include "indexer/glass/database_writer.hpp"
#include "indexer/ingest/raw_item.hpp"
#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/run_queue.hpp"
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
  std::size_t jobs = 1;              ///< Threads.
  std::size_t run_bytes = 16 << 20;  ///< Of items that become one database, a part of the index.
  std::size_t shards = 1;            ///< Of the index: databases that items go to in turn.
  Xapian::docid behind = 0;          ///< The document behind which the first item is numbered.
};

/// Works on items with several threads, each on a run of neighbours, up to `run_bytes` a thread
/// waiting. Going away it stops them.
class BulkCrew {
 public:
  /// Parts lie in `folder`, which is there. The others have to outlive it.
  BulkCrew(std::filesystem::path folder, const PublisherMatcher& publisher,
           const std::map<std::string, Correction>& corrections, BulkShape shape);
  ~BulkCrew();
  BulkCrew(const BulkCrew&) = delete;
  BulkCrew& operator=(const BulkCrew&) = delete;

  /// Hands over the next item; waits while too many are waiting. Throws what made a thread stop.
  void add(SourcedItem item);

  /// Waits for all items and writes a database of them to each of `to`, one for each shard of the
  /// index, documents in the order in which the items came, behind those of the databases `first`,
  /// if there are such, of which all is kept. Not durable. Throws as above. Call it once, after an
  /// item.
  void merge_into(const std::vector<std::filesystem::path>& to,
                  const std::vector<std::filesystem::path>& first = {});

 private:
  struct Batch {
    Xapian::docid first = 1;  ///< The document of its first item.
    std::vector<SourcedItem> items;
  };
  using Batches = RunQueue<Batch>;
  using Part =
      std::vector<std::unique_ptr<DatabaseWriter>>;  // One a shard, from its first item on.

  void hand_over();
  void work();
  void write(Batches::Run& run, const DocumentBuilder& builder, Deflater& deflater);
  void write(const Batch& batch, const DocumentBuilder& builder, Deflater& deflater, Part& part);
  std::filesystem::path new_folder(Xapian::docid first, std::size_t shard);
  void merge_until_few(std::size_t shard);
  void rethrow();

  std::filesystem::path folder_;
  const PublisherMatcher& publisher_;
  const std::map<std::string, Correction>& corrections_;
  BulkShape shape_;
  Xapian::docid items_ = 0;  ///< Handed over.
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  Batches queue_;
  std::mutex mutex_;  ///< Of the next two.
  std::vector<std::map<Xapian::docid, std::filesystem::path>>
      parts_;  ///< Of each shard, by the first document that may be in it.
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

}  // namespace bulletin
