// Facets: how many hits each value would leave.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/search_query.hpp"
#include "searcher/search/bucket.hpp"
#include "searcher/search/matching_documents.hpp"
#include "searcher/search/shared_facet_column.hpp"

namespace bulletin {

/// All facets of a result. Countries, regions, kinds and languages by count, years and months
/// newest first.
///
/// An item counts under each of its countries and under each year and month it touches, so the
/// counts of a facet may add up to more than the hits.
struct Facets {
  std::vector<Bucket> country;
  std::vector<Bucket> year;
  std::vector<Bucket> month;
  std::vector<Bucket> lang;
  std::vector<Bucket> kind;
  std::vector<Bucket> region;  ///< UN M49 numbers: subregions and continents.
};

/// The days of one month, as count_facets() counts months.
struct MonthDays {
  std::vector<Bucket> days;  ///< `2019-12-24`, ascending, only those touched.

  /// Items that touch the month and none of its days: the day is not given. No limit finds these
  /// alone.
  std::size_t day_not_given = 0;

  bool operator==(const MonthDays&) const = default;
};

/// Returns the whole query, limits included.
[[nodiscard]] Xapian::Query limited(const SearchQuery& query);

/// Counts every facet exactly; each without its own limits, so that a further value can be chosen.
///
/// `matches` are the documents of the whole query, reused where a facet has no limit of its own.
/// `state` names what the database holds, as IndexReader::state() does. Throws `OutOfTime` at the
/// deadline of the query.
[[nodiscard]] Facets count_facets(const Xapian::Database& database, std::string_view state,
                                  const SearchQuery& query,
                                  const std::vector<Xapian::docid>& matches,
                                  SharedFacetColumn& column);

/// Counts the days of `month`, `2019-12`, without the limits to dates; nothing for any other text.
/// Reads the postings of up to 32 terms.
[[nodiscard]] MonthDays count_days(const Xapian::Database& database, const SearchQuery& query,
                                   std::string_view month);

}  // namespace bulletin
