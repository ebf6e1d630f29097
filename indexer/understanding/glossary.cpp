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
  std::uint32_t first = kGlossNodes[node].first_letter;
  std::uint32_t count = kGlossNodes[node + 1].first_letter - first;
  // Not lower_bound(): which half holds a character cannot be foreseen, so no branch asks.
  while (count > 1) {
    const std::uint32_t half = count / 2;
    first += kGlossLetters[first + half] <= c ? half : 0;
    count -= half;
  }
  return count == 1 && kGlossLetters[first] == c ? first + 1 : 0;
}

// False only where no word of the glossary begins.
bool may_begin_gloss(std::string_view folded, std::size_t begin) {
  // Where the length is a constant, hashing needs no loop.
  const std::size_t slot = begin + kGlossStartBytes <= folded.size()
                               ? gloss_start({folded.data() + begin, kGlossStartBytes})
                               : gloss_start(folded.substr(begin));
  return (kGlossStartBits[slot / 64] >> (slot % 64) & 1U) != 0;
}

}  // namespace

std::optional<GlossaryMatch> longest_gloss(std::string_view folded, std::size_t begin) {
  if (!may_begin_gloss(folded, begin)) {
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
