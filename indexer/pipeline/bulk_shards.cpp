#include "indexer/pipeline/bulk_shards.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <xapian.h>

#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

// Nobody looks at a shard before it is whole, and none outlives the run.
constexpr int kThrowAway = Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

// Xapian gathers postings in maps. As long as those stay in the cache of a core a document takes a
// quarter less CPU time than with 1,000 at once, and memory is bounded by this alone.
constexpr std::size_t kFlushItems = 125;
constexpr std::size_t kFlushBytes = 1 << 17;

}  // namespace

std::size_t bytes_of(const RawItem& item) {
  constexpr std::size_t kBesideTexts = 200;
  std::size_t history = 0;
  if (item.kept) {
    for (const Revision& revision : item.kept->history) {
      history += revision.title.size() + revision.text.size() + kBesideTexts;
    }
  }
  return item.title.size() + item.text.size() + item.extra.size() + history + kBesideTexts;
}

BulkShards::BulkShards(fs::path folder, const PublisherMatcher& publisher,
                       const std::map<std::string, Correction>& corrections, std::size_t jobs)
    : folder_(std::move(folder)), publisher_(publisher), corrections_(corrections), queue_(jobs) {
  for (std::size_t i = 0; i < jobs; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

BulkShards::~BulkShards() {
  queue_.close();
}

void BulkShards::add(std::vector<SourcedItem> batch) {
  if (!queue_.push({batches_++, std::move(batch)})) {
    rethrow();
  }
}

void BulkShards::merge_into(const fs::path& to, const std::optional<fs::path>& first) {
  queue_.end();
  for (std::jthread& thread : threads_) {
    thread.join();
  }
  rethrow();
  std::vector<fs::path> parts = folders_of(tiers_.whole());
  if (first) {
    parts.insert(parts.begin(), *first);
  }
  merge(parts, to);
}

void BulkShards::work() {
  try {
    const DocumentBuilder builder;  // Remembers words from batch to batch.
    while (const std::optional<Batch> batch = queue_.pop()) {
      write(*batch, builder);
      finish({0, batch->number});
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) {
      failure_ = std::current_exception();
    }
    queue_.close();
  }
}

void BulkShards::write(const Batch& batch, const DocumentBuilder& builder) const {
  with_xapian("write a part of the index", [&] {
    Xapian::WritableDatabase shard(folder_of({0, batch.number}).string(), kThrowAway);
    std::size_t items = 0;
    std::size_t bytes = 0;
    for (const auto& [item, source] : batch.items) {
      Bulletin bulletin = make_bulletin(item, publisher_);
      set_keeping(item, source, bulletin);
      if (const auto said = corrections_.find(bulletin.id); said != corrections_.end()) {
        bulletin = corrected(bulletin, said->second, publisher_);
      }
      shard.add_document(builder.build(bulletin));
      bytes += bytes_of(item);
      if (++items == kFlushItems || bytes >= kFlushBytes) {
        shard.commit();
        items = bytes = 0;
      }
    }
    shard.commit();
  });
}

// Merges what can be merged with it.
void BulkShards::finish(Shard shard) {
  while (true) {
    std::optional<Shard> next;
    {
      const std::lock_guard lock(mutex_);
      next = tiers_.finish(shard);
    }
    if (!next) {
      return;
    }
    const std::lock_guard lock(merging_);
    const std::vector<fs::path> parts = folders_of(ShardTiers::parts(*next));
    merge(parts, folder_of(*next));
    for (const fs::path& part : parts) {
      fs::remove_all(part);
    }
    shard = *next;
  }
}

// Xapian numbers documents in the order of the databases.
void BulkShards::merge(const std::vector<fs::path>& parts, const fs::path& to) const {
  with_xapian("merge the parts of the index", [&] {
    Xapian::Database all;
    for (const fs::path& part : parts) {
      all.add_database(Xapian::Database(part.string()));
    }
    all.compact(to.string());
  });
}

void BulkShards::rethrow() {
  const std::lock_guard lock(mutex_);
  if (failure_) {
    std::rethrow_exception(failure_);
  }
}

std::vector<fs::path> BulkShards::folders_of(const std::vector<Shard>& shards) const {
  std::vector<fs::path> folders;
  std::ranges::transform(shards, std::back_inserter(folders),
                         [this](Shard shard) { return folder_of(shard); });
  return folders;
}

fs::path BulkShards::folder_of(Shard shard) const {
  return folder_ / (std::to_string(shard.tier) + "-" + std::to_string(shard.number));
}

}  // namespace bulletin
