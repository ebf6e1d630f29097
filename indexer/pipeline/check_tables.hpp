// The parts of a check that go by tables rather than items: each of Xapian's files, the lists that
// searches read, the counts of facets, and the notes.

#pragma once

#include <filesystem>

#include <xapian.h>

#include "indexer/pipeline/check_findings.hpp"
#include "indexer/pipeline/check_items.hpp"

namespace bulletin {

/// Has Xapian walk through every block of each table of a generation.
void check_tables(const std::filesystem::path& generation, CheckFindings& findings);

/// Reads the list of every term and the column of every value, which searches go by, and compares
/// them with what the items make. O(all postings).
void check_postings(const Xapian::Database& database, const ItemsCheck& items,
                    CheckFindings& findings);

/// Counts the facets from the column, as a search does, and from the terms, as a click does, and
/// compares both with the recount over the items.
void check_facets(const Xapian::Database& database, const FacetRecount& recount,
                  CheckFindings& findings);

/// Reads publisher, corrections, files and completions.
void check_notes(const Xapian::Database& database, CheckFindings& findings);

}  // namespace bulletin
