#include <algorithm>
#include <array>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/analysis/pinyin.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kLongestSyllable = 6;  // zhuang
constexpr std::uint8_t kNeutral = 5;

// A letter of typed pinyin with what stands on it and behind it.
struct Letter {
  char letter = 0;
  std::uint8_t accent = 0;  // Tone that stands on it.
  std::uint8_t number = 0;  // Tone that stands behind it.
  bool ends = false;        // A syllable has to end here.
};

constexpr std::array<std::pair<char32_t, std::uint8_t>, 4> kAccents{
    {{0x0304, 1}, {0x0301, 2}, {0x030C, 3}, {0x0300, 4}}};
constexpr char32_t kTwoDots = 0x0308;

bool is_border(char32_t c) {
  return c == ' ' || c == '\'' || c == '-' || c == 0x2018 || c == 0x2019 || c == 0x02BC ||
         c == 0x2010;
}

// Adds a character of decomposed text; false for one that no pinyin has.
bool take(char32_t c, std::vector<Letter>& letters) {
  const char32_t lower = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  if (lower >= 'a' && lower <= 'z') {
    letters.push_back({.letter = static_cast<char>(lower)});
    return true;
  }
  if (is_border(c)) {
    if (!letters.empty()) {
      letters.back().ends = true;
    }
    return true;
  }
  if (letters.empty()) {
    return false;
  }
  Letter& last = letters.back();
  const auto* const accent = std::ranges::find(kAccents, c, [](const auto& a) { return a.first; });
  if (accent != kAccents.end() && last.accent == 0) {
    last.accent = accent->second;
    return true;
  }
  if (c == kTwoDots && last.letter == 'u') {
    last.letter = 'v';
    return true;
  }
  if (c >= '0' && c <= '5' && !last.ends) {
    last.number = c == '0' ? kNeutral : static_cast<std::uint8_t>(c - '0');
    last.ends = true;
    return true;
  }
  return false;
}

std::vector<Letter> letters_of(std::string_view text) {
  if (text.size() > kMaxPinyinBytes) {
    return {};
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const apart = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) {
    return {};
  }
  const icu::UnicodeString plain = apart->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  std::vector<Letter> letters;
  for (std::int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1)) {
    if (!take(static_cast<char32_t>(plain.char32At(at)), letters)) {
      return {};
    }
  }
  return U_FAILURE(status) ? std::vector<Letter>() : letters;
}

// Other ways to write the sounds with ü.
std::string usual_spelling(std::string letters) {
  if (letters == "lue" || letters == "nue") {
    letters[1] = 'v';
  } else if (letters == "lyu" || letters == "nyu") {
    letters = {letters[0], 'v'};
  } else if (letters.size() > 1 && letters[1] == 'v' &&
             std::string_view("jqxy").find(letters[0]) != std::string_view::npos) {
    letters[1] = 'u';
  }
  return letters;
}

// The syllable that these letters make, all of them.
std::optional<TypedSyllable> syllable_of(std::span<const Letter> letters) {
  std::string text;
  std::uint8_t tone = letters.back().number;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool breaks = letters[i].ends && i + 1 < letters.size();
    const bool has_two_tones = letters[i].accent != 0 && tone != 0;
    if (breaks || has_two_tones) {
      return std::nullopt;
    }
    tone = letters[i].accent != 0 ? letters[i].accent : tone;
    text += letters[i].letter;
  }
  const std::optional<SyllableId> id = syllable_id(usual_spelling(std::move(text)));
  return id ? std::optional(TypedSyllable{*id, tone}) : std::nullopt;
}

}  // namespace

std::vector<std::vector<TypedSyllable>> split_pinyin(std::string_view text, std::size_t limit) {
  using Split = std::vector<TypedSyllable>;
  const std::vector<Letter> letters = letters_of(text);
  if (letters.empty()) {
    return {};
  }
  // The best splits of what begins at each letter, from the back; each is kept back to front.
  std::vector<std::vector<Split>> from(letters.size() + 1);
  from.back().emplace_back();
  for (std::size_t begin = letters.size(); begin-- > 0;) {
    std::vector<Split>& here = from[begin];
    for (std::size_t length = std::min(kLongestSyllable, letters.size() - begin); length > 0;
         --length) {
      const auto syllable = syllable_of(std::span(letters).subspan(begin, length));
      if (!syllable) {
        continue;
      }
      for (Split split : from[begin + length]) {
        split.push_back(*syllable);
        here.push_back(std::move(split));
      }
    }
    std::ranges::stable_sort(here, {}, &Split::size);
    here.resize(std::min(here.size(), limit));
  }
  for (Split& split : from.front()) {
    std::ranges::reverse(split);
  }
  return from.front();
}

}  // namespace bulletin
