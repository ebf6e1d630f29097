// Which of the strings that sound as typed are meant: those that stand in items, the likely first.

#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/dictionary.hpp"
#include "searcher/query/pair_chains.hpp"

namespace bulletin {

/// A string of the index that sounds as typed.
struct SoundName {
  std::string text;       ///< Folded Chinese of two characters or more.
  std::size_t items = 0;  ///< Items that have it, counted up to `kMostCounted`.
  double weight = 0;      ///< Factor by which the names of one match weigh by their rank alone.

  bool operator==(const SoundName&) const = default;
};

/// A string that may stand in the index.
struct SoundCandidate {
  std::u32string characters;
  std::size_t items = 0;  ///< At most so many items have it.
  double likely = 1;      ///< How well it fits what was typed, whatever the index holds.
};

/// Returns those of `candidates` that stand in items, at most `most`: by how likely they are times
/// log(1 + items). Looks for 24 of them at most, .1 to 1 ms each.
[[nodiscard]] std::vector<SoundName> best_names(const PairChains& chains,
                                                std::vector<SoundCandidate> candidates,
                                                std::size_t most);

/// Tells whether `word`, folded, is two to eight consonants: `ldh`, `zgrm`.
[[nodiscard]] bool are_initials(std::string_view word);

/// Returns strings of the index whose syllables begin with `initials`, a letter each (`zh`, `ch`
/// and `sh` may be one): names of `dictionary`, unless it is null, and from four syllables on also
/// what else the index has.
[[nodiscard]] std::vector<SoundCandidate> begin_with(std::string_view initials, PairChains& chains,
                                                     const Dictionary* dictionary);

}  // namespace bulletin
