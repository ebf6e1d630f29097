#include "searcher/search/facets.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/query/filters.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

// Which facets a pass is for: those whose own limits it leaves out.
enum class Group : std::uint8_t { kNoneLeftOut, kCountry, kDate, kLang, kKind, kRegion };

Query with_limits(const SearchQuery& query, Group left_out) {
  std::vector<Query> limits;
  const auto take = [&](Group group, const std::vector<Query>& filters) {
    if (group != left_out) {
      limits.insert(limits.end(), filters.begin(), filters.end());
    }
  };
  take(Group::kCountry, query.filters.country);
  take(Group::kDate, query.filters.date);
  take(Group::kLang, query.filters.lang);
  take(Group::kKind, query.filters.kind);
  take(Group::kRegion, query.filters.region);
  limits.insert(limits.end(), query.filters.source.begin(), query.filters.source.end());
  if (limits.empty()) {
    return query.match;
  }
  return {Query::OP_FILTER, query.match, Query(Query::OP_AND, limits.begin(), limits.end())};
}

// Largest first, equal ones as they stood.
std::vector<Bucket> by_count(std::vector<Bucket> buckets) {
  std::ranges::stable_sort(buckets, std::greater(), &Bucket::count);
  return buckets;
}

std::vector<Bucket> newest_first(std::vector<Bucket> buckets) {
  std::ranges::reverse(buckets);
  return buckets;
}

std::vector<Bucket> countries_of(const FacetCounts& counts) {
  std::vector<Bucket> countries = counts.countries;
  if (counts.without_country > 0) {
    const auto place = std::ranges::lower_bound(countries, kNone, {}, &Bucket::value);
    countries.insert(place, {std::string(kNone), counts.without_country});
  }
  return by_count(std::move(countries));
}

std::vector<Bucket> years_of(const FacetCounts& counts) {
  std::vector<Bucket> years = newest_first(counts.years);
  if (counts.without_date > 0) {
    years.push_back({std::string(kNone), counts.without_date});
  }
  return years;
}

// All documents with a term.
std::vector<Xapian::docid> documents_with(const Xapian::Database& database, const std::string& term,
                                          const Deadline& deadline) {
  return is_at_hand(database) ? std::vector<Xapian::docid>(database.postlist_begin(term),
                                                           database.postlist_end(term))
                              : ask_documents(database, Query(term), deadline);
}

// Countries shown by one of the rules: the postings of their rule terms among the documents.
std::vector<Bucket> countries_by_rule(const Xapian::Database& database,
                                      const std::vector<Xapian::docid>& documents,
                                      const std::vector<std::string>& rules,
                                      const Deadline& deadline) {
  std::map<std::string, std::set<Xapian::docid>> shown;
  for (const std::string& rule : rules) {
    const std::string start = prefixed(prefix::kCountryRule, rule + ":");
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      deadline.look();
      auto& found = shown[(*term).substr(start.size())];
      std::ranges::set_intersection(documents_with(database, *term, deadline), documents,
                                    std::inserter(found, found.end()));
    }
  }
  std::vector<Bucket> buckets;
  for (const auto& [code, found] : shown) {
    if (!found.empty()) {
      buckets.push_back({code, found.size()});
    }
  }
  return by_count(std::move(buckets));
}

// Those of `documents`, ascending, that have the term.
std::vector<Xapian::docid> having_term(const Xapian::Database& database,
                                       const std::vector<Xapian::docid>& documents,
                                       const std::string& term, const Deadline& deadline) {
  std::vector<Xapian::docid> found;
  std::ranges::set_intersection(documents_with(database, term, deadline), documents,
                                std::back_inserter(found));
  return found;
}

}  // namespace

Query limited(const SearchQuery& query) {
  return with_limits(query, Group::kNoneLeftOut);
}

Facets count_facets(const Xapian::Database& database, std::string_view state,
                    const SearchQuery& query, const std::vector<Xapian::docid>& matches,
                    SharedFacetColumn& column) {
  const Deadline& deadline = query.deadline;
  const FacetCounts all = column.count(database, state, matches, limited(query), deadline);
  const auto documents_without = [&](Group group, const std::vector<Query>& limits) {
    return limits.empty() ? matches
                          : matching_documents(database, with_limits(query, group), deadline);
  };
  FacetCounts without;
  const auto counts_without = [&](Group group,
                                  const std::vector<Query>& limits) -> const FacetCounts& {
    if (limits.empty()) {
      return all;
    }
    without = column.count(database, state, documents_without(group, limits),
                           with_limits(query, group), deadline);
    return without;
  };
  const Filters& filters = query.filters;
  Facets facets{.country = filters.rules.empty()
                               ? countries_of(counts_without(Group::kCountry, filters.country))
                               : countries_by_rule(
                                     database, documents_without(Group::kCountry, filters.country),
                                     filters.rules, deadline),
                .lang = by_count(counts_without(Group::kLang, filters.lang).langs),
                .kind = by_count(counts_without(Group::kKind, filters.kind).kinds),
                .region = by_count(counts_without(Group::kRegion, filters.region).regions)};
  const FacetCounts& dates = counts_without(Group::kDate, filters.date);
  facets.year = years_of(dates);
  facets.month = newest_first(dates.months);
  return facets;
}

MonthDays count_days(const Xapian::Database& database, const SearchQuery& query,
                     std::string_view month) {
  const auto span = parse_span(month);
  MonthDays counted;
  if (!span || span->precision != Precision::kMonth || month.size() != 7) {
    return counted;
  }
  const std::string digits = std::string(month.substr(0, 4)) + std::string(month.substr(5));
  std::vector<Xapian::docid> left = having_term(
      database, matching_documents(database, with_limits(query, Group::kDate), query.deadline),
      prefixed(prefix::kMonth, digits), query.deadline);
  const std::vector<Xapian::docid> in_month = left;
  for (Date day = span->from; day <= span->to; day = next_day(day)) {
    const std::string text = format_date(day);
    const std::vector<Xapian::docid> on_day = having_term(
        database, in_month, prefixed(prefix::kDay, digits + text.substr(8)), query.deadline);
    if (on_day.empty()) {
      continue;
    }
    counted.days.push_back({text, on_day.size()});
    std::vector<Xapian::docid> rest;
    std::ranges::set_difference(left, on_day, std::back_inserter(rest));
    left = std::move(rest);
  }
  counted.day_not_given = left.size();
  return counted;
}

}  // namespace bulletin
