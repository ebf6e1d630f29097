#include "searcher/search/han_matcher.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

unsigned char byte_of(char c) {
  return static_cast<unsigned char>(c);
}

// Cuts `[begin, begin + length)` of the needle back to whole words; the whole needle stays whole.
Stretch whole_words(const HanNeedle& needle, Stretch stretch) {
  if (stretch.length == needle.characters.size()) {
    return stretch;
  }
  const auto& borders = needle.borders;
  const auto first = std::ranges::lower_bound(borders, stretch.begin);
  const auto last = std::ranges::upper_bound(borders, stretch.begin + stretch.length);
  if (first == borders.end() || last == borders.begin() || *first >= *std::prev(last)) {
    return {};
  }
  return {*first, *std::prev(last) - *first};
}

std::size_t common_length(std::u32string_view a, std::u32string_view b) {
  const auto [end_a, end_b] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end_a - a.begin());
}

}  // namespace

HanMatcher::HanMatcher(const std::vector<HanNeedle>& needles) : needles_(needles) {
  for (std::size_t n = 0; n < needles.size(); ++n) {
    asks_for_script_ = asks_for_script_ || !needles[n].written.empty();
    const std::u32string_view characters = needles[n].characters;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      starts_[characters[i]].push_back({n, i});
      last_bytes_.at(byte_of(utf8_of(characters.substr(i, 1)).back())) = true;
    }
  }
}

bool HanMatcher::may_match(std::string_view run) const {
  return !starts_.empty() &&
         std::ranges::any_of(run, [&](char c) { return last_bytes_.at(byte_of(c)); });
}

std::vector<Stretch> HanMatcher::find(std::u32string_view folded,
                                      std::u32string_view written) const {
  std::vector<Stretch> stretches;
  for (std::size_t at = 0; at < folded.size();) {
    const Stretch found = longest_at(folded, written, at);
    if (found.length == 0) {
      ++at;
      continue;
    }
    stretches.push_back(found);
    at = found.begin + found.length;
  }
  return stretches;
}

// The longest marked stretch that begins at or soon behind `at`.
Stretch HanMatcher::longest_at(std::u32string_view folded, std::u32string_view written,
                               std::size_t at) const {
  const auto starts = starts_.find(folded[at]);
  if (starts == starts_.end()) {
    return {};
  }
  Stretch best;
  for (const Start& start : starts->second) {
    const HanNeedle& needle = needles_[start.needle];
    const bool in_any_script = needle.written.empty();
    const std::u32string_view wanted = in_any_script ? needle.characters : needle.written;
    const std::u32string_view there = in_any_script ? folded : written;
    const std::size_t length = common_length(there.substr(at), wanted.substr(start.character));
    const Stretch kept = whole_words(needle, {start.character, length});
    // A lone character says something only where it is all that was asked for.
    const bool is_word = kept.length > 1 || kept.length == needle.characters.size();
    if (is_word && kept.length > best.length) {
      best = {at + (kept.begin - start.character), kept.length};
    }
  }
  return best;
}

}  // namespace bulletin
