// The publisher as JSON: how a configuration file says it and how an index keeps it.

#pragma once

#include <string>

#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Writes a publisher as one line of JSON: `{"names": [...], "acronyms": [...], "home_country":
/// "KZ"}`, names in any language.
[[nodiscard]] std::string publisher_json(const Publisher& publisher);

/// Reads the same. Throws `Error{kBadUsage}` when it says something else; `place` names the text in
/// its message.
[[nodiscard]] Publisher parse_publisher(const std::string& json, const std::string& place);

}  // namespace bulletin
