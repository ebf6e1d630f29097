#include "searcher/search/index_reader.hpp"

#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"

namespace bulletin {

Xapian::docid document_of(const Xapian::Database& database, std::string_view id) {
  const std::string term = id_term(id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

IndexReader::IndexReader(const std::filesystem::path& index, std::chrono::milliseconds patience)
    : index_(index),
      patience_(patience),
      last_look_(std::chrono::steady_clock::now()),
      generation_(generation_in_use(index)),
      database_(open_index(index)),
      probe_(open_index(index)),
      uuid_(database_.get_uuid()),
      revision_(database_.get_revision()) {}

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

void IndexReader::look_for_newest() {
  std::string newest = generation_in_use(index_);
  if (newest != generation_ || has_changed()) {
    Xapian::Database probe = open_index(index_);
    database_ = open_index(index_);  // Last, so that it is the newer one.
    probe_ = std::move(probe);
    generation_ = std::move(newest);
    uuid_ = database_.get_uuid();
    revision_ = database_.get_revision();
  }
}

bool IndexReader::has_changed() {
  try {
    probe_.reopen();
    return probe_.get_revision() != revision_ || probe_.get_uuid() != uuid_;
  } catch (const Xapian::DatabaseError&) {  // Its files went away, or changed under its hands.
    return true;
  }
}

std::string IndexReader::state() {
  return read("look at the index", [&](const Xapian::Database&) { return last_state(); });
}

std::string IndexReader::last_state() const {
  return generation() + ' ' + std::to_string(revision_);
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
