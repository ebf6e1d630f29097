// The JSON of a search; its keys are in searcher/cli/README.md, and a change to one is a new
// schema number.

#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "searcher/search/labels.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns the keys of the object before `hits`; one hit is in hit_json.hpp, the value of `facets`
/// in facets_json.hpp.
[[nodiscard]] nlohmann::ordered_json result_head_json(const std::string& query,
                                                      const SearchResult& result,
                                                      const Labels& labels);
[[nodiscard]] nlohmann::ordered_json readings_json(const std::vector<QueryReading>& readings,
                                                   const Labels& labels);
[[nodiscard]] nlohmann::ordered_json ranges_json(const std::vector<ByteRange>& ranges);

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
