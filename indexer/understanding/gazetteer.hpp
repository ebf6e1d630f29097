// The names of places and what they stand for, compiled into the program: one trie over folded
// names. Starting costs nothing and no file is opened. Deciding what a name means in its
// surroundings is the work of country_rules.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bulletin {

/// What a name is; for the kinds that give a country also the rule that evidence carries.
enum class NameKind : std::uint8_t {
  kName,
  kFormerName,
  kDemonym,
  kAbbreviation,
  kPair,
  kCity,
  kDivision,
  kInstitution,
  kAcronym,
  kPublisher,
  kBlock,     ///< Not a place, but holds the letters of one: 发展中国家.
  kLanguage,  ///< A language or a course in it.
  kRegion     ///< More than a country: Africa, ASEAN.
};

/// Properties of a name that rules ask for; bits.
enum NameFlag : std::uint8_t {
  kWordFlag = 1,    ///< Also an English word: needs a capital letter and a witness.
  kPersonFlag = 2,  ///< Also a given name or surname.
  kUpperFlag = 4,   ///< Upper case only: US.
  kTongueFlag = 8   ///< A demonym that is also a language.
};

/// How far a name speaks for a country.
enum class Role : std::uint8_t {
  kSure,      ///< Always.
  kDefault,   ///< Unless a neighbour speaks for a candidate.
  kCandidate  ///< Only with a witness.
};

/// One country that a name may stand for.
struct Claim {
  char code[3];
  Role role;

  [[nodiscard]] std::string_view country() const { return {code, 2}; }
};

/// What one or more names have in common.
struct NameEntry {
  NameKind kind;
  std::uint8_t flags;
  std::uint16_t first_claim;
  std::uint8_t claim_count;
};

/// A name found in folded text: bytes `begin` to `end`.
struct NameMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  const NameEntry* entry = nullptr;
  bool follows_name = false;  ///< Another name ends where this one begins; set by the scanner.
};

/// Slots of the filters that turn most text away before the trie is asked: 32 KiB, 1 in 16 set.
inline constexpr std::size_t kStartBits = 18;
inline constexpr std::size_t kStartSlots = std::size_t{1} << kStartBits;

inline constexpr std::uint64_t kSlotFactor = 0x9E3779B97F4A7C15ULL;

/// The one mark that names begin with: 'Adan.
inline constexpr char kApostrophe = '\'';

/// How many bytes of a start are filtered: two Chinese characters, or three Latin letters.
inline constexpr std::size_t kHanStart = 6;
inline constexpr std::size_t kLatinStart = 3;

/// Returns the filter slot of a start, which may be of any length.
[[nodiscard]] constexpr std::size_t start_slot(std::string_view start) {
  std::uint64_t bytes = start.size();
  for (const char c : start) {  // Eight bytes fit; longer starts fold over them.
    bytes = std::rotl(bytes, 8) ^ static_cast<unsigned char>(c);
  }
  return static_cast<std::size_t>((bytes * kSlotFactor) >> (64 - kStartBits));
}

/// Tells whether `c` is an ASCII letter or digit.
[[nodiscard]] constexpr bool is_ascii_word(char c) {
  const auto letter = static_cast<unsigned char>((static_cast<unsigned char>(c) | 0x20U) - 'a');
  return letter < 26 || static_cast<unsigned char>(c - '0') < 10;
}

/// Returns the byte behind the run of ASCII letters and digits that begins at `at`.
[[nodiscard]] constexpr std::size_t ascii_word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_word(text[at])) {
    ++at;
  }
  return at;
}

/// Tells whether a name may begin with `word`, a whole run of ASCII letters and digits. Says so
/// for 1 in 16 words of which none does.
[[nodiscard]] bool may_begin_with(std::string_view word);

/// Returns the names that begin exactly at byte `begin` of `folded`, shortest first.
///
/// Any run of white space matches one space of a name. Boundaries are not looked at, but names of
/// one or two Latin letters are left out where the word goes on. O(longest name).
void names_at(std::string_view folded, std::size_t begin, std::vector<NameMatch>& found);

/// Returns the entry of a name that is `folded` as a whole.
[[nodiscard]] const NameEntry* find_name(std::string_view folded);

[[nodiscard]] std::span<const Claim> claims_of(const NameEntry& entry);

/// Returns the index of a claim that speaks surely for `code`, or nothing for an unknown code.
[[nodiscard]] std::optional<std::uint16_t> sure_claim(std::string_view code);

/// Returns `name`, `former-name`, `city`, ...: the rule written into evidence.
[[nodiscard]] std::string_view kind_name(NameKind kind);

/// Tells whether names of this kind stand for a country.
[[nodiscard]] constexpr bool names_country(NameKind kind) {
  return kind < NameKind::kBlock;
}

/// Display names of one country.
struct LabelRow {
  std::string_view code, en, zh;
};

/// Returns all countries, ordered by code.
[[nodiscard]] std::span<const LabelRow> country_labels();

}  // namespace bulletin
