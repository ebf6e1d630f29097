// Where the dictionary lies: beside the programs, in ../share/bulletin.

#pragma once

#include <optional>

#include "searcher/query/dictionary.hpp"

namespace bulletin {

/// Opens the dictionary that was built with the running program; nothing where there is none.
[[nodiscard]] std::optional<Dictionary> installed_dictionary();

}  // namespace bulletin
