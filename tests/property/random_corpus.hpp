// Random small archives and random questions to them, from one small vocabulary so that they meet.

#pragma once

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "indexer/schema/bulletin.hpp"
#include "tests/property/naive_search.hpp"

namespace bulletin::test {

/// Generates up to 25 items with ids `i0`, `i1`, ...: English and Chinese words, dates of any
/// precision and countries as metadata, understood as the indexer understands them.
[[nodiscard]] rc::Gen<std::vector<Bulletin>> random_corpus();

/// Generates words, phrases, exclusions and limits.
[[nodiscard]] rc::Gen<ModelQuery> random_query();

/// Writes the clauses as a person types them; each operator in a form of its own.
[[nodiscard]] std::string typed(const std::vector<ModelClause>& clauses);

}  // namespace bulletin::test
