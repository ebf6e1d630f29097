// All that keys can change, and what the index answered to it. Both are plain values: press.hpp
// makes one state of another, draw.hpp a screen of both.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/browse/layout.hpp"
#include "searcher/browse/line_editor.hpp"
#include "searcher/browse/question.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin::browse {

/// The part of the screen that keys go to.
enum class Pane : std::uint8_t { kHits, kFacets, kChips };

/// The line that is being typed, if any.
enum class Prompt : std::uint8_t { kNone, kQuery, kFacetFind };

/// What stands in the place of a value in the row that shows the rest of a facet; no value is it.
inline constexpr std::string_view kMoreValues = "+";

/// A value of a facet; an empty one is the facet's heading, `kMoreValues` the row behind the first
/// few values.
struct FacetPlace {
  Facet facet = Facet::kCountry;
  std::string value;

  bool operator==(const FacetPlace&) const = default;
};

/// What lies over the lists: an item, the items like it, help.
struct Layer {
  enum class Kind : std::uint8_t { kItem, kSimilar, kHelp };

  Kind kind = Kind::kItem;
  std::string id;         ///< Of the item; empty for help.
  bool evidence = false;  ///< An item with the words behind its values rather than the matches.
  std::size_t at = 0;     ///< First line shown, or the chosen one of the similar items.

  bool operator==(const Layer&) const = default;
};

/// The state of one browsing.
struct BrowseState {
  Question question;
  std::vector<Question> earlier;     ///< Undone one by one, the last first.
  std::vector<std::string> history;  ///< Queries typed, the latest last.

  Pane pane = Pane::kHits;
  std::size_t hit = 0;  ///< The chosen hit, from 0 over all pages.
  FacetPlace place;     ///< The chosen row of the facets.
  std::size_t chip = 0;
  bool titles_only = false;

  /// Headings that are folded, by name of the facet, and years and months that are not.
  std::set<Facet> folded{Facet::kRegion};
  std::set<std::string> unfolded;
  std::set<Facet> whole;   ///< Facets shown to their last value.
  std::string facet_find;  ///< Only facet values with this in their name; empty: all.

  Prompt prompt = Prompt::kNone;
  LineEditor line;
  std::size_t history_at = 0;  ///< Entry of `history` in the line; its size: none.

  std::vector<Layer> layers;  ///< The last one is seen.
  bool leaving = false;
};

/// An item in full.
struct OpenedItem {
  ExplainedItem explained;  ///< With its matches under the question.
  std::vector<LinkedItem> also;
  RejectedReadings rejected;
};

/// What the index said.
struct Answers {
  SearchResult result;                              ///< Its hits are those of the page shown.
  std::map<std::string, std::vector<Bucket>> days;  ///< Of each unfolded month, first day first.
  std::optional<OpenedItem> item;                   ///< Of the top layer, while it is there.
  std::optional<SimilarItems> similar;
};

/// Returns the layout that a state asks for.
[[nodiscard]] inline Layout layout_for(const BrowseState& state, Size size) {
  return layout_of(size, {.facets_in_front = state.pane == Pane::kFacets,
                          .titles_only = state.titles_only,
                          .layered = !state.layers.empty()});
}

}  // namespace bulletin::browse
