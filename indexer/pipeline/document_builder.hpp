// From a bulletin to its Xapian document: which terms, values and data it gets.

#pragma once

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/glass/plain_document.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// Builds documents; one per thread, because the analyzer is.
class DocumentBuilder {
 public:
  /// Returns the document of `bulletin`, unique by `id_term(bulletin.id)`, its terms sorted.
  [[nodiscard]] PlainDocument build_plain(const Bulletin& bulletin) const;

  /// Returns the terms of an item in an index, sorted: as they are listed, or made again of the
  /// item where its list is short. May throw Xapian's exceptions.
  [[nodiscard]] TermCounts terms_of(const Xapian::Database& database, Xapian::docid document) const;

  /// Returns the same as build_plain() as Xapian takes it.
  [[nodiscard]] Xapian::Document build(const Bulletin& bulletin) const;

 private:
  Analyzer analyzer_;
};

}  // namespace bulletin
