#include "searcher/output/result_json.hpp"

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

ordered_json label_json(const BilingualLabel& label) {
  return {{"en", label.en}, {"zh", label.zh}};
}

ordered_json reading_json(const QueryReading& reading, const Labels& labels) {
  ordered_json object;
  if (reading.kind == QueryReading::Kind::kCountry) {
    object = {{"kind", "country"},
              {"value", reading.country},
              {"label", label_json(labels.country(reading.country))}};
  } else {
    object = {{"kind", "date"}, {"value", format_span(reading.span)}};
    object.update(to_json(std::optional(reading.span)));
  }
  object["surface"] = reading.surface;
  object["as_filter"] = reading.as_filter;
  object["as_words"] = reading.as_words;
  return object;
}

ordered_json translations_json(const std::vector<Translation>& translations) {
  ordered_json list = ordered_json::array();
  for (const Translation& translation : translations) {
    ordered_json names = ordered_json::array();
    for (const TranslatedName& name : translation.names) {
      names.push_back(name.text);
    }
    list.push_back({{"surface", translation.surface}, {"names", std::move(names)}});
  }
  return list;
}

ordered_json sounds_json(const std::vector<SoundMatch>& sounds) {
  ordered_json list = ordered_json::array();
  for (const SoundMatch& match : sounds) {
    ordered_json names = ordered_json::array();
    for (const SoundName& name : match.names) {
      names.push_back(name.text);
    }
    list.push_back({{"surface", match.surface}, {"names", std::move(names)}});
  }
  return list;
}

ordered_json near_json(const NearMisses& near) {
  ordered_json missing = ordered_json::array();
  for (const MissingWord& word : near.missing) {
    ordered_json words = ordered_json::array();
    for (const IndexWord& like : word.near) {
      words.push_back({{"word", like.word}, {"total", like.items}});
    }
    missing.push_back({{"word", word.word},
                       {"total", word.items},
                       {"by", word.by_sound ? "sound" : "spelling"},
                       {"near", std::move(words)}});
  }
  ordered_json without = ordered_json::array();
  for (const LooserSearch& looser : near.looser) {
    without.push_back({{"kind", part_kind_name(looser.kind)},
                       {"text", looser.text},
                       {"excludes", looser.occur == Occur::kMustNot},
                       {"total", looser.total}});
  }
  return {{"missing", std::move(missing)}, {"without", std::move(without)}};
}

ordered_json rejection_json(const Evidence& evidence) {
  return {{"field", evidence.field == TextField::kTitle ? "title" : "text"},
          {"begin", evidence.begin_byte},
          {"end", evidence.end_byte},
          {"surface", evidence.surface},
          {"reason", evidence.rule}};
}

}  // namespace

ordered_json ranges_json(const std::vector<ByteRange>& ranges) {
  ordered_json list = ordered_json::array();
  for (const ByteRange& range : ranges) {
    list.push_back({range.begin, range.end});
  }
  return list;
}

ordered_json readings_json(const std::vector<QueryReading>& readings, const Labels& labels) {
  ordered_json list = ordered_json::array();
  for (const QueryReading& reading : readings) {
    list.push_back(reading_json(reading, labels));
  }
  return list;
}

ordered_json result_head_json(const std::string& query, const SearchResult& result,
                              const Labels& labels) {
  ordered_json object{{"schema", 1},
                      {"query", query},
                      {"readings", readings_json(result.readings, labels)},
                      {"translations", translations_json(result.translations)},
                      {"sounds", sounds_json(result.sounds)},
                      {"notes", result.notes}};
  if (result.out_of_time) {
    object["out_of_time"] = true;
  }
  object["total"] = result.total;
  if (result.stories) {
    object["stories"] = *result.stories;
  }
  if (result.near_misses) {
    object["near"] = near_json(*result.near_misses);
  }
  return object;
}

ordered_json why_json(const Bulletin& bulletin, const RejectedReadings& rejected) {
  ordered_json object = to_json(bulletin);
  ordered_json countries = ordered_json::array();
  for (const RejectedCountry& reading : rejected.countries) {
    ordered_json row{{"code", reading.code}};
    row.update(rejection_json(reading.evidence));
    row["because"] = reading.because;
    countries.push_back(std::move(row));
  }
  object["rejected"] = std::move(countries);
  ordered_json dates = ordered_json::array();
  for (const RejectedDate& reading : rejected.dates) {
    ordered_json row = rejection_json(reading.evidence);
    row["span"] = to_json(reading.span);
    dates.push_back(std::move(row));
  }
  object["rejected_dates"] = std::move(dates);
  return object;
}

std::string dump_json(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string dump_line(const ordered_json& value) {
  return dump_json(value) + '\n';
}

}  // namespace bulletin
