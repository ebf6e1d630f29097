// Xapian queries taken apart.

#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// Returns what the operator of `query` joins; nothing for a leaf.
[[nodiscard]] inline std::vector<Xapian::Query> parts_of(const Xapian::Query& query) {
  std::vector<Xapian::Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

}  // namespace bulletin
