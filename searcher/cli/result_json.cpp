#include "searcher/cli/result_json.hpp"

#include "indexer/schema/schema.hpp"
#include "searcher/cli/labels.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

ordered_json label_json(const std::string& code) {
  const BilingualLabel label = country_name(code);
  return {{"en", label.en}, {"zh", label.zh}};
}

ordered_json ranges_json(const std::vector<ByteRange>& ranges) {
  ordered_json list = ordered_json::array();
  for (const ByteRange& range : ranges) {
    list.push_back({range.begin, range.end});
  }
  return list;
}

ordered_json reading_json(const QueryReading& reading) {
  if (reading.kind == QueryReading::Kind::kCountry) {
    return {{"kind", "country"},
            {"value", reading.country},
            {"label", label_json(reading.country)},
            {"surface", reading.surface}};
  }
  ordered_json object{{"kind", "date"}, {"value", format_span(reading.span)}};
  object.update(to_json(std::optional(reading.span)));
  object["surface"] = reading.surface;
  return object;
}

ordered_json hit_json(const Hit& hit) {
  const Bulletin& bulletin = hit.bulletin;
  return {{"rank", hit.rank},
          {"id", bulletin.id},
          {"score", hit.score},
          {"title", headline(bulletin)},
          {"title_highlights", ranges_json(hit.title_highlights)},
          {"snippet",
           {{"text", hit.snippet.text}, {"highlights", ranges_json(hit.snippet.highlights)}}},
          {"date", to_json(shown_date(bulletin))},
          {"countries", offered_countries(bulletin)},
          {"lang", bulletin.lang},
          {"url", bulletin.url.empty() ? ordered_json() : ordered_json(bulletin.url)}};
}

ordered_json buckets_json(const std::vector<Bucket>& buckets, bool are_countries = false) {
  ordered_json list = ordered_json::array();
  for (const Bucket& bucket : buckets) {
    ordered_json row{{"value", bucket.value}};
    if (are_countries) {
      row["label"] = label_json(bucket.value);
    }
    row["count"] = bucket.count;
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace

ordered_json result_json(const std::string& query, const SearchResult& result) {
  ordered_json readings = ordered_json::array();
  for (const QueryReading& reading : result.readings) {
    readings.push_back(reading_json(reading));
  }
  ordered_json hits = ordered_json::array();
  for (const Hit& hit : result.hits) {
    hits.push_back(hit_json(hit));
  }
  ordered_json object{
      {"schema", 1},           {"query", query},        {"readings", std::move(readings)},
      {"notes", result.notes}, {"total", result.total}, {"hits", std::move(hits)}};
  if (result.facets) {
    object["facets"] = {{"country", buckets_json(result.facets->country, true)},
                        {"year", buckets_json(result.facets->year)},
                        {"month", buckets_json(result.facets->month)},
                        {"lang", buckets_json(result.facets->lang)}};
  }
  return object;
}

std::string dump_line(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace bulletin
