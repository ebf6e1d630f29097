// Writes bulletins into an index and keeps it consistent: one document an item, by identity.

#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/file_fingerprint.hpp"
#include "indexer/pipeline/merge_item.hpp"
#include "indexer/pipeline/story_links.hpp"
#include "indexer/pipeline/waiting_changes.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/generation.hpp"
#include "indexer/schema/next_generation.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// Most items that are kept of what a file has lost, whatever its size.
inline constexpr std::size_t kMaxLost = 1000;

/// What became of the items of a file that let go of some.
struct Released {
  std::size_t removed = 0;         ///< Items that no file holds any more.
  std::vector<Bulletin> lost;      ///< Some of them, as they were: `kMaxLost` at most.
  std::vector<std::string> files;  ///< Files whose own wording of an item counts now: read again.
};

/// The one writer of an index. Holds its lock while it lives; not thread-safe.
///
/// Work becomes visible to readers at every commit: after each batch and at `commit()`. What is
/// not committed when the writer goes away may be lost. Every function may throw `Error`; behind a
/// commit() that has thrown there is no other.
class IndexWriter {
 public:
  /// Opens or creates the index at `index`.
  ///
  /// `publisher` is kept with a new index; later it may be left out, but not be another one:
  /// throws `Error{kBadUsage}`, because the items there were read for the first.
  explicit IndexWriter(const std::filesystem::path& index,
                       const std::optional<Publisher>& publisher = {});

  /// Opens the index at `index`, which has to exist.
  [[nodiscard]] static IndexWriter existing(const std::filesystem::path& index,
                                            const std::optional<Publisher>& publisher = {});

  /// Opens the index, or an empty one where there is none, to see what would happen: nothing that
  /// is written becomes visible or stays.
  [[nodiscard]] static IndexWriter rehearsal(const std::filesystem::path& index,
                                             const std::optional<Publisher>& publisher = {});

  /// Writes to a generation that is not in use yet and has to outlive the writer.
  [[nodiscard]] static IndexWriter over(NextGeneration& next);

  /// Adds the item, or merges it into the one of the same identity as merge_item() does. A person's
  /// correction of that id is applied.
  AddOutcome add(const Bulletin& bulletin);

  /// Removes an item; tells whether it was there. Its correction stays, for when it comes back.
  bool remove(std::string_view id);

  /// Takes the file at `path` from the sources of its items, but for those that `holds` says it
  /// still holds. An item without a source is removed.
  Released release(const std::string& path,
                   const std::function<bool(const std::string& id, const ItemSource&)>& holds);

  /// Makes the item called `id` the later form of `old`, which has been removed: the old text, its
  /// history and a person's correction of it go over.
  void succeed(const Bulletin& old, const std::string& id);

  /// Returns the item called `id`, or nothing.
  [[nodiscard]] std::optional<Bulletin> find(std::string_view id) const;

  /// Number of items that the file at `path` holds.
  [[nodiscard]] std::size_t items_of_file(const std::string& path) const;

  /// Returns what a person has said of the item called `id`; there need not be one now.
  [[nodiscard]] Correction correction(const std::string& id) const;

  /// Keeps a correction, an empty one to forget it, and changes the item if it is there.
  void correct(const std::string& id, const Correction& correction);

  /// As the functions of the same names in index_notes.hpp.
  [[nodiscard]] std::optional<FileFingerprint> fingerprint(std::string_view path) const;
  void set_fingerprint(const std::string& path, const std::optional<FileFingerprint>& fingerprint);
  [[nodiscard]] std::vector<std::string> files_under(const std::string& folder) const;

  /// Makes everything so far durable and visible; nothing to do when there is nothing new.
  void commit();

  /// Makes the items behind a document, all for 0, count as just written, and none of them as
  /// linked yet, for the two calls below.
  void note_as_new(Xapian::docid behind);

  /// Links the items written or removed since the last call with those that tell the same story.
  /// Commits. Call it after the last item of a run. `readers` open what has been committed.
  void link_stories(const LinkReaders& readers = {});

  /// Brings the table of completions up to date with the items written or removed since the last
  /// call. Commits. Call it at the end of a run.
  void refresh_suggestions();

  /// Returns the names by which items of this index are understood.
  [[nodiscard]] const PublisherMatcher& publisher() const { return *publisher_; }

  /// Tells whether that is the same publisher.
  [[nodiscard]] bool is_for(const Publisher& publisher) const;

  /// Number of items in the index, this writer's work included.
  [[nodiscard]] std::size_t size() const;

 private:
  enum class Keeping : std::uint8_t { kAll, kNothing };

  IndexWriter(WritableIndex index, const std::optional<Publisher>& publisher,
              std::filesystem::path generation, Keeping keeping = Keeping::kAll,
              NextGeneration* next = nullptr);

  [[nodiscard]] std::optional<Bulletin> item_with(const std::string& term) const;
  [[nodiscard]] Bulletin item_of(Xapian::docid document) const;
  [[nodiscard]] std::vector<Xapian::docid> documents_with_file(const std::string& path) const;
  void write(const Bulletin& bulletin);
  void change(Xapian::docid document, std::optional<Bulletin> item);
  void apply(Xapian::docid document, const std::optional<Bulletin>& item);
  [[nodiscard]] bool has_to_wait(Xapian::docid document) const;
  void apply_waiting();
  void lengthen(std::span<const DocumentTerms> items);
  void note_change();
  void note_what_is_unlinked();
  void note_read_files();
  void make_up_for(const std::vector<ChangedItem>& left);
  void commit_between_copies();
  [[nodiscard]] bool is_in_use() const { return !generation_.empty(); }
  [[nodiscard]] bool has_shards() const { return index_.shards.size() > 1; }

  WritableIndex index_;
  Xapian::WritableDatabase database_;  ///< All of it.
  std::filesystem::path generation_;   ///< Where it lies; empty if nobody else looks at it.
  Keeping keeping_;
  std::unique_ptr<PublisherMatcher> publisher_;
  std::map<std::string, Correction> corrections_;
  DocumentBuilder builder_;
  NextGeneration* next_;  ///< What is written to, if that is not in use.
  WaitingChanges waiting_;
  std::exception_ptr failure_;  ///< Of what waited: nothing more can be committed.
  std::size_t uncommitted_ = 0;
  std::map<std::string, FileFingerprint> read_files_;  ///< To be noted behind the next commit.
  std::vector<ChangedItem> changed_;
  std::size_t noted_ = 0;  ///< Of `changed_`, how many stand in notes,
  std::size_t notes_ = 0;  ///< and in how many.
  std::vector<Xapian::docid> written_;
  std::size_t removed_ = 0;
};

}  // namespace bulletin
