#include "indexer/pipeline/bulk_shards.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <xapian.h>

#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/shards.hpp"
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

// Writes one database of some, in which no two documents have the same number.
void join(const std::vector<fs::path>& parts, const fs::path& to) {
  with_xapian("merge the parts of the index", [&] {
    Xapian::Database all;
    for (const fs::path& part : parts) {
      all.add_database(Xapian::Database(part.string()));
    }
    all.compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

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
                       const std::map<std::string, Correction>& corrections, BulkShape shape)
    : folder_(std::move(folder)),
      publisher_(publisher),
      corrections_(corrections),
      shape_(shape),
      queue_(shape.jobs) {
  for (std::size_t i = 0; i < shape_.jobs; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

BulkShards::~BulkShards() {
  queue_.close();
}

void BulkShards::add(std::vector<SourcedItem> batch) {
  const Xapian::docid first = shape_.behind + 1 + items_;
  items_ += static_cast<Xapian::docid>(batch.size());
  if (!queue_.push({batches_++, first, std::move(batch)})) {
    rethrow();
  }
}

void BulkShards::merge_into(const std::vector<fs::path>& to, const std::vector<fs::path>& first) {
  queue_.end();
  for (std::jthread& thread : threads_) {
    thread.join();
  }
  rethrow();
  for (std::size_t shard = 0; shard < shape_.shards; ++shard) {
    std::vector<fs::path> parts = folders_of(tiers_.whole(), shard);
    if (!first.empty()) {
      parts.insert(parts.begin(), first[shard]);
    }
    fs::create_directories(to[shard].parent_path());
    join(parts, to[shard]);
  }
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

// The items of a batch go to a database for each shard of the index, under the number they have
// there.
void BulkShards::write(const Batch& batch, const DocumentBuilder& builder) const {
  with_xapian("write a part of the index", [&] {
    std::vector<Xapian::WritableDatabase> parts;
    for (std::size_t shard = 0; shard < shape_.shards; ++shard) {
      parts.emplace_back(folder_of({0, batch.number}, shard).string(), kThrowAway);
    }
    const auto commit = [&] {
      std::ranges::for_each(parts, [](Xapian::WritableDatabase& part) { part.commit(); });
    };
    std::size_t items = 0;
    std::size_t bytes = 0;
    Xapian::docid document = batch.first;
    for (const auto& [item, source] : batch.items) {
      Bulletin bulletin = make_bulletin(item, publisher_);
      set_keeping(item, source, bulletin);
      if (const auto said = corrections_.find(bulletin.id); said != corrections_.end()) {
        bulletin = corrected(bulletin, said->second, publisher_);
      }
      parts[shard_with(document, shape_.shards)].replace_document(
          number_in_shard(document, shape_.shards), builder.build(bulletin));
      ++document;
      bytes += bytes_of(item);
      if (++items == kFlushItems || bytes >= kFlushBytes) {
        commit();
        items = bytes = 0;
      }
    }
    commit();
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
    merge(ShardTiers::parts(*next), *next);
    shard = *next;
  }
}

void BulkShards::merge(const std::vector<Shard>& parts, Shard to) const {
  for (std::size_t shard = 0; shard < shape_.shards; ++shard) {
    const std::vector<fs::path> folders = folders_of(parts, shard);
    join(folders, folder_of(to, shard));
    for (const fs::path& folder : folders) {
      fs::remove_all(folder);
    }
  }
}

void BulkShards::rethrow() {
  const std::lock_guard lock(mutex_);
  if (failure_) {
    std::rethrow_exception(failure_);
  }
}

std::vector<fs::path> BulkShards::folders_of(const std::vector<Shard>& parts,
                                             std::size_t shard) const {
  std::vector<fs::path> folders;
  for (const Shard part : parts) {
    folders.push_back(folder_of(part, shard));
  }
  return folders;
}

fs::path BulkShards::folder_of(Shard part, std::size_t shard) const {
  return folder_ / (std::to_string(part.tier) + "-" + std::to_string(part.number) + "-" +
                    std::to_string(shard));
}

}  // namespace bulletin
