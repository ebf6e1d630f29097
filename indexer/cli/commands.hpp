// The commands of bulletin-index. Results go to stdout, everything else to stderr.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bulletin {

inline constexpr std::string_view kIndexProgram = "bulletin-index";

/// Exit status when some of the work was left out.
inline constexpr int kExitSomeLeftOut = 1;

/// Adds the items of `paths`; returns the exit status: 0 all, 1 some left out, 2 none.
///
/// `publisher` is a file for read_publisher(), or empty.
[[nodiscard]] int run_add(const std::filesystem::path& index, const std::vector<std::string>& paths,
                          const std::filesystem::path& publisher);

/// Removes items by id; exit status as above.
[[nodiscard]] int run_remove(const std::filesystem::path& index,
                             const std::vector<std::string>& ids);

/// Prints counts over the index, as lines or as one JSON object.
[[nodiscard]] int run_stats(const std::filesystem::path& index, bool as_json);

/// Prints what is understood of each item, one JSON line each; writes no index.
[[nodiscard]] int run_understand(const std::vector<std::string>& paths,
                                 const std::filesystem::path& publisher);

}  // namespace bulletin
