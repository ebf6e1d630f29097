// Xapian queries taken apart.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// Returns what the operator of `query` joins; nothing for a leaf.
[[nodiscard]] inline std::vector<Xapian::Query> parts_of(const Xapian::Query& query) {
  std::vector<Xapian::Query> parts;
  parts.reserve(query.get_num_subqueries());
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

/// Returns the term of a query that is one.
[[nodiscard]] inline std::string term_of(const Xapian::Query& leaf) {
  return *leaf.get_terms_begin();
}

/// Tells whether a query is about how its terms stand: a phrase, or terms near each other.
[[nodiscard]] inline bool is_about_places(const Xapian::Query& query) {
  return query.get_type() == Xapian::Query::OP_PHRASE || query.get_type() == Xapian::Query::OP_NEAR;
}

/// Returns the factor of a scaled query; nothing where it cannot be read. Xapian tells it in its
/// description only.
[[nodiscard]] std::optional<double> factor_of(const Xapian::Query& scaled);

/// Returns within how many places the terms of a query that is about places have to stand. That,
/// too, Xapian tells in its description only: terms must not hold a space.
[[nodiscard]] std::size_t window_of(const Xapian::Query& query);

}  // namespace bulletin
