// Countries by the beginning of their name, in English, in Chinese or by its sound.

#pragma once

#include <string>
#include <vector>

#include "searcher/search/completions.hpp"

namespace bulletin {

/// A country whose name begins as typed.
struct CountryCompletion {
  std::string code;
  std::string text;        ///< Its name in the language that agrees.
  std::string other_name;  ///< In the other one.
  std::string folded;      ///< `text`, folded.
  AgreesBy by = AgreesBy::kText;
  std::vector<std::string> names;  ///< Both names, folded.
};

/// Returns all such countries, whether or not an index has them. O(countries).
[[nodiscard]] std::vector<CountryCompletion> countries_beginning(const TypedEnding& ending);

}  // namespace bulletin
