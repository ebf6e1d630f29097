// The road of `reindex` and `repair`: stored items, one after the other, into a new generation.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/story_links.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// Writes items understood anew. May throw Xapian's exceptions.
class Rebuild {
 public:
  /// `fresh` has no items but its notes and publisher, by which items are read, and has to outlive
  /// this.
  explicit Rebuild(Xapian::WritableDatabase& fresh);

  /// Understands and writes an item. Returns whether there was none of that id before: the first
  /// one stays.
  bool add(const Bulletin& item);

  /// Number of items written.
  [[nodiscard]] std::size_t size() const { return written_.size(); }

  /// Links the items and writes the completions. Call it once, after the last one.
  void finish();

 private:
  Xapian::WritableDatabase& fresh_;
  PublisherMatcher publisher_;
  std::map<std::string, Correction> corrections_;
  DocumentBuilder builder_;
  std::vector<ChangedItem> written_;
  std::unordered_set<std::string> ids_;
};

}  // namespace bulletin
