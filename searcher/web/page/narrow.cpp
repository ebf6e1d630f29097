#include "searcher/web/page/narrow.hpp"

#include <algorithm>
#include <utility>

#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/regions.hpp"
#include "searcher/query/chosen_limits.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"

namespace bulletin {
namespace {

std::string normal_value(std::string_view name, std::string_view value) {
  if (name == "country") {
    return country_from_name(value).value_or(std::string(value));
  }
  if (name == "region") {
    const auto region = region_from_name(value);
    return region ? region->code : std::string(value);
  }
  const auto span = name == "date" ? parse_span(value) : std::nullopt;
  return span ? format_span(*span) : std::string(value);
}

std::vector<std::string> normal_values(std::string_view name,
                                       const std::vector<std::string>& values) {
  std::vector<std::string> normal;
  for (const std::string_view list : values) {
    for (std::size_t begin = 0; begin <= list.size();) {
      // The name of a source may hold a comma.
      const std::size_t comma = name == "source" ? list.npos : list.find(',', begin);
      const std::size_t end = std::min(comma, list.size());
      std::string value = normal_value(name, list.substr(begin, end - begin));
      if (!value.empty() && std::ranges::find(normal, value) == normal.end()) {
        normal.push_back(std::move(value));
      }
      begin = end + 1;
    }
  }
  return normal;
}

std::vector<std::string>* values_called(QueryRequest& query, std::string_view name) {
  for (const auto& [known, values] : limits_of(query)) {
    if (known == name) {
      return values;
    }
  }
  return nullptr;
}

bool is_field(const Clause& clause, std::string_view name) {
  return clause.kind == ClauseKind::kField && clause.field == name;
}

std::string_view without_spaces_around(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == text.npos ? std::string_view()
                            : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

void normalize_limits(QueryRequest& query) {
  for (const auto& [name, values] : limits_of(query)) {
    *values = normal_values(name, *values);
  }
}

void choose_typed_limits(QueryRequest& query) {
  ParsedQuery parsed = parse_query(query.text);
  if (!parsed.notes.empty()) {
    return;  // Written anew it would lose them.
  }
  const std::size_t before = parsed.clauses.size();
  const QueryRequest given = query;
  for (const std::string_view name : {"country", "date", "lang", "kind", "region"}) {
    const auto is_typed = [&](const Clause& clause) { return is_field(clause, name); };
    const auto typed = std::ranges::find_if(parsed.clauses, is_typed);
    if (!chosen_values(given, name).empty() ||
        std::ranges::count_if(parsed.clauses, is_typed) != 1 || typed->occur != Occur::kMust ||
        limit_fault(name, typed->text, query.today)) {
      continue;
    }
    values_called(query, name)->push_back(typed->text);
    parsed.clauses.erase(typed);
  }
  if (parsed.clauses.size() < before) {
    query.text = query_text(parsed);
  }
}

const std::vector<std::string>& chosen_values(const QueryRequest& query, std::string_view name) {
  static const std::vector<std::string> none;
  for (const auto& [known, values] : limits_of(query)) {
    if (known == name) {
      return *values;
    }
  }
  return none;
}

std::vector<ChosenLimit> chosen_limits(const QueryRequest& query) {
  std::vector<ChosenLimit> limits;
  for (const auto& [name, values] : limits_of(query)) {
    for (const std::string& value : *values) {
      limits.push_back({name, value});
    }
  }
  return limits;
}

SearchRequest limited_to(SearchRequest request, std::string_view name, std::string_view value) {
  if (auto* const values = values_called(request.query, name)) {
    *values = {std::string(value)};
  }
  request.offset = 0;
  return request;
}

SearchRequest without_limit(SearchRequest request, const ChosenLimit& limit) {
  if (auto* const values = values_called(request.query, limit.name)) {
    std::erase(*values, limit.value);
  }
  request.offset = 0;
  return request;
}

SearchRequest without_limits(SearchRequest request) {
  for (const auto& limit : limits_of(request.query)) {
    limit.second->clear();
  }
  request.offset = 0;
  return request;
}

SearchRequest with_text(SearchRequest request, std::string text) {
  request.query.text = std::move(text);
  request.offset = 0;
  return request;
}

std::string replaced(std::string_view text, std::string_view part, std::string_view replacement) {
  const std::size_t at = part.empty() ? text.npos : text.find(part);
  if (at == text.npos) {
    return std::string(text);
  }
  const std::string_view before = without_spaces_around(text.substr(0, at));
  const std::string_view after = without_spaces_around(text.substr(at + part.size()));
  std::string joined(before);
  for (const std::string_view piece : {replacement, after}) {
    joined += joined.empty() || piece.empty() ? "" : " ";
    joined += piece;
  }
  return joined;
}

}  // namespace bulletin
