// The names of formats, as options and addresses have them.

#pragma once

#include <map>
#include <string>

#include "searcher/output/result_writer.hpp"

namespace bulletin {

/// Returns all formats by name.
[[nodiscard]] const std::map<std::string, Format>& format_names();

}  // namespace bulletin
