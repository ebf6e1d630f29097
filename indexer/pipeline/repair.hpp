// Makes an index anew of those of its stored items that can be read, whatever else is damaged.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bulletin {

/// What came of a repair.
struct Repaired {
  std::size_t items = 0;
  std::size_t left_out = 0;             ///< Documents that could not be read.
  std::vector<std::string> lost_notes;  ///< What was lost beside items, one line each.
};

/// Understands and indexes every stored item that can be read, as reindex() does, as a new
/// generation that takes over when it is whole; until then, and when it fails, the old one stays in
/// use.
///
/// Reads the table of stored items alone. Corrections, publisher and what is known of files are
/// taken along where they can be read. Takes an index of any analyzer. `on_item(done, all)` stops
/// the run by returning false, which gives nothing; `on_left_out` is told of each document that
/// cannot be read. Throws `Error`: where no item can be read, where the schema is known and is
/// another one, and as NextGeneration does.
[[nodiscard]] std::optional<Repaired> repair(
    const std::filesystem::path& index,
    const std::function<bool(std::size_t done, std::size_t all)>& on_item,
    const std::function<void(const std::string& what)>& on_left_out);

}  // namespace bulletin
