// Items in the form in which OpenSearch and Elasticsearch take them, cut by our own analyzer.

#pragma once

#include <string>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// Returns the settings and mapping of an index there, as one JSON object. Fields of tokens are cut
/// at white space alone: what a word is has been decided here.
[[nodiscard]] std::string opensearch_mapping();

/// Writes items as pairs of lines for `_bulk`.
class OpenSearchLines {
 public:
  /// Returns the action and the item, each with its `\n`. O(length of the texts).
  ///
  /// `title_words`, `text_words`: stems of words and dictionary words of Chinese, for ranking.
  /// `title_pairs`, `text_pairs`: in their places, stems and each pair of Chinese characters, by
  /// which quoted phrases and AND are answered here; a lone character or the last of a run stands
  /// alone. Facets hold what the terms `K`, `E`, `L`, `Y`, `M`, `D` do.
  [[nodiscard]] std::string lines(const Bulletin& item) const;

 private:
  Analyzer analyzer_;
};

}  // namespace bulletin
