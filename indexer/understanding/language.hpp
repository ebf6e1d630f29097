// Which language a text is in, by its script.

#pragma once

#include <string_view>

namespace bulletin {

/// Returns `zh` when Chinese characters carry the text, else `en`.
///
/// One Chinese character counts as three Latin letters, about what it says. `text` is well-formed
/// UTF-8. O(n).
[[nodiscard]] std::string_view detect_language(std::string_view text);

}  // namespace bulletin
