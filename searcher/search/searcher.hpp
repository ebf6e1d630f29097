// A search from request to result: the road every front end takes.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/index_reader.hpp"
#include "searcher/search/installed_dictionary.hpp"
#include "searcher/search/linked_items.hpp"
#include "searcher/search/snippet.hpp"

namespace bulletin {

/// Order of hits. Ties go to the newer item, items without a date come last.
enum class Sort : std::uint8_t { kRelevance, kOldestFirst, kNewestFirst };

/// One page of a search.
struct SearchRequest {
  QueryRequest query;
  Sort sort = Sort::kRelevance;  ///< Without words to rank by, the newest come first.
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool facets = true;
};

/// One item found.
struct Hit {
  std::size_t rank = 0;  ///< From 1, over all pages.
  double score = 0;      ///< 0 when nothing ranks.
  Bulletin bulletin;
  std::vector<ByteRange> title_highlights;  ///< In bytes of the title.
  Snippet snippet;
  std::vector<std::string> translations;  ///< Names it has in place of words that were typed.
  std::vector<LinkedItem> also;           ///< Who tells the same story.
};

/// What a search found.
struct SearchResult {
  std::vector<QueryReading> readings;
  std::vector<Translation> translations;
  std::vector<std::string> notes;
  std::size_t total = 0;  ///< Exact, all pages together.
  std::vector<Hit> hits;
  std::optional<Facets> facets;  ///< Only when asked for.
};

/// Place of one item in a ranking.
struct Ranked {
  std::string id;
  double score = 0;
};

/// Searches one index. Not thread-safe: one per thread.
class Searcher {
 public:
  /// Opens the index; throws `Error` as open_index() does.
  explicit Searcher(const std::filesystem::path& index)
      : reader_(index), dictionary_(installed_dictionary()) {}

  /// Answers a request. Throws `Error{kBadUsage}` for a limit that cannot be read.
  [[nodiscard]] SearchResult search(const SearchRequest& request);

  /// Returns only ids and scores, for evaluation: no total, no facets, no snippets.
  [[nodiscard]] std::vector<Ranked> rank(const SearchRequest& request);

  /// Returns the item called `id`, or nothing.
  [[nodiscard]] std::optional<Bulletin> find(std::string_view id) { return reader_.find(id); }

  /// Returns the publisher that the items of the index were read for.
  [[nodiscard]] Publisher publisher() { return reader_.publisher(); }

  /// Returns the items that tell the same story as `bulletin` and are still there.
  [[nodiscard]] std::vector<LinkedItem> linked_with(const Bulletin& bulletin);

 private:
  [[nodiscard]] SearchQuery built(const QueryRequest& request,
                                  const Xapian::Database& database) const;
  [[nodiscard]] Hit make_hit(const Xapian::Database& database, const Xapian::MSetIterator& match,
                             const SearchQuery& query) const;
  void note_missing_dictionary(const QueryRequest& request, SearchQuery& query) const;

  IndexReader reader_;
  Analyzer analyzer_;
  std::optional<Dictionary> dictionary_;
};

}  // namespace bulletin
