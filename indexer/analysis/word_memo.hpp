// Stems of the words seen of late: a few thousand words make up nearly all of any English text.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/analysis/stemmer.hpp"

namespace bulletin {

/// What the analyzer needs to know of an English word.
struct KnownWord {
  std::string_view stem;
  bool is_stop_word = false;
};

/// Stemmer and stop words behind one memory of fixed size (150 kB). Not thread-safe.
class WordMemo {
 public:
  /// Throws `Error{kResourceMissing}` when there is no English stemmer.
  WordMemo();

  /// Returns what is known of `word`, folded, without apostrophes and without 0 bytes; valid
  /// until the next call.
  /// Allocates nothing.
  [[nodiscard]] KnownWord look_up(std::string_view word);

 private:
  static constexpr std::size_t kLongest = 15;
  static constexpr unsigned kSlotBits = 12;

  struct Slot {
    std::array<char, kLongest + 1> word{};  // Padded with 0; all 0 in a slot not in use.
    std::array<char, kLongest + 1> stem{};
    std::uint8_t stem_length = 0;
    bool is_stop_word = false;
  };

  Stemmer stemmer_;
  std::vector<Slot> slots_;
};

}  // namespace bulletin
