// Random queries as trees and as text, for what has to hold between the two.

#pragma once

#include <string>

#include <rapidcheck.h>

#include "searcher/query/query_tree.hpp"

namespace bulletin::test {

/// Generates clauses as parse_query() makes them: plain words side by side are one clause, what an
/// OR joins is neither required nor excluded by itself.
[[nodiscard]] rc::Gen<ParsedQuery> random_parsed_query();

/// Generates texts made of operators, full-width ones too, and of words that hold some.
[[nodiscard]] rc::Gen<std::string> random_query_text();

}  // namespace bulletin::test
