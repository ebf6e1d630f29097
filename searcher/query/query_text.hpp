// From clauses back to text: what parse_query() reads again as the same clauses.

#pragma once

#include <string>

#include "searcher/query/query_tree.hpp"

namespace bulletin {

/// Returns a query as a person could have typed it: parse_query() makes the same clauses of it
/// while it is no longer than `kMaxQueryBytes`. Notes are left out.
///
/// For clauses as parse_query() makes them. Words and quotes stay as typed, other marks become
/// the ASCII ones.
[[nodiscard]] std::string query_text(const ParsedQuery& query);

/// Returns one clause, without the operator in front.
[[nodiscard]] std::string clause_text(const Clause& clause);

}  // namespace bulletin
