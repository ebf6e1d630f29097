// Numbers in running text by their value, however they are written.

#pragma once

#include <string_view>
#include <vector>

namespace bulletin {

/// Returns the numbers of a folded text in reading order: figures, English and Chinese words, with
/// their multiples, so that "1.5 million" and 150万 are both 1500000.
///
/// Left out: "one", 一 and zero, which are rarely meant as numbers. Percentages count as the number
/// before the sign.
[[nodiscard]] std::vector<double> numbers_in(std::string_view folded);

}  // namespace bulletin
