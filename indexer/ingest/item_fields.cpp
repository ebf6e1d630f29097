#include "indexer/ingest/item_fields.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <nlohmann/json.hpp>

#include "indexer/analysis/ascii_block.hpp"
#include "indexer/analysis/checked_utf8.hpp"
#include "indexer/ingest/scrape_noise.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

using Setter = std::string (*)(RawItem&, const json&);

std::string set_string(std::string& target, const json& value) {
  if (value.is_number_integer()) {  // Ids are often numbers.
    target = value.dump();
    return {};
  }
  if (!value.is_string()) {
    return "has to be a string";
  }
  target = value.get<std::string>();
  return {};
}

std::string set_lang(RawItem& item, const json& value) {
  std::string lang;
  if (std::string problem = set_string(lang, value); !problem.empty()) {
    return problem;
  }
  lang = lang.substr(0, lang.find_first_of("-_"));
  std::ranges::transform(lang, lang.begin(), [](unsigned char c) { return std::tolower(c); });
  const bool plain = std::ranges::all_of(lang, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || lang.size() > 8) {
    return "has to be a language tag such as en or zh";
  }
  item.lang = lang;
  return {};
}

std::string set_published(RawItem& item, const json& value) {
  std::string text;
  if (std::string problem = set_string(text, value); !problem.empty()) {
    return problem;
  }
  item.published = parse_date(trim(text));
  return item.published || trim(text).empty() ? std::string()
                                              : "has to be a day such as 2019-12-24";
}

// Returns a list's strings, or the parts of one string between commas.
std::vector<json> list_of(const json& value) {
  if (value.is_array()) {
    return value.get<std::vector<json>>();
  }
  if (!value.is_string()) {
    return {value};
  }
  std::vector<json> parts;
  std::string_view rest = value.get_ref<const std::string&>();
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    if (const std::string_view part = trim(rest.substr(0, comma)); !part.empty()) {
      parts.emplace_back(part);
    }
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return parts;
}

std::string set_countries(RawItem& item, const json& value) {
  for (const json& entry : list_of(value)) {
    std::string code = entry.is_string() ? entry.get<std::string>() : std::string();
    std::ranges::transform(code, code.begin(), [](unsigned char c) { return std::toupper(c); });
    const bool is_code =
        code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code) {
      return "has to list ISO codes of two letters such as KZ";
    }
    item.countries.push_back(code);
  }
  return {};
}

std::optional<DateSpan> span_of(const json& entry) {
  if (entry.is_string()) {
    return parse_span(entry.get<std::string>());
  }
  if (!entry.is_object()) {
    return std::nullopt;
  }
  const std::string from = entry.value("from", "");
  const std::string to = entry.value("to", from);
  return parse_span(from == to ? from : from + ".." + to);
}

std::string set_dates(RawItem& item, const json& value) {
  for (const json& entry : list_of(value)) {
    std::optional<DateSpan> span;
    try {
      span = span_of(entry);
    } catch (const json::exception&) {
      span.reset();  // "from" that is no string.
    }
    if (!span) {
      return "has to list spans such as 2019-12 or 2019-12-24..2019-12-28";
    }
    item.dates.push_back(*span);
  }
  return {};
}

struct FieldRow {
  std::string_view name;
  Setter set;
};

constexpr FieldRow kFields[] = {
    {"id", [](RawItem& item, const json& v) { return set_string(item.id, v); }},
    {"title", [](RawItem& item, const json& v) { return set_string(item.title, v); }},
    {"text", [](RawItem& item, const json& v) { return set_string(item.text, v); }},
    {"url", [](RawItem& item, const json& v) { return set_string(item.url, v); }},
    {"source", [](RawItem& item, const json& v) { return set_string(item.source, v); }},
    {"lang", set_lang},
    {"published", set_published},
    {"countries", set_countries},
    {"dates", set_dates},
};

void keep_extra(RawItem& item, std::string_view name, const json& value) {
  json extra = item.extra.empty() ? json::object() : json::parse(item.extra);
  extra[std::string(name)] = value;
  item.extra = extra.dump();
}

}  // namespace

std::string set_field(RawItem& item, std::string_view name, const json& value) {
  if (value.is_null()) {
    return {};
  }
  const auto* row = std::ranges::find(kFields, name, &FieldRow::name);
  if (row == std::end(kFields)) {
    keep_extra(item, name, value);
    return {};
  }
  const std::string problem = row->set(item, value);
  return problem.empty() ? problem : "'" + std::string(name) + "' " + problem;
}

std::string finish_item(RawItem& item) {
  for (std::string* field : {&item.id, &item.title, &item.text, &item.url, &item.source}) {
    if (std::string problem = check_plain_text(*field); !problem.empty()) {
      return problem;
    }
    *field = trim(*field);
  }
  for (std::string* words : {&item.title, &item.text}) {
    *words = without_inserted_pinyin(*words);
  }
  if (item.title.empty() && item.text.empty()) {
    return "item has neither title nor text";
  }
  if (item.title.size() + item.text.size() > kMaxItemBytes) {
    return "item is longer than " + std::to_string(kMaxItemBytes >> 20U) + " MB";
  }
  return {};
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpaces[] = {" ",  "\t",     "\n",     "\r",    "\f",
                                          "\v", "\u3000", "\u00A0", "\uFEFF"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : kSpaces) {
      while (text.starts_with(space)) {
        text.remove_prefix(space.size());
        again = true;
      }
      while (text.ends_with(space)) {
        text.remove_suffix(space.size());
        again = true;
      }
    }
  }
  return text;
}

std::string check_plain_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (at + kBlockBytes <= text.size() &&
        bytes_between(block_at(text, at), 1, 0x7F) == eight_of(0x80)) {
      at += kBlockBytes;
      continue;
    }
    const std::size_t begin = at;
    const std::int32_t c = checked_code_point(text, at);
    if (c < 0) {
      return "text is not valid UTF-8 (byte " + std::to_string(begin + 1) + " of the item)";
    }
    if (c == 0) {
      return "text holds NUL bytes: not a text file?";
    }
  }
  return {};
}

}  // namespace bulletin
