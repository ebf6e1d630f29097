// Two facets that are counted at once, such as countries and the regions they lie in.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/bucket.hpp"

namespace bulletin {

/// Which values of two facets each row has, as numbers. Never changes.
///
/// Items share combinations of values: a row says where one begins, and a combination is a list of
/// numbers of values.
class FacetPart {
 public:
  /// Only values that occur, ascending.
  struct Counts {
    std::array<std::vector<Bucket>, 2> facets;
    std::size_t without_first = 0;  ///< Rows that have something, but no value of the first facet.
  };

  /// Counts `rows`, by number. Some nanoseconds each.
  [[nodiscard]] Counts count(std::span<const Xapian::docid> rows) const;

  /// Counts all rows.
  [[nodiscard]] Counts count_all() const;

 private:
  friend class FacetPartBuilder;

  using Sums = std::vector<std::uint32_t>;  // By value.

  // Numbers of no value: what fills up a list, and having none of the first facet.
  static constexpr std::uint32_t kFill = 0, kWithoutFirst = 1, kFirstValue = 2;
  // A combination is some blocks of so many numbers: how many blocks, then values. Adding to a few
  // counters is cheaper than a branch, and most lie in one line of the cache.
  static constexpr std::size_t kBlock = 4;

  [[nodiscard]] std::size_t blocks() const { return values_.size() / kBlock; }
  void add(std::uint32_t block, std::uint32_t count, Sums& sums) const;
  void add_rows(std::span<const Xapian::docid> rows, Sums& sums) const;
  void add_occurrences(const std::vector<std::uint32_t>& occurrences, Sums& sums) const;
  [[nodiscard]] Counts named(const Sums& sums) const;

  std::array<std::vector<std::string>, 2> names_;  // Ascending; numbered from kFirstValue.
  std::vector<std::uint32_t> values_;              // In blocks.
  std::vector<std::uint32_t> rows_;  // The first block of a combination; the one at 0 has nothing.
};

}  // namespace bulletin
