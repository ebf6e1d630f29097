// Why an item is, or is not, among the hits of a query, for people and for programs.

#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "searcher/output/terminal.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Returns the verdict, what keeps the item out, a line for each part of the query, and the item
/// with its matches marked.
[[nodiscard]] std::string why_query_text(const ExplainedItem& explained, const Labels& labels,
                                         const Terminal& terminal);

/// Returns the same as one object; searcher/cli/README.md has its keys.
[[nodiscard]] nlohmann::ordered_json why_query_json(const ExplainedItem& explained,
                                                    const std::string& query, const Labels& labels);

}  // namespace bulletin
