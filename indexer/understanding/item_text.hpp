// The text of one item as the readers of dates and countries see it: original and folded.

#pragma once

#include <string_view>

#include "indexer/analysis/folded_text.hpp"

namespace bulletin {

/// Title and text of an item, each with its folded form. Views: the strings must outlive it.
struct ItemText {
  std::string_view title;
  std::string_view text;
  FoldedText folded_title;
  FoldedText folded_text;

  /// Folds both parts once, for all readers.
  [[nodiscard]] static ItemText of(std::string_view title, std::string_view text) {
    return {title, text, FoldedText::fold(title), FoldedText::fold(text)};
  }
};

}  // namespace bulletin
