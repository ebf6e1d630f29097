// The public JSON form of a bulletin.

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

std::string_view field_name(TextField field) {
  return field == TextField::kTitle ? "title" : "text";
}

ordered_json evidence_json(const std::vector<Evidence>& evidence) {
  ordered_json list = ordered_json::array();
  for (const Evidence& e : evidence) {
    list.push_back({{"field", field_name(e.field)},
                    {"begin", e.begin_byte},
                    {"end", e.end_byte},
                    {"surface", e.surface},
                    {"rule", e.rule}});
  }
  return list;
}

// Where the item comes from, what it said before, who else tells it: only where there is something.
void add_keeping(ordered_json& object, const Bulletin& bulletin) {
  for (const ItemSource& source : bulletin.sources) {
    object["sources"].push_back({{"path", source.path}, {"encoding", source.encoding}});
  }
  for (const Revision& revision : bulletin.history) {
    object["history"].push_back({{"replaced", format_date(revision.replaced)},
                                 {"title", revision.title},
                                 {"text", revision.text}});
  }
  for (const StoryLink& link : bulletin.also) {
    object["also"].push_back(
        {{"id", link.id}, {"lang", link.lang}, {"same_words", link.same_words}});
  }
  if (bulletin.given_title) {
    object["given_title"] = *bulletin.given_title;
  }
}

}  // namespace

ordered_json to_json(const std::optional<DateSpan>& span) {
  if (!span) {
    return nullptr;
  }
  return {{"from", format_date(span->from)},
          {"to", format_date(span->to)},
          {"precision", precision_name(span->precision)}};
}

ordered_json to_json(const Bulletin& bulletin) {
  ordered_json dates = ordered_json::array();
  for (const DateMention& mention : bulletin.dates) {
    ordered_json row = to_json(std::optional(mention.span));
    row["evidence"] = evidence_json(mention.evidence);
    dates.push_back(std::move(row));
  }
  ordered_json countries = ordered_json::array();
  for (const CountryMention& country : bulletin.countries) {
    countries.push_back({{"code", country.code}, {"evidence", evidence_json(country.evidence)}});
  }
  ordered_json kinds = ordered_json::array();
  for (const KindMention& kind : bulletin.kinds) {
    kinds.push_back({{"kind", kind.kind}, {"evidence", evidence_json(kind.evidence)}});
  }
  ordered_json object{{"schema", 1},
                      {"id", bulletin.id},
                      {"lang", bulletin.lang},
                      {"title", bulletin.title},
                      {"text", bulletin.text},
                      {"published", nullptr},
                      {"item_date", to_json(bulletin.item_date)},
                      {"dates", std::move(dates)},
                      {"countries", std::move(countries)},
                      {"kinds", std::move(kinds)}};
  if (bulletin.published) {
    object["published"] = format_date(*bulletin.published);
  }
  const std::array optional_keys{std::pair{"url", &bulletin.url},
                                 std::pair{"source", &bulletin.source}};
  for (const auto& [key, value] : optional_keys) {
    if (!value->empty()) {
      object[key] = *value;
    }
  }
  add_keeping(object, bulletin);
  if (!bulletin.extra.empty()) {
    object["extra"] = ordered_json::parse(bulletin.extra);
  }
  return object;
}

}  // namespace bulletin
