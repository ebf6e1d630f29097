// The commands around saved searches: keep, list, remove, run.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "searcher/cli/commands.hpp"
#include "searcher/cli/saved_searches.hpp"

namespace bulletin {

/// What `saved` is to do.
struct SavedRequest {
  std::filesystem::path file;  ///< Where the searches are kept.
  std::string action;          ///< `add`, `list`, `remove` or `run`.
  std::string name;
  bool all = false;       ///< Run every search.
  bool only_new = false;  ///< Print what the last such run had not, and remember this one.
};

/// Does it; `request` is the search to add. Exit status 0 when something was printed or done, 1
/// when nothing was found or is new.
///
/// Throws `Error{kBadUsage}` for a name that is taken, missing or not there.
[[nodiscard]] int run_saved(const OutputOptions& output, const SavedRequest& saved,
                            const SearchRequest& request);

}  // namespace bulletin
