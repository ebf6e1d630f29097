// Items like an item: in its own language by the words that tell it apart, in the others by what
// two languages share.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// An item like another one.
struct SimilarPlace {
  Xapian::docid document = 0;
  double score = 0;                 ///< Comparable within one list only.
  std::vector<std::string> shared;  ///< What both have, weightiest first: words, values.

  bool operator==(const SimilarPlace&) const = default;
};

/// Items like one item, best first; itself in none of them.
struct SimilarPlaces {
  std::vector<SimilarPlace> same_language;
  std::vector<SimilarPlace> other_languages;
};

/// Finds up to `count` items of each kind like the item stored as `document`.
///
/// Same language: the terms of the item with the highest tf-idf, ranked as a query. Other
/// languages: shared days or months, countries, kinds, numbers and words in Latin letters, each
/// weighed by how rare it is (idf). Reads all postings of those terms.
[[nodiscard]] SimilarPlaces find_similar(const Xapian::Database& database, const Analyzer& analyzer,
                                         Xapian::docid document, std::size_t count);

}  // namespace bulletin
