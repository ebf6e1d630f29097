// Text cut into lines that fit, each piece with its role.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/browse/screen.hpp"

namespace bulletin::browse {

/// One line: bytes of `text` in `marks` are marked, the rest has `role`.
struct StyledLine {
  std::string text;
  std::vector<ByteRange> marks;
  Role role = Role::kPlain;
};

/// Appends `text`, well-formed UTF-8, broken into lines of at most `columns` cells; line breaks of
/// the text stay. `marks` are bytes of `text`, in order.
void append_wrapped(std::vector<StyledLine>& lines, std::string_view text,
                    const std::vector<ByteRange>& marks, std::size_t columns,
                    Role role = Role::kPlain);

}  // namespace bulletin::browse
