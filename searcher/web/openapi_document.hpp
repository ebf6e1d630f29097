// The description of the API, openapi.json of this folder, inside the program.

#pragma once

#include <string_view>

namespace bulletin {

/// Returns the file as it stands.
[[nodiscard]] std::string_view openapi_document();

}  // namespace bulletin
