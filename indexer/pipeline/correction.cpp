#include "indexer/pipeline/correction.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/understanding/countries.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr auto kHint = "write country=KZ,-ES date=2019-12-10..2019-12-11 kind=visit title=\"...\"";

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::kBadUsage, "cannot set " + what, kHint);
}

std::string read_country(std::string_view value) {
  const auto code = country_from_name(value);
  if (!code) {
    refuse("country '" + std::string(value) + "': no such country");
  }
  return *code;
}

DateSpan read_date(std::string_view value) {
  const auto span = parse_span(value);
  if (!span) {
    refuse("date '" + std::string(value) + "': not a day, month, year or range of them");
  }
  return *span;
}

std::string read_kind(std::string_view value) {
  const bool is_kind = std::ranges::find(kKindNames, value) != kKindNames.end();
  if (!is_kind || value == kKindNames.back()) {
    std::string names;
    for (const std::string_view name : kKindNames) {
      names += name == kKindNames.back() ? "" : (names.empty() ? "" : ", ") + std::string(name);
    }
    refuse("kind '" + std::string(value) + "': not one of " + names);
  }
  return std::string(value);
}

// Moves a value to the list it belongs to now.
template <typename Value>
void put(Value value, std::vector<Value>& into, std::vector<Value>& from) {
  std::erase(from, value);
  if (std::ranges::find(into, value) == into.end()) {
    into.push_back(std::move(value));
  }
}

// Reads `A,-B`, each value by `read`.
template <typename Value, typename Read>
void take_list(std::string_view key, std::string_view list, Read read, std::vector<Value>& wanted,
               std::vector<Value>& removed) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view value = trim(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    const bool removes = value.starts_with('-');
    value.remove_prefix(removes ? 1 : 0);
    if (value.empty()) {
      refuse(std::string(key) + ": a value is empty");
    }
    removes ? put(read(value), removed, wanted) : put(read(value), wanted, removed);
  }
}

// Dates that are named are all the item's dates, so earlier ones make room.
void take_dates(std::string_view list, Correction& correction) {
  Correction named;
  take_list("date", list, read_date, named.dates, named.removed_dates);
  if (!named.dates.empty()) {
    correction.dates.clear();
  }
  for (const DateSpan& span : named.dates) {
    put(span, correction.dates, correction.removed_dates);
  }
  for (const DateSpan& span : named.removed_dates) {
    put(span, correction.removed_dates, correction.dates);
  }
}

void take_title(std::string_view value, Correction& correction) {
  if (const std::string problem = check_plain_text(value); !problem.empty()) {
    refuse("title: " + problem);
  }
  if (value.size() > kMaxItemBytes / 2) {
    refuse("title: longer than an item may be");
  }
  correction.title = value;
}

json spans_json(const std::vector<DateSpan>& spans) {
  json list = json::array();
  for (const DateSpan& span : spans) {
    list.push_back(format_span(span));
  }
  return list;
}

std::vector<DateSpan> spans_of(const json& list) {
  std::vector<DateSpan> spans;
  for (const json& span : list) {
    spans.push_back(parse_span(span.get<std::string>()).value());
  }
  return spans;
}

std::string list_text(const json& wanted, const json& removed) {
  std::string text;
  for (const json& value : wanted) {
    text += (text.empty() ? "" : ",") + value.get<std::string>();
  }
  for (const json& value : removed) {
    text += (text.empty() ? "-" : ",-") + value.get<std::string>();
  }
  return text;
}

}  // namespace

void take_assignment(std::string_view assignment, Correction& correction) {
  const std::size_t equals = assignment.find('=');
  const std::string_view key = assignment.substr(0, equals);
  const std::string_view value =
      trim(assignment.substr(std::min(key.size() + 1, assignment.size())));
  if (equals == std::string_view::npos || value.empty()) {
    refuse("'" + std::string(assignment) + "': not key=value");
  }
  if (key == "country") {
    take_list(key, value, read_country, correction.countries, correction.removed_countries);
  } else if (key == "date") {
    take_dates(value, correction);
  } else if (key == "kind") {
    take_list(key, value, read_kind, correction.kinds, correction.removed_kinds);
  } else if (key == "title") {
    take_title(value, correction);
  } else {
    refuse("'" + std::string(key) + "': only country, date, kind and title can be set");
  }
}

std::string correction_json(const Correction& correction) {
  json object{
      {"country", json::array({correction.countries, correction.removed_countries})},
      {"date", json::array({spans_json(correction.dates), spans_json(correction.removed_dates)})},
      {"kind", json::array({correction.kinds, correction.removed_kinds})}};
  if (correction.title) {
    object["title"] = *correction.title;
  }
  return object.dump();
}

Correction parse_correction(const std::string& stored) {
  Correction correction;
  try {
    const json object = json::parse(stored);
    const auto read_codes = [&](const char* key, auto& wanted, auto& removed) {
      object.at(key).at(0).get_to(wanted);
      object.at(key).at(1).get_to(removed);
    };
    read_codes("country", correction.countries, correction.removed_countries);
    read_codes("kind", correction.kinds, correction.removed_kinds);
    correction.dates = spans_of(object.at("date").at(0));
    correction.removed_dates = spans_of(object.at("date").at(1));
    if (object.contains("title")) {
      correction.title = object.at("title").get<std::string>();
    }
  } catch (const std::exception& error) {
    throw Error(ErrorCode::kInternal,
                std::string("cannot read a correction in the index: ") + error.what(),
                "the index is damaged: bulletin-index repair makes it anew of what can be read");
  }
  return correction;
}

Correction parse_exported_correction(const std::string& stored) {
  const Correction claimed = parse_correction(stored);
  Correction correction;
  const auto take = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) {
      take_assignment(key + "=" + value, correction);
    }
  };
  take("country", list_text(claimed.countries, claimed.removed_countries));
  take("date", list_text(spans_json(claimed.dates), spans_json(claimed.removed_dates)));
  take("kind", list_text(claimed.kinds, claimed.removed_kinds));
  take("title", claimed.title.value_or(std::string()));
  return correction;
}

std::string correction_text(const Correction& correction) {
  const std::array lists{
      std::pair{"country", list_text(correction.countries, correction.removed_countries)},
      std::pair{"date",
                list_text(spans_json(correction.dates), spans_json(correction.removed_dates))},
      std::pair{"kind", list_text(correction.kinds, correction.removed_kinds)},
      std::pair{"title", correction.title ? json(*correction.title).dump() : std::string()}};
  std::string text;
  for (const auto& [key, value] : lists) {
    if (!value.empty()) {
      text += (text.empty() ? "" : " ") + std::string(key) + "=" + value;
    }
  }
  return text;
}

}  // namespace bulletin
