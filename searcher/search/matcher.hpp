// What Xapian's matcher needs to be told, and a run of it for documents alone: no weights, no
// result list.

#pragma once

#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Returns `query` as Xapian can match it in a database at hand: a phrase, of which it knows no
/// positions, becomes all its words within the documents where they stand so. Those are looked for
/// at once, where one document is asked about in `only` that. Throws `OutOfTime` at `deadline`.
[[nodiscard]] Xapian::Query matchable(const Xapian::Database& database, const Xapian::Query& query,
                                      const Deadline& deadline,
                                      std::optional<Xapian::docid> only = {});

/// Returns the documents that match, ascending: 12 ms a million. Throws `OutOfTime` at `deadline`.
/// Of a database that is not at hand the query has to be one for servers.
[[nodiscard]] std::vector<Xapian::docid> run_matcher(const Xapian::Database& database,
                                                     const Xapian::Query& query,
                                                     const Deadline& deadline);

/// Returns `query` limited to `documents`, ascending.
[[nodiscard]] Xapian::Query within(const Xapian::Query& query,
                                   std::vector<Xapian::docid> documents);

}  // namespace bulletin
