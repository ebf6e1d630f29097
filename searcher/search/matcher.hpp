// Xapian's matcher, run for documents alone: no weights, no result list.

#pragma once

#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Returns the documents that match, ascending: 12 ms a million. Throws `OutOfTime` at `deadline`.
[[nodiscard]] std::vector<Xapian::docid> run_matcher(const Xapian::Database& database,
                                                     const Xapian::Query& query,
                                                     const Deadline& deadline);

/// Returns `query` limited to `documents`, ascending, which outlive it.
[[nodiscard]] Xapian::Query within(const Xapian::Query& query,
                                   std::span<const Xapian::docid> documents);

}  // namespace bulletin
