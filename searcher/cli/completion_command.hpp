// bulletin-search completion: the scripts for shells, and the words that those ask for.

#pragma once

#include "searcher/cli/arguments.hpp"

namespace bulletin {

/// Prints the script of a shell, or for `words NAME` what can stand for NAME, one
/// `word<TAB>about` a line; words for nothing known, or without an index, are none. Exit status 0.
///
/// Throws `Error{kBadUsage}` for an unknown shell.
[[nodiscard]] int run_completion(const Arguments& arguments);

}  // namespace bulletin
