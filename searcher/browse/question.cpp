#include "searcher/browse/question.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "indexer/understanding/regions.hpp"
#include "searcher/query/filters.hpp"

namespace bulletin::browse {
namespace {

std::vector<std::string>& values_of(Question& question, Facet facet) {
  QueryRequest& query = question.query;
  switch (facet) {
    case Facet::kCountry:
      return query.countries;
    case Facet::kDate:
      return query.dates;
    case Facet::kKind:
      return query.kinds;
    case Facet::kLang:
      return query.langs;
    case Facet::kRegion:
      break;
  }
  return query.regions;
}

std::string country_code(const std::string& name) {
  const auto filter = country_filter(name);
  return filter && !filter->country.empty() ? filter->country : name;
}

std::string region_code(const std::string& name) {
  const auto region = region_from_name(name);
  return region ? region->code : name;
}

// Cuts `KZ,ES` as an option's value is cut.
void normalize(std::vector<std::string>& values,
               const std::function<std::string(const std::string&)>& code_of) {
  std::vector<std::string> codes;
  for (const std::string& value : values) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      std::string code = code_of(value.substr(begin, end - begin));
      if (std::ranges::find(codes, code) == codes.end()) {
        codes.push_back(std::move(code));
      }
      begin = end + 1;
    }
  }
  values = std::move(codes);
}

// 2019-12 lies in 2019.
bool contains(const std::string& whole, const std::string& part) {
  return part.size() > whole.size() && part.starts_with(whole) && part[whole.size()] == '-';
}

void tidy_spaces(std::string& text) {
  std::string kept;
  for (const char c : text) {
    if (c != ' ' || (!kept.empty() && kept.back() != ' ')) {
      kept += c;
    }
  }
  text = kept.ends_with(' ') ? kept.substr(0, kept.size() - 1) : kept;
}

}  // namespace

const std::vector<std::string>& chosen(const Question& question, Facet facet) {
  return values_of(const_cast<Question&>(question), facet);  // Only handed on as const.
}

Question normalized(Question question) {
  QueryRequest& query = question.query;
  const auto as_is = [](const std::string& value) { return value; };
  normalize(query.countries, country_code);
  normalize(query.dates, [&](const std::string& value) {
    const auto filter = date_filter(value, query.today);
    return filter && filter->span ? format_span(*filter->span) : value;
  });
  normalize(query.kinds, as_is);
  normalize(query.langs, as_is);
  normalize(query.regions, region_code);
  return question;
}

Question only(Question question, Facet facet, const std::string& value) {
  std::vector<std::string>& values = values_of(question, facet);
  const bool is_alone = values.size() == 1 && values.front() == value;
  values.clear();
  if (!is_alone) {
    values.push_back(value);
  }
  return question;
}

Question toggled(Question question, Facet facet, const std::string& value) {
  std::vector<std::string>& values = values_of(question, facet);
  if (std::erase(values, value) > 0) {
    return question;
  }
  if (facet == Facet::kDate) {
    std::erase_if(values, [&](const std::string& other) {
      return contains(other, value) || contains(value, other);
    });
  }
  values.push_back(value);
  return question;
}

Question without_words(Question question, std::string_view surface) {
  std::string& text = question.query.text;
  const std::size_t at = text.find(surface);
  if (at == std::string::npos || surface.empty()) {
    question.query.literal = true;
    return question;
  }
  const bool has_operator =
      at > 0 && (text[at - 1] == '+' || text[at - 1] == '-') && (at == 1 || text[at - 2] == ' ');
  text = text.substr(0, at - (has_operator ? 1 : 0)) + ' ' + text.substr(at + surface.size());
  tidy_spaces(text);
  return question;
}

Question in_next_order(Question question) {
  switch (question.sort) {
    case Sort::kRelevance:
      question.sort = Sort::kNewestFirst;
      break;
    case Sort::kNewestFirst:
      question.sort = Sort::kOldestFirst;
      break;
    case Sort::kOldestFirst:
      question.sort = Sort::kTitle;
      break;
    case Sort::kTitle:
      question.sort = Sort::kRelevance;
      break;
  }
  return question;
}

}  // namespace bulletin::browse
