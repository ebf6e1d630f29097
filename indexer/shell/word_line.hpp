// What a program answers when a completion script asks it for words.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// Returns `word<TAB>about` as a line, or nothing when `word` does not begin with `prefix` or would
/// not stand on one line. Line breaks and tabs of `about` become spaces.
[[nodiscard]] std::string word_line(std::string_view word, std::string_view about,
                                    std::string_view prefix);

}  // namespace bulletin
