#include "searcher/search/facets.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <unordered_map>

#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/schema.hpp"
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

// Notes each candidate and refuses it, so that no result list is ever built.
class Collector : public Xapian::MatchDecider {
 public:
  Collector(std::vector<Xapian::docid>& found, const Deadline& deadline)
      : found_(found), deadline_(deadline) {}

  bool operator()(const Xapian::Document& document) const override {
    deadline_.check();
    found_.push_back(document.get_docid());
    return false;
  }

 private:
  std::vector<Xapian::docid>& found_;
  Deadline deadline_;
};

std::vector<Bucket> by_count(const ValueCounts<std::string>& counts) {
  std::vector<Bucket> buckets;
  for (const auto& [value, number] : counts) {
    buckets.push_back({value, number});
  }
  std::ranges::sort(buckets, [](const Bucket& a, const Bucket& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return buckets;
}

std::vector<Bucket> countries_of(FacetCounts counts) {
  if (counts.without_country > 0) {
    counts.countries.emplace_back(kNone, counts.without_country);
  }
  return by_count(counts.countries);
}

// Countries shown by one of the rules: the postings of their rule terms among the documents.
std::vector<Bucket> countries_by_rule(const Xapian::Database& database,
                                      const std::vector<Xapian::docid>& documents,
                                      const std::vector<std::string>& rules,
                                      const Deadline& deadline) {
  std::unordered_map<std::string, std::set<Xapian::docid>> shown;
  for (const std::string& rule : rules) {
    const std::string start = prefixed(prefix::kCountryRule, rule + ":");
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      deadline.look();
      auto& found = shown[(*term).substr(start.size())];
      std::ranges::set_intersection(
          std::vector<Xapian::docid>(database.postlist_begin(*term), database.postlist_end(*term)),
          documents, std::inserter(found, found.end()));
    }
  }
  ValueCounts<std::string> counts;
  for (const auto& [code, found] : shown) {
    if (!found.empty()) {
      counts.emplace_back(code, found.size());
    }
  }
  return by_count(counts);
}

// Those of `documents`, ascending, that have the term.
std::vector<Xapian::docid> having_term(const Xapian::Database& database,
                                       const std::vector<Xapian::docid>& documents,
                                       const std::string& term) {
  std::vector<Xapian::docid> found;
  std::ranges::set_intersection(
      std::vector<Xapian::docid>(database.postlist_begin(term), database.postlist_end(term)),
      documents, std::back_inserter(found));
  return found;
}

std::vector<Bucket> years_of(FacetCounts counts) {
  std::ranges::sort(counts.years, std::greater());
  std::vector<Bucket> buckets;
  for (const auto& [year, number] : counts.years) {
    buckets.push_back({format_month(MonthNumber{year} * 12).substr(0, 4), number});
  }
  if (counts.without_date > 0) {
    buckets.push_back({std::string(kNone), counts.without_date});
  }
  return buckets;
}

std::vector<Bucket> months_of(FacetCounts counts) {
  std::ranges::sort(counts.months, std::greater());
  std::vector<Bucket> buckets;
  for (const auto& [month, number] : counts.months) {
    buckets.push_back({format_month(month), number});
  }
  return buckets;
}

}  // namespace

Query limited(const SearchQuery& query) {
  return with_limits(query, Group::kNoneLeftOut);
}

std::vector<Xapian::docid> matching_documents(const Xapian::Database& database, const Query& query,
                                              const Deadline& deadline) {
  std::vector<Xapian::docid> found;
  const Collector collector(found, deadline);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  // One candidate has to be asked for, or the match is not run; the collector refuses all.
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount(), nullptr, &collector));
  if (!std::ranges::is_sorted(found)) {
    std::ranges::sort(found);
  }
  return found;
}

Facets FacetCounter::count(const Xapian::Database& database, std::string_view state,
                           const SearchQuery& query, const std::vector<Xapian::docid>& matches) {
  const Deadline& deadline = query.deadline;
  const FacetCounts all = column_.count(database, state, matches, deadline);
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
    without = column_.count(database, state, documents_without(group, limits), deadline);
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
  facets.month = months_of(dates);
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
      prefixed(prefix::kMonth, digits));
  const std::vector<Xapian::docid> in_month = left;
  for (Date day = span->from; day <= span->to; day = next_day(day)) {
    const std::string text = format_date(day);
    const std::vector<Xapian::docid> on_day =
        having_term(database, in_month, prefixed(prefix::kDay, digits + text.substr(8)));
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
