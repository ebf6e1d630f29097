// What a question limits to or was read as, one by one, each of which can be taken away.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/browse/language.hpp"
#include "searcher/browse/question.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin::browse {

/// One removable part.
struct Chip {
  enum class Kind : std::uint8_t { kReading, kLimit, kLiteral, kNoTranslation, kRule };

  Kind kind = Kind::kLimit;
  Facet facet = Facet::kCountry;  ///< Of a limit or a reading.
  std::string value;              ///< The words of a reading, the value of a limit or rule.
  std::string label;              ///< What stands on it.

  bool operator==(const Chip&) const = default;
};

/// Returns the chips: readings of the query first, then limits in the order of the facets.
[[nodiscard]] std::vector<Chip> chips_of(const Question& question,
                                         const std::vector<QueryReading>& readings,
                                         const Labels& labels, Language language);

/// Returns the question without what a chip stands for; of a reading the words go.
[[nodiscard]] Question without_chip(const Question& question, const Chip& chip);

}  // namespace bulletin::browse
