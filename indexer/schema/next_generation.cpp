#include "indexer/schema/next_generation.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/glass/database_merge.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/whole_index.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr auto kLoose = "-loose";  // Behind the name of a database that is being packed.

// Nothing of a generation counts before it has been brought to disk as a whole.
constexpr int kNotInUse = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

unsigned long number_of(const std::string& generation) {
  const std::size_t dash = generation.rfind('-');
  return dash == std::string::npos ? 0 : std::strtoul(generation.c_str() + dash + 1, nullptr, 10);
}

// generation-7 comes behind generation-6, whether or not that is in use.
std::string next_name(const fs::path& index) {
  unsigned long last = number_of(generation_in_use(index));
  for (const std::string& other : generations_out_of_use(index)) {
    last = std::max(last, number_of(other));
  }
  return kGenerations + std::to_string(last + 1);
}

// Makes a whole generation durable, then the one in use.
void switch_to(const fs::path& index, const std::string& name) {
  sync_folder_to_disk(index / name);
  const fs::path link = index / "next";
  std::error_code error;
  fs::remove(link, error);  // Of a run that was killed just here.
  fs::create_directory_symlink(name, link, error);
  if (!error) {
    fs::rename(link, index / kCurrentLink, error);
  }
  if (error) {
    throw_disk_error("switch index " + index.string() + " to its new generation", error);
  }
  sync_to_disk(index);
}

// What is made of all items needs all of them here; one shard alone has not all links.
void bring_all_shards_here(const fs::path& index) {
  for (const ShardPlace& place : shards_of(index / generation_in_use(index))) {
    if (!place.is_here()) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot make a new generation of index " + index.string() + ": a shard lies at " +
                      name_of(place),
                  "copy its folder here and say so: bulletin-index shards --db " + index.string() +
                      " NUMBER FOLDER");
    }
  }
}

// How many shards the next generation has.
std::size_t shards_for(const fs::path& index, std::optional<std::size_t> wanted) {
  if (wanted) {
    if (*wanted < 1 || *wanted > kMostShards) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot build an index of " + std::to_string(*wanted) + " shards",
                  "name 1 to " + std::to_string(kMostShards));
    }
    return *wanted;
  }
  bring_all_shards_here(index);
  return databases_in_use(index).size();
}

}  // namespace

NextGeneration::NextGeneration(const fs::path& index, std::optional<std::size_t> shards)
    : index_(index),
      old_(open_existing_for_writing(index, WrittenBy::kReadable)),
      name_(next_name(index)),
      shards_(shards_for(index, shards)) {}

NextGeneration::NextGeneration(const fs::path& index, std::vector<GenerationLock> locks,
                               std::size_t shards)
    : index_(index), locks_(std::move(locks)), shards_(shards) {
  remove_other_generations(index);
  name_ = next_name(index);
}

NextGeneration NextGeneration::beside_any(const fs::path& index) {
  while (true) {
    const std::string generation = generation_in_use(index);
    std::error_code error;
    if (generation.empty() || !fs::is_directory(index / generation, error)) {
      (void)open_index(index);  // Says why.
    }
    const std::size_t shards = shards_for(index, {});
    std::vector<GenerationLock> locks;
    for (const fs::path& database : databases_in_use(index)) {
      refuse_replica(database);
      locks.push_back(GenerationLock::of_writer(database));
    }
    if (generation_in_use(index) == generation) {  // Else it was left while we took the lock.
      return {index, std::move(locks), shards};
    }
  }
}

const Xapian::Database& NextGeneration::old_database() const {
  if (!old_) {
    std::abort();  // A fault of ours: a generation beside a damaged one does not read it.
  }
  return old_->database;
}

std::vector<fs::path> NextGeneration::old_databases() const {
  return databases_in_use(index_);  // Which are the same until the locks are given back.
}

NextGeneration::~NextGeneration() {
  if (!took_over_) {
    try {
      if (new_) {
        new_->database.close();  // Writes, though it is to go.
      }
    } catch (const Xapian::Error&) {  // On the full disk that brought us here.
    }
    std::error_code error;
    fs::remove_all(folder(), error);
    fs::remove_all(folder().string() + kLoose, error);
  }
}

Xapian::WritableDatabase& NextGeneration::database() {
  if (!new_) {
    new_ = with_xapian("make a new generation of index " + index_.string(),
                       [&] { return make_generation(folder(), shards_, kNotInUse); });
  }
  return new_->database;
}

void NextGeneration::lengthen_lists(std::span<const DocumentTerms> items) {
  if (new_) {
    bulletin::lengthen_lists(*new_, folder(), kNotInUse, items);
  }
}

Xapian::Database NextGeneration::open_committed() const {
  Xapian::Database whole;
  for (const fs::path& database : databases()) {
    whole.add_database(Xapian::Database(database.string()));
  }
  return whole;
}

void NextGeneration::pack() {
  with_xapian("finish the new generation of index " + index_.string(), [&] {
    database().commit();
    database().close();
  });
  new_.reset();
  for (const fs::path& database : databases()) {
    const fs::path loose = database.string() + kLoose;
    fs::rename(database, loose);
    merge_databases(std::vector{loose}, database, listed_terms(shards_));
    fs::remove_all(loose);
  }
}

void NextGeneration::take_over() {
  if (new_) {
    with_xapian("finish the new generation of index " + index_.string(),
                [&] { new_->database.commit(); });
  }
  switch_to(index_, name_);
  took_over_ = true;
  remove_other_generations(index_);
}

void compact_index(const fs::path& index) {
  expect_all_shards_here(index, "compact");
  if (const auto places = shards_of(index / generation_in_use(index)); !places.empty()) {
    for (const ShardPlace& place : places) {
      refuse_replica(place.folder);
      compact_index(place.folder);
    }
    return;
  }
  NextGeneration next(index);
  if (const std::vector<fs::path> old = next.old_databases(); has_known_form(old.front())) {
    // Leaves less room than Xapian.
    merge_databases(old, next.folder(), listed_terms_in(next.old_database()));
  } else {
    Xapian::Database database = next.old_database();
    with_xapian("compact index " + index.string(),
                [&] { database.compact(next.folder().string(), Xapian::DBCOMPACT_NO_RENUMBER); });
  }
  next.take_over();
}

}  // namespace bulletin
