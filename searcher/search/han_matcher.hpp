// What runs of Chinese characters in a hit share with those of a query.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/search_query.hpp"

namespace bulletin {

/// Characters of a run, by number.
struct Stretch {
  std::size_t begin = 0;
  std::size_t length = 0;
};

/// Finds needles in runs; made once for many texts.
class HanMatcher {
 public:
  /// Keeps a reference to `needles`.
  explicit HanMatcher(const std::vector<HanNeedle>& needles);

  /// Tells whether a needle asks for the script in which it was typed.
  [[nodiscard]] bool asks_for_script() const { return asks_for_script_; }

  /// Returns false only for a run, folded UTF-8, that holds no character of a needle.
  [[nodiscard]] bool may_match(std::string_view run) const;

  /// Returns the longest stretches that a run shares with a needle, in order: `folded` are its
  /// characters, `written` the same as they stand in the text, needed only if asks_for_script().
  [[nodiscard]] std::vector<Stretch> find(std::u32string_view folded,
                                          std::u32string_view written) const;

 private:
  // A character of a needle.
  struct Start {
    std::size_t needle, character;
  };

  [[nodiscard]] Stretch longest_at(std::u32string_view folded, std::u32string_view written,
                                   std::size_t at) const;

  const std::vector<HanNeedle>& needles_;
  std::unordered_map<char32_t, std::vector<Start>> starts_;  // By character.
  std::array<bool, 256> last_bytes_{};                       // Of the characters in `starts_`.
  bool asks_for_script_ = false;
};

}  // namespace bulletin
