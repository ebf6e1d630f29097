// Which pages of other origins may read the API (CORS), and what a browser is told that asks first.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/web/http.hpp"

namespace bulletin {

/// Adds to an answer of the API that the page at `client_origin` may read it, where `allowed` names
/// that origin or is `*`; nothing where `allowed` is empty.
void allow_origin(const std::vector<std::string>& allowed, std::string_view client_origin,
                  WebResponse& response);

/// Returns a handler for OPTIONS: 204 with the methods of every path and, on one of the API, what
/// pages of the `allowed` origins may send. A preflight brings no token, so none is asked for: the
/// answer tells nothing of the archive.
[[nodiscard]] WebHandler options_handler(std::vector<std::string> allowed);

}  // namespace bulletin
