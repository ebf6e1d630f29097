// Items that hold a text byte for byte: what folding makes equal is told apart again.

#pragma once

#include <xapian.h>

#include "searcher/query/text_query.hpp"

namespace bulletin {

/// Makes queries for items of `database` that hold a text as typed. Beside another query they read
/// title and text of its candidates only: about 15 us an item, each read once for all such queries.
/// Reading throws `OutOfTime` at `deadline`.
[[nodiscard]] HeldText held_text(const Xapian::Database& database, const Deadline& deadline = {});

}  // namespace bulletin
