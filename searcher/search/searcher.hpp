// A search from request to result: the road every front end takes.

#pragma once

#include <chrono>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/explanation.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/hit_order.hpp"
#include "searcher/search/index_reader.hpp"
#include "searcher/search/installed_dictionary.hpp"
#include "searcher/search/kept_postings.hpp"
#include "searcher/search/linked_items.hpp"
#include "searcher/search/near_misses.hpp"
#include "searcher/search/similar.hpp"
#include "searcher/search/snippet.hpp"
#include "searcher/search/story_groups.hpp"
#include "searcher/search/suggest.hpp"

namespace bulletin {

/// A limit that takes every hit.
inline constexpr std::size_t kAllHits = std::numeric_limits<std::size_t>::max();

/// One page of a search.
struct SearchRequest {
  QueryRequest query;
  Sort sort = Sort::kRelevance;
  std::size_t offset = 0;
  std::size_t limit = 10;  ///< Or `kAllHits`.
  bool facets = true;
  bool excerpts = true;  ///< Highlights and snippets of the hits.
  bool group = false;    ///< Hits of one story as one, its best; offset and limit count stories.

  bool operator==(const SearchRequest&) const = default;
};

/// Another hit of the same story.
struct GroupedItem {
  std::string id;
  std::string lang;
  std::string headline;
};

/// One item found.
struct Hit {
  std::size_t rank = 0;  ///< From 1, over all pages; of the story where hits are grouped.
  double score = 0;      ///< 0 when nothing ranks.
  Bulletin bulletin;
  std::vector<ByteRange> title_highlights;  ///< In bytes of the title.
  Snippet snippet;
  std::vector<std::string> translations;  ///< Names it has in place of words that were typed.
  std::vector<std::string> sounds;        ///< Names it has that sound as typed.
  std::vector<LinkedItem> also;           ///< Who tells the same story.
  std::optional<std::vector<GroupedItem>> group;  ///< The other hits of it, best first, if grouped.
};

/// What a search found.
struct SearchResult {
  std::vector<QueryReading> readings;
  std::vector<Translation> translations;
  std::vector<SoundMatch> sounds;
  std::vector<std::string> notes;
  std::size_t total = 0;               ///< Exact, all pages together.
  std::optional<std::size_t> stories;  ///< Exact too, when hits are grouped.
  std::vector<Hit> hits;
  std::optional<Facets> facets;           ///< Only when asked for.
  std::optional<NearMisses> near_misses;  ///< Where nothing, or not the likely word, was found.
  bool out_of_time = false;  ///< Facets, or what is near, are left out; `notes` says so.
};

/// A result whose hits are still to be read, but for the first ones.
struct OpenedResult {
  SearchResult head;          ///< Without hits.
  std::vector<Place> places;  ///< Those of the page asked for, in order.
  /// The other hits of a story by its best one; only when grouped.
  std::unordered_map<Xapian::docid, std::vector<Xapian::docid>> others;
  Needles needles;
  std::size_t offset = 0;  ///< Hits, or stories, before the first of `places`.
  bool excerpts = true;
  std::vector<Hit> first;  ///< The hits that were read along with the search.
  std::string generation;  ///< In which the documents of `places` have their numbers.
};

/// An item and why it is, or is not, among the hits of a query.
struct ExplainedItem {
  Bulletin item;
  std::vector<QueryReading> readings;
  std::vector<std::string> notes;
  Explanation explanation;
};

/// An item like another one, as a hit without highlights.
struct SimilarItem {
  Hit hit;
  std::vector<std::string> shared;  ///< What both have, weightiest first.
};

/// An item and those like it.
struct SimilarItems {
  Bulletin item;
  std::vector<SimilarItem> same_language;
  std::vector<SimilarItem> other_languages;
};

/// Place of one item in a ranking.
struct Ranked {
  std::string id;
  double score = 0;
};

/// Searches one index. Not thread-safe: one per thread.
class Searcher {
 public:
  /// Opens the index; throws `Error` as open_index() does. `patience` as IndexReader has it;
  /// searchers of the same index may share what they keep of it, a facet column and postings.
  explicit Searcher(
      const std::filesystem::path& index,
      std::chrono::milliseconds patience = std::chrono::milliseconds(0),
      std::shared_ptr<SharedFacetColumn> facet_column = std::make_shared<SharedFacetColumn>(),
      std::shared_ptr<KeptPostings> kept_postings = std::make_shared<KeptPostings>())
      : reader_(index, patience),
        facet_column_(std::move(facet_column)),
        kept_postings_(std::move(kept_postings)),
        dictionary_(installed_dictionary()) {}

  /// Answers a request. Throws `Error{kBadUsage}` for a limit that cannot be read.
  ///
  /// Hits and their number come first: at `deadline` counting stops, and where they are not found
  /// by then, `Error{kOutOfTime}` is thrown.
  [[nodiscard]] SearchResult search(const SearchRequest& request, const Deadline& deadline = {});

  /// Answers a request but for its hits, so that a result of any size can be read in parts. The
  /// first `along` hits are read from the same state of the index, into `first`: reading those
  /// cannot fail for a change of the index.
  [[nodiscard]] OpenedResult open(const SearchRequest& request, const Deadline& deadline = {},
                                  std::size_t along = 0);

  /// Reads up to `count` hits from the one at `from` of `result.places`. Items that have been
  /// removed since are missing. Throws `Error{kIndexChanged}` when the index has been rebuilt
  /// since.
  [[nodiscard]] std::vector<Hit> read_hits(const OpenedResult& result, std::size_t from,
                                           std::size_t count);

  /// Returns the ids of hits, one a place; empty for an item that has been removed since. Throws as
  /// read_hits().
  [[nodiscard]] std::vector<std::string> read_ids(const OpenedResult& result);

  /// Returns only ids and scores, for evaluation: no total, no facets, no snippets.
  [[nodiscard]] std::vector<Ranked> rank(const SearchRequest& request);

  /// Counts the days of `months`, each `2019-12`, in their order; nothing when they are not counted
  /// at `deadline`. Throws as search() does.
  [[nodiscard]] std::optional<std::vector<MonthDays>> days(const QueryRequest& request,
                                                           const std::vector<std::string>& months,
                                                           const Deadline& deadline = {});

  /// Explains the place of the item called `id` under a query; nothing when there is no such item.
  /// Throws `Error{kOutOfTime}` at `deadline`.
  [[nodiscard]] std::optional<ExplainedItem> explain(std::string_view id,
                                                     const QueryRequest& request,
                                                     const Deadline& deadline = {});

  /// Finds up to `count` items like the one called `id` in its language and as many in others;
  /// nothing when there is no such item.
  [[nodiscard]] std::optional<SimilarItems> similar(std::string_view id, std::size_t count);

  /// Completes what is being typed, as suggest() does.
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view text, std::size_t limit = 10);

  /// Returns the item called `id`, or nothing.
  [[nodiscard]] std::optional<Bulletin> find(std::string_view id) { return reader_.find(id); }

  /// Returns how many items the index holds.
  [[nodiscard]] std::size_t size();

  /// As IndexReader::state().
  [[nodiscard]] std::string index_state() { return reader_.state(); }

  /// As IndexReader::last_state(), and when it was known to be the newest one.
  [[nodiscard]] std::string last_state() const { return reader_.last_state(); }
  [[nodiscard]] std::chrono::steady_clock::time_point last_look() const {
    return reader_.last_look();
  }

  /// Returns the publisher that the items of the index were read for.
  [[nodiscard]] Publisher publisher() { return reader_.publisher(); }

  /// Returns the items that tell the same story as `bulletin` and are still there.
  [[nodiscard]] std::vector<LinkedItem> linked_with(const Bulletin& bulletin);

 private:
  [[nodiscard]] SearchQuery built(const QueryRequest& request, const Xapian::Database& database,
                                  const Deadline& deadline) const;
  void note_missing_dictionary(const QueryRequest& request, SearchQuery& query) const;
  [[nodiscard]] KnownHits find_all(const Xapian::Database& database, const SearchQuery& query,
                                   Sort sort) const;
  [[nodiscard]] OpenedResult open_on(const Xapian::Database& database, const SearchRequest& request,
                                     const Deadline& deadline);
  void add_counts(const Xapian::Database& database, const SearchRequest& request,
                  const std::vector<Xapian::docid>& all, SearchQuery& query, SearchResult& head);
  [[nodiscard]] std::set<std::string> terms_there(const Xapian::Database& database,
                                                  Xapian::docid document,
                                                  const std::set<std::string>& terms) const;
  [[nodiscard]] std::vector<Hit> hits_on(const Xapian::Database& database,
                                         const OpenedResult& result, std::size_t from,
                                         std::size_t count) const;
  [[nodiscard]] std::vector<SimilarItem> similar_items(
      const Xapian::Database& database, const std::vector<SimilarPlace>& places) const;
  void check_generation(const OpenedResult& result) const;

  IndexReader reader_;
  std::shared_ptr<SharedFacetColumn> facet_column_;
  std::shared_ptr<KeptPostings> kept_postings_;
  Analyzer analyzer_;
  std::optional<Dictionary> dictionary_;
};

}  // namespace bulletin
