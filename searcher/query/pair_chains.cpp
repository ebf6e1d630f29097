#include "searcher/query/pair_chains.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/standing.hpp"

namespace bulletin {
namespace {

// Strings that are carried on at once; those of the rarest pairs are dropped.
constexpr std::size_t kMostStrings = 300;

bool in_more_items(const PairChain& a, const PairChain& b) {
  return a.pair_items != b.pair_items ? a.pair_items > b.pair_items : a.characters < b.characters;
}

void keep_best(std::vector<PairChain>& chains, std::size_t limit) {
  const std::size_t kept = std::min(chains.size(), limit);
  std::ranges::partial_sort(chains, chains.begin() + static_cast<std::ptrdiff_t>(kept),
                            in_more_items);
  chains.resize(kept);
}

bool is_change(const CharacterSet& place, char32_t character) {
  return place.typed && *place.typed != character;
}

std::string pair_beginning(char32_t first) {
  return prefixed(prefix::kHanPair, utf8_of({&first, 1}));
}

}  // namespace

CharacterSet character_set(std::u32string characters, std::optional<char32_t> typed) {
  std::ranges::sort(characters);
  const auto repeats = std::ranges::unique(characters);
  characters.erase(repeats.begin(), repeats.end());
  return {std::move(characters), typed};
}

std::vector<std::string> pair_terms(std::u32string_view characters) {
  std::vector<std::string> terms;
  for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
    terms.push_back(prefixed(prefix::kHanPair, utf8_of(characters.substr(i, 2))));
  }
  return terms;
}

Xapian::Query standing_together(std::u32string_view characters) {
  const std::vector<std::string> terms = pair_terms(characters);
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

const std::vector<PairChains::Follower>& PairChains::followers_of(char32_t character) {
  const auto [entry, is_new] = followers_.try_emplace(character);
  if (!is_new) {
    return entry->second;
  }
  const std::string beginning = pair_beginning(character);
  std::vector<Follower>& followers = entry->second;
  if (pairs_left_ == 0) {
    return followers;
  }
  terms_.each(beginning, [&](const std::string& pair, std::size_t items) {
    --pairs_left_;
    std::size_t second = beginning.size();
    if (second < pair.size()) {  // Else the last character of a run.
      followers.push_back({next_code_point(pair, second), items});
    }
    return pairs_left_ > 0;
  });
  return followers;
}

std::vector<PairChain> PairChains::beginnings(const CharacterSet& place) const {
  std::vector<PairChain> chains;
  for (const char32_t first : place.characters) {
    chains.push_back({.characters = {first},
                      .changed = is_change(place, first) ? 1U : 0U,
                      .pair_items = size()});
  }
  return chains;
}

// The strings that go on with a character of `place`.
std::vector<PairChain> PairChains::longer(const std::vector<PairChain>& chains,
                                          const CharacterSet& place, std::size_t most_changed) {
  std::map<char32_t, std::vector<Follower>> allowed;  // By the last character so far.
  std::vector<PairChain> found;
  for (const PairChain& chain : chains) {
    const auto [entry, is_new] = allowed.try_emplace(chain.characters.back());
    if (is_new) {
      std::ranges::copy_if(followers_of(entry->first), std::back_inserter(entry->second),
                           [&](const Follower& f) {
                             return std::ranges::binary_search(place.characters, f.character);
                           });
    }
    for (const Follower& next : entry->second) {
      const std::size_t changed = chain.changed + (is_change(place, next.character) ? 1 : 0);
      if (!place.typed || changed <= most_changed) {
        found.push_back(
            {chain.characters + next.character, changed, std::min(chain.pair_items, next.items)});
      }
    }
  }
  keep_best(found, kMostStrings);
  return found;
}

std::vector<PairChain> PairChains::find(std::span<const CharacterSet> places, std::size_t limit,
                                        std::size_t most_changed) {
  if (places.size() < 2) {
    return {};
  }
  // Rows of words are asked for from the longest down: what they begin with is there already.
  std::size_t known = 0;
  while (known < std::min(places.size(), steps_.size()) && steps_[known].place == places[known] &&
         steps_[known].most_changed == most_changed) {
    ++known;
  }
  steps_.resize(known);
  for (std::size_t at = known; at < places.size(); ++at) {
    steps_.push_back({places[at], most_changed,
                      at == 0 ? beginnings(places[at])
                              : longer(steps_.back().chains, places[at], most_changed)});
  }
  std::vector<PairChain> chains = steps_[places.size() - 1].chains;
  keep_best(chains, limit);
  return pairs_left_ == 0 ? std::vector<PairChain>() : chains;
}

std::size_t PairChains::items_with(std::u32string_view characters, std::size_t most) const {
  if (characters.size() == 2) {
    return terms_.frequency(pair_terms(characters).front());
  }
  const Xapian::Query together = standing_together(characters);
  return terms_.number(std::to_string(most) + " of " + together.get_description(), [&] {
    return standing(terms_.database(), together, Deadline(), most).size();
  });
}

}  // namespace bulletin
