// Chinese personal names by their sound, so that 张鸾娇 meets Zhang Luanjiao and Luanjiao Zhang.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/token.hpp"

namespace bulletin {

/// Returns what may be Chinese names among the capitalized words of `source`, as `zhang luanjiao`:
/// surname first or last, the given name in one word, two or with a hyphen.
[[nodiscard]] std::vector<std::string> persons_in_latin(std::string_view source,
                                                        std::span<const Token> words);

/// Returns the readings of a name that may begin at byte `begin` of folded Chinese text, in the
/// same form: a surname of one or two characters and one or two more. None without a surname.
[[nodiscard]] std::vector<std::string> persons_in_han(std::string_view folded, std::size_t begin);

}  // namespace bulletin
