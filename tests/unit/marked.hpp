// Shows marked bytes in a line of text, for tests that compare highlights.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/highlighter.hpp"

namespace bulletin::test {

/// Returns `text` with ⟦ and ⟧ around every mark.
[[nodiscard]] inline std::string marked(std::string_view text,
                                        const std::vector<ByteRange>& marks) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& mark : marks) {
    out += text.substr(at, mark.begin - at);
    out += "⟦";
    out += text.substr(mark.begin, mark.end - mark.begin);
    out += "⟧";
    at = mark.end;
  }
  return out += text.substr(at);
}

/// Returns the marks that ⟦ and ⟧ stand for in `text`, and takes them out of it.
[[nodiscard]] inline std::vector<ByteRange> take_marks(std::string& text) {
  constexpr std::string_view kOpen = "⟦";
  constexpr std::string_view kClose = "⟧";
  std::vector<ByteRange> marks;
  for (auto begin = text.find(kOpen); begin != std::string::npos; begin = text.find(kOpen)) {
    text.erase(begin, kOpen.size());
    const auto end = text.find(kClose);
    text.erase(end, kClose.size());
    marks.push_back({begin, end});
  }
  return marks;
}

}  // namespace bulletin::test
