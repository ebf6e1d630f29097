// What Chinese words around a date make of it; date_roles.hpp asks this and the English rules.

#pragma once

#include <string_view>

#include "indexer/understanding/date_grammar.hpp"
#include "indexer/understanding/date_roles.hpp"

namespace bulletin {

/// Returns what `expression` is between the folded texts `before` and `behind`.
[[nodiscard]] DateSurroundings surroundings_in_chinese(const DateExpression& expression,
                                                       std::string_view before,
                                                       std::string_view behind);

}  // namespace bulletin
