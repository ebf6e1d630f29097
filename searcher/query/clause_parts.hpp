// How the clauses of a query, or of a group in it, come together.

#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/query/query_tree.hpp"

namespace bulletin {

/// The ways in which clauses take part, gathered.
struct ClauseParts {
  std::vector<Xapian::Query> should, must, must_not;
  std::vector<Xapian::Query> heard;   ///< Names by sound; see weighed_by_sound().
  std::vector<Xapian::Query> limits;  ///< Of a group: its fields and dates.

  /// Adds a query unless it is empty.
  void add(Occur occur, Xapian::Query query);

  [[nodiscard]] bool is_empty() const;

  /// Returns what ranks by text: must clauses select and rank, should clauses then only rank.
  [[nodiscard]] Xapian::Query text() const;

  /// Returns the whole: the text and the names by sound. What only limits gives no weight, and then
  /// one of the others has to match.
  [[nodiscard]] Xapian::Query combine() const;
};

}  // namespace bulletin
