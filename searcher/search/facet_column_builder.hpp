// Makes a FacetColumn out of packed values: the maps that it does without.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/search/facet_column.hpp"

namespace bulletin {

/// Gives each combination and each value a number as they come.
class FacetColumnBuilder {
 public:
  /// Begins a column of so many rows, all without values.
  explicit FacetColumnBuilder(std::size_t rows);

  /// Sets row `row` to a packed value. Some ten nanoseconds, for a new combination more.
  void add(std::size_t row, std::string_view packed);

  /// Returns the column; `documents` are those it stands for. Adds nothing after this.
  [[nodiscard]] FacetColumn build(std::size_t documents);

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

  // A table whose values are still numbered in the order in which they came.
  class Table {
   public:
    void add_combination(std::span<const std::string> values);
    [[nodiscard]] FacetTable sorted() const;

   private:
    Numbers numbers_;
    std::vector<std::uint32_t> begins_ = {0, 0};  // Combination 0 has no values.
    std::vector<std::uint32_t> values_;
  };

  void add_places(std::string_view packed);
  void add_times(std::string_view packed);

  FacetColumn column_;
  Numbers places_, times_, sorts_;  // Combinations by their packed form.
  Table countries_, regions_, years_, months_, langs_, kinds_;
};

}  // namespace bulletin
