#include "searcher/query/sound_names.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostChecked = 24;

double weight(const SoundCandidate& candidate) {
  return candidate.likely * std::log1p(static_cast<double>(candidate.items));
}

bool goes_first(const SoundCandidate& a, const SoundCandidate& b) {
  const double left = weight(a);
  const double right = weight(b);
  return left != right ? left > right : a.characters < b.characters;
}

// A phrase weighs as its pairs do, so that a rare wrong name would outweigh the usual one.
double rarity(const PairChains& chains, std::u32string_view characters) {
  double sum = 0;
  for (const std::string& pair : pair_terms(characters)) {
    sum += std::log1p(static_cast<double>(chains.size()) /
                      (1.0 + static_cast<double>(chains.items_of(pair))));
  }
  return sum;
}

// Two neighbours are rather meant where the dictionary of the analyzer takes them for a word.
double share_as_word(const PairChains& chains, const SoundCandidate& candidate) {
  constexpr double kNeverWord = 0.2;
  if (candidate.characters.size() != 2 || candidate.items == 0) {
    return 1;
  }
  const auto words = static_cast<double>(
      chains.items_of(prefixed(prefix::kHanWord, utf8_of(candidate.characters))));
  return kNeverWord + (1 - kNeverWord) * words / static_cast<double>(candidate.items);
}

}  // namespace

std::vector<SoundName> best_names(const PairChains& chains, std::vector<SoundCandidate> candidates,
                                  std::size_t most) {
  std::ranges::sort(candidates, goes_first);
  const auto same = std::ranges::unique(candidates, {}, &SoundCandidate::characters);
  candidates.erase(same.begin(), same.end());
  for (SoundCandidate& candidate : candidates) {
    candidate.likely *= share_as_word(chains, candidate);
  }
  std::ranges::sort(candidates, goes_first);
  candidates.resize(std::min(candidates.size(), kMostChecked));
  for (SoundCandidate& candidate : candidates) {
    candidate.items = chains.items_with(candidate.characters);
  }
  std::erase_if(candidates, [](const SoundCandidate& c) { return c.items == 0; });
  std::ranges::sort(candidates, goes_first);
  candidates.resize(std::min(candidates.size(), most));
  std::vector<SoundName> names;
  for (const SoundCandidate& candidate : candidates) {
    const double rank = 1.0 / static_cast<double>(names.size() + 1);
    names.push_back({utf8_of(candidate.characters), candidate.items,
                     rank / rarity(chains, candidate.characters)});
  }
  return names;
}

}  // namespace bulletin
