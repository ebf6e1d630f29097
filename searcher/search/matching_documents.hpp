// Which documents a query finds, without weights: what totals and facets are counted from.

#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Returns the documents that match, ascending. Throws `OutOfTime` at `deadline`.
///
/// Terms and what joins them are read from their postings, some nanoseconds each; phrases and
/// whatever else Xapian has to look at document by document is left to its matcher. A database that
/// is not at hand matches what it can itself.
[[nodiscard]] std::vector<Xapian::docid> matching_documents(const Xapian::Database& database,
                                                            const Xapian::Query& query,
                                                            const Deadline& deadline = {});

}  // namespace bulletin
