// English meanings of Chinese words, compiled into the program: the bridge on which items of two
// languages meet. Made for telling that two texts speak of the same, not for
// translating: one short meaning a word.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bulletin {

/// Weights are logarithms of rarity in sixths: 50 for the rarest word, 3 for the commonest.
inline constexpr double kWeightUnit = 6;

/// Slots of the filter by the first two characters that turns most text away before the trie is
/// asked: 128 KiB, 1 in 20 set.
inline constexpr std::size_t kGlossStarts = 1U << 20;
inline constexpr std::size_t kGlossStartBytes = 6;

/// Returns the filter slot of the first bytes of a word.
[[nodiscard]] constexpr std::size_t gloss_start(std::string_view start) {
  std::uint64_t hash = 0;
  for (const char c : start) {
    hash = hash << 8 | static_cast<unsigned char>(c);
  }
  return static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15U) >> 44);
}

/// The characters that words begin with lie in this range.
inline constexpr char32_t kFirstOfGlosses = 0x3000;
inline constexpr char32_t kLastOfGlosses = 0x9FFF;

/// The beginning of some words: a node of the trie. Nodes are ordered by length, then by character,
/// so that those one character longer lie side by side; node `i` but the first is reached by the
/// letter `i - 1`.
struct GlossNode {
  std::uint32_t first_letter = 0;  ///< Of those that go on; they end where the next node's begin.
  std::uint32_t gloss = 0;         ///< Place of the meaning, 0 for none.
};

/// Stems are found in the part of the list that the upper bits of their key lead to.
inline constexpr unsigned kStemPartBits = 12;

/// Returns the number of that part.
[[nodiscard]] constexpr std::size_t stem_part(std::uint32_t key) {
  return key >> (32 - kStemPartBits);
}

/// An English stem of the glossary.
struct GlossaryWord {
  std::uint32_t key = 0;  ///< story_key(KeyKind::kWord, stem).
  std::uint8_t weight = 0;
};

/// Meaning of a Chinese word that ends before byte `end`.
struct GlossaryMatch {
  std::size_t end = 0;
  std::span<const std::uint16_t> words;  ///< For glossary_word(); never empty.
};

/// Returns the longest Chinese word of the glossary that begins at byte `begin` of `folded`, or
/// nothing. O(longest word).
[[nodiscard]] std::optional<GlossaryMatch> longest_gloss(std::string_view folded,
                                                         std::size_t begin);

[[nodiscard]] GlossaryWord glossary_word(std::uint16_t word);

/// Returns the weight of an English stem by its key, or nothing for one that no meaning holds.
[[nodiscard]] std::optional<std::uint8_t> glossary_weight(std::uint32_t key);

}  // namespace bulletin
