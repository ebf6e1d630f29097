// What each document counts under in the facets, and its day, as numbers, so that a million of them
// are counted or sorted without reading a value.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"
#include "searcher/query/query_part.hpp"
#include "searcher/search/bucket.hpp"
#include "searcher/search/facet_part.hpp"

namespace bulletin {

/// What a set of documents counts under: only values that occur, each list ascending by value. An
/// item counts once in each region, however many of its countries lie there.
struct FacetCounts {
  std::vector<Bucket> langs;
  std::vector<Bucket> countries;
  std::vector<Bucket> regions;  ///< UN M49 numbers: subregions and continents.
  std::vector<Bucket> kinds;
  std::vector<Bucket> years;
  std::vector<Bucket> months;
  std::size_t without_country = 0;
  std::size_t without_date = 0;
};

/// The facet values and days of all documents of one state of an index, sixteen bytes each. Never
/// changes, so many threads may count from one.
class FacetColumn {
 public:
  /// Reads the values of all documents, a million in about a second. Throws `OutOfTime` at
  /// `deadline`.
  [[nodiscard]] static FacetColumn read(const Xapian::Database& database,
                                        const Deadline& deadline = {});

  /// Reads those of `documents`, ascending, which `found_by` finds, and counts them: some hundred
  /// nanoseconds each.
  [[nodiscard]] static FacetCounts count_by_reading(const Xapian::Database& database,
                                                    std::span<const Xapian::docid> documents,
                                                    const Xapian::Query& found_by = match_all(),
                                                    const Deadline& deadline = {});

  /// Counts `documents`, each once; some nanoseconds each, and nothing for all there are.
  [[nodiscard]] FacetCounts count(std::span<const Xapian::docid> documents) const;

  /// The shown day of each document by number, 20191224, 0 for none. Empty where the database was
  /// not at hand: KeptPostings::days() asks for those.
  [[nodiscard]] const std::vector<std::uint32_t>& days() const { return days_; }

 private:
  friend class FacetColumnBuilder;

  FacetColumn(FacetPart places, FacetPart times, FacetPart sorts, std::size_t documents);

  FacetPart places_;       // Countries and regions.
  FacetPart times_;        // Years and months.
  FacetPart sorts_;        // Languages and kinds.
  std::size_t documents_;  // Of the index.
  FacetCounts all_;        // Of all rows.
  std::vector<std::uint32_t> days_;
};

}  // namespace bulletin
