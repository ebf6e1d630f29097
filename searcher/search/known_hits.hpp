// What is known of the hits of a query before they are put in order.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/search_query.hpp"
#include "searcher/search/kept_postings.hpp"

namespace bulletin {

/// What is wanted beside the documents.
struct Wanted {
  bool weights = false;
  bool days = false;  ///< Told where the database is not at hand.
};

struct KnownHits {
  std::vector<Xapian::docid> documents;            ///< All of them, ascending.
  std::optional<std::vector<double>> weights;      ///< Of each, as ranking_weight() gives it.
  std::optional<std::vector<std::uint32_t>> days;  ///< Of each, as KeptPostings::days() has them.
  /// Those of all documents, by number, where they are in memory.
  std::shared_ptr<const std::vector<std::uint32_t>> all_days;
};

/// Finds the hits of `query`, limits included. `state` names what the database holds, as
/// IndexReader::state() does. Weights are missing where only Xapian's matcher knows them; where the
/// database is not at hand they never are. Throws `OutOfTime` at the deadline of the query.
[[nodiscard]] KnownHits known_hits(const Xapian::Database& database, std::string_view state,
                                   KeptPostings& postings, const SearchQuery& query, Wanted wanted);

}  // namespace bulletin
