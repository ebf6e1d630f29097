#include "indexer/understanding/glossary.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <unicode/bytestrie.h>

namespace bulletin {
namespace {

// kGlossTrie, kGlossStartBits, kGlosses and kGlossaryWords, written by compile_glossary.
#include "glossary_data.inc"

}  // namespace

std::optional<Gloss> longest_gloss(std::string_view folded, std::size_t begin) {
  const std::size_t slot = gloss_start(folded.substr(begin, kGlossStartBytes));
  if ((kGlossStartBits[slot / 64] >> (slot % 64) & 1U) == 0) {
    return std::nullopt;
  }
  icu::BytesTrie trie(kGlossTrie);
  std::size_t end = 0;
  std::int32_t at_gloss = 0;
  for (std::size_t at = begin; at < folded.size(); ++at) {
    const UStringTrieResult result = trie.next(static_cast<unsigned char>(folded[at]));
    if (USTRINGTRIE_HAS_VALUE(result)) {
      end = at + 1;
      at_gloss = trie.getValue();
    }
    if (!USTRINGTRIE_HAS_NEXT(result)) {
      break;
    }
  }
  if (end == 0) {
    return std::nullopt;
  }
  // A gloss is the number of its words, then the words.
  const auto first = static_cast<std::size_t>(at_gloss);
  return Gloss{end, std::span(kGlosses).subspan(first + 1, kGlosses[first])};
}

GlossaryWord glossary_word(std::uint16_t word) {
  return kGlossaryWords[word];
}

std::optional<std::uint8_t> glossary_weight(std::uint32_t key) {
  const auto found = std::ranges::lower_bound(kGlossaryWords, key, {}, &GlossaryWord::key);
  const bool is_known = found != std::end(kGlossaryWords) && found->key == key;
  return is_known ? std::optional(found->weight) : std::nullopt;
}

}  // namespace bulletin
