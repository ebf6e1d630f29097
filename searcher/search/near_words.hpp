// Words that resemble a word which is not there.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"
#include "searcher/query/index_terms.hpp"

namespace bulletin {

/// Returns how many single characters have to be put in, taken out, changed or swapped with their
/// neighbour to make `b` of `a`; `limit + 1` as soon as it is more than `limit`. UTF-8.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Returns the words of `item` most like `word`, at most `count`, as they stand there: English
/// within two edits or with the same beginning, Chinese that share half of the characters.
[[nodiscard]] std::vector<std::string> near_in_item(const Bulletin& item, std::string_view word,
                                                    const Analyzer& analyzer,
                                                    std::size_t count = 3);

/// A word of the index and the number of items that have it.
struct IndexWord {
  std::string word;
  std::size_t items = 0;

  bool operator==(const IndexWord&) const = default;
};

/// Returns the words of the index spelt most like `word`, a word outside Chinese: the same first
/// letter (or the first two swapped), one edit for up to four characters, else two; the nearest
/// first, then those in most items, one of each stem. At most `count`. Reads the terms of one or
/// two letters.
[[nodiscard]] std::vector<IndexWord> near_in_index(const IndexTerms& terms, std::string_view word,
                                                   std::size_t count = 3);

}  // namespace bulletin
