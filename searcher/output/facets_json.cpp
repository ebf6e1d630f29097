#include "searcher/output/facets_json.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understanding/regions.hpp"
#include "searcher/output/json_text.hpp"

namespace bulletin {
namespace {

void add_label(JsonText& json, const BilingualLabel& label) {
  json.key("label").begin_object();
  json.key("en").string(label.en).key("zh").string(label.zh).end_object();
}

void add_code(JsonText& json, std::string_view key, const std::optional<std::string>& code) {
  json.key(key);
  code ? json.string(*code) : json.null();
}

// Writes a list of buckets; `add_rest(bucket)` adds what stands in a row beside value and count.
template <typename AddLabel, typename AddRest>
void add_buckets(JsonText& json, std::string_view facet, const std::vector<Bucket>& buckets,
                 AddLabel add_label_of, AddRest add_rest) {
  json.key(facet).begin_array();
  for (const Bucket& bucket : buckets) {
    json.begin_object().key("value").string(bucket.value);
    add_label_of(bucket.value);
    json.key("count").number(bucket.count);
    add_rest(bucket.value);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string facets_json(const Facets& facets, const Labels& labels) {
  JsonText json;
  const auto nothing = [](const std::string& /*value*/) {};
  json.begin_object();
  add_buckets(
      json, "country", facets.country,
      [&](const std::string& code) { add_label(json, labels.country(code)); },
      [&](const std::string& code) {
        const auto lies_in = region_of(code);
        add_code(json, "region", lies_in ? std::optional(lies_in->subregion.code) : std::nullopt);
      });
  add_buckets(json, "year", facets.year, nothing, nothing);
  add_buckets(json, "month", facets.month, nothing, nothing);
  add_buckets(json, "lang", facets.lang, nothing, nothing);
  add_buckets(
      json, "kind", facets.kind,
      [&](const std::string& kind) { add_label(json, labels.kind(kind)); }, nothing);
  add_buckets(
      json, "region", facets.region,
      [&](const std::string& code) { add_label(json, labels.region(code)); },
      [&](const std::string& code) { add_code(json, "parent", parent_region(code)); });
  return json.end_object().take();
}

}  // namespace bulletin
