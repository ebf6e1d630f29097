// What each document counts under in the facets, as numbers, so that a million of them are counted
// without reading a value.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
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

/// How many documents have each combination of values in one part of the facets: only those that
/// occur, in no order.
template <typename Values>
using Combinations = std::vector<std::pair<const Values*, std::size_t>>;

/// What a set of documents counts under. Points into the column that counted, which keeps all that
/// it has given out until it is asked for another state.
struct FacetCounts {
  Combinations<std::string> langs;
  Combinations<std::vector<std::string>> countries;
  Combinations<std::vector<std::string>> kinds;
  Combinations<FacetDates> dates;
};

/// Counts facet values of one database. Not thread-safe.
///
/// Combinations are few, so each is unpacked once and numbered. When as many values have been read
/// as there are documents, the numbers of every document are kept: sixteen bytes a document.
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
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };

  // Gives each different text a number, from 0, keeps what it unpacks to and counts it.
  template <typename Values>
  struct Part {
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers;
    std::deque<Values> values;  // Grows without moving.
    std::vector<std::size_t> counts;

    std::uint32_t number_of(std::string_view text, Values (*unpack)(std::string_view));
    void begin();
    [[nodiscard]] Combinations<Values> occurring() const;
  };

  struct Numbers {  // Of one document.
    std::uint32_t lang, countries, kinds, dates;
  };

  void follow(std::string_view state, std::size_t documents);
  void read_column(const Xapian::Database& database, const Deadline& deadline);
  [[nodiscard]] Numbers numbers_of(std::string_view packed);
  void add(const Numbers& numbers);

  std::string state_;
  Part<std::string> langs_;
  Part<std::vector<std::string>> countries_;
  Part<std::vector<std::string>> kinds_;
  Part<FacetDates> dates_;
  std::vector<Numbers> column_;  // By document; empty until it pays.
  std::size_t values_read_ = 0;  // Since the state began.
};

}  // namespace bulletin
