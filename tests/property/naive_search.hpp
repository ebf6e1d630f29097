// A search engine of fifty lines without an index: looks at every item. The model that the real
// one has to agree with. It knows no stems: the words of random corpora are their own.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/bulletin.hpp"

namespace bulletin::test {

/// How a clause of a model query takes part.
enum class Part : std::uint8_t { kShould, kMust, kMustNot };

/// One word, run of Chinese characters or phrase.
struct ModelClause {
  Part part = Part::kShould;
  std::string text;
  bool in_title = false;     ///< `title:`
  bool is_prefix = false;    ///< `text*`, of a word in a title.
  std::size_t distance = 0;  ///< Of two words: others that may stand between, in any order.
};

/// A query with its limits; within one kind of limit any value will do.
struct ModelQuery {
  std::vector<ModelClause> clauses;
  std::vector<std::string> countries;  ///< Codes, or `none`.
  std::vector<std::string> dates;      ///< As format_span() writes them, or `none`.
  std::vector<std::string> langs;
  std::vector<std::string> sources;  ///< Words of the source's name, or hosts.
};

/// Counts by value of each facet.
struct ModelFacets {
  std::map<std::string, std::size_t> country, year, month, lang;

  bool operator==(const ModelFacets&) const = default;
};

/// Returns the ids of the items that match, found by looking at each.
[[nodiscard]] std::set<std::string> naive_matches(const std::vector<Bulletin>& corpus,
                                                  const ModelQuery& query);

/// Recounts the facets, each without its own limits.
[[nodiscard]] ModelFacets naive_facets(const std::vector<Bulletin>& corpus,
                                       const ModelQuery& query);

/// Tells whether the item has what the clause looks for.
[[nodiscard]] bool holds(const Bulletin& item, const ModelClause& clause);

/// Tells whether the words of `text` stand in the title or in the text as they are.
[[nodiscard]] bool holds(const Bulletin& item, std::string_view text);

}  // namespace bulletin::test
