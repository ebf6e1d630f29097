#include "searcher/search/index_reader.hpp"

#include <algorithm>

#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"

namespace bulletin {

Xapian::docid document_of(const Xapian::Database& database, std::string_view id) {
  const std::string term = id_term(id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

namespace {

// Names the generation in use and, behind a line break, where its shards lie.
std::string layout_of(const std::filesystem::path& index) {
  std::string layout = generation_in_use(index);
  for (const ShardPlace& place : shards_of(index / layout)) {
    layout += '\n' + name_of(place);
  }
  return layout;
}

std::string generation_of(const std::string& layout) {
  return layout.substr(0, layout.find('\n'));
}

// Of one that does not answer any more the next read tells.
std::optional<ShardIdentity> told_identity(const ShardReader& shard) {
  try {
    return shard_identity(shard.database());
  } catch (const Xapian::NetworkError&) {
    return std::nullopt;
  }
}

// What is served where a shard was may be one of another index.
void expect_one_index(const std::vector<ShardReader>& shards) {
  std::string index;
  for (const ShardReader& shard : shards) {
    const auto identity = told_identity(shard);
    if (identity && index.empty()) {
      index = identity->index;
    }
    if (identity && identity->index != index) {
      throw Error(ErrorCode::kIndexMismatch,
                  "cannot open the index: " + shard.called() + " is of another one",
                  "see what lies where: bulletin-index shards");
    }
  }
}

// Returns whether the database of one is another now.
bool refresh_all(std::vector<ShardReader>& shards) {
  bool is_other = false;
  for (ShardReader& shard : shards) {
    is_other = shard.refresh() || is_other;
  }
  return is_other;
}

// Throws where none of the shards is there.
Xapian::Database together(const std::vector<ShardReader>& shards) {
  if (std::ranges::all_of(shards, &ShardReader::is_absent)) {
    throw Error(ErrorCode::kShardAbsent,
                "cannot open the index: none of its shards answers; " + shards.front().called() +
                    ": " + shards.front().cause(),
                "see what lies where: bulletin-index shards");
  }
  if (shards.size() == 1) {
    return shards.front().database();
  }
  expect_one_index(shards);
  Xapian::Database all;
  for (const ShardReader& shard : shards) {
    all.add_database(shard.database());
  }
  return all;
}

}  // namespace

IndexReader::IndexReader(const std::filesystem::path& index, std::chrono::milliseconds patience)
    : index_(index), patience_(patience), last_look_(std::chrono::steady_clock::now()) {
  with_xapian("open index " + index.string(), [&] { look_for_newest(); });
}

// Tells whether what is open may stand for an index that cannot be opened at the moment.
bool IndexReader::bears_absence() {
  const auto now = std::chrono::steady_clock::now();
  missing_since_ = missing_since_.value_or(now);
  return now - *missing_since_ < patience_;
}

void IndexReader::refresh() {
  try {
    const auto now = std::chrono::steady_clock::now();
    look_for_newest();
    last_look_ = now;
    missing_since_.reset();
  } catch (const Xapian::DatabaseError&) {
    if (!bears_absence()) {
      throw;
    }
  } catch (const Error&) {
    if (!bears_absence()) {
      throw;
    }
  }
}

// What a replica had before its newest copy goes away at once, perhaps before it is open.
void IndexReader::look_for_newest() {
  while (true) {
    const std::string layout = layout_of(index_);
    try {
      if (shards_.empty() || layout != layout_) {
        open_shards(layout);
      } else if (refresh_all(shards_)) {
        database_ = together(shards_);
      }
      return;
    } catch (...) {
      layout_.clear();  // All is to be opened again: some of it may have been.
      if (layout_of(index_) == layout) {
        throw;
      }
    }
  }
}

void IndexReader::open_shards(std::string layout) {
  const std::vector<ShardPlace> places = shards_of(index_ / generation_in_use(index_));
  std::vector<ShardReader> shards;
  if (places.empty()) {
    shards.emplace_back(ShardPlace{.folder = index_, .host = {}, .port = 0}, 0, 1);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    shards.emplace_back(places[i], i, places.size());
  }
  database_ = together(shards);
  shards_ = std::move(shards);
  layout_ = std::move(layout);
}

void IndexReader::distrust_shards() {
  std::ranges::for_each(shards_, &ShardReader::distrust);
}

std::string IndexReader::state() {
  return read("look at the index", [&](const Xapian::Database&) { return last_state(); });
}

std::string IndexReader::last_state() const {
  std::string state = generation_of(layout_);
  for (const ShardReader& shard : shards_) {
    state += ' ' + shard.state();
  }
  return state;
}

std::optional<CommittedDatabase> IndexReader::files() const {
  return shards_.size() == 1 ? shards_.front().files() : std::nullopt;
}

std::string IndexReader::generation() const {
  std::string generation = generation_of(layout_);
  for (const ShardReader& shard : shards_) {
    generation += ' ' + shard.name();
  }
  return generation;
}

std::vector<std::string> IndexReader::absences() const {
  std::vector<std::string> absences;
  for (const ShardReader& shard : shards_) {
    if (shard.is_absent()) {
      absences.push_back(shard.called() +
                         " does not answer, and its items are missing here: " + shard.cause());
    }
  }
  return absences;
}

std::optional<Bulletin> IndexReader::find(std::string_view id) {
  return read("read item " + std::string(id),
              [&](const Xapian::Database& database) -> std::optional<Bulletin> {
                const Xapian::docid document = document_of(database, id);
                if (document == 0) {
                  return std::nullopt;
                }
                return decode_bulletin(database.get_document(document).get_data());
              });
}

Publisher IndexReader::publisher() {
  return read("read the publisher of the index",
              [](const Xapian::Database& database) { return stored_publisher(database); });
}

}  // namespace bulletin
