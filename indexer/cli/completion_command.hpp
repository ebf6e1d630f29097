// bulletin-index completion: the scripts for shells, and the words that those ask for.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/shell/command_description.hpp"

namespace bulletin {

/// Prints the script of the shell that `request` names, or for `words NAME` what can stand for
/// NAME, one `word<TAB>about` a line; without an index ids are none. Exit status 0.
///
/// Throws `Error{kBadUsage}` for an unknown shell.
[[nodiscard]] int run_completion(const CommandDescription& program,
                                 const std::filesystem::path& index,
                                 const std::vector<std::string>& request,
                                 const std::string& prefix);

}  // namespace bulletin
