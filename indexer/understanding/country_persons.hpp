// Names of places that are parts of persons' names.

#pragma once

#include "indexer/understanding/country_context.hpp"

namespace bulletin {

/// Tells whether the match is part of a person's name: Michael Jordan, 阿曼达·吐尔逊, 波恩先生,
/// 汉普顿教授.
[[nodiscard]] bool is_person_name(const FieldView& view, const NameMatch& match);

}  // namespace bulletin
