#include "searcher/query/filters.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"

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

std::optional<FilterValue> country_filter(std::string_view value) {
  if (value == kNone) {
    return FilterValue{.query = having(prefix::kCountry, kNone), .country = {}, .span = {}};
  }
  auto code = country_from_name(value);
  if (!code && is_code(value)) {
    code = std::string(value);  // A source may supply codes of its own, XK for instance.
  }
  if (!code) {
    return std::nullopt;
  }
  return FilterValue{.query = having(prefix::kCountry, *code), .country = *code, .span = {}};
}

std::optional<FilterValue> date_filter(std::string_view value, Date today) {
  if (value == kNone) {
    return FilterValue{.query = having(prefix::kYear, kNone), .country = {}, .span = {}};
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
  return FilterValue{.query = touching(*span), .country = {}, .span = span};
}

std::optional<FilterValue> lang_filter(std::string_view value) {
  const bool is_tag = !value.empty() && value.size() <= 8 &&
                      std::ranges::all_of(value, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_tag) {
    return std::nullopt;
  }
  return FilterValue{.query = having(prefix::kLang, value), .country = {}, .span = {}};
}

}  // namespace bulletin
