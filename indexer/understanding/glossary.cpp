#include "indexer/understanding/glossary.hpp"

#include <algorithm>
#include <iterator>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

// kGlossRoots, kGlossNodes, kGlossLetters, kGlossStartBits, kGlosses, kGlossaryWords and
// kStemParts, written by compile_glossary.
#include "glossary_data.inc"

// Nodes are given by their number; 0 is none.

std::uint32_t node_of(char32_t c) {
  const bool is_listed = c >= kFirstOfGlosses && c <= kLastOfGlosses;
  return is_listed ? kGlossRoots[c - kFirstOfGlosses] : 0;
}

std::uint32_t node_behind(std::uint32_t node, char32_t c) {
  const std::uint32_t first = kGlossNodes[node].first_letter;
  const auto letters =
      std::span(kGlossLetters).subspan(first, kGlossNodes[node + 1].first_letter - first);
  const auto found = std::ranges::lower_bound(letters, c);
  const bool is_known = found != letters.end() && *found == c;
  return is_known ? first + static_cast<std::uint32_t>(found - letters.begin()) + 1 : 0;
}

}  // namespace

std::optional<GlossaryMatch> longest_gloss(std::string_view folded, std::size_t begin) {
  const std::size_t slot = gloss_start(folded.substr(begin, kGlossStartBytes));
  if ((kGlossStartBits[slot / 64] >> (slot % 64) & 1U) == 0) {
    return std::nullopt;
  }
  std::size_t at = begin;
  std::size_t end = 0;
  std::uint32_t gloss = 0;
  for (std::uint32_t node = node_of(next_code_point(folded, at)); node != 0;) {
    if (kGlossNodes[node].gloss != 0) {
      end = at;
      gloss = kGlossNodes[node].gloss;
    }
    node = at < folded.size() ? node_behind(node, next_code_point(folded, at)) : 0;
  }
  if (gloss == 0) {
    return std::nullopt;
  }
  // A gloss is the number of its words, then the words.
  return GlossaryMatch{end, std::span(kGlosses).subspan(gloss + 1, kGlosses[gloss])};
}

GlossaryWord glossary_word(std::uint16_t word) {
  return kGlossaryWords[word];
}

std::optional<std::uint8_t> glossary_weight(std::uint32_t key) {
  const std::size_t first = kStemParts[stem_part(key)];
  const auto part =
      std::span(kGlossaryWords).subspan(first, kStemParts[stem_part(key) + 1] - first);
  const auto found = std::ranges::lower_bound(part, key, {}, &GlossaryWord::key);
  const bool is_known = found != part.end() && found->key == key;
  return is_known ? std::optional(found->weight) : std::nullopt;
}

}  // namespace bulletin
