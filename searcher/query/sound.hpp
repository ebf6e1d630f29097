// What a query says by sound: pinyin in Latin letters, and the initials of names, read as strings
// of the index. The index holds no sounds: they are looked up among its pairs of characters.

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/analysis/pinyin.hpp"
#include "searcher/query/dictionary.hpp"
#include "searcher/query/pair_chains.hpp"
#include "searcher/query/sound_names.hpp"
#include "searcher/query/translator.hpp"

namespace bulletin {

/// Words of a query with what they were searched as by sound.
struct SoundMatch {
  std::string surface;           ///< As typed.
  std::size_t begin_byte = 0;    ///< Where it begins in the text that was read.
  std::vector<SoundName> names;  ///< Most likely first; never empty.
  bool is_spelled = false;       ///< Several words of one syllable each: `liu de hua`.

  bool operator==(const SoundMatch&) const = default;
};

/// Reads one query by sound. Not thread-safe.
class SoundReader {
 public:
  /// What `terms` are of, and `dictionary` unless it is null, have to outlive the reader. Without a
  /// dictionary fewer English words are known as such, and no initials of two or three letters.
  SoundReader(const IndexTerms& terms, const Dictionary* dictionary)
      : chains_(terms), dictionary_(dictionary) {}

  /// Returns what `text` says by sound and the index has, in reading order.
  ///
  /// The longest row of up to six words that are pinyin, of two to twelve syllables together, goes
  /// first; words that are all English are none, nor are two syllables or initials among three
  /// English words, nor is what was translated to a name of that
  /// sound. Consonants that the index does not have as a word are read as initials, two of them
  /// where nothing else was typed. At most five names a match, three of two characters. Looks at
  /// the first `kMaxTranslatedWords` words of all calls. 1 to 20 ms where there is pinyin.
  [[nodiscard]] std::vector<SoundMatch> read(std::string_view text, const Analyzer& analyzer,
                                             const std::vector<Translation>& translations);

 private:
  struct Word;
  struct Row;

  [[nodiscard]] static bool is_spelled(std::span<const Word> words);
  [[nodiscard]] std::vector<Word> words_of(std::string_view text, const Analyzer& analyzer);
  [[nodiscard]] bool is_english(const Word& word) const;
  [[nodiscard]] const CharacterSet& characters_of_sound(TypedSyllable typed);
  [[nodiscard]] std::vector<SoundName> names_of(const Row& row);
  [[nodiscard]] std::vector<SoundName> initial_names(const Row& row);
  [[nodiscard]] std::size_t items_as_typed(const Row& row) const;

  PairChains chains_;
  const Dictionary* dictionary_;
  std::map<std::pair<SyllableId, std::uint8_t>, CharacterSet> sounds_;
  std::size_t words_left_ = kMaxTranslatedWords;
  bool in_english_ = false;  // The text being read is mostly that.
};

}  // namespace bulletin
