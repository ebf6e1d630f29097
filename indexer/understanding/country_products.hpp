// Goods named after places: Turkish coffee, 瑞士军刀. They tell nothing about the country.

#pragma once

#include "indexer/understanding/country_context.hpp"

namespace bulletin {

/// Tells whether a noun for food, drink, plants or goods stands directly behind the name. Those who
/// make or sell it are people again: Kenyan coffee farmers.
[[nodiscard]] bool is_product(const FieldView& view, const NameMatch& match);

}  // namespace bulletin
