// The JSON of a search; its keys are in searcher/cli/README.md, and a change to one is a new
// schema number.

#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "searcher/search/labels.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Return the parts of the object: the keys before `hits`; the value of `facets`. Offsets are bytes
/// of the string they belong to.
[[nodiscard]] nlohmann::ordered_json result_head_json(const std::string& query,
                                                      const SearchResult& result,
                                                      const Labels& labels);
[[nodiscard]] nlohmann::ordered_json readings_json(const std::vector<QueryReading>& readings,
                                                   const Labels& labels);
[[nodiscard]] nlohmann::ordered_json ranges_json(const std::vector<ByteRange>& ranges);
[[nodiscard]] nlohmann::ordered_json facets_json(const Facets& facets, const Labels& labels);

/// Returns an item with its evidence, and the readings that were rejected under `rejected` and
/// `rejected_dates`.
[[nodiscard]] nlohmann::ordered_json why_json(const Bulletin& bulletin,
                                              const RejectedReadings& rejected);

/// Writes JSON without line breaks; ill-formed UTF-8, which only a command line can bring, is
/// replaced.
[[nodiscard]] std::string dump_json(const nlohmann::ordered_json& value);

/// The same as a line.
[[nodiscard]] std::string dump_line(const nlohmann::ordered_json& value);

}  // namespace bulletin
