#include "searcher/query/sound.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "indexer/analysis/utf8.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostSyllables = 12;
constexpr std::size_t kMostSplits = 4;
constexpr std::size_t kMostChains = 60;  // Of each way to split.
constexpr std::size_t kMostNames = 5;
constexpr std::size_t kMostShortNames = 3;  // Two characters sound like many others.
constexpr std::size_t kShortInitials = 2;
constexpr std::ptrdiff_t kEnglishText = 3;  // English words from which a short word is one, too.

bool has_tone(const std::vector<TypedSyllable>& syllables) {
  return std::ranges::any_of(syllables, [](const TypedSyllable& s) { return s.tone != 0; });
}

// How often these characters are read so, from 0 to 1.
double likelihood(std::u32string_view characters, const std::vector<TypedSyllable>& syllables) {
  double likely = 1;
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    double so = 0;
    double all = 0;
    for (const Reading& reading : readings_of(characters[i])) {
      const double words = std::exp2(reading.usage);
      all += words;
      so += reading.syllable == syllables[i].syllable ? words : 0;
    }
    likely *= so / all;  // Of a character that was found by one of its readings.
  }
  return likely;
}

bool has_sound(std::u32string_view name, const std::vector<TypedSyllable>& syllables) {
  return !std::ranges::search(name, syllables, is_read).empty();
}

bool names_one_of(const std::vector<Translation>& translations, std::string_view surface,
                  const std::vector<SoundName>& names) {
  const auto is_heard = [&](const TranslatedName& name) {
    return std::ranges::find(names, name.text, &SoundName::text) != names.end();
  };
  return std::ranges::any_of(translations, [&](const Translation& translation) {
    return translation.surface == surface && std::ranges::any_of(translation.names, is_heard);
  });
}

}  // namespace

// A word in Latin letters.
struct SoundReader::Word {
  std::size_t begin = 0, end = 0;  // Bytes.
  std::string folded;
  std::string stem;
  bool is_stop_word = false;
  bool joins_next = false;                         // Nothing but spaces or hyphens between.
  std::vector<std::vector<TypedSyllable>> splits;  // Empty for what is no pinyin.
};

// Words side by side.
struct SoundReader::Row {
  std::string_view surface;
  std::span<const Word> words;
};

bool SoundReader::is_spelled(std::span<const Word> words) {
  return words.size() > 1 && std::ranges::all_of(words, [](const Word& word) {
           return word.splits.front().size() == 1;
         });
}

std::vector<SoundReader::Word> SoundReader::words_of(std::string_view text,
                                                     const Analyzer& analyzer) {
  std::vector<Word> words;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind != TokenKind::kWord || words_left_ == 0) {
      continue;
    }
    --words_left_;
    if (!words.empty()) {
      Word& last = words.back();
      const std::string_view between = text.substr(last.end, token.begin_byte - last.end);
      last.joins_next = between.find_first_not_of(" -") == std::string_view::npos;
    }
    const auto surface = text.substr(token.begin_byte, token.end_byte - token.begin_byte);
    words.push_back({.begin = token.begin_byte,
                     .end = token.end_byte,
                     .folded = token.word,
                     .stem = token.term,
                     .is_stop_word = token.is_stop_word,
                     .splits = split_pinyin(surface, kMostSplits)});
  }
  return words;
}

// A word of the dictionary in none of whose names stands its sound, as 北京 has that of Beijing and
// 奢香 that of Xiang.
bool SoundReader::is_english(const Word& word) const {
  if (std::ranges::any_of(word.splits, has_tone)) {
    return false;
  }
  if (word.is_stop_word || dictionary_ == nullptr) {
    return word.is_stop_word;
  }
  const std::vector<DictionaryEntry> known = dictionary_->find(word.stem);
  return !known.empty() && std::ranges::none_of(known, [&](const DictionaryEntry& entry) {
    return std::ranges::any_of(word.splits, [&](const std::vector<TypedSyllable>& split) {
      return has_sound(characters_of(entry.text), split);
    });
  });
}

const CharacterSet& SoundReader::characters_of_sound(TypedSyllable typed) {
  const auto [entry, is_new] = sounds_.try_emplace({typed.syllable, typed.tone});
  if (is_new) {
    const std::vector<char32_t> read = characters_read(typed);
    entry->second = character_set({read.begin(), read.end()});
  }
  return entry->second;
}

std::size_t SoundReader::items_as_typed(const Row& row) const {
  std::size_t items = chains_.size();
  for (const Word& word : row.words) {
    items = std::min(items, chains_.items_of(prefixed(prefix::kStem, word.stem)));
  }
  return items;
}

std::vector<SoundName> SoundReader::names_of(const Row& row) {
  const bool all_english =
      std::ranges::all_of(row.words, [&](const Word& word) { return is_english(word); });
  // "xiang gang" is no English although both may be, unless an item has them.
  if (all_english && (row.words.size() == 1 || items_as_typed(row) > 0)) {
    return {};
  }
  std::vector<SoundCandidate> candidates;
  std::size_t shortest = kMostSyllables;
  for (const std::vector<TypedSyllable>& split : split_pinyin(row.surface, kMostSplits)) {
    if (split.size() < 2 || split.size() > kMostSyllables) {
      continue;
    }
    if (split.size() > shortest && row.words.size() > 1) {
      break;  // Words say where syllables end: the fewest are right.
    }
    shortest = std::min(shortest, split.size());
    std::vector<CharacterSet> places;
    for (const TypedSyllable typed : split) {
      places.push_back(characters_of_sound(typed));
    }
    for (PairChain& chain : chains_.find(places, kMostChains)) {
      const double likely = likelihood(chain.characters, split);
      candidates.push_back({std::move(chain.characters), chain.pair_items, likely});
    }
  }
  if (shortest == 2 && in_english_) {
    return {};
  }
  if (shortest == 2) {
    // A word that stands in the index as typed is rather meant than a rarer string of its sound.
    const std::size_t as_typed = items_as_typed(row);
    std::erase_if(candidates, [&](const SoundCandidate& c) { return c.items < as_typed; });
  }
  return best_names(chains_, std::move(candidates), shortest == 2 ? kMostShortNames : kMostNames);
}

std::vector<SoundName> SoundReader::initial_names(const Row& row) {
  const Word& word = row.words.front();
  if (in_english_ || !are_initials(word.folded) || items_as_typed(row) > 0 || is_english(word)) {
    return {};
  }
  return best_names(chains_, begin_with(word.folded, chains_, dictionary_), kMostShortNames);
}

std::vector<SoundMatch> SoundReader::read(std::string_view text, const Analyzer& analyzer,
                                          const std::vector<Translation>& translations) {
  const std::vector<Word> words = words_of(text, analyzer);
  in_english_ = std::ranges::count_if(words, [&](const Word& word) { return is_english(word); }) >=
                kEnglishText;
  const auto row_of = [&](std::size_t at, std::size_t length) {
    const std::span<const Word> row = std::span(words).subspan(at, length);
    return Row{text.substr(row.front().begin, row.back().end - row.front().begin), row};
  };
  std::vector<SoundMatch> found;
  const auto add = [&](const Row& row, std::vector<SoundName> names) {
    if (!names.empty() && !names_one_of(translations, row.surface, names)) {
      found.push_back({std::string(row.surface), row.words.front().begin, std::move(names),
                       is_spelled(row.words)});
    }
  };
  for (std::size_t at = 0; at < words.size();) {
    if (words[at].splits.empty()) {
      if (words.size() == 1 || words[at].folded.size() > kShortInitials) {
        add(row_of(at, 1), initial_names(row_of(at, 1)));
      }
      ++at;
      continue;
    }
    std::size_t length = 1;
    while (length < kMostWords && at + length < words.size() && words[at + length - 1].joins_next &&
           !words[at + length].splits.empty()) {
      ++length;
    }
    for (; length > 1; --length) {
      if (std::vector<SoundName> names = names_of(row_of(at, length)); !names.empty()) {
        add(row_of(at, length), std::move(names));
        break;
      }
    }
    if (length == 1) {
      add(row_of(at, 1), names_of(row_of(at, 1)));
    }
    at += length;
  }
  return found;
}

}  // namespace bulletin
