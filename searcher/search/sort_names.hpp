// The names of orders, as options, saved searches and addresses have them.

#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "searcher/search/hit_order.hpp"

namespace bulletin {

inline const std::map<std::string, Sort> kSorts{{"relevance", Sort::kRelevance},
                                                {"date", Sort::kOldestFirst},
                                                {"-date", Sort::kNewestFirst},
                                                {"title", Sort::kTitle}};

/// Returns the name of an order.
[[nodiscard]] inline std::string sort_name(Sort sort) {
  return std::ranges::find(kSorts, sort, [](const auto& row) { return row.second; })->first;
}

}  // namespace bulletin
