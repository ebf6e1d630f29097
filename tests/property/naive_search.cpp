#include "tests/property/naive_search.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"

namespace bulletin::test {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;

// A word, or one Chinese character; `joined` to the character before it in the same run.
struct Unit {
  std::string text;
  bool joined = false;

  bool operator==(const Unit&) const = default;
};

std::vector<Unit> units_of(std::string_view text) {
  std::vector<Unit> units;
  bool in_word = false;
  bool in_run = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    if (is_han(c)) {
      units.push_back({std::string(text.substr(begin, at - begin)), in_run});
    } else if (letter && in_word) {
      units.back().text += static_cast<char>(c);
    } else if (letter) {
      units.push_back({std::string(1, static_cast<char>(c)), false});
    }
    in_run = is_han(c);
    in_word = letter;
  }
  return units;
}

bool stands_in(std::string_view text, const std::vector<Unit>& wanted) {
  const std::vector<Unit> units = units_of(text);
  for (std::size_t i = 0; i + wanted.size() <= units.size(); ++i) {
    const bool first = units[i].text == wanted.front().text;
    if (first && std::equal(wanted.begin() + 1, wanted.end(),
                            units.begin() + static_cast<std::ptrdiff_t>(i) + 1)) {
      return true;
    }
  }
  return false;
}

bool matches_words(const Bulletin& item, const std::vector<ModelClause>& clauses) {
  bool has_must = false;
  bool has_should = false;
  bool any_should = false;
  for (const ModelClause& clause : clauses) {
    const bool found = holds(item, clause);
    switch (clause.part) {
      case Part::kMustNot:
        if (found) {
          return false;
        }
        break;
      case Part::kMust:
        if (!found) {
          return false;
        }
        has_must = true;
        break;
      case Part::kShould:
        has_should = true;
        any_should = any_should || found;
        break;
    }
  }
  return has_must || !has_should || any_should;
}

// The days, months or years of a span, each as a span of its own.
std::vector<DateSpan> units_of(const DateSpan& span) {
  std::vector<DateSpan> units;
  for (Date at = span.from; at <= span.to; at = next_day(units.back().to)) {
    units.push_back(span.precision == Precision::kDay     ? day_span(at)
                    : span.precision == Precision::kMonth ? month_span(at.year() / at.month())
                                                          : year_span(at.year()));
  }
  return units;
}

// An item is found where a limit covers one of the units it is known to.
bool touches(const Bulletin& item, const std::string& limit) {
  const std::vector<DateSpan> spans = dated_spans(item);
  if (limit == "none") {
    return spans.empty();
  }
  const DateSpan range = parse_span(limit).value();
  return std::ranges::any_of(spans, [&](const DateSpan& span) {
    return std::ranges::any_of(units_of(span), [&](const DateSpan& unit) {
      return range.from <= unit.from && unit.to <= range.to;
    });
  });
}

bool has_country(const Bulletin& item, const std::string& limit) {
  const std::vector<std::string> codes = offered_countries(item);
  return limit == "none" ? codes.empty() : std::ranges::find(codes, limit) != codes.end();
}

bool begins_in(std::string_view text, std::string_view start) {
  return std::ranges::any_of(units_of(text),
                             [&](const Unit& unit) { return unit.text.starts_with(start); });
}

bool stand_near(std::string_view text, const std::vector<Unit>& pair, std::size_t distance) {
  const std::vector<Unit> units = units_of(text);
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (std::size_t j = 0; j < units.size(); ++j) {
      const std::size_t apart = i < j ? j - i : i - j;
      if (units[i].text == pair.front().text && units[j].text == pair.back().text && i != j &&
          apart <= distance + 1) {
        return true;
      }
    }
  }
  return false;
}

bool comes_from(const Bulletin& item, const std::string& source) {
  const std::string host =
      item.url.empty() ? "" : '.' + item.url.substr(8, item.url.rfind('/') - 8);
  const bool is_domain = source.find('.') != std::string::npos;  // One label alone is none.
  return stands_in(item.source, units_of(source)) || (is_domain && host.ends_with('.' + source));
}

template <typename Test>
bool any_of(const std::vector<std::string>& limits, Test test) {
  return limits.empty() || std::ranges::any_of(limits, test);
}

bool matches(const Bulletin& item, const ModelQuery& query) {
  return matches_words(item, query.clauses) &&
         any_of(query.countries, [&](const auto& limit) { return has_country(item, limit); }) &&
         any_of(query.dates, [&](const auto& limit) { return touches(item, limit); }) &&
         any_of(query.langs, [&](const auto& limit) { return item.lang == limit; }) &&
         any_of(query.sources, [&](const auto& limit) { return comes_from(item, limit); });
}

void count_dates(const Bulletin& item, ModelFacets& facets) {
  std::set<std::string> found_years;
  std::set<std::string> found_months;
  for (const DateSpan& span : dated_spans(item)) {
    for (const DateSpan& unit : units_of(span)) {
      found_years.insert(format_date(unit.from).substr(0, 4));
      if (span.precision != Precision::kYear) {
        found_months.insert(format_date(unit.from).substr(0, 7));
      }
    }
  }
  if (found_years.empty()) {
    found_years.insert("none");
  }
  for (const std::string& year : found_years) {
    ++facets.year[year];
  }
  for (const std::string& month : found_months) {
    ++facets.month[month];
  }
}

}  // namespace

bool holds(const Bulletin& item, const ModelClause& clause) {
  const std::vector<Unit> wanted = units_of(clause.text);
  if (clause.is_prefix) {
    return begins_in(item.title, clause.text);
  }
  if (clause.distance > 0) {
    return stand_near(item.title, wanted, clause.distance) ||
           stand_near(item.text, wanted, clause.distance);
  }
  return clause.in_title ? stands_in(item.title, wanted) : holds(item, clause.text);
}

bool holds(const Bulletin& item, std::string_view text) {
  const std::vector<Unit> wanted = units_of(text);
  return stands_in(item.title, wanted) || stands_in(item.text, wanted);
}

std::set<std::string> naive_matches(const std::vector<Bulletin>& corpus, const ModelQuery& query) {
  std::set<std::string> ids;
  for (const Bulletin& item : corpus) {
    if (matches(item, query)) {
      ids.insert(item.id);
    }
  }
  return ids;
}

ModelFacets naive_facets(const std::vector<Bulletin>& corpus, const ModelQuery& query) {
  ModelFacets facets;
  ModelQuery without_countries = query;
  without_countries.countries.clear();
  ModelQuery without_dates = query;
  without_dates.dates.clear();
  ModelQuery without_langs = query;
  without_langs.langs.clear();
  for (const Bulletin& item : corpus) {
    if (matches(item, without_countries)) {
      auto codes = offered_countries(item);
      if (codes.empty()) {
        codes.emplace_back("none");
      }
      for (const std::string& code : codes) {
        ++facets.country[code];
      }
    }
    if (matches(item, without_dates)) {
      count_dates(item, facets);
    }
    if (matches(item, without_langs)) {
      ++facets.lang[item.lang];
    }
  }
  return facets;
}

}  // namespace bulletin::test
