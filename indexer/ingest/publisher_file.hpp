// Who publishes the archive, as a JSON file says it.

#pragma once

#include <filesystem>

#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Reads what parse_publisher() does from a file.
///
/// Throws `Error{kBadUsage}` when the file cannot be read or says something else.
[[nodiscard]] Publisher read_publisher(const std::filesystem::path& path);

}  // namespace bulletin
