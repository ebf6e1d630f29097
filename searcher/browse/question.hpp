// What is asked at one moment: what an undo brings back and the printed command says.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_builder.hpp"
#include "searcher/search/hit_order.hpp"

namespace bulletin::browse {

/// A facet that can be chosen from, in the order of the screen.
enum class Facet : std::uint8_t { kCountry, kDate, kKind, kLang, kRegion };
inline constexpr Facet kFacetOrder[] = {Facet::kCountry, Facet::kDate, Facet::kKind, Facet::kLang,
                                        Facet::kRegion};

/// A query with its limits and the order of its hits.
struct Question {
  QueryRequest query;
  Sort sort = Sort::kRelevance;

  bool operator==(const Question&) const = default;
};

/// Returns the chosen values of a facet.
[[nodiscard]] const std::vector<std::string>& chosen(const Question& question, Facet facet);

/// Returns the question with each limit as its facet has it: codes in the place of names, `2019-12`
/// in the place of 2019年12月 or "last month", one value each. What cannot be read stays: the
/// search refuses it by name.
[[nodiscard]] Question normalized(Question question);

/// Returns the question limited to `value` alone among its facet's, or without a limit by that
/// facet where it was so already.
[[nodiscard]] Question only(Question question, Facet facet, const std::string& value);

/// Returns the question with `value` added to its facet's limits, or taken out. Of a year and one
/// of its months, of a month and one of its days, the newcomer stays.
[[nodiscard]] Question toggled(Question question, Facet facet, const std::string& value);

/// Returns the question without the first occurrence of the words `surface` in its text; as plain
/// words where they do not stand there.
[[nodiscard]] Question without_words(Question question, std::string_view surface);

/// Returns the question in the next order: relevance, newest, oldest, title.
[[nodiscard]] Question in_next_order(Question question);

}  // namespace bulletin::browse
