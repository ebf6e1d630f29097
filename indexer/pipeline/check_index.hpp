// Looks whether an index is what the items stored in it make: tables, terms, values, facets, links
// and notes, each worked out again.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace bulletin {

/// Something that is not as it should be.
struct Fault {
  std::string what;
  std::string next_step;

  bool operator==(const Fault&) const = default;
};

/// What a check found. Lines are for people.
struct CheckResult {
  std::vector<std::string> looked_at;
  std::vector<std::string> notes;  ///< Worth knowing, but no fault: what a killed run has left.
  std::vector<Fault> faults;
  std::size_t more_faults = 0;  ///< Not listed: of each sort ten are.
};

/// Checks the index at `index` against the items stored in it, as far as it can be read.
///
/// `on_item(done, all)` is told of each item. Reads only; starts again when a writer was faster,
/// the last time with commits made to wait. Costs what indexing the items does, on one core, and
/// some 100 bytes an item. Throws `Error` kIndexNotFound where there is no index.
[[nodiscard]] CheckResult check_index(const std::filesystem::path& index,
                                      const std::function<void(std::size_t, std::size_t)>& on_item);

}  // namespace bulletin
