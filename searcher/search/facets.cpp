#include "searcher/search/facets.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/regions.hpp"
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
  explicit Collector(std::vector<Xapian::docid>& found) : found_(found) {}

  bool operator()(const Xapian::Document& document) const override {
    found_.push_back(document.get_docid());
    return false;
  }

 private:
  std::vector<Xapian::docid>& found_;
};

// Counts while documents go by.
struct Counts {
  std::unordered_map<std::string, std::size_t> country, lang, kind;
  std::map<std::vector<std::string>, std::size_t> country_sets;  // For regions: few differ.
  std::map<std::uint16_t, std::size_t> year;
  std::map<MonthNumber, std::size_t> month;
  std::size_t without_date = 0;

  void add(const FacetValues& values) {
    ++lang[values.lang];
    for (const std::string& code : values.countries) {
      ++country[code];
    }
    if (values.countries.empty()) {
      ++country[std::string(kNone)];
    }
    ++country_sets[values.countries];
    for (const std::string& name : values.kinds) {
      ++kind[name];
    }
    for (const std::uint16_t number : values.years) {
      ++year[number];
    }
    without_date += values.years.empty() ? 1 : 0;
    for (const MonthNumber number : values.months) {
      ++month[number];
    }
  }
};

Counts count(const Xapian::Database& database, const std::vector<Xapian::docid>& documents) {
  Counts counts;
  auto value = database.valuestream_begin(slot::kFacets);
  const auto end = database.valuestream_end(slot::kFacets);
  for (const Xapian::docid document : documents) {
    value.skip_to(document);
    if (value == end) {
      break;
    }
    counts.add(unpack_facets(*value));
  }
  return counts;
}

std::vector<Bucket> by_count(const std::unordered_map<std::string, std::size_t>& counts) {
  std::vector<Bucket> buckets;
  for (const auto& [value, number] : counts) {
    buckets.push_back({value, number});
  }
  std::ranges::sort(buckets, [](const Bucket& a, const Bucket& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return buckets;
}

// An item counts once in each region, however many of its countries lie there.
std::vector<Bucket> regions_of(const Counts& counts) {
  std::unordered_map<std::string, std::size_t> regions;
  for (const auto& [countries, number] : counts.country_sets) {
    std::set<std::string> touched;
    for (const std::string& code : countries) {
      if (const auto region = region_of(code)) {
        touched.insert({region->subregion.code, region->continent.code});
      }
    }
    for (const std::string& code : touched) {
      regions[code] += number;
    }
  }
  return by_count(regions);
}

// Countries shown by one of the rules: the postings of their rule terms among the documents.
std::vector<Bucket> countries_by_rule(const Xapian::Database& database,
                                      const std::vector<Xapian::docid>& documents,
                                      const std::vector<std::string>& rules) {
  std::unordered_map<std::string, std::set<Xapian::docid>> shown;
  for (const std::string& rule : rules) {
    const std::string start = prefixed(prefix::kCountryRule, rule + ":");
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      auto& found = shown[(*term).substr(start.size())];
      std::ranges::set_intersection(
          std::vector<Xapian::docid>(database.postlist_begin(*term), database.postlist_end(*term)),
          documents, std::inserter(found, found.end()));
    }
  }
  std::unordered_map<std::string, std::size_t> counts;
  for (const auto& [code, found] : shown) {
    if (!found.empty()) {
      counts[code] = found.size();
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

std::vector<Bucket> years_of(const Counts& counts) {
  std::vector<Bucket> buckets;
  for (auto row = counts.year.rbegin(); row != counts.year.rend(); ++row) {
    buckets.push_back({format_month(MonthNumber{row->first} * 12).substr(0, 4), row->second});
  }
  if (counts.without_date > 0) {
    buckets.push_back({std::string(kNone), counts.without_date});
  }
  return buckets;
}

std::vector<Bucket> months_of(const Counts& counts) {
  std::vector<Bucket> buckets;
  for (auto row = counts.month.rbegin(); row != counts.month.rend(); ++row) {
    buckets.push_back({format_month(row->first), row->second});
  }
  return buckets;
}

}  // namespace

Query limited(const SearchQuery& query) {
  return with_limits(query, Group::kNoneLeftOut);
}

std::vector<Xapian::docid> matching_documents(const Xapian::Database& database,
                                              const Query& query) {
  std::vector<Xapian::docid> found;
  const Collector collector(found);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  // One candidate has to be asked for, or the match is not run; the collector refuses all.
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount(), nullptr, &collector));
  std::ranges::sort(found);
  return found;
}

Facets count_facets(const Xapian::Database& database, const SearchQuery& query,
                    const std::vector<Xapian::docid>& matches) {
  const Counts all = count(database, matches);
  const auto documents_without = [&](Group group, const std::vector<Query>& limits) {
    return limits.empty() ? matches : matching_documents(database, with_limits(query, group));
  };
  const auto counts_without = [&](Group group, const std::vector<Query>& limits) {
    return limits.empty() ? all : count(database, documents_without(group, limits));
  };
  const Filters& filters = query.filters;
  const Counts dates = counts_without(Group::kDate, filters.date);
  return {.country =
              filters.rules.empty()
                  ? by_count(counts_without(Group::kCountry, filters.country).country)
                  : countries_by_rule(database, documents_without(Group::kCountry, filters.country),
                                      filters.rules),
          .year = years_of(dates),
          .month = months_of(dates),
          .lang = by_count(counts_without(Group::kLang, filters.lang).lang),
          .kind = by_count(counts_without(Group::kKind, filters.kind).kind),
          .region = regions_of(counts_without(Group::kRegion, filters.region))};
}

MonthDays count_days(const Xapian::Database& database, const SearchQuery& query,
                     std::string_view month) {
  const auto span = parse_span(month);
  MonthDays counted;
  if (!span || span->precision != Precision::kMonth || month.size() != 7) {
    return counted;
  }
  const std::string digits = std::string(month.substr(0, 4)) + std::string(month.substr(5));
  std::vector<Xapian::docid> left =
      having_term(database, matching_documents(database, with_limits(query, Group::kDate)),
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
