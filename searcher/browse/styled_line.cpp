#include "searcher/browse/styled_line.hpp"

#include <algorithm>

#include "searcher/search/columns.hpp"

namespace bulletin::browse {
namespace {

StyledLine part_of(std::string_view text, ByteRange part, const std::vector<ByteRange>& marks,
                   Role role) {
  StyledLine line{.text = std::string(text.substr(part.begin, part.end - part.begin)),
                  .marks = {},
                  .role = role};
  for (const ByteRange& mark : marks) {
    const ByteRange inside{std::max(mark.begin, part.begin), std::min(mark.end, part.end)};
    if (inside.begin < inside.end) {
      line.marks.push_back({inside.begin - part.begin, inside.end - part.begin});
    }
  }
  return line;
}

}  // namespace

void append_wrapped(std::vector<StyledLine>& lines, std::string_view original,
                    const std::vector<ByteRange>& marks, std::size_t columns, Role role) {
  std::string text = printable(original);
  std::ranges::replace(text, '\t', ' ');
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t paragraph = std::min(text.find('\n', begin), text.size());
    const std::size_t end =
        begin == paragraph ? begin
                           : line_end(std::string_view(text).substr(0, paragraph), begin, columns);
    const std::size_t last = end > begin ? text.find_last_not_of(' ', end - 1) : begin;
    const bool is_blank = end == begin || last == std::string::npos || last < begin;
    lines.push_back(part_of(text, {begin, is_blank ? begin : last + 1}, marks, role));
    begin = end;
    while (begin < paragraph && text[begin] == ' ') {
      ++begin;
    }
    begin += begin == paragraph ? 1 : 0;
  }
}

}  // namespace bulletin::browse
