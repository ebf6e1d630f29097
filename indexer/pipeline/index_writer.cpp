#include "indexer/pipeline/index_writer.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <span>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/suggestion_pass.hpp"
#include "indexer/pipeline/unlinked_items.hpp"
#include "indexer/schema/generation_lock.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/whole_index.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

// Xapian's in-memory inverter slows down as it grows: 548 documents a CPU second at 50,000 per
// flush, 1,470 at 1,000.
constexpr std::size_t kBatch = 1000;

Date today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// The publisher that a new index gets, or the one that the index has.
Publisher kept_publisher(Xapian::WritableDatabase& database,
                         const std::optional<Publisher>& wanted) {
  return with_xapian("read the publisher of the index", [&] {
    Publisher publisher = agreed_publisher(database, wanted);
    if (publisher != stored_publisher(database)) {
      store_publisher(database, publisher);
    }
    return publisher;
  });
}

std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const std::string& term) {
  return {database.postlist_begin(term), database.postlist_end(term)};
}

// The number of the document that has the term, or the next one. Told to write by the term, Xapian
// gives the number that a new document has in its shard.
Xapian::docid number_for(const Xapian::Database& database, const std::string& term) {
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? database.get_lastdocid() + 1 : *posting;
}

bool has_document(const Xapian::Database& database, Xapian::docid document) {
  auto at = database.postlist_begin("");
  at.skip_to(document);
  return at != database.postlist_end("") && *at == document;
}

WritableIndex whole(WritableIndex opened, const std::filesystem::path& index) {
  expect_whole_index(opened.database, index);
  return opened;
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& index,
                         const std::optional<Publisher>& publisher)
    : IndexWriter{whole(open_index_for_writing(index), index), publisher,
                  index / generation_in_use(index)} {}  // In this order, as braces keep it.

IndexWriter::IndexWriter(WritableIndex index, const std::optional<Publisher>& publisher,
                         std::filesystem::path generation, Keeping keeping, NextGeneration* next)
    : index_(std::move(index)),
      database_(index_.database),
      generation_(std::move(generation)),
      keeping_(keeping),
      publisher_(std::make_unique<PublisherMatcher>(kept_publisher(database_, publisher))),
      corrections_(read_corrections(database_)),
      next_(next) {
  if (is_in_use() && keeping_ == Keeping::kAll) {
    with_xapian("read what has no links yet", [&] {
      UnlinkedItems left = read_unlinked(database_);
      changed_ = std::move(left.items);
      noted_ = changed_.size();
      notes_ = left.notes;
      make_up_for(changed_);
    });
  }
}

IndexWriter IndexWriter::existing(const std::filesystem::path& index,
                                  const std::optional<Publisher>& publisher) {
  WritableIndex opened = whole(open_existing_for_writing(index), index);
  return {std::move(opened), publisher, index / generation_in_use(index)};
}

IndexWriter IndexWriter::rehearsal(const std::filesystem::path& index,
                                   const std::optional<Publisher>& publisher) {
  WritableIndex opened;
  if (holds_index(index)) {
    opened = whole(open_existing_for_writing(index), index);
    // Never committed, so the end of the writer takes it all back.
    with_xapian("begin a rehearsal", [&] { opened.database.begin_transaction(); });
  } else {
    opened.database = Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
  }
  return {std::move(opened), publisher, {}, Keeping::kNothing};
}

IndexWriter IndexWriter::over(NextGeneration& next) {
  return {{.database = next.database(), .shards = {}}, std::nullopt, {}, Keeping::kAll, &next};
}

AddOutcome IndexWriter::add(const Bulletin& bulletin) {
  return with_xapian("add item " + bulletin.id, [&] {
    const std::optional<Bulletin> known = item_with(id_term(bulletin.id));
    if (!known) {
      write(bulletin);
      return AddOutcome::kAdded;
    }
    const Merge merge = merge_item(*known, bulletin, today());
    if (merge.item) {
      Bulletin item = *merge.item;
      item.also = known->also;  // The linking pass looks at it again.
      write(item);
    }
    return merge.outcome;
  });
}

bool IndexWriter::remove(std::string_view id) {
  return with_xapian("remove item " + std::string(id), [&] {
    const std::string term = id_term(id);
    const std::optional<Bulletin> known = item_with(term);
    if (!known) {
      return false;
    }
    for (const StoryLink& link : known->also) {
      const std::string other = id_term(link.id);
      for (auto at = database_.postlist_begin(other); at != database_.postlist_end(other); ++at) {
        changed_.push_back({*at, true});
      }
    }
    if (keeping_ == Keeping::kAll) {
      const TermCounts terms = builder_.terms_of(database_, number_for(database_, term));
      for (const Xapian::docid copy : copies_linked_with(database_, known->id, terms)) {
        changed_.push_back({copy, true});
      }
    }
    change(number_for(database_, term), std::nullopt);
    ++removed_;
    note_change();
    return true;
  });
}

Released IndexWriter::release(
    const std::string& path,
    const std::function<bool(const std::string& id, const ItemSource&)>& holds) {
  return with_xapian("look at the items of " + path, [&] {
    Released released;
    for (const Xapian::docid document : documents_with_file(path)) {
      Bulletin item = item_of(document);
      const std::size_t gone = std::erase_if(item.sources, [&](const ItemSource& source) {
        return file_of(source) == path && !holds(item.id, source);
      });
      if (gone == 0) {
        continue;
      }
      if (item.sources.empty()) {
        remove(item.id);
        ++released.removed;
        if (released.lost.size() < kMaxLost) {
          released.lost.push_back(std::move(item));
        }
        continue;
      }
      write(item);
      if (!wording_is_held(item)) {
        for (const ItemSource& source : item.sources) {
          released.files.emplace_back(file_of(source));
        }
      }
    }
    return released;
  });
}

void IndexWriter::succeed(const Bulletin& old, const std::string& id) {
  std::optional<Bulletin> item = find(id);
  assert(item && "an item that succeeds another is in the index");
  add_to_history(old, today(), *item);
  with_xapian("write item " + id, [&] { write(*item); });
  const Correction moved = correction(old.id);
  if (moved != Correction{} && correction(id) == Correction{}) {
    correct(id, moved);
    correct(old.id, {});
  }
}

std::optional<Bulletin> IndexWriter::find(std::string_view id) const {
  return with_xapian("read item " + std::string(id), [&] { return item_with(id_term(id)); });
}

std::size_t IndexWriter::items_of_file(const std::string& path) const {
  return with_xapian("count the items of " + path, [&]() -> std::size_t {
    return waiting_.is_empty() ? database_.get_termfreq(file_term(path))
                               : documents_with_file(path).size();
  });
}

Correction IndexWriter::correction(const std::string& id) const {
  const auto known = corrections_.find(id);
  return known == corrections_.end() ? Correction{} : known->second;
}

// The correction and the corrected item come with one commit.
void IndexWriter::correct(const std::string& id, const Correction& correction) {
  with_xapian("correct item " + id, [&] {
    corrections_[id] = correction;
    const std::optional<Bulletin> item = item_with(id_term(id));
    waiting_.corrections.erase(id);
    if (item && has_to_wait(number_for(database_, id_term(id)))) {
      waiting_.corrections[id] = correction;
    } else {
      write_correction(database_, id, correction);
    }
    if (item) {
      write(*item);
    } else {
      note_change();
    }
  });
}

std::optional<FileFingerprint> IndexWriter::fingerprint(std::string_view path) const {
  const auto read = read_files_.find(std::string(path));
  return read == read_files_.end() ? read_fingerprint(database_, path)
                                   : std::optional(read->second);
}

void IndexWriter::set_fingerprint(const std::string& path,
                                  const std::optional<FileFingerprint>& fingerprint) {
  if (this->fingerprint(path) == fingerprint) {
    return;
  }
  if ((has_shards() || !waiting_.is_empty()) && fingerprint) {
    read_files_[path] = *fingerprint;
  } else {
    read_files_.erase(path);
    write_fingerprint(database_, path, fingerprint);
  }
  note_change();
}

std::vector<std::string> IndexWriter::files_under(const std::string& folder) const {
  return known_files(database_, folder);
}

void IndexWriter::commit() {
  if (failure_) {
    with_xapian("commit", [this] { std::rethrow_exception(failure_); });
  }
  if (uncommitted_ > 0 && keeping_ == Keeping::kAll) {
    with_xapian("commit", [&] {
      note_what_is_unlinked();
      apply_waiting();
      commit_between_copies();
      note_read_files();
    });
  }
  uncommitted_ = 0;
}

void IndexWriter::note_as_new(Xapian::docid behind) {
  with_xapian("list the items of the index", [&] {
    auto item = database_.postlist_begin("");
    item.skip_to(behind + 1);
    for (; item != database_.postlist_end(""); ++item) {
      changed_.push_back({*item, false});
      written_.push_back(*item);
    }
  });
}

void IndexWriter::link_stories(const LinkReaders& readers) {
  commit();
  if (keeping_ == Keeping::kNothing) {
    return;
  }
  with_xapian("link stories", [&] {
    // An item may have been removed after it was noted.
    std::erase_if(changed_,
                  [&](const ChangedItem& item) { return !has_document(database_, item.document); });
    const std::vector<ChangedItem> linked =
        bulletin::link_stories(database_, std::exchange(changed_, {}), readers);
    noted_ = 0;
    if (has_shards() && is_in_use() && !linked.empty()) {
      // One shard may come to have its links and another not: then all of them are looked at again.
      note_unlinked(database_, notes_++, linked);
      commit_between_copies();
    }
    forget_unlinked(database_, notes_);
    const std::size_t forgotten = std::exchange(notes_, 0);
    if (!linked.empty() || forgotten > 0) {
      commit_between_copies();
    }
  });
}

void IndexWriter::refresh_suggestions() {
  commit();
  if (keeping_ == Keeping::kNothing || (written_.empty() && removed_ == 0)) {
    return;
  }
  with_xapian("note what can be completed", [&] {
    std::erase_if(written_, [&](Xapian::docid item) { return !has_document(database_, item); });
    bulletin::refresh_suggestions(database_, std::exchange(written_, {}),
                                  std::exchange(removed_, 0));
    commit_between_copies();
  });
}

bool IndexWriter::is_for(const Publisher& publisher) const {
  return with_xapian("read the publisher of the index",
                     [&] { return stored_publisher(database_) == publisher; });
}

std::size_t IndexWriter::size() const {
  return database_.get_doccount() - waiting_.removals();
}

// Nothing if there is none, or if it is to be removed.
std::optional<Bulletin> IndexWriter::item_with(const std::string& term) const {
  const Xapian::PostingIterator posting = database_.postlist_begin(term);
  if (posting == database_.postlist_end(term)) {
    return std::nullopt;
  }
  const std::optional<Bulletin>* const waits = waiting_.of(*posting);
  return waits != nullptr
             ? *waits
             : std::optional(decode_bulletin(database_.get_document(*posting).get_data()));
}

// Of a document that is not to be removed.
Bulletin IndexWriter::item_of(Xapian::docid document) const {
  const std::optional<Bulletin>* const waits = waiting_.of(document);
  return waits != nullptr && waits->has_value()
             ? waits->value()
             : decode_bulletin(database_.get_document(document).get_data());
}

std::vector<Xapian::docid> IndexWriter::documents_with_file(const std::string& path) const {
  std::vector<Xapian::docid> documents = documents_of(database_, file_term(path));
  waiting_.apply_to_file(path, documents);
  return documents;
}

// An item that a person has corrected is understood again from what its source says, so writing it
// twice is the same as writing it once.
void IndexWriter::write(const Bulletin& bulletin) {
  const auto correction = corrections_.find(bulletin.id);
  const Xapian::docid document = number_for(database_, id_term(bulletin.id));
  change(document, correction == corrections_.end()
                       ? bulletin
                       : corrected(bulletin, correction->second, *publisher_));
  changed_.push_back({document, !bulletin.also.empty()});
  written_.push_back(document);
  note_change();
}

// Gives a document that item, or removes it. Xapian finds what to take out of its lists by the list
// of the document's terms: where that is short, the document waits for a whole one.
void IndexWriter::change(Xapian::docid document, std::optional<Bulletin> item) {
  if (has_to_wait(document)) {
    waiting_.items[document] = std::move(item);
    return;
  }
  if (keeping_ == Keeping::kNothing && document <= database_.get_lastdocid() &&
      has_short_list(database_, document)) {
    apply(document, item_of(document));  // Counts terms twice, which nobody gets to see.
  }
  apply(document, item);
}

void IndexWriter::apply(Xapian::docid document, const std::optional<Bulletin>& item) {
  if (item) {
    database_.replace_document(document, builder_.build(*item));
  } else {
    database_.delete_document(document);
  }
}

bool IndexWriter::has_to_wait(Xapian::docid document) const {
  return keeping_ == Keeping::kAll && !has_shards() && document <= database_.get_lastdocid() &&
         has_short_list(database_, document);
}

// What was written before comes with a commit of its own: that a file has been read is noted later.
void IndexWriter::apply_waiting() {
  if (waiting_.is_empty()) {
    return;
  }
  try {
    lengthen(waiting_.lists(database_, builder_));
    const WaitingChanges changes = std::exchange(waiting_, {});
    for (const auto& [id, correction] : changes.corrections) {
      write_correction(database_, id, correction);
    }
    for (const auto& [document, item] : changes.items) {
      apply(document, item);
    }
  } catch (...) {
    failure_ = std::current_exception();
    throw;
  }
}

// No handle of ours may outlive the closing of the database: its end would take away what Xapian
// keeps for replicas.
void IndexWriter::lengthen(std::span<const DocumentTerms> items) {
  database_ = {};
  if (next_ != nullptr) {
    index_ = {};
    next_->lengthen_lists(items);
    index_.database = next_->database();
  } else {
    lengthen_lists(index_, generation_, Xapian::DB_OPEN, items);
  }
  database_ = index_.database;
}

// A run may end before it links what it commits.
void IndexWriter::note_what_is_unlinked() {
  if (is_in_use() && noted_ < changed_.size()) {
    note_unlinked(database_, notes_++, std::span(changed_).subspan(noted_));
    noted_ = changed_.size();
  }
}

// Shards are committed one after the other, the one with the notes first. That a file has been read
// is noted when what it says has come to all of them.
void IndexWriter::note_read_files() {
  for (const auto& [path, fingerprint] : read_files_) {
    write_fingerprint(database_, path, fingerprint);
  }
  if (!std::exchange(read_files_, {}).empty()) {
    commit_between_copies();
  }
}

// A run was killed: the shard with the notes may have a correction, and the one with the item not
// know of it.
void IndexWriter::make_up_for(const std::vector<ChangedItem>& left) {
  if (!has_shards() || corrections_.empty()) {
    return;
  }
  for (const ChangedItem& each : std::vector(left)) {
    if (!has_document(database_, each.document)) {
      continue;
    }
    const Bulletin item = decode_bulletin(database_.get_document(each.document).get_data());
    if (corrections_.contains(item.id)) {
      write(item);
    }
  }
}

// Whoever copies the files of the index is let finish: a commit makes room of what the copy is
// still to read.
void IndexWriter::commit_between_copies() {
  std::optional<GenerationLock> turn;
  if (is_in_use()) {
    turn.emplace(GenerationLock::of_commits(generation_, GenerationLock::Use::kCommit));
  }
  if (index_.has_servers) {
    rename_commit(index_.shards);
  }
  database_.commit();
}

void IndexWriter::note_change() {
  if (++uncommitted_ >= kBatch) {
    commit();
  }
}

}  // namespace bulletin
