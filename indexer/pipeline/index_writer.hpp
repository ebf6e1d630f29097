// Writes bulletins into an index and keeps it consistent: one document an item, by identity.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include <xapian.h>

#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// What adding an item did.
enum class AddOutcome { kAdded, kReplaced, kUnchanged };

/// The one writer of an index. Holds its lock while it lives; not thread-safe.
///
/// Work becomes visible to readers at every commit: after each batch and at `commit()`. What is
/// not committed when the writer goes away is lost. Every function may throw `Error`.
class IndexWriter {
 public:
  /// Opens or creates the index at `index`.
  ///
  /// `publisher` is kept with a new index; later it may be left out, but not be another one:
  /// throws `Error{kBadUsage}`, because the items there were read for the first.
  explicit IndexWriter(const std::filesystem::path& index,
                       const std::optional<Publisher>& publisher = {});

  /// Opens the index at `index`, which has to exist.
  [[nodiscard]] static IndexWriter existing(const std::filesystem::path& index);

  /// Adds the item, or replaces the one of the same identity; an equal one is left alone.
  AddOutcome add(const Bulletin& bulletin);

  /// Removes an item; tells whether it was there.
  bool remove(std::string_view id);

  /// Makes everything so far durable and visible.
  void commit();

  /// Returns the names by which items of this index are understood.
  [[nodiscard]] const PublisherMatcher& publisher() const { return *publisher_; }

  /// Number of items in the index, this writer's work included.
  [[nodiscard]] std::size_t size() const;

 private:
  IndexWriter(Xapian::WritableDatabase database, const std::optional<Publisher>& publisher);

  Xapian::WritableDatabase database_;
  std::unique_ptr<PublisherMatcher> publisher_;
  DocumentBuilder builder_;
  std::size_t uncommitted_ = 0;
};

}  // namespace bulletin
