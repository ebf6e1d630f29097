// Documents in which terms stand as a phrase wants them. The index keeps no positions for Xapian:
// a phrase in a query tree is read here, from the value that tells the places of an item's terms.

#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Returns those of `candidates`, ascending, that have `term`. Throws `OutOfTime` at `deadline`, as
/// do the others.
[[nodiscard]] std::vector<Xapian::docid> with_term(const Xapian::Database& database,
                                                   std::span<const Xapian::docid> candidates,
                                                   const std::string& term,
                                                   const Deadline& deadline);

/// Returns the terms that a document of `phrase` has: OP_PHRASE or OP_NEAR over terms, of which the
/// last may be the mark of titles, which no document has.
[[nodiscard]] std::vector<Xapian::Query> words_of(const Xapian::Query& phrase);

/// Returns those of `candidates`, ascending, which all have the terms of `phrase`, in which these
/// stand so; at most `most`. Half a microsecond a candidate.
[[nodiscard]] std::vector<Xapian::docid> standing_among(
    const Xapian::Database& database, const Xapian::Query& phrase,
    std::span<const Xapian::docid> candidates, const Deadline& deadline,
    std::size_t most = std::numeric_limits<std::size_t>::max());

/// Returns all documents in which the terms of `phrase` stand so, ascending; at most `most`.
[[nodiscard]] std::vector<Xapian::docid> standing(
    const Xapian::Database& database, const Xapian::Query& phrase, const Deadline& deadline,
    std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace bulletin
