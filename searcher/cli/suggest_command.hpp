// bulletin-search suggest: how a query that is being typed may go on.

#pragma once

#include <cstddef>
#include <string>

#include "searcher/cli/commands.hpp"

namespace bulletin {

/// Prints up to `limit` suggestions for `prefix`; 0, or 1 when there is none. Throws
/// `Error{kBadUsage}` for a format that has no form for them.
[[nodiscard]] int run_suggest(const OutputOptions& output, const std::string& prefix,
                              std::size_t limit);

}  // namespace bulletin
