// Searches kept by name in one JSON file, each with the ids that its last run found.

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search/searcher.hpp"

namespace bulletin {

/// One search kept. Relative dates in its text are read anew at each run.
struct SavedSearch {
  std::filesystem::path index;  ///< Absolute.
  QueryRequest query;           ///< `today` is not kept.
  Sort sort = Sort::kRelevance;
  std::optional<std::vector<std::string>> seen;  ///< Ids of the last marked run, ascending.
};

/// By name.
using SavedSearches = std::map<std::string, SavedSearch>;

/// Returns `bulletin/saved.json` in `XDG_STATE_HOME`, else in `~/.local/state`.
[[nodiscard]] std::filesystem::path default_saved_path();

/// Reads the file; none is no search. Throws `Error{kBadUsage}` when it cannot be read or holds
/// something else.
[[nodiscard]] SavedSearches read_saved(const std::filesystem::path& file);

/// Reads the file, changes what it says and puts a new one in its place, whole or not at all. Other
/// programs that do so wait. Throws as above; an exception of `change` leaves the file as it was.
void update_saved(const std::filesystem::path& file,
                  const std::function<void(SavedSearches&)>& change);

/// Returns the search as options and words of a command line.
[[nodiscard]] std::string describe(const SavedSearch& search);

}  // namespace bulletin
