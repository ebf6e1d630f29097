#include <algorithm>

#include "indexer/analysis/pinyin.hpp"
#include "indexer/analysis/utf8.hpp"
#include "searcher/query/sound_names.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kFewest = 2;
constexpr std::size_t kMost = 8;
constexpr std::size_t kMostChains = 60;
// Below this too many strings of any index begin so.
constexpr std::size_t kFewestUnlisted = 4;

// The ways to cut letters into initials: zh, ch and sh are one or two.
void cut(std::string_view letters, std::vector<std::string_view> initials,
         std::vector<std::vector<std::string_view>>& ways) {
  if (letters.empty()) {
    ways.push_back(std::move(initials));
    return;
  }
  for (const std::size_t length : {1U, 2U}) {
    const std::string_view initial = letters.substr(0, length);
    const bool is_one = length == 1 || initial == "zh" || initial == "ch" || initial == "sh";
    if (initial.size() == length && is_one) {
      std::vector<std::string_view> longer = initials;
      longer.push_back(initial);
      cut(letters.substr(length), std::move(longer), ways);
    }
  }
}

// A dictionary holds all characters of a name in their order, each of which may stand there.
bool fits(std::u32string_view name, const std::vector<CharacterSet>& places) {
  return std::ranges::equal(name, places, [](char32_t c, const CharacterSet& place) {
    return std::ranges::binary_search(place.characters, c);
  });
}

std::size_t items_of_rarest_pair(const PairChains& chains, std::u32string_view name) {
  std::size_t items = chains.size();
  for (const std::string& pair : pair_terms(name)) {
    items = items == 0 ? 0 : std::min(items, chains.items_of(pair));
  }
  return items;
}

void add_listed(const std::vector<CharacterSet>& places, const PairChains& chains,
                const Dictionary& dictionary, std::vector<SoundCandidate>& candidates) {
  for (const char32_t first : places.front().characters) {
    for (const std::string_view key : dictionary.keys_beginning(utf8_of({&first, 1}))) {
      const std::u32string name = characters_of(key);
      if (!fits(name, places)) {
        continue;
      }
      if (const std::size_t items = items_of_rarest_pair(chains, name); items > 0) {
        candidates.push_back({name, items, 2});  // Rather meant than a string that is no word.
      }
    }
  }
}

}  // namespace

bool are_initials(std::string_view word) {
  return word.size() >= kFewest && word.size() <= kMost &&
         word.find_first_not_of("bcdfghjklmnpqrstwxyz") == std::string_view::npos;
}

std::vector<SoundCandidate> begin_with(std::string_view initials, PairChains& chains,
                                       const Dictionary* dictionary) {
  std::vector<std::vector<std::string_view>> ways;
  cut(initials, {}, ways);
  std::vector<SoundCandidate> candidates;
  for (const std::vector<std::string_view>& way : ways) {
    std::vector<CharacterSet> places;
    for (const std::string_view initial : way) {
      const std::vector<char32_t> read = characters_beginning(initial);
      places.push_back(character_set({read.begin(), read.end()}));
    }
    if (dictionary != nullptr && places.size() >= kFewest) {
      add_listed(places, chains, *dictionary, candidates);
    }
    if (places.size() >= kFewestUnlisted) {
      for (PairChain& chain : chains.find(places, kMostChains)) {
        candidates.push_back({std::move(chain.characters), chain.pair_items, 1});
      }
    }
  }
  return candidates;
}

}  // namespace bulletin
