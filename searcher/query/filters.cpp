#include "searcher/query/filters.hpp"

#include <algorithm>
#include <array>

#include "indexer/base/event_kind.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/source_terms.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"
#include "indexer/understanding/regions.hpp"

namespace bulletin {

using Xapian::Query;

namespace {

bool is_code(std::string_view value) {
  return value.size() == 2 &&
         std::ranges::all_of(value, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Query having(std::string_view prefix, std::string_view value) {
  return Query(prefixed(prefix, value));
}

Query touching(const DateSpan& span) {
  const std::vector<std::string> terms = covering_terms(span);
  return {Query::OP_OR, terms.begin(), terms.end()};
}

std::optional<FilterValue> country_filter(std::string_view value,
                                          const std::vector<std::string>& rules) {
  if (value == kNone) {
    return FilterValue{.query = having(prefix::kCountry, kNone)};
  }
  auto code = country_from_name(value);
  if (!code && is_code(value)) {
    code = std::string(value);  // A source may supply codes of its own, XK for instance.
  }
  if (!code) {
    return std::nullopt;
  }
  std::vector<Query> shown;
  for (const std::string& rule : rules) {
    shown.push_back(having(prefix::kCountryRule, rule + ":" + *code));
  }
  return FilterValue{.query = rules.empty() ? having(prefix::kCountry, *code)
                                            : Query(Query::OP_OR, shown.begin(), shown.end()),
                     .country = *code};
}

std::optional<FilterValue> date_filter(std::string_view value, Date today) {
  if (value == kNone) {
    return FilterValue{.query = having(prefix::kYear, kNone)};
  }
  std::optional<DateSpan> span = parse_span(value);
  if (!span) {
    // A date in words has to fill the value, or a typing error would limit to something else.
    const std::vector<QueryDate> found = read_query_dates(value, today);
    if (found.size() == 1 && found.front().begin_byte == 0 &&
        found.front().end_byte == value.size()) {
      span = found.front().span;
    }
  }
  if (!span) {
    return std::nullopt;
  }
  return FilterValue{.query = touching(*span), .span = span};
}

std::optional<FilterValue> kind_filter(std::string_view value) {
  if (std::ranges::find(kKindNames, value) == kKindNames.end()) {
    return std::nullopt;
  }
  return FilterValue{.query = having(prefix::kKind, value), .kind = std::string(value)};
}

std::optional<FilterValue> region_filter(std::string_view value) {
  const auto region = region_from_name(value);
  if (!region) {
    return std::nullopt;
  }
  std::vector<Query> countries;
  for (const std::string& code : countries_in(region->code)) {
    countries.push_back(having(prefix::kCountry, code));
  }
  return FilterValue{.query = Query(Query::OP_OR, countries.begin(), countries.end())};
}

bool is_country_rule(std::string_view name) {
  return std::ranges::find(kCountryRules, name) != kCountryRules.end();
}

std::optional<FilterValue> lang_filter(std::string_view value) {
  const bool is_tag = !value.empty() && value.size() <= 8 &&
                      std::ranges::all_of(value, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_tag) {
    return std::nullopt;
  }
  return FilterValue{.query = having(prefix::kLang, value)};
}

std::optional<FilterValue> source_filter(std::string_view value, const Analyzer& analyzer) {
  const SourceTerms wanted = wanted_source(value, analyzer);
  std::vector<Query> ways;
  if (!wanted.whole.empty()) {
    ways.emplace_back(wanted.whole);
  }
  if (!wanted.words.empty()) {
    ways.emplace_back(Query::OP_AND, wanted.words.begin(), wanted.words.end());
  }
  return ways.empty()
             ? std::nullopt
             : std::optional(FilterValue{.query = Query(Query::OP_OR, ways.begin(), ways.end())});
}

}  // namespace bulletin
