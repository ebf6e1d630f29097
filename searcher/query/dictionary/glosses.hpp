// What a dictionary says about a word, cut to what a text would say.

#pragma once

#include <span>
#include <string>
#include <vector>

namespace bulletin {

/// One English rendering of a Chinese word.
struct Gloss {
  std::string text;   ///< As written, without brackets, articles and explanations.
  unsigned rank = 0;  ///< From 0; old, literary and regional meanings rank lower.

  bool operator==(const Gloss&) const = default;
};

/// Cuts the senses of one entry of CC-CEDICT into glosses: `to visit; to call on (sb)` is two.
///
/// What stands in brackets is dropped, and so is what follows a comma (Tangshan, prefecture-level
/// city in Hebei). References to other entries, surnames and measure words give none.
[[nodiscard]] std::vector<Gloss> read_glosses(std::span<const std::string> senses);

}  // namespace bulletin
