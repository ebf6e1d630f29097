// What Chinese words around a date make of it; date_roles.hpp asks this and the English rules.

#pragma once

#include <string_view>

#include "indexer/understanding/date_grammar.hpp"
#include "indexer/understanding/date_roles.hpp"

namespace bulletin {

/// Returns the role of `expression` between the folded texts `before` and `behind`.
[[nodiscard]] DateRole role_in_chinese(const DateExpression& expression, std::string_view before,
                                       std::string_view behind);

/// Tells whether the words `before` a date speak of the future: 将于.
[[nodiscard]] bool is_planned_in_chinese(std::string_view before);

}  // namespace bulletin
