#include "indexer/pipeline/bulk_crew.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/glass/database_merge.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/shards.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

// What is handed over at once: some 250 items of three sentences.
constexpr std::size_t kBatchBytes = 1 << 18;

// Each has a file open while they are merged.
constexpr std::size_t kPartsAtOnce = 200;

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

BulkCrew::BulkCrew(fs::path folder, const PublisherMatcher& publisher,
                   const std::map<std::string, Correction>& corrections, BulkShape shape)
    : folder_(std::move(folder)),
      publisher_(publisher),
      corrections_(corrections),
      shape_(shape),
      queue_(shape.run_bytes, shape.jobs * shape.run_bytes),
      parts_(shape.shards) {
  try {
    for (std::size_t i = 0; i < shape_.jobs; ++i) {
      threads_.emplace_back([this] { work(); });
    }
  } catch (...) {
    queue_.close();  // Else those that began would wait for ever, and whoever joins them.
    throw;
  }
}

BulkCrew::~BulkCrew() {
  queue_.close();
}

void BulkCrew::add(SourcedItem item) {
  batch_bytes_ += bytes_of(item.item);
  batch_.items.push_back(std::move(item));
  if (batch_bytes_ >= kBatchBytes) {
    hand_over();
  }
}

void BulkCrew::hand_over() {
  batch_.first = shape_.behind + 1 + items_;
  items_ += static_cast<Xapian::docid>(batch_.items.size());
  if (!queue_.push(std::exchange(batch_, {}), std::exchange(batch_bytes_, 0))) {
    rethrow();
  }
}

void BulkCrew::merge_into(const std::vector<fs::path>& to, const std::vector<fs::path>& first) {
  if (!batch_.items.empty()) {
    hand_over();
  }
  queue_.end();
  for (std::jthread& thread : threads_) {
    thread.join();
  }
  rethrow();
  for (std::size_t shard = 0; shard < shape_.shards; ++shard) {
    merge_until_few(shard);
    std::vector<fs::path> parts;
    if (!first.empty()) {
      parts.push_back(first[shard]);
    }
    for (const auto& [document, part] : parts_[shard]) {
      parts.push_back(part);
    }
    fs::create_directories(to[shard].parent_path());
    if (parts.empty()) {  // Fewer items than shards.
      with_xapian("make a part of the index", [&] {
        Xapian::WritableDatabase(to[shard].string(), Xapian::DB_CREATE).commit();
      });
    } else {
      merge_databases(parts, to[shard], listed_terms(shape_.shards));
    }
  }
}

void BulkCrew::work() {
  try {
    const DocumentBuilder builder;  // Remembers words from batch to batch.
    Deflater deflater;
    while (Batches::Run* run = queue_.begin()) {
      write(*run, builder, deflater);
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) {
      failure_ = std::current_exception();
    }
    queue_.close();
  }
}

void BulkCrew::write(Batches::Run& run, const DocumentBuilder& builder, Deflater& deflater) {
  Part part(shape_.shards);
  while (const std::optional<Batch> batch = queue_.next(run)) {
    write(*batch, builder, deflater, part);
  }
  for (const std::unique_ptr<DatabaseWriter>& database : part) {
    if (database) {
      database->finish();
    }
  }
}

// Items go to the database of their shard, under the number that they have there.
void BulkCrew::write(const Batch& batch, const DocumentBuilder& builder, Deflater& deflater,
                     Part& part) {
  Xapian::docid document = batch.first;
  for (const auto& [item, source] : batch.items) {
    Bulletin bulletin = make_bulletin(item, publisher_);
    set_keeping(item, source, bulletin);
    if (const auto said = corrections_.find(bulletin.id); said != corrections_.end()) {
      bulletin = corrected(bulletin, said->second, publisher_);
    }
    const std::size_t shard = shard_with(document, shape_.shards);
    if (!part[shard]) {
      part[shard] = std::make_unique<DatabaseWriter>(new_folder(batch.first, shard), deflater,
                                                     listed_terms(shape_.shards));
    }
    part[shard]->add(number_in_shard(document, shape_.shards), builder.build_plain(bulletin));
    ++document;
  }
}

// `first` is of a batch, so that names of parts differ.
fs::path BulkCrew::new_folder(Xapian::docid first, std::size_t shard) {
  fs::path folder = folder_ / (std::to_string(first) + "-" + std::to_string(shard));
  const std::lock_guard lock(mutex_);
  parts_[shard].emplace(first, folder);
  return folder;
}

// Merges neighbours where there are too many parts to have them all open.
void BulkCrew::merge_until_few(std::size_t shard) {
  auto& parts = parts_[shard];
  while (parts.size() > kPartsAtOnce) {
    std::map<Xapian::docid, fs::path> merged;
    for (auto part = parts.begin(); part != parts.end();) {
      const Xapian::docid first = part->first;
      std::vector<fs::path> some;
      for (; part != parts.end() && some.size() < kPartsAtOnce; ++part) {
        some.push_back(part->second);
      }
      const fs::path folder = some.front().string() + "+";
      merge_databases(some, folder, listed_terms(shape_.shards));
      std::ranges::for_each(some, [](const fs::path& each) { fs::remove_all(each); });
      merged.emplace(first, folder);
    }
    parts = std::move(merged);
  }
}

void BulkCrew::rethrow() {
  const std::lock_guard lock(mutex_);
  if (failure_) {
    std::rethrow_exception(failure_);
  }
}

}  // namespace bulletin
