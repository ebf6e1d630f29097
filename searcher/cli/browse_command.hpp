// The command browse: full screen, then the command line of what was seen last.

#pragma once

#include "searcher/cli/commands.hpp"

namespace bulletin {

/// Browses from `request` on. Prints the equivalent command line and returns 0; a signal that ended
/// the browsing then ends the program. Throws `Error{kBadUsage}` outside a terminal.
[[nodiscard]] int run_browse(const OutputOptions& output, const SearchRequest& request);

}  // namespace bulletin
