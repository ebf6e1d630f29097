// The form in which a word outside Chinese is compared, before it is stemmed.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

inline constexpr std::string_view kRightQuote = "\u2019";

/// Returns the normal form of a folded word: without `'s` and apostrophes, acronyms without dots,
/// numbers without commas, cut to `kMaxTermBytes`. May be empty.
[[nodiscard]] std::string normal_word(std::string_view folded);

/// Tells whether `word` is single letters with dots between them: "u.s", "p.r.c".
[[nodiscard]] bool is_dotted_acronym(std::string_view word);

/// Cuts `term` to `kMaxTermBytes`, between two characters.
void cut_to_limit(std::string& term);

}  // namespace bulletin
