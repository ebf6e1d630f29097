// bulletin-search suggest: how a query that is being typed may go on.

#pragma once

#include <string>
#include <vector>

#include "searcher/cli/commands.hpp"
#include "searcher/search/suggest.hpp"

namespace bulletin {

/// Returns the object of `suggest --json`; README.md of this folder has its keys.
[[nodiscard]] nlohmann::ordered_json suggestions_json(const std::string& prefix,
                                                      const std::vector<Suggestion>& suggestions);

/// Returns one line a suggestion: the whole query, kind, the country's other name, items.
[[nodiscard]] std::string suggestions_text(const std::vector<Suggestion>& suggestions,
                                           const Terminal& terminal);

/// Prints up to `limit` suggestions for `prefix`; 0, or 1 when there is none. Throws
/// `Error{kBadUsage}` for a format that has no form for them.
[[nodiscard]] int run_suggest(const OutputOptions& output, const std::string& prefix,
                              std::size_t limit);

}  // namespace bulletin
