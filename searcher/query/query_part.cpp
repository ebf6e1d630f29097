#include "searcher/query/query_part.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bulletin {
namespace {

using Xapian::Query;

constexpr std::array<std::string_view, 14> kNames{
    "words", "phrase", "prefix", "group",       "country", "date",  "lang",
    "kind",  "region", "id",     "translation", "sound",   "title", "source"};

}  // namespace

std::string_view part_kind_name(PartKind kind) {
  return kNames.at(static_cast<std::size_t>(kind));
}

PartKind part_kind_of(std::string_view field) {
  const auto found = std::ranges::find(kNames, field);
  return static_cast<PartKind>(found - kNames.begin());
}

Query query_of(const std::vector<QueryPart>& parts, std::optional<std::size_t> left_out) {
  std::vector<Query> should, must, limits, must_not;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == left_out) {
      continue;
    }
    auto& taken = parts[i].limits                     ? limits
                  : parts[i].occur == Occur::kMust    ? must
                  : parts[i].occur == Occur::kMustNot ? must_not
                                                      : should;
    taken.push_back(parts[i].query);
  }
  const auto all = [](const std::vector<Query>& queries) {
    return Query(Query::OP_AND, queries.begin(), queries.end());
  };
  const auto any = [](const std::vector<Query>& queries) {
    return Query(Query::OP_OR, queries.begin(), queries.end());
  };
  // What is only wanted selects where nothing is required, as in a search.
  Query query = must.empty() ? any(should) : all(must);
  query = query.empty() ? match_all() : query;
  query = limits.empty() ? query : Query(Query::OP_FILTER, query, all(limits));
  return must_not.empty() ? query : Query(Query::OP_AND_NOT, query, any(must_not));
}

}  // namespace bulletin
