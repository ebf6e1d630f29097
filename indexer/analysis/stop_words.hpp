// English words that say nothing about what a text is about.

#pragma once

#include <string_view>

namespace bulletin {

/// Tells whether `word`, folded and without apostrophes, is one of about 120 function words.
///
/// Chinese has no list: dropping its function words changed no ranking figure (.001 nDCG@10).
[[nodiscard]] bool is_stop_word(std::string_view word);

}  // namespace bulletin
