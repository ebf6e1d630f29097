// Why an item is among the hits of a query, or which clause keeps it out.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"
#include "searcher/query/search_query.hpp"
#include "searcher/search/highlighter.hpp"

namespace bulletin {

/// One word of a query in the item.
struct WordReport {
  std::string word;          ///< As typed.
  bool found = false;        ///< As it stands, a Chinese word character behind character.
  std::size_t in_title = 0;  ///< How often.
  std::size_t in_text = 0;
  std::vector<std::string> near;  ///< Words of the item like it, where it is missing.

  bool operator==(const WordReport&) const = default;
};

/// One clause, reading or limit of the query and what the item has to say to it.
struct PartReport {
  PartKind kind = PartKind::kWords;
  Occur occur = Occur::kShould;
  bool limits = false;
  std::string text;
  bool matches = false;           ///< The item has what the part looks for.
  bool keeps_out = false;         ///< With this part alone the item could be no hit.
  double score = 0;               ///< Its share of the hit's score.
  std::vector<WordReport> words;  ///< Of words, phrases and beginnings of words.
  std::vector<std::string> has;   ///< What the item has of that kind: spans, codes, ...
};

/// The whole answer. The scores of the parts add up to `score`.
struct Explanation {
  bool is_hit = false;
  std::size_t rank = 0;   ///< By relevance, from 1; 0 when it is no hit.
  std::size_t total = 0;  ///< All hits.
  double score = 0;
  std::vector<PartReport> parts;
  std::vector<ByteRange> title_highlights;
  std::vector<ByteRange> text_highlights;
};

/// Explains the place of `item`, stored as `document`, under `query`. Costs as one search for all
/// hits.
[[nodiscard]] Explanation explain(const Xapian::Database& database, Xapian::docid document,
                                  const Bulletin& item, const SearchQuery& query,
                                  const Analyzer& analyzer);

/// Returns the words of `text` that are looked for one by one, as typed: words that say something,
/// Chinese runs of up to three characters, else their dictionary words.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text, const Analyzer& analyzer);

}  // namespace bulletin
