// Bulletins to measure with: real sentences and the bulletins of corpus/, mixed by a fixed seed.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin::bench {

/// Title and text, as a bulletin has them.
struct BenchItem {
  std::string title;
  std::string text;
};

/// Returns the bulletins of corpus/ in `lang`, "en" or "zh": short, dense with names and dates.
[[nodiscard]] std::vector<BenchItem> corpus_items(std::string_view lang);

/// Returns items of about `item_bytes` each and `total_bytes` together: paragraphs of five
/// sentences, every fourth paragraph the text of a bulletin out of corpus/.
///
/// Sentences come from ../shared/bench/sentences-LANG.txt, or else from corpus/. The same on every
/// machine that has the same files.
[[nodiscard]] std::vector<BenchItem> mixed_items(std::string_view lang, std::size_t item_bytes,
                                                 std::size_t total_bytes);

/// Returns the bytes of titles and texts.
[[nodiscard]] std::size_t bytes_of(const std::vector<BenchItem>& items);

}  // namespace bulletin::bench
