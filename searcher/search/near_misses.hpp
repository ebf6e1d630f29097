// What to say where nothing is found: which word is nowhere, which part can go.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/search_query.hpp"
#include "searcher/search/near_words.hpp"

namespace bulletin {

/// A part without which something would be found.
struct LooserSearch {
  PartKind kind = PartKind::kWords;
  Occur occur = Occur::kShould;
  std::string text;
  std::size_t total = 0;  ///< Items found without it; never 0.

  bool operator==(const LooserSearch&) const = default;
};

/// A word that no item has, or hardly one, with those spelt or, in Chinese, sounding like it.
struct MissingWord {
  std::string word;
  std::size_t items = 0;  ///< Items that have it as it stands.
  bool by_sound = false;  ///< How `near` was found.
  std::vector<IndexWord> near;

  bool operator==(const MissingWord&) const = default;
};

/// What is near a query that finds nothing.
struct NearMisses {
  std::vector<MissingWord> missing;
  std::vector<LooserSearch> looser;  ///< In the order of the parts.

  bool operator==(const NearMisses&) const = default;
};

/// Looks for it; one search without weights for each part and each word.
[[nodiscard]] NearMisses near_misses(const IndexTerms& terms, const SearchQuery& query,
                                     const Analyzer& analyzer);

}  // namespace bulletin
