#include "indexer/ingest/scrape_noise.hpp"

#include <vector>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kEnough = 3;
constexpr std::size_t kMaxSyllable = 8;  // zhuāng with a space on either side.

// A syllable in brackets: bytes `begin` to `end` of the text.
struct Inserted {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool has_tone = false;
};

bool is_tone_vowel(char32_t c) {
  constexpr std::u32string_view kVowels = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ";
  return kVowels.find(c) != std::u32string_view::npos;
}

// Reads what stands at `at` when it is an opening bracket, one syllable and a closing bracket.
Inserted read_syllable(std::string_view text, std::size_t at) {
  Inserted found{.begin = at, .end = at};
  std::size_t tones = 0;
  std::size_t letters = 0;
  char32_t c = next_code_point(text, at);
  if (c != U'(' && c != U'（') {
    return found;
  }
  while (at < text.size() && letters <= kMaxSyllable) {
    c = next_code_point(text, at);
    if (c == U')' || c == U'）') {
      found.end = letters > 0 && tones <= 1 ? at : found.begin;
      found.has_tone = tones == 1;
      return found;
    }
    tones += is_tone_vowel(c) ? 1 : 0;
    if (!is_tone_vowel(c) && c != U'ü' && c != U' ' && c != U'\u00A0' && (c < U'a' || c > U'z')) {
      return found;
    }
    letters += c == U' ' || c == U'\u00A0' ? 0 : 1;
  }
  return found;
}

std::vector<Inserted> find_inserted(std::string_view text) {
  std::vector<Inserted> all;
  bool behind_han = false;
  for (std::size_t at = 0; at < text.size();) {
    if (behind_han) {
      if (const Inserted found = read_syllable(text, at); found.end > found.begin) {
        all.push_back(found);
        at = found.end;
        behind_han = false;
        continue;
      }
    }
    behind_han = is_han(next_code_point(text, at));
  }
  return all;
}

}  // namespace

std::string without_inserted_pinyin(std::string_view text) {
  std::vector<Inserted> inserted;
  if (text.find('(') != std::string_view::npos || text.find("（") != std::string_view::npos) {
    inserted = find_inserted(text);
  }
  std::size_t with_tone = 0;
  for (const Inserted& each : inserted) {
    with_tone += each.has_tone ? 1 : 0;
  }
  if (with_tone < kEnough) {
    return std::string(text);
  }
  std::string clean;
  std::size_t kept = 0;
  for (const Inserted& each : inserted) {  // The neutral tone has no mark: (de) goes with the rest.
    clean.append(text, kept, each.begin - kept);
    kept = each.end;
  }
  return clean.append(text, kept);
}

}  // namespace bulletin
