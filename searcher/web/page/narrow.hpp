// The next states of a search: with one limit more, with one less, on another page.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/searcher.hpp"

namespace bulletin {

/// One chosen limit: the name of its parameter and one value.
struct ChosenLimit {
  std::string name;
  std::string value;

  bool operator==(const ChosenLimit&) const = default;
};

/// Writes the limits of a request as facets have them: lists taken apart, codes for names, spans in
/// figures, each once. A value that cannot be read stays.
void normalize_limits(QueryRequest& query);

/// Makes chosen limits of the fields typed in the query, so that a facet offers and counts the same
/// whichever way its limit was given. A field stays in the text where a limit of its kind is
/// chosen, or typed twice: both hold then, while chosen ones are alternatives.
void choose_typed_limits(QueryRequest& query);

/// Returns the values of the limits called `name`.
[[nodiscard]] const std::vector<std::string>& chosen_values(const QueryRequest& query,
                                                            std::string_view name);

/// Returns all limits, in the order of their parameters.
[[nodiscard]] std::vector<ChosenLimit> chosen_limits(const QueryRequest& query);

/// Return the same search, from its first hit, with `value` as the only limit of its kind, without
/// that value, or without any limit.
[[nodiscard]] SearchRequest limited_to(SearchRequest request, std::string_view name,
                                       std::string_view value);
[[nodiscard]] SearchRequest without_limit(SearchRequest request, const ChosenLimit& limit);
[[nodiscard]] SearchRequest without_limits(SearchRequest request);

/// Returns the same search, from its first hit, for another text.
[[nodiscard]] SearchRequest with_text(SearchRequest request, std::string text);

/// Returns `text` with the first `part` taken out, or `replacement` in its place, and without the
/// spaces that are then too many; nothing changes where there is no `part`.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view part,
                                   std::string_view replacement = {});

}  // namespace bulletin
