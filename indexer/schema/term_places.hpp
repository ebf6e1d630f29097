// Which term stands at which place of an item, packed into one value: what tells whether words
// stand together.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/evidence.hpp"
#include "indexer/glass/plain_document.hpp"

namespace bulletin {

/// What a term is known by among the places of an item: term_hash().
using TermHash = std::uint64_t;

/// Collects the places of one item.
class TermPlaces {
 public:
  /// Notes that `term` stands at `place`, from 1, of a field: one term a place.
  void put(TextField field, std::uint32_t place, TermHash term);

  /// Notes a word that has to be told from all other terms, though its place is taken by its stem.
  void put_word(TextField field, TermHash word);

  /// Returns the value. Each term gets a code of as few bits as tell all of the item apart, so that
  /// a term which the item has is found at its places and nowhere else: 2 us for 100 terms, 7 us
  /// for 240. Empty for an item without terms.
  [[nodiscard]] std::string packed() const;

 private:
  std::vector<TermHash> title_;  ///< By place; 0: nothing.
  std::vector<TermHash> text_;
  std::vector<TermHash> title_words_;
  std::vector<TermHash> text_words_;
};

/// How terms have to stand in an item.
struct Arrangement {
  std::vector<TermHash> terms;  ///< At least one. One that comes twice takes two places.
  std::size_t window = 0;       ///< Places that all stand within, in any order; 0: side by side.
  bool in_title = false;        ///< There alone, and there the words of stems, too, as one term.
};

/// Tells whether terms stand so in the item of a packed value, which has to have each of them. One
/// or two nanoseconds a place, five with a window. False where the value is damaged.
[[nodiscard]] bool stand(const Arrangement& arrangement, std::string_view packed);

}  // namespace bulletin
