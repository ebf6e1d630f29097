// What people read in the place of the names of rules: how words show a value, or why they do not.

#pragma once

#include <string_view>

#include "searcher/search/labels.hpp"

namespace bulletin {

/// Returns a rule of evidence or a reason of a rejected reading in words; the name itself twice
/// where it is unknown.
[[nodiscard]] BilingualLabel rule_words(std::string_view rule);

}  // namespace bulletin
