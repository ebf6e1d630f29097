// The text that a page shows, line by line as it is set.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/ingest/html_tree.hpp"

namespace bulletin {

/// Nodes whose subtrees are left out, by index.
using SkipMarks = std::vector<bool>;

/// A block, or what stands between two `<br>`: white space is collapsed, the ends are trimmed.
struct TextLine {
  std::string text;            ///< Never empty.
  std::size_t link_bytes = 0;  ///< How many of its bytes are in links.
  std::size_t node = 0;        ///< Its first text.
  std::size_t line = 0;        ///< Of the file, from 1.
  bool heading = false;        ///< It stands in h1 to h6.

  /// Tells whether it is hardly more than links: a date may stand beside them.
  [[nodiscard]] bool is_link() const {
    constexpr std::size_t kDate = 24;
    const std::size_t plain = text.size() - link_bytes;
    return plain * 5 <= text.size() || (plain <= kDate && plain <= link_bytes);
  }
};

/// Returns the lines of the nodes `[begin, end)`. A line break in the source between two Chinese
/// characters is nothing, else a space.
[[nodiscard]] std::vector<TextLine> lines_of(const HtmlTree& tree, std::size_t begin,
                                             std::size_t end, const SkipMarks& skip);

/// Returns the lines with line breaks between.
[[nodiscard]] std::string join_lines(const std::vector<TextLine>& lines);

/// Collapses white space as `lines_of` does, in one line.
[[nodiscard]] std::string one_line(std::string_view text);

/// Tells whether node `at` is a link to another page.
[[nodiscard]] bool is_link(const HtmlTree& tree, std::size_t at);

/// Returns marks for what no reader sees: head, hidden elements, readings above characters.
[[nodiscard]] SkipMarks unseen_marks(const HtmlTree& tree);

}  // namespace bulletin
