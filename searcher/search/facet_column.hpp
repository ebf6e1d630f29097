// What each document counts under in the facets, as numbers, so that a million of them are counted
// without reading a value.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/schema/facet_values.hpp"
#include "searcher/query/deadline.hpp"

namespace bulletin {

/// How many documents have each value; only values that occur, in no order.
template <typename Value>
using ValueCounts = std::vector<std::pair<Value, std::size_t>>;

/// What a set of documents counts under. An item counts once in each region, however many of its
/// countries lie there.
struct FacetCounts {
  ValueCounts<std::string> langs;
  ValueCounts<std::string> countries;
  ValueCounts<std::string> regions;  ///< UN M49 numbers: subregions and continents.
  ValueCounts<std::string> kinds;
  ValueCounts<std::uint16_t> years;
  ValueCounts<MonthNumber> months;
  std::size_t without_country = 0;
  std::size_t without_date = 0;
};

/// Counts facet values of one database. Not thread-safe.
///
/// Items share few combinations of values, so each combination is unpacked once and numbered. When
/// as many values have been read as there are documents, the numbers of every document are kept:
/// sixteen bytes a document.
class FacetColumn {
 public:
  /// Counts `documents`, ascending. `state` names what the database holds: kept numbers are
  /// forgotten when it is another one. Throws `OutOfTime` at `deadline`.
  ///
  /// A document costs some nanoseconds from the column, and some hundred before there is one.
  [[nodiscard]] FacetCounts count(const Xapian::Database& database, std::string_view state,
                                  const std::vector<Xapian::docid>& documents,
                                  const Deadline& deadline = {});

 private:
  // Gives each different value a number, from 0.
  template <typename Value>
  struct Numbering {
    std::unordered_map<Value, std::uint32_t> numbers;
    std::vector<Value> values;

    std::uint32_t number_of(const Value& value);
  };

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };

  // The combinations of one part of a packed value, each with the numbers of its values, and how
  // often each has been counted.
  struct Part {
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> combinations;
    std::vector<std::vector<std::uint32_t>> values;
    std::vector<std::size_t> counts;

    template <typename Unpack>
    std::uint32_t number_of(std::string_view packed, Unpack unpack);
    void begin();
    [[nodiscard]] std::size_t without_values() const;
    template <typename Value>
    [[nodiscard]] ValueCounts<Value> by_value(const std::vector<Value>& names) const;
  };

  struct Numbers {  // Of one document.
    std::uint32_t lang, countries, kinds, dates;
  };

  void follow(std::string_view state, std::size_t documents);
  void read_column(const Xapian::Database& database, const Deadline& deadline);
  [[nodiscard]] Numbers numbers_of(std::string_view packed);
  std::uint32_t number_of_countries(std::string_view packed);
  std::uint32_t number_of_dates(std::string_view packed);
  void begin();
  void add(const Numbers& numbers);
  [[nodiscard]] FacetCounts counted() const;

  std::string state_;
  Numbering<std::string> lang_names_, country_names_, region_names_, kind_names_;
  Numbering<std::uint16_t> years_;
  Numbering<MonthNumber> months_;
  Part langs_, countries_, kinds_, dates_;
  std::vector<std::vector<std::uint32_t>> regions_of_countries_;  // By combination of countries.
  std::vector<std::vector<std::uint32_t>> months_of_dates_;       // By combination of dates.
  std::vector<Numbers> column_;  // By document; empty until it pays.
  std::size_t values_read_ = 0;  // Since the state began.
};

}  // namespace bulletin
