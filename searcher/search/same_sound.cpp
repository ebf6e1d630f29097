#include "searcher/search/same_sound.hpp"

#include <algorithm>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/pinyin.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/pair_chains.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kLongestRun = 12;
constexpr std::size_t kMostChanged = 2;
constexpr std::size_t kMostChecked = 24;
constexpr std::size_t kMostRuns = 8;
constexpr std::size_t kFewItems = 3;
constexpr std::size_t kManyTimes = 10;

// All characters that share a syllable with `character`, itself among them.
CharacterSet sounding_like(char32_t character) {
  std::u32string characters{character};
  for (const Reading& reading : readings_of(character)) {
    for (const char32_t other : characters_read({reading.syllable, 0})) {
      characters += other;
    }
  }
  return character_set(std::move(characters), character);
}

bool is_chinese_run(std::u32string_view characters) {
  return characters.size() >= 2 && characters.size() <= kLongestRun &&
         std::ranges::all_of(characters, is_han);
}

std::vector<IndexWord> alike(PairChains& chains, std::u32string_view typed, std::size_t count) {
  std::vector<CharacterSet> places;
  std::ranges::transform(typed, std::back_inserter(places), sounding_like);
  std::vector<PairChain> found = chains.find(places, kMostChecked, kMostChanged);
  std::erase_if(found, [](const PairChain& chain) { return chain.changed == 0; });
  struct Alike {
    IndexWord word;
    std::size_t changed;
  };
  std::vector<Alike> words;
  for (const PairChain& chain : found) {
    if (const std::size_t items = chains.items_with(chain.characters); items > 0) {
      words.push_back({{utf8_of(chain.characters), items}, chain.changed});
    }
  }
  std::ranges::stable_sort(words, [](const Alike& a, const Alike& b) {
    return a.changed != b.changed ? a.changed < b.changed : a.word.items > b.word.items;
  });
  words.resize(std::min(words.size(), count));
  std::vector<IndexWord> near;
  std::ranges::transform(words, std::back_inserter(near), &Alike::word);
  return near;
}

// Two characters sound like many others: beside hits only a word of the analyzer's is worth
// telling.
bool is_telling(const PairChains& chains, const std::string& word) {
  return characters_of(word).size() > 2 || chains.items_of(prefixed(prefix::kHanWord, word)) > 0;
}

// The runs of plain words, as typed.
std::vector<std::string> runs_of(const SearchQuery& query, const Analyzer& analyzer) {
  std::vector<std::string> runs;
  for (const QueryPart& part : query.parts) {
    const bool has_words = part.kind == PartKind::kWords || part.kind == PartKind::kPhrase;
    if (!has_words || part.occur == Occur::kMustNot) {
      continue;
    }
    std::size_t begin = 0;
    std::uint32_t open = 0;
    for (const Token& token : analyzer.analyze(part.text)) {
      if (token.run != open) {
        open = token.run;
        begin = token.begin_byte;
      }
      if (token.kind == TokenKind::kHanTail && runs.size() < kMostRuns) {
        runs.push_back(part.text.substr(begin, token.end_byte - begin));
      }
    }
  }
  return runs;
}

}  // namespace

std::vector<IndexWord> same_sound(const IndexTerms& terms, std::string_view word,
                                  std::size_t count) {
  const std::u32string typed = characters_of(FoldedText::fold(word).text());
  PairChains chains(terms);
  return is_chinese_run(typed) ? alike(chains, typed, count) : std::vector<IndexWord>();
}

std::vector<MissingWord> misheard(const IndexTerms& terms, const SearchQuery& query,
                                  const Analyzer& analyzer) {
  std::vector<MissingWord> words;
  PairChains chains(terms);
  for (const std::string& run : runs_of(query, analyzer)) {
    const std::u32string typed = characters_of(FoldedText::fold(run).text());
    const std::size_t items =
        is_chinese_run(typed) ? chains.items_with(typed, kFewItems) : kFewItems;
    if (items >= kFewItems) {
      continue;
    }
    std::vector<IndexWord> near = alike(chains, typed, 3);
    std::erase_if(near, [&](const IndexWord& word) {
      return word.items < items * kManyTimes || !is_telling(chains, word.word);
    });
    if (!near.empty()) {
      words.push_back({.word = run, .items = items, .by_sound = true, .near = std::move(near)});
    }
  }
  return words;
}

}  // namespace bulletin
