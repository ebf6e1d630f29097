#include "searcher/query/clause_parts.hpp"

#include <utility>

#include "searcher/query/query_part.hpp"
#include "searcher/query/text_query.hpp"

namespace bulletin {

using Xapian::Query;

void ClauseParts::add(Occur occur, Query query) {
  if (query.empty()) {
    return;
  }
  auto& part = occur == Occur::kShould ? should : occur == Occur::kMust ? must : must_not;
  part.push_back(std::move(query));
}

bool ClauseParts::is_empty() const {
  return should.empty() && must.empty() && must_not.empty() && limits.empty();
}

Query ClauseParts::text() const {
  const Query required(Query::OP_AND, must.begin(), must.end());
  const Query optional(Query::OP_OR, should.begin(), should.end());
  if (required.empty() || optional.empty()) {
    return required.empty() ? optional : required;
  }
  return {Query::OP_AND_MAYBE, required, optional};
}

Query ClauseParts::combine() const {
  Query query = text();
  if (!heard.empty()) {
    const Query names = weighed_by_sound({Query::OP_OR, heard.begin(), heard.end()}, query);
    query = {must.empty() ? Query::OP_OR : Query::OP_AND_MAYBE, query, names};
  }
  if (const Query limit(Query::OP_AND, limits.begin(), limits.end()); !limit.empty()) {
    query = query.empty() ? Query(0.0, limit) : Query(Query::OP_FILTER, query, limit);
  }
  if (must_not.empty()) {
    return query;
  }
  return {Query::OP_AND_NOT, query.empty() ? match_all() : query,
          Query(Query::OP_OR, must_not.begin(), must_not.end())};
}

}  // namespace bulletin
