// Strings of Chinese characters that stand in an index though nobody typed them: put together from
// the pairs of the index, so that what is found by sound comes from its own terms.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/index_terms.hpp"

namespace bulletin {

/// What may stand at one place of a string.
struct CharacterSet {
  std::u32string characters;      ///< Ascending, each once.
  std::optional<char32_t> typed;  ///< One of them, where Chinese was typed.

  bool operator==(const CharacterSet&) const = default;
};

/// Sorts `characters` and drops repeats.
[[nodiscard]] CharacterSet character_set(std::u32string characters,
                                         std::optional<char32_t> typed = {});

/// A string of the index.
struct PairChain {
  std::u32string characters;
  std::size_t changed = 0;     ///< Places where it differs from what was typed.
  std::size_t pair_items = 0;  ///< Items of its rarest pair: at most so many have the string.

  bool operator==(const PairChain&) const = default;
};

/// Most items that have a string are counted.
inline constexpr std::size_t kMostCounted = 10'000;

/// Most terms that one query reads to find strings: .3 us each, 12 ms together.
inline constexpr std::size_t kMaxPairsRead = 40'000;

/// Reads the pairs of one index, each once. One per query; not thread-safe.
class PairChains {
 public:
  /// What `terms` are of has to outlive the object.
  explicit PairChains(const IndexTerms& terms) : terms_(terms) {}

  /// Returns the strings whose characters lie in `places`, one each, and whose neighbours all are
  /// pairs of the index, at most `limit`: those in more items first. Empty for less than two
  /// places, and where `kMaxPairsRead` terms were read before the end.
  ///
  /// At most `most_changed` characters differ from the typed ones. Not every string stands in an
  /// item as a whole: `items_with` tells.
  [[nodiscard]] std::vector<PairChain> find(std::span<const CharacterSet> places, std::size_t limit,
                                            std::size_t most_changed = 0);

  /// Returns how many items have `characters`, two at least, as they stand; of more than two
  /// characters counted up to `most`.
  [[nodiscard]] std::size_t items_with(std::u32string_view characters,
                                       std::size_t most = kMostCounted) const;

  /// Returns how many items have the term.
  [[nodiscard]] std::size_t items_of(const std::string& term) const {
    return terms_.frequency(term);
  }

  /// Returns how many items the index has.
  [[nodiscard]] std::size_t size() const { return terms_.database().get_doccount(); }

 private:
  struct Follower {
    char32_t character;
    std::size_t items;
  };

  [[nodiscard]] const std::vector<Follower>& followers_of(char32_t character);
  [[nodiscard]] std::vector<PairChain> beginnings(const CharacterSet& place) const;
  [[nodiscard]] std::vector<PairChain> longer(const std::vector<PairChain>& chains,
                                              const CharacterSet& place, std::size_t most_changed);

  // The strings up to one place, of the places that were asked for last.
  struct Step {
    CharacterSet place;
    std::size_t most_changed;
    std::vector<PairChain> chains;
  };

  IndexTerms terms_;
  std::vector<Step> steps_;
  std::map<char32_t, std::vector<Follower>> followers_;
  std::size_t pairs_left_ = kMaxPairsRead;
};

/// Returns the terms of the overlapping pairs of two characters or more, in order.
[[nodiscard]] std::vector<std::string> pair_terms(std::u32string_view characters);

/// Returns the items that have `characters`, two at least, as they stand.
[[nodiscard]] Xapian::Query standing_together(std::u32string_view characters);

}  // namespace bulletin
