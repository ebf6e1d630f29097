#include "searcher/query/limits.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "indexer/base/error.hpp"
#include "searcher/query/chosen_limits.hpp"
#include "searcher/query/query_text.hpp"

namespace bulletin {

using Xapian::Query;

std::vector<Query>* Limits::group_of(std::string_view field) const {
  Filters& filters = query_.filters;
  const std::pair<std::string_view, std::vector<Query>*> groups[] = {
      {"country", &filters.country}, {"date", &filters.date},     {"lang", &filters.lang},
      {"kind", &filters.kind},       {"region", &filters.region}, {"source", &filters.source}};
  const auto* found = std::ranges::find(groups, field, [](const auto& g) { return g.first; });
  return found == std::end(groups) ? nullptr : found->second;
}

std::optional<FilterValue> Limits::value_of(std::string_view field, std::string_view value) const {
  if (field == "country") {
    return country_filter(value, request_.rules);
  }
  if (field == "date") {
    return date_filter(value, request_.today);
  }
  if (field == "kind") {
    return kind_filter(value);
  }
  if (field == "source") {
    return source_filter(value, analyzer_);
  }
  return field == "region" ? region_filter(value)
         : field == "lang" ? lang_filter(value)
                           : std::nullopt;
}

// Reads `KZ,ES`: any of the values; the name of a source may hold a comma. Empty when one of them
// is none.
std::vector<FilterValue> Limits::values_of(std::string_view field, std::string_view text) const {
  std::vector<FilterValue> values;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = field == "source" ? std::string_view::npos : text.find(',', begin);
    const std::size_t end = std::min(comma, text.size());
    std::optional<FilterValue> value = value_of(field, text.substr(begin, end - begin));
    if (!value) {
      return {};
    }
    values.push_back(std::move(*value));
    begin = end + 1;
  }
  return values;
}

bool Limits::spend_value() {
  overflowed_ = overflowed_ || values_left_ == 0;
  values_left_ -= values_left_ == 0 ? 0 : 1;
  return !overflowed_;
}

void Limits::add(std::string_view field, const std::string& text, Query query) {
  query_.parts.push_back({part_kind_of(field), Occur::kMust, true, text, query});
  group_of(field)->push_back(std::move(query));
}

bool Limits::add_values(std::string_view field, const std::string& text,
                        const std::vector<FilterValue>& values) {
  if (values.empty() || group_of(field) == nullptr) {
    return false;
  }
  std::vector<Query> queries;
  std::set<std::string> seen;  // A region is fifty terms: no use in asking twice.
  for (const FilterValue& value : values) {
    if (seen.insert(value.query.get_description()).second) {
      queries.push_back(value.query);
    }
    if (!value.country.empty()) {
      query_.needles.countries.insert(value.country);
    }
    if (!value.kind.empty()) {
      query_.needles.kinds.insert(value.kind);
    }
    if (value.span) {
      query_.needles.dates.push_back(*value.span);
    }
  }
  add(field, text, Query(Query::OP_OR, queries.begin(), queries.end()));
  return true;
}

bool Limits::take(const Clause& clause) {
  const bool is_any = clause.kind == ClauseKind::kAny;
  const Clause& first = is_any ? clause.children.front() : clause;
  if (first.kind != ClauseKind::kField || clause.occur != Occur::kMust) {
    return false;
  }
  std::vector<FilterValue> all;
  const auto add_all = [&](std::vector<FilterValue>&& values) {
    for (FilterValue& value : values) {
      if (spend_value()) {
        all.push_back(std::move(value));
      }
    }
  };
  for (const Clause& field : is_any ? std::span(clause.children) : std::span(&clause, 1)) {
    std::vector<FilterValue> values = field.field == first.field
                                          ? values_of(field.field, field.text)
                                          : std::vector<FilterValue>();
    if (values.empty()) {
      return false;
    }
    add_all(std::move(values));
  }
  // What is left out for being too much is taken all the same: it is no text to search.
  return all.empty() || add_values(first.field, is_any ? clause_text(clause) : clause.text, all);
}

bool Limits::is_empty() const {
  const Filters& filters = query_.filters;
  return filters.country.empty() && filters.date.empty() && filters.lang.empty() &&
         filters.kind.empty() && filters.region.empty() && filters.source.empty();
}

void Limits::take_chosen() {
  for (const auto& [name, values] : limits_of(request_)) {
    for (const std::string& value : *values) {
      if (const auto fault = limit_fault(name, value, request_.today)) {
        throw Error(ErrorCode::kBadUsage, fault->message + ": " + fault->hint);
      }
    }
    choose(name, *values);
  }
  query_.filters.rules = request_.rules;
}

void Limits::choose(std::string_view field, const std::vector<std::string>& texts) {
  std::vector<FilterValue> all;
  std::string typed;
  for (const std::string& text : texts) {
    const std::vector<FilterValue> values = values_of(field, text);
    all.insert(all.end(), values.begin(), values.end());
    typed += (typed.empty() ? "" : ",") + text;
  }
  add_values(field, typed, all);
}

}  // namespace bulletin
