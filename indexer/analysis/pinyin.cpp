#include "indexer/analysis/pinyin.hpp"

#include <algorithm>
#include <iterator>

namespace bulletin {
namespace {

struct Start {
  std::uint16_t character;
  std::uint16_t first;  // Place in kReadings.
};

// kSyllables, kReadings and kStarts, which ends with the end of kReadings.
#include "pinyin_table.inc"

std::span<const Reading> readings_from(const Start* start) {
  return std::span(kReadings).subspan(start->first, std::next(start)->first - start->first);
}

bool agrees(const Reading& reading, TypedSyllable typed) {
  constexpr std::uint8_t kNeutral = 5;
  return reading.syllable == typed.syllable &&
         (typed.tone == 0 || typed.tone == kNeutral || typed.tone == reading.tone);
}

// The characters with a reading that `is_meant`, the most used in such a reading first.
template <typename IsMeant>
std::vector<char32_t> characters_with(IsMeant is_meant) {
  struct Found {
    char32_t character;
    unsigned usage;
  };
  std::vector<Found> found;
  for (const Start* start = std::begin(kStarts); start != std::prev(std::end(kStarts)); ++start) {
    for (const Reading& reading : readings_from(start)) {
      if (!is_meant(reading)) {
        continue;
      }
      if (found.empty() || found.back().character != start->character) {
        found.push_back({start->character, reading.usage});
      }
      found.back().usage = std::max<unsigned>(found.back().usage, reading.usage);
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &Found::usage);
  std::vector<char32_t> characters;
  characters.reserve(found.size());
  for (const Found& f : found) {
    characters.push_back(f.character);
  }
  return characters;
}

}  // namespace

std::span<const Reading> readings_of(char32_t character) {
  const Start* const last = std::prev(std::end(kStarts));
  const Start* const found =
      std::ranges::lower_bound(std::begin(kStarts), last, character, {},
                               [](const Start& s) { return char32_t{s.character}; });
  const bool is_known = found != last && found->character == character;
  return is_known ? readings_from(found) : std::span<const Reading>();
}

bool is_read(char32_t character, TypedSyllable typed) {
  return std::ranges::any_of(readings_of(character),
                             [&](const Reading& reading) { return agrees(reading, typed); });
}

std::vector<char32_t> characters_read(TypedSyllable typed) {
  return characters_with([&](const Reading& reading) { return agrees(reading, typed); });
}

std::vector<char32_t> characters_beginning(std::string_view initial) {
  return characters_with(
      [&](const Reading& reading) { return kSyllables[reading.syllable].starts_with(initial); });
}

std::string_view syllable_text(SyllableId syllable) {
  return kSyllables[syllable];
}

std::string_view initial_of(SyllableId syllable) {
  const std::string_view text = kSyllables[syllable];
  const std::size_t vowel = text.find_first_of("aeiouv");
  return text.substr(0, std::max<std::size_t>(1, vowel));
}

std::optional<SyllableId> syllable_id(std::string_view letters) {
  const auto* const found = std::ranges::lower_bound(kSyllables, letters);
  const bool is_known = found != std::end(kSyllables) && *found == letters;
  return is_known ? std::optional(static_cast<SyllableId>(found - std::begin(kSyllables)))
                  : std::nullopt;
}

}  // namespace bulletin
