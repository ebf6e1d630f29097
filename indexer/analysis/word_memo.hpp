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

/// Stemmer and stop words behind one memory that grows with what is read, to 0.8 MB at most.
/// Not thread-safe.
class WordMemo {
 public:
  /// Throws `Error{kResourceMissing}` when there is no English stemmer.
  WordMemo();

  /// Returns what is known of `word`, folded and without apostrophes; valid until the next call.
  /// Allocates nothing.
  [[nodiscard]] KnownWord look_up(std::string_view word);

 private:
  static constexpr std::size_t kLongest = 15;
  static constexpr unsigned kFewestSlotBits = 8;
  static constexpr unsigned kMostSlotBits = 14;

  // A word of up to `kLongest` bytes: what it begins and ends with, and its length.
  struct Key {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::uint8_t length = 0;  // 0 in a slot not in use.

    bool operator==(const Key&) const = default;
  };

  struct Slot {
    Key key;
    std::array<char, kLongest + 1> stem{};
    std::uint8_t stem_length = 0;
    bool is_stop_word = false;
  };

  [[nodiscard]] static Key key_of(std::string_view word);
  [[nodiscard]] Slot& slot_of(const Key& key);
  void make_room();

  Stemmer stemmer_;
  std::vector<Slot> slots_;
  unsigned slot_bits_ = kFewestSlotBits;
  std::size_t misses_ = 0;  // Since the slots were last made more.
};

}  // namespace bulletin
