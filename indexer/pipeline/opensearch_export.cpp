#include "indexer/pipeline/opensearch_export.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

constexpr auto kIndexName = "bulletins";

// A token has no white space in it, but what is stored must not depend on that.
void append(std::string& line, const std::string& token) {
  line += (line.empty() ? "" : " ") + token;
}

struct TokenLines {
  std::string words;
  std::string pairs;
};

TokenLines token_lines(const std::vector<Token>& tokens) {
  TokenLines lines;
  std::uint32_t run_with_pair = 0;
  for (const Token& token : tokens) {
    switch (token.kind) {
      case TokenKind::kWord:
        append(lines.pairs, token.term);
        if (!token.is_stop_word) {
          append(lines.words, token.term);
        }
        break;
      case TokenKind::kHanWord:
        append(lines.words, token.term);
        break;
      case TokenKind::kHanPair:
        run_with_pair = token.run;
        append(lines.pairs, token.term);
        break;
      case TokenKind::kHanTail:
        append(lines.pairs, token.term);
        if (token.run != run_with_pair) {
          append(lines.words, token.term);
        }
        break;
    }
  }
  return lines;
}

ordered_json evidence_rows(const Bulletin& item) {
  ordered_json rows = ordered_json::array();
  const auto add = [&](const std::string& about, const std::string& value,
                       const std::vector<Evidence>& evidence) {
    for (const Evidence& e : evidence) {
      rows.push_back({{"about", about},
                      {"value", value},
                      {"surface", e.surface},
                      {"begin", e.begin_byte},
                      {"end", e.end_byte},
                      {"rule", e.rule}});
    }
  };
  for (const DateMention& date : item.dates) {
    add("date", format_span(date.span), date.evidence);
  }
  for (const CountryMention& country : item.countries) {
    add("country", country.code, country.evidence);
  }
  for (const KindMention& kind : item.kinds) {
    add("kind", kind.kind, kind.evidence);
  }
  return rows;
}

// Years, months and days as this index counts them; `none` where there is no date.
void add_times(const Bulletin& item, ordered_json& object) {
  const std::pair<std::string_view, const char*> fields[] = {
      {prefix::kYear, "year"}, {prefix::kMonth, "month"}, {prefix::kDay, "day"}};
  for (const auto& [prefix, field] : fields) {
    object[field] = ordered_json::array();
  }
  for (const std::string& term : date_terms(dated_spans(item))) {
    for (const auto& [prefix, field] : fields) {
      if (term.starts_with(prefix)) {
        object[field].push_back(term.substr(prefix.size()));
      }
    }
  }
  if (const std::optional<DateSpan> shown = shown_date(item)) {
    object["date"] = {{"gte", format_date(shown->from)}, {"lte", format_date(shown->to)}};
    object["date_precision"] = precision_name(shown->precision);
    object["sort_date"] = format_date(shown->from);
  }
}

void add_facets(const Bulletin& item, ordered_json& object) {
  std::vector<std::string> countries = offered_countries(item);
  if (countries.empty()) {
    countries.emplace_back(kNone);
  }
  object["country"] = std::move(countries);
  object["kind"] = ordered_json::array();
  for (const KindMention& kind : item.kinds) {
    object["kind"].push_back(kind.kind);
  }
  object["also"] = ordered_json::array();
  for (const StoryLink& link : item.also) {
    object["also"].push_back(link.id);
  }
}

ordered_json tokens_field() {
  return {{"type", "text"}, {"analyzer", "as_cut"}, {"index_options", "positions"}};
}

ordered_json kept_field() {  // Shown, not searched.
  return {{"type", "text"}, {"index", false}};
}

}  // namespace

std::string opensearch_mapping() {
  const ordered_json keyword{{"type", "keyword"}};
  const ordered_json day{{"type", "date"}, {"format", "strict_date"}};
  const ordered_json evidence{{"type", "nested"},
                              {"properties",
                               {{"about", keyword},
                                {"value", keyword},
                                {"surface", {{"type", "keyword"}, {"ignore_above", 1000}}},
                                {"begin", {{"type", "integer"}}},
                                {"end", {{"type", "integer"}}},
                                {"rule", keyword}}}};
  const ordered_json properties{{"id", keyword},
                                {"lang", keyword},
                                {"title", kept_field()},
                                {"text", kept_field()},
                                {"title_words", tokens_field()},
                                {"title_pairs", tokens_field()},
                                {"text_words", tokens_field()},
                                {"text_pairs", tokens_field()},
                                {"url", {{"type", "keyword"}, {"index", false}}},
                                {"source", keyword},
                                {"published", day},
                                {"country", keyword},
                                {"kind", keyword},
                                {"also", keyword},
                                {"year", keyword},
                                {"month", keyword},
                                {"day", keyword},
                                {"date", {{"type", "date_range"}, {"format", "strict_date"}}},
                                {"date_precision", keyword},
                                {"sort_date", day},
                                {"evidence", evidence}};
  const ordered_json as_cut{{"type", "whitespace"}};
  // One shard: its counts are exact.
  return ordered_json{
             {"settings",
              {{"number_of_shards", 1}, {"analysis", {{"analyzer", {{"as_cut", as_cut}}}}}}},
             {"mappings", {{"dynamic", "strict"}, {"properties", properties}}}}
             .dump(2) +
         "\n";
}

std::string OpenSearchLines::lines(const Bulletin& item) const {
  const TokenLines title = token_lines(analyzer_.analyze(item.title));
  const TokenLines text = token_lines(analyzer_.analyze(item.text));
  const ordered_json action{
      {"index", {{"_index", kIndexName}, {"_id", id_term(item.id).substr(1)}}}};
  ordered_json object{{"id", item.id},
                      {"lang", item.lang},
                      {"title", item.title},
                      {"text", item.text},
                      {"title_words", title.words},
                      {"title_pairs", title.pairs},
                      {"text_words", text.words},
                      {"text_pairs", text.pairs}};
  if (!item.url.empty()) {
    object["url"] = item.url;
  }
  if (!item.source.empty()) {
    object["source"] = item.source;
  }
  if (item.published) {
    object["published"] = format_date(*item.published);
  }
  add_facets(item, object);
  add_times(item, object);
  object["evidence"] = evidence_rows(item);
  return action.dump() + "\n" + object.dump() + "\n";
}

}  // namespace bulletin
