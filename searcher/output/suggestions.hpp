// Ways in which a query may go on, for people and for programs.

#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "searcher/output/terminal.hpp"
#include "searcher/search/suggest.hpp"

namespace bulletin {

/// Returns the object of `suggest --json`; searcher/cli/README.md has its keys.
[[nodiscard]] nlohmann::ordered_json suggestions_json(const std::string& prefix,
                                                      const std::vector<Suggestion>& suggestions);

/// Returns one line a suggestion: the whole query, kind, the country's other name, items.
[[nodiscard]] std::string suggestions_text(const std::vector<Suggestion>& suggestions,
                                           const Terminal& terminal);

}  // namespace bulletin
