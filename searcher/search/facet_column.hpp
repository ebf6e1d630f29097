// What each document counts under in the facets, as numbers, so that a million of them are counted
// without reading a value.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"
#include "searcher/search/bucket.hpp"

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

/// The values of one facet, and which of them each combination has.
struct FacetTable {
  std::vector<std::string> names;      ///< Ascending; a value is its place here.
  std::vector<std::uint32_t> begins;   ///< By combination, where its values begin, and one end.
  std::vector<std::uint32_t> numbers;  ///< The values of all combinations.
};

/// The facet values of documents of one state of an index, twelve bytes each. Never changes, so
/// many threads may count from one.
///
/// Items share few combinations of values: a document is three numbers of combinations, and values
/// are counted by how often each combination occurs.
class FacetColumn {
 public:
  /// Reads the values of all documents, a second a few millions. Throws `OutOfTime` at `deadline`.
  [[nodiscard]] static FacetColumn of_all(const Xapian::Database& database,
                                          const Deadline& deadline = {});

  /// Reads those of `documents`, ascending, and counts them: some hundred nanoseconds each.
  [[nodiscard]] static FacetCounts count_by_reading(const Xapian::Database& database,
                                                    std::span<const Xapian::docid> documents,
                                                    const Deadline& deadline = {});

  /// Counts `documents`, each once, of a column of all; some nanoseconds each, and nothing for all
  /// there are.
  [[nodiscard]] FacetCounts count(std::span<const Xapian::docid> documents) const;

 private:
  friend class FacetColumnBuilder;

  // Of one document: its combinations of countries, of years and months, of language and kinds.
  // Each is 0 where there is no value, which no facet counts.
  struct Row {
    std::uint32_t places = 0, times = 0, sorts = 0;
  };

  // How often each combination occurs.
  struct Occurrences {
    std::vector<std::uint32_t> places, times, sorts;

    void add(const Row& row);
  };

  FacetColumn() = default;
  [[nodiscard]] Occurrences none() const;
  [[nodiscard]] FacetCounts count_rows() const;
  [[nodiscard]] FacetCounts counted(const Occurrences& occurrences) const;

  FacetTable countries_, regions_, years_, months_, langs_, kinds_;
  std::vector<Row> rows_;      // By document number, or of the documents read.
  std::size_t documents_ = 0;  // Of the index.
  FacetCounts all_;            // Of all rows.
};

}  // namespace bulletin
