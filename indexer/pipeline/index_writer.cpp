#include "indexer/pipeline/index_writer.hpp"

#include <optional>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

// Xapian's in-memory inverter slows down as it grows: 548 documents a CPU second at 50,000 per
// flush, 1,470 at 1,000.
constexpr std::size_t kBatch = 1000;

// The publisher that a new index gets, or the one that the index has.
Publisher agreed_publisher(Xapian::WritableDatabase& database,
                           const std::optional<Publisher>& wanted) {
  return with_xapian("read the publisher of the index", [&] {
    Publisher current = stored_publisher(database);
    if (!wanted || *wanted == current) {
      return current;
    }
    if (database.get_doccount() > 0) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot change the publisher: the index holds items read for another",
                  "build a new index with this publisher");
    }
    store_publisher(database, *wanted);
    return *wanted;
  });
}

std::optional<std::string> stored_form(const Xapian::Database& database, const std::string& term) {
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) {
    return std::nullopt;
  }
  return database.get_document(*posting).get_data();
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& index,
                         const std::optional<Publisher>& publisher)
    : IndexWriter(open_index_for_writing(index), publisher) {}

IndexWriter::IndexWriter(Xapian::WritableDatabase database,
                         const std::optional<Publisher>& publisher)
    : database_(std::move(database)),
      publisher_(std::make_unique<PublisherMatcher>(agreed_publisher(database_, publisher))) {}

IndexWriter IndexWriter::existing(const std::filesystem::path& index) {
  return {open_existing_for_writing(index), std::nullopt};
}

AddOutcome IndexWriter::add(const Bulletin& bulletin) {
  return with_xapian("add item " + bulletin.id, [&] {
    const std::string term = id_term(bulletin.id);
    const std::optional<std::string> known = stored_form(database_, term);
    if (known && *known == encode_bulletin(bulletin)) {
      return AddOutcome::kUnchanged;
    }
    database_.replace_document(term, builder_.build(bulletin));
    if (++uncommitted_ >= kBatch) {
      commit();
    }
    return known ? AddOutcome::kReplaced : AddOutcome::kAdded;
  });
}

bool IndexWriter::remove(std::string_view id) {
  return with_xapian("remove item " + std::string(id), [&] {
    const std::string term = id_term(id);
    if (!database_.term_exists(term)) {
      return false;
    }
    database_.delete_document(term);
    ++uncommitted_;
    return true;
  });
}

void IndexWriter::commit() {
  with_xapian("commit", [&] { database_.commit(); });
  uncommitted_ = 0;
}

std::size_t IndexWriter::size() const {
  return database_.get_doccount();
}

}  // namespace bulletin
