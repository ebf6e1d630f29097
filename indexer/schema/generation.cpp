#include "indexer/schema/generation.hpp"

#include <algorithm>
#include <iterator>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/schema/generation_lock.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/whole_index.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr auto kSchemaKey = "bulletin_schema";
constexpr auto kAnalyzerKey = "bulletin_analyzer";

// Tells whether an index of this schema can be made of the stored items of one of that.
bool has_readable_items(std::string_view schema) {
  return schema == kSchemaVersion ||
         std::ranges::find(kOlderSchemas, schema) != std::end(kOlderSchemas);
}

std::string way_to_read_again(const fs::path& index) {
  return "read its items again: bulletin-index reindex --db " + index.string();
}

Xapian::WritableDatabase open_shard_for_writing(const ShardPlace& place) {
  if (!place.is_here()) {
    return Xapian::Remote::open_writable(place.host, place.port, kAnswerPatience, kConnectPatience);
  }
  while (true) {
    const fs::path folder = database_in(place);  // Its lock stays with it.
    refuse_replica(folder);
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
    if (database_in(place) == folder) {  // Else it was left while we took the lock.
      remove_other_generations(place.folder);
      return database;
    }
  }
}

WritableIndex together(std::vector<Xapian::WritableDatabase> shards) {
  WritableIndex index{.database = shards.front(), .shards = std::move(shards)};
  if (index.shards.size() > 1) {
    index.database = Xapian::WritableDatabase();
    for (const Xapian::WritableDatabase& shard : index.shards) {
      index.database.add_database(shard);
    }
  }
  return index;
}

// Where the database lies of a generation that has but one.
fs::path only_database_of(const fs::path& generation) {
  const std::vector<ShardPlace> places = shards_of(generation);
  if (places.empty()) {
    return generation;
  }
  if (!places.front().is_here()) {
    throw Error(ErrorCode::kBadUsage,
                "cannot change items behind " + name_of(places.front()) +
                    ": their lists of terms are short",
                "change them where the index lies");
  }
  return database_in(places.front());
}

}  // namespace

fs::path database_in(const ShardPlace& place) {
  const std::string generation = generation_in_use(place.folder);
  const fs::path folder = generation.empty() ? place.folder : place.folder / generation;
  const std::vector<ShardPlace> copies = shards_of(folder);
  return copies.size() == 1 && copies.front().is_here() ? copies.front().folder : folder;
}

ListedTerms listed_terms_in(const Xapian::Database& database) {
  const auto identity = shard_identity(database);
  const bool is_ours = database.get_metadata(kSchemaKey) == kSchemaVersion;
  return is_ours ? listed_terms(identity ? identity->count : 1) : ListedTerms();
}

void check_identity(const Xapian::Database& database, const fs::path& index, WrittenBy writer) {
  const std::string schema = database.get_metadata(kSchemaKey);
  const std::string analyzer = database.get_metadata(kAnalyzerKey);
  const bool is_readable = has_readable_items(schema);
  const auto refuse = [&](const std::string& what, const std::string& theirs,
                          const std::string& ours, const std::string& way_out) {
    throw Error(ErrorCode::kIndexMismatch,
                "cannot open index " + index.string() + ": it was written with " + what + " '" +
                    (theirs.empty() ? "unknown" : theirs) + "', this program reads '" + ours + "'",
                way_out);
  };
  if (!is_readable || (writer == WrittenBy::kOurs && schema != kSchemaVersion)) {
    refuse("schema", schema, std::string(kSchemaVersion),
           is_readable ? way_to_read_again(index)
                       : "build it again: remove the folder, then bulletin-index add");
  }
  if (writer == WrittenBy::kOurs && analyzer != analyzer_id()) {
    refuse("analyzer", analyzer, analyzer_id(), way_to_read_again(index));
  }
}

void expect_shard(const Xapian::Database& shard, const ShardPlace& place, std::size_t number,
                  std::size_t count) {
  const auto ordinal = [](std::size_t index, std::size_t of) {
    return "shard " + std::to_string(index + 1) + " of " + std::to_string(of);
  };
  const auto identity = shard_identity(shard);
  if (count > 1 && identity && (identity->number != number || identity->count != count)) {
    throw Error(ErrorCode::kIndexMismatch,
                "cannot open " + ordinal(number, count) + " at " + name_of(place) + ": that is " +
                    ordinal(identity->number, identity->count),
                "see what lies where: bulletin-index shards");
  }
}

Xapian::Database open_shard(const ShardPlace& place, WrittenBy writer) {
  Xapian::Database shard =
      place.is_here()
          ? Xapian::Database(database_in(place).string())
          : Xapian::Remote::open(place.host, place.port, kAnswerPatience, kConnectPatience);
  check_identity(shard, name_of(place), writer);
  return shard;
}

Xapian::Database open_generation(const fs::path& index, const std::string& generation,
                                 WrittenBy writer) {
  const std::vector<ShardPlace> places = shards_of(index / generation);
  if (places.empty()) {
    Xapian::Database database((index / generation).string());
    check_identity(database, index, writer);
    return database;
  }
  Xapian::Database all;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Xapian::Database shard = open_shard(places[i], writer);
    expect_shard(shard, places[i], i, places.size());
    all.add_database(shard);
  }
  return all;
}

WritableIndex open_generation_for_writing(const fs::path& index, const std::string& generation,
                                          WrittenBy writer) {
  const std::vector<ShardPlace> places = shards_of(index / generation);
  if (places.empty()) {
    Xapian::WritableDatabase database((index / generation).string(), Xapian::DB_OPEN);
    check_identity(database, index, writer);
    return together({database});
  }
  std::vector<Xapian::WritableDatabase> shards;
  bool has_servers = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    shards.push_back(open_shard_for_writing(places[i]));
    check_identity(shards.back(), name_of(places[i]), writer);
    expect_shard(shards.back(), places[i], i, places.size());
    has_servers = has_servers || !places[i].is_here();
  }
  WritableIndex opened = together(std::move(shards));
  opened.has_servers = has_servers;
  return opened;
}

void lengthen_lists(WritableIndex& index, const fs::path& generation, int flags,
                    std::span<const DocumentTerms> items) {
  const fs::path folder = only_database_of(generation);
  const auto expect_revision = [&](bool is_expected) {
    if (!is_expected) {
      throw Error(ErrorCode::kIndexLocked,
                  "cannot go on writing to " + folder.string() + ": another program wrote to it",
                  "run the command again when that has ended");
    }
  };
  const GenerationLock turn = GenerationLock::of_commits(folder, GenerationLock::Use::kCommit);
  index.database.commit();
  const auto revision = index.database.get_revision();
  index.database.close();
  index = {};
  {
    const GenerationLock writing = GenerationLock::of_writer(folder);
    expect_revision(read_head(folder).revision == revision);
    lengthen_term_lists(folder, items);
  }
  const Xapian::WritableDatabase opened(folder.string(), flags);
  expect_revision(opened.get_revision() == revision + 1);
  index = together({opened});
}

std::vector<fs::path> database_folders(const fs::path& generation, std::size_t shards) {
  std::vector<fs::path> folders;
  for (std::size_t i = 0; i < shards; ++i) {
    folders.push_back(shards == 1 ? generation : shard_folder(generation, i) / kFirstGeneration);
  }
  return folders;
}

void join_shards(const fs::path& generation, std::size_t shards) {
  if (shards == 1) {
    return;
  }
  std::vector<ShardPlace> places;
  for (std::size_t i = 0; i < shards; ++i) {
    places.push_back({.folder = shard_folder(generation, i), .host = {}, .port = 0});
    fs::create_directory_symlink(kFirstGeneration, places.back().folder / kCurrentLink);
  }
  name_shards(generation, places);
}

WritableIndex make_generation(const fs::path& generation, std::size_t shards, int flags) {
  const std::string index = shards == 1 ? std::string() : new_index_name();
  std::vector<Xapian::WritableDatabase> made;
  for (const fs::path& folder : database_folders(generation, shards)) {
    fs::create_directories(folder.parent_path());
    Xapian::WritableDatabase& fresh = made.emplace_back(folder.string(), flags);
    fresh.set_metadata(kSchemaKey, std::string(kSchemaVersion));
    fresh.set_metadata(kAnalyzerKey, analyzer_id());
    if (shards > 1) {
      write_shard_identity(fresh, {.number = made.size() - 1, .count = shards, .index = index});
    }
    fresh.commit();
  }
  join_shards(generation, shards);
  return together(std::move(made));
}

}  // namespace bulletin
