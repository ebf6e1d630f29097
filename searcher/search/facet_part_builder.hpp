// Makes a FacetPart out of packed values: the maps that it does without.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/search/facet_part.hpp"

namespace bulletin {

/// Gives each combination and each value a number as they come.
class FacetPartBuilder {
 public:
  /// What one combination has of both facets.
  using Values = std::array<std::vector<std::string>, 2>;

  /// Begins a part of so many rows, all with nothing.
  explicit FacetPartBuilder(std::size_t rows) { part_.rows_.resize(rows); }

  /// Sets row `row` to the values packed as `packed`; `unpack()` is called for a combination that
  /// has not been there.
  template <typename Unpack>
  void set(std::size_t row, std::string_view packed, Unpack unpack) {
    auto known = combinations_.find(packed);
    if (known == combinations_.end()) {
      add_combination(unpack());
      const auto number = static_cast<std::uint32_t>(combinations_.size() + 1);
      known = combinations_.emplace(packed, number).first;
    }
    part_.rows_[row] = known->second;
  }

  /// Returns the part. Nothing is set after this.
  [[nodiscard]] FacetPart build();

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

  void add_combination(const Values& values);
  [[nodiscard]] std::vector<std::uint32_t> final_numbers(std::size_t facet);

  FacetPart part_;
  Numbers combinations_;
  std::array<Numbers, 2> values_;  // As they came.
  // By combination, as they came; combination 0 has nothing.
  std::vector<std::array<std::vector<std::uint32_t>, 2>> lists_{1};
};

}  // namespace bulletin
