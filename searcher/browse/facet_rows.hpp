// The facets as one list of rows that fold.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/browse/browse_state.hpp"
#include "searcher/browse/language.hpp"

namespace bulletin::browse {

/// One line of the list: the heading of a facet, or a value.
struct FacetRow {
  FacetPlace place;
  std::string label;
  std::size_t count = 0;  ///< Of a value: items that choosing it leaves.
  std::size_t depth = 0;  ///< 1 for a month, 2 for a day, else 0.
  bool folds = false;
  bool is_open = false;
  bool is_chosen = false;

  [[nodiscard]] bool is_heading() const { return place.value.empty(); }
  [[nodiscard]] bool is_more() const { return place.value == kMoreValues; }

  bool operator==(const FacetRow&) const = default;
};

/// Returns the rows in order: of each facet that has values its heading and, unless it is folded,
/// the first few values, what is chosen or unfolded among the others, and a row for those; a chosen
/// value that leaves nothing too. While something is looked for in the facets:
/// the values whose name in either language, or whose code, holds it, whatever is folded.
[[nodiscard]] std::vector<FacetRow> facet_rows(const BrowseState& state, const Answers& answers,
                                               const Labels& labels, Language language);

/// Returns the row at `place`; 0 where it is not among them.
[[nodiscard]] std::size_t row_of(const std::vector<FacetRow>& rows, const FacetPlace& place);

/// Returns the first of `count` rows to show in `height` lines so that row `chosen` is in their
/// middle as far as the ends allow.
[[nodiscard]] std::size_t first_shown(std::size_t chosen, std::size_t count, std::size_t height);

/// Returns the rows that the keys 1 to 9 drill down to: the first nine values among the `height`
/// rows from `first` on.
[[nodiscard]] std::vector<std::size_t> numbered_rows(const std::vector<FacetRow>& rows,
                                                     std::size_t first, std::size_t height);

/// Returns the months whose days the list shows.
[[nodiscard]] std::vector<std::string> months_with_days(const BrowseState& state);

}  // namespace bulletin::browse
