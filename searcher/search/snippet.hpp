// The part of a text that shows best why it was found.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/highlighter.hpp"

namespace bulletin {

/// An excerpt with the marked bytes in it. `…` stands where a sentence had to be cut.
struct Snippet {
  std::string text;
  std::vector<ByteRange> highlights;  ///< In bytes of `text`, in order.

  bool operator==(const Snippet&) const = default;
};

/// Returns about `max_columns` columns of `text` (a Chinese character takes two) around the
/// sentence with the most marks; the beginning where there is none.
///
/// Begins and ends at sentence ends (。！？ included) where they fit, else between words, never
/// inside a character or a mark. Line breaks become spaces. O(length of the text).
[[nodiscard]] Snippet make_snippet(std::string_view text, const std::vector<ByteRange>& marks,
                                   std::size_t max_columns = 240);

}  // namespace bulletin
