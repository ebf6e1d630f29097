#include "searcher/search/known_hits.hpp"

#include <algorithm>

#include "searcher/query/ask_shards.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/kept_weights.hpp"
#include "searcher/search/ranking.hpp"

namespace bulletin {
namespace {

// For patterns, in which no phrase stands.
std::vector<double> asked_weights(const Xapian::Database& database, const Xapian::Query& query,
                                  const std::vector<Xapian::docid>& documents,
                                  const Deadline& deadline) {
  std::vector<double> weights(documents.size());
  for (const auto& [document, weight] :
       ask_weights(database, widened(query), ranking_weight(), deadline)) {
    const auto found = std::ranges::lower_bound(documents, document);
    if (found != documents.end() && *found == document) {
      weights[static_cast<std::size_t>(found - documents.begin())] = weight;
    }
  }
  return weights;
}

}  // namespace

KnownHits known_hits(const Xapian::Database& database, std::string_view state,
                     KeptPostings& postings, const SearchQuery& query, Wanted wanted) {
  const Xapian::Query asked = limited(query);
  KeptMatch match(database, state, postings, query.deadline);
  KnownHits known{
      .documents = match.documents(asked), .weights = {}, .days = {}, .all_days = nullptr};
  if (wanted.days && !match.is_at_hand()) {
    known.days = postings.days(database, state, known.documents, asked, query.deadline);
  }
  if (wanted.weights) {
    known.weights = kept_weights(match, asked, known.documents);
    if (!known.weights && !match.is_at_hand()) {
      known.weights = asked_weights(database, asked, known.documents, query.deadline);
    }
  }
  return known;
}

}  // namespace bulletin
