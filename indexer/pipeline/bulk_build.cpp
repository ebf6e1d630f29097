#include "indexer/pipeline/bulk_build.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/whole_index.hpp"
#include "indexer/schema/with_xapian.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMegabyte = 1 << 20;
// 8 MB are some 8,000 items of three sentences. Longer runs take more memory and save nothing: with
// 2 to 32 MB 200,000 items took 53 to 55 s of CPU, and 121 to 451 MB.
constexpr std::size_t kMostRunBytes = 8 * kMegabyte;
constexpr std::size_t kLeastRunBytes = kMegabyte / 4;
// Room for one that waits, strings taking more than they hold, and for one that is written, whose
// postings and values take six times its bytes.
constexpr std::size_t kRunsOfThread = 8;
constexpr std::size_t kFixedMb = 96;  // Tables, and what else a build remembers.
// Of each thread, as many take one before anything is written. Two threads of 64 took 79 MB more
// than of one shard in all: with what is written, and the readers of the end.
constexpr std::size_t kShardsOfMb = 4;
constexpr std::size_t kFilesOfShard = 4;  // That Xapian has open; two while it is written.
constexpr std::size_t kOpenBeside = 3;    // The new index, and two that read it for the shelf.
constexpr std::size_t kFilesBeside = 80;
constexpr std::size_t kThreadMb = 10;     // Besides runs: words remembered, blocks.
constexpr std::size_t kLinkingMb = 64;    // What a thread remembers that links without a shelf.
constexpr std::size_t kShelfBytes = 300;  // Of an item, with what is needed to put it there.

fs::path made(const fs::path& index) {
  if (!holds_index(index)) {
    (void)open_index_for_writing(index);
  }
  return index;
}

// Every thread has the files of all shards open.
std::size_t jobs_within_limits(std::size_t jobs, std::size_t shards) {
  const std::size_t files_of_job = shards * kFilesOfShard;
  const std::size_t beside = kOpenBeside * files_of_job + kFilesBeside;
  const std::size_t most = allow_open_files(jobs * files_of_job + beside);
  return std::clamp<std::size_t>((most - std::min(most, beside)) / files_of_job, 1, jobs);
}

std::uint64_t hash_of(const std::string& term) {
  return XXH3_64bits(term.data(), term.size());
}

// All that a file says, nothing understood.
Bulletin as_read(RawItem item, ItemSource source) {
  Bulletin bulletin;
  bulletin.id = std::move(item.id);
  bulletin.title = std::move(item.title);
  bulletin.text = std::move(item.text);
  bulletin.url = std::move(item.url);
  bulletin.source = std::move(item.source);
  bulletin.published = item.published;
  bulletin.extra = std::move(item.extra);
  set_keeping(item, std::move(source), bulletin);
  bulletin.supplied = {std::move(item.lang), std::move(item.countries), std::move(item.dates)};
  return bulletin;
}

}  // namespace

BulkPlan plan_bulk_build(BulkLimits limits, std::size_t cores) {
  const std::size_t thread_bytes =
      (kThreadMb + limits.shards.value_or(1) / kShardsOfMb) * kMegabyte;
  const std::size_t least_of_thread = thread_bytes + kRunsOfThread * kLeastRunBytes;
  const std::size_t bytes =
      limits.memory_mb > kFixedMb ? (limits.memory_mb - kFixedMb) * kMegabyte : 0;
  const std::size_t wanted = std::max<std::size_t>(limits.jobs == 0 ? cores : limits.jobs, 1);
  const std::size_t jobs = std::min(wanted, bytes / least_of_thread);
  if (jobs == 0) {
    throw Error(ErrorCode::kBadUsage,
                "cannot build an index in " + std::to_string(limits.memory_mb) + " MB of memory",
                "give it --memory 128 or more");
  }
  const std::size_t run_bytes = (bytes / jobs - thread_bytes) / kRunsOfThread;
  return {.jobs = jobs,
          .run_bytes = std::min(kMostRunBytes, run_bytes),
          .linking_jobs = std::clamp<std::size_t>(bytes / kMegabyte / kLinkingMb, 1, jobs),
          .shelf_items = bytes / kShelfBytes};
}

BulkBuild::BulkBuild(const fs::path& index, const std::optional<Publisher>& publisher,
                     BulkBase base, BulkLimits limits)
    : plan_(plan_bulk_build(limits, std::thread::hardware_concurrency())),
      next_(made(index), limits.shards),
      wanted_(publisher),
      base_(base),
      publisher_(base == BulkBase::kItemsInUse
                     ? agreed_publisher(next_.old_database(), publisher)
                     : publisher.value_or(stored_publisher(next_.old_database()))),
      corrections_(read_corrections(next_.old_database())),
      scratch_(next_.folder() / "parts"),
      again_(scratch_ / "again") {
  expect_whole_index(next_.old_database(), index);
  plan_.jobs = jobs_within_limits(plan_.jobs, next_.databases().size());
  plan_.linking_jobs = std::min(plan_.linking_jobs, plan_.jobs);
  fs::create_directories(scratch_);
  if (base_ == BulkBase::kItemsInUse) {
    note_known_ids();
  }
  const Xapian::docid behind =
      base_ == BulkBase::kItemsInUse ? next_.old_database().get_lastdocid() : 0;
  crew_ = std::make_unique<BulkCrew>(scratch_, publisher_, corrections_,
                                     BulkShape{.jobs = plan_.jobs,
                                               .run_bytes = plan_.run_bytes,
                                               .shards = next_.databases().size(),
                                               .behind = behind});
}

std::optional<AddOutcome> BulkBuild::take(RawItem item, ItemSource source) {
  if (!known_.insert(hash_of(id_term(item.id))).second) {
    again_.add(as_read(std::move(item), std::move(source)));
    return std::nullopt;
  }
  crew_->add({std::move(item), std::move(source)});
  return AddOutcome::kAdded;
}

void BulkBuild::take_correction(const std::string& id, const Correction& correction) {
  taken_.emplace_back(id, correction);
}

bool BulkBuild::take_publisher(const Publisher& publisher) {
  return wanted_ ? *wanted_ == publisher : stored_publisher(next_.old_database()) == publisher;
}

void BulkBuild::forget_file(const std::string& path) {
  forgotten_.push_back(path);
}

std::size_t BulkBuild::finish(ItemCounts& counts) {
  merge_parts();
  IndexWriter writer = IndexWriter::over(next_);
  writer.note_as_new(base_ == BulkBase::kItemsInUse ? next_.old_database().get_lastdocid() : 0);
  again_.take_all([&](const Bulletin& item) {
    Bulletin bulletin = make_bulletin(raw_item_of(item), writer.publisher());
    bulletin.sources = item.sources;
    bulletin.history = item.history;
    count(writer.add(bulletin), counts);
  });
  for (const auto& [id, correction] : taken_) {
    if (writer.correction(id) == Correction{}) {
      writer.correct(id, correction);
    }
  }
  for (const std::string& path : forgotten_) {
    writer.set_fingerprint(path, std::nullopt);
  }
  writer.link_stories({.jobs = plan_.linking_jobs,
                       .open = [this] { return next_.open_committed(); },
                       .shelf_folder = fits_shelf() ? std::optional(scratch_) : std::nullopt});
  writer.refresh_suggestions();
  fs::remove_all(scratch_);
  next_.take_over();
  return writer.size();
}

// Numbers without an item take an eighth of the room.
bool BulkBuild::fits_shelf() {
  constexpr Xapian::docid kNumbersOfItem = 8;
  const Xapian::WritableDatabase& database = next_.database();
  return std::max(database.get_doccount(), database.get_lastdocid() / kNumbersOfItem) <=
         plan_.shelf_items;
}

void BulkBuild::note_known_ids() {
  with_xapian("list the items of the index", [&] {
    const std::string start(prefix::kId);
    const Xapian::Database& old = next_.old_database();
    for (auto term = old.allterms_begin(start); term != old.allterms_end(start); ++term) {
      known_.insert(hash_of(*term));
    }
  });
}

void BulkBuild::merge_parts() {
  const bool keeps_items = base_ == BulkBase::kItemsInUse;
  crew_->merge_into(next_.databases(),
                    keeps_items ? next_.old_databases() : std::vector<fs::path>());
  crew_.reset();
  Xapian::WritableDatabase& database = next_.database();
  if (!keeps_items) {
    copy_notes(next_.old_database(), database, Notes::kOfItems);
  }
  with_xapian("name the publisher", [&] {
    if (wanted_) {
      store_publisher(database, *wanted_);
    }
    database.commit();  // Threads of their own read it soon.
  });
}

}  // namespace bulletin
