// The JSON of a search; its keys are in README.md of this folder, and a change to one is a new
// schema number.

#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "searcher/search/labels.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns the result as one object. Offsets are bytes of the string they belong to.
[[nodiscard]] nlohmann::ordered_json result_json(const std::string& query,
                                                 const SearchResult& result, const Labels& labels);

/// Returns an item with its evidence, and the readings that were rejected under `rejected` and
/// `rejected_dates`.
[[nodiscard]] nlohmann::ordered_json why_json(const Bulletin& bulletin,
                                              const RejectedReadings& rejected);

/// Writes JSON on one line; ill-formed UTF-8, which only a command line can bring, is replaced.
[[nodiscard]] std::string dump_line(const nlohmann::ordered_json& value);

}  // namespace bulletin
