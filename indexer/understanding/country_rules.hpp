// Rules that decide from its surroundings whether a name that stands in the text means a country.
// Each rule has a Verdict of its own, so that a rejected name can say why it was rejected.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/understanding/country_context.hpp"
#include "indexer/understanding/gazetteer.hpp"

namespace bulletin {

/// What became of a name.
enum class Verdict : std::uint8_t {
  kAccepted,
  kNeedsWitness,       ///< Accepted where other words of the item show the same country.
  kInsideWord,         ///< A Latin name within a longer word.
  kOtherCase,          ///< Written as a word or an acronym, not as the name: turkey, OSS.
  kAcrossWords,        ///< Chinese characters of two words: 道德|国学.
  kPersonName,         ///< Part of a person's name.
  kLanguage,           ///< A language or a course in it.
  kBlocked,            ///< A blocking entry, a language or a region of the gazetteer.
  kNoWitness,          ///< Nothing else in the item shows the country.
  kExpandedOtherwise,  ///< The item itself says that the acronym means something else.
  kProduct,            ///< Goods, food or drink: Turkish coffee, 瑞士军刀.
  kOtherInstitution,   ///< The like-named institution of the country before it.
};

/// Returns the verdict as a reason to be shown: `person`, `across-words`, `no-witness`, ...
[[nodiscard]] std::string_view verdict_name(Verdict verdict);

/// Tells whether a match has word boundaries on both sides. Chinese needs none.
[[nodiscard]] bool has_boundaries(std::string_view folded, const NameMatch& match);

/// Tells whether the match is written as its entry asks: with capitals or in any case.
[[nodiscard]] bool has_right_case(const FieldView& view, const NameMatch& match);

/// Tells how a demonym that is also a language is meant: kAccepted, kNeedsWitness or kLanguage.
[[nodiscard]] Verdict judge_tongue(const FieldView& view, const NameMatch& match);

/// Applies all rules above to one match.
[[nodiscard]] Verdict judge(const FieldView& view, const NameMatch& match);

/// Tells whether matching goes on behind a name with this verdict, or at its second character.
[[nodiscard]] constexpr bool takes_up_text(Verdict verdict) {
  return verdict != Verdict::kInsideWord && verdict != Verdict::kOtherCase &&
         verdict != Verdict::kAcrossWords;
}

}  // namespace bulletin
