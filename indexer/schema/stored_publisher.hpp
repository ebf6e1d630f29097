// The publisher that the items of an index were read for, kept in its metadata.

#pragma once

#include <optional>

#include <xapian.h>

#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Returns the publisher of an index; the default one where it names none.
///
/// Throws `Error{kInternal}` when what is stored is no publisher, and what Xapian throws.
[[nodiscard]] Publisher stored_publisher(const Xapian::Database& database);

/// Returns the publisher that new items are read for: `wanted`, or that of the index.
///
/// Throws as above, and `Error{kBadUsage}` where the index holds items read for another.
[[nodiscard]] Publisher agreed_publisher(const Xapian::Database& database,
                                         const std::optional<Publisher>& wanted);

/// Stores `publisher` with the next commit. Only for an index without items: those of another
/// publisher were read by other rules.
void store_publisher(Xapian::WritableDatabase& database, const Publisher& publisher);

}  // namespace bulletin
