// The names of orders, as options and saved searches have them.

#pragma once

#include <map>
#include <string>

#include "searcher/search/hit_order.hpp"

namespace bulletin {

inline const std::map<std::string, Sort> kSorts{{"relevance", Sort::kRelevance},
                                                {"date", Sort::kOldestFirst},
                                                {"-date", Sort::kNewestFirst},
                                                {"title", Sort::kTitle}};

}  // namespace bulletin
