// Items by number that all say "lighthouse": in English and Chinese by turns, over many days, so
// that there are links, dates and countries to lose.

#pragma once

#include <cstddef>
#include <string>

namespace bulletin::test {

/// Returns the line of JSON that is item `number`, with its line end; its id is `item-NUMBER`.
///
/// Every second one is in Chinese and tells what the one before it tells: the same countries on the
/// same day of 1960 to 2019.
[[nodiscard]] std::string lighthouse_item(std::size_t number);

}  // namespace bulletin::test
