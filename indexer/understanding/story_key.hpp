// The identity of a story key, shared by the compiled glossary and the reader of texts.

#pragma once

#include <cstdint>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {

/// What a key was made of; keys of two kinds never meet.
enum class KeyKind : char {
  kWord = 'w',     ///< Stem of an English word, or one that a Chinese word translates to.
  kNumber = 'n',   ///< Value of a number.
  kDate = 'd',     ///< Day, month or year.
  kCountry = 'k',  ///< ISO code.
  kPerson = 'p',   ///< Chinese name by its sound.
  kMeeting = 'm'   ///< Country and day together: finds candidates, is not compared.
};

/// Returns 32 bits that stand for `text` as a key of `kind`.
[[nodiscard]] inline std::uint32_t story_key(KeyKind kind, std::string_view text) {
  return static_cast<std::uint32_t>(
      XXH3_64bits_withSeed(text.data(), text.size(), static_cast<XXH64_hash_t>(kind)));
}

}  // namespace bulletin
