// What an item tells, as keys that an item in the other language shares if it tells the same: words
// by their English stems, numbers by their value, days, countries, Chinese names by their sound.
// Weights come from tables alone, never from the archive, so what two items share does not depend
// on what else there is.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/token.hpp"
#include "indexer/base/evidence.hpp"

namespace bulletin {

/// How much a key counts against an item that has it alone.
enum class KeyClass : std::uint8_t {
  kFull,    ///< As much as it counts when shared.
  kSeldom,  ///< Less: a word without a meaning in the glossary is rarely found in the other text.
  kBonus    ///< Nothing: a guess, such as a Chinese name.
};

/// One key of an item.
struct StoryKey {
  std::uint32_t key = 0;
  std::uint8_t weight = 0;  ///< In units of the glossary, at most 63.
  KeyClass kind = KeyClass::kFull;

  bool operator==(const StoryKey&) const = default;
};

/// Returns the weight by which keys compete for a place: what is rarely shared counts half.
[[nodiscard]] int rank_weight(const StoryKey& key);

/// Title or text of an item, folded and cut.
struct StoryPart {
  TextField field;
  std::string_view source;
  const FoldedText& folded;
  std::span<const Token> tokens;
};

/// What keys are made from.
struct StoryInput {
  std::string_view lang;
  std::span<const StoryPart> parts;
  std::span<const DateMention> dates;
  std::span<const CountryMention> countries;
};

/// Most keys kept of an item; of more the heaviest stay.
inline constexpr std::size_t kMaxStoryKeys = 128;

/// Returns the keys of an item in English or Chinese, ordered by key, each once; none for an item
/// in another language.
///
/// The publisher's own name gives none: it stands in every item. O(n) in the length of the texts.
[[nodiscard]] std::vector<StoryKey> story_keys(const StoryInput& input);

}  // namespace bulletin
