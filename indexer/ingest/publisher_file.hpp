// Who publishes the archive, as a JSON file says it and as the index keeps it.

#pragma once

#include <filesystem>
#include <string>

#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Reads `{"names": [...], "acronyms": [...], "home_country": "KZ"}`; names in any language.
///
/// Throws `Error{kBadUsage}` when the file cannot be read or says something else.
[[nodiscard]] Publisher read_publisher(const std::filesystem::path& path);

/// Writes and reads the same as one line of JSON. Reading throws `Error{kBadUsage}`; `place` names
/// the text in its message.
[[nodiscard]] std::string publisher_json(const Publisher& publisher);
[[nodiscard]] Publisher parse_publisher(const std::string& json, const std::string& place);

}  // namespace bulletin
