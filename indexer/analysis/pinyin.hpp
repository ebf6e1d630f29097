// How Chinese characters are read aloud, and what typed Latin letters say in pinyin: the one table
// of sounds. Characters are folded (FoldedText), so Traditional ones are asked for as Simplified.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bulletin {

/// Number of a syllable, in alphabetical order from 0; for `syllable_text`.
using SyllableId = std::uint16_t;

/// One way to read a character.
struct Reading {
  SyllableId syllable = 0;
  std::uint8_t tone = 5;   ///< 1 to 4; 5 is the neutral one.
  std::uint8_t usage = 0;  ///< log2(1 + words of CC-CEDICT that have it so), rounded.

  bool operator==(const Reading&) const = default;
};

/// A syllable as typed.
struct TypedSyllable {
  SyllableId syllable = 0;
  std::uint8_t tone = 0;  ///< 0 where none was typed.

  bool operator==(const TypedSyllable&) const = default;
};

/// Returns the readings of a folded character, those of the most usual syllable first; empty for
/// what is no Chinese character or has no known sound. O(log characters).
[[nodiscard]] std::span<const Reading> readings_of(char32_t character);

/// Tells whether one of the readings of `character` is as typed; a typed neutral tone agrees with
/// every tone.
[[nodiscard]] bool is_read(char32_t character, TypedSyllable typed);

/// Returns the characters that may be read as typed, the most used in that reading first.
/// O(characters of the table), some 30 us.
[[nodiscard]] std::vector<char32_t> characters_read(TypedSyllable typed);

/// Returns the characters of which a syllable begins with these letters (`z` also of `zh`), the
/// most used first. As costly.
[[nodiscard]] std::vector<char32_t> characters_beginning(std::string_view initial);

/// Returns the letters of a syllable, without tone, `ü` as `v`: `zhong`, `lv`.
[[nodiscard]] std::string_view syllable_text(SyllableId syllable);

/// Returns the syllable of these letters, written as `syllable_text` does, or nothing.
[[nodiscard]] std::optional<SyllableId> syllable_id(std::string_view letters);

/// Returns the letters before the vowel (`zh`, `l`, `y`), or the first letter where there are none.
[[nodiscard]] std::string_view initial_of(SyllableId syllable);

/// Longest text, in bytes, that is read as pinyin.
inline constexpr std::size_t kMaxPinyinBytes = 200;

/// Returns up to `limit` ways to read all of `text` as pinyin: fewest syllables first, of as many
/// the one whose first syllables are longer; empty where it is none.
///
/// Letters of either case and any width. Tones as accents or as numbers from 0 (as 5) to 5 behind
/// the syllable; `ü` also as `v`, `lue` as `lve`, `lyu` as `lv`. Spaces, apostrophes and hyphens
/// end a syllable, any other character makes it no pinyin. Never throws. O(bytes x limit).
[[nodiscard]] std::vector<std::vector<TypedSyllable>> split_pinyin(std::string_view text,
                                                                   std::size_t limit = 8);

}  // namespace bulletin
