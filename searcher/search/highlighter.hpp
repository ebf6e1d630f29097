// Which bytes of a hit matched, found with the analyzer that indexed it.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"
#include "searcher/query/search_query.hpp"
#include "searcher/search/han_matcher.hpp"

namespace bulletin {

/// Bytes `begin` to `end`, exclusive, of an original text; whole characters.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

/// Sorts ranges and joins those that overlap; neighbours that only touch stay two.
void make_disjoint(std::vector<ByteRange>& ranges);

/// Finds what of a hit matched: made once for all hits of a page.
///
/// Words by their stem. In Chinese the longest stretch shared with a run of the query, cut back to
/// whole dictionary words unless it is the whole run: never half a word. Words behind a country or
/// date that was asked for by its evidence.
class Highlighter {
 public:
  /// Keeps references to both.
  Highlighter(const Needles& needles, const Analyzer& analyzer);

  /// Returns what of `field` matched, in order, not overlapping. O(length of the field).
  [[nodiscard]] std::vector<ByteRange> find(const Bulletin& bulletin, TextField field) const;

 private:
  void note_first_byte(std::string_view needle);
  void add_text_marks(std::string_view text, std::vector<ByteRange>& marks) const;
  [[nodiscard]] bool matches_word(std::string_view word) const;
  void add_run_marks(std::string_view text, const FoldedText& folded, const TextPart& part,
                     std::vector<ByteRange>& marks) const;

  const Needles& needles_;
  const Analyzer& analyzer_;
  HanMatcher runs_;
  std::array<bool, 256> first_bytes_{};  // Of the words that may match.
};

/// The same of one field of one item.
[[nodiscard]] std::vector<ByteRange> find_highlights(const Bulletin& bulletin, TextField field,
                                                     const Needles& needles,
                                                     const Analyzer& analyzer);

}  // namespace bulletin
