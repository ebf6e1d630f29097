// Cuts Chinese runs into dictionary words: of all ways to cut, the cheapest by the costs of ICU's
// dictionary, with the ties broken as ICU breaks them.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analysis/han_dictionary.hpp"
#include "indexer/base/zeroed_array.hpp"

namespace bulletin {

/// Finds the cheapest cut. Not thread-safe: it remembers the steps through the dictionary that it
/// has taken (3 MB at most), which makes it several times as fast as the dictionary itself.
class HanCutter {
 public:
  /// Keeps a reference to `dictionary`.
  explicit HanCutter(const HanDictionary& dictionary);

  /// Tells whether `run`, well-formed UTF-8, holds only what cut() cuts: the Han of the first
  /// plane, 々 and 〇.
  [[nodiscard]] static bool takes(std::string_view run);

  /// Cuts `run`, well-formed UTF-8, into words. Returns the lengths of the words in bytes,
  /// last word first, valid until the next call; nothing when `run` is empty or not of the kind
  /// that is taken. O(length), no allocation once warm.
  [[nodiscard]] std::span<const std::uint8_t> cut(std::string_view run);

 private:
  static constexpr unsigned kFewestSlotBits = 8;
  static constexpr unsigned kMostSlotBits = 16;
  static constexpr unsigned kPairBits = 20;
  static constexpr char16_t kFirst = 0x3000;
  static constexpr char16_t kLast = 0x9FFF;
  static constexpr std::uint32_t kNoWord = 0xFFFF'FFFF;

  // A remembered step: from `from` by `by` to `place`; `from` 0 marks a slot without one.
  struct Slot {
    std::uint64_t from = 0;
    std::uint64_t place = 0;
    std::uint64_t followers = 0;   // A bit for each character that goes on, several to a bit.
    std::uint32_t cost = kNoWord;  // Of the word that ends here.
    char16_t by = 0;
  };
  // What is known of a character.
  struct Alone {
    std::uint64_t place = 0;  // Where a walk is behind it.
    std::uint16_t cost = 0;   // One more than the cost of the character as a word; 0 not known.
    std::uint16_t seen = 0;   // Times, up to the one at which its pairs are noted.
  };
  // The cheapest way to one place between characters.
  struct Way {
    std::uint32_t cost;
    std::uint32_t word_length;  // Of its last word.
  };

  [[nodiscard]] bool take_characters(std::string_view run);
  void add_words_from(std::size_t begin);
  void offer(std::size_t begin, std::size_t length, std::uint32_t cost);
  [[nodiscard]] std::uint32_t cost_alone(char16_t c);
  [[nodiscard]] bool may_begin_word(char16_t first, char16_t second) const;
  void fill_pairs(char16_t first);
  [[nodiscard]] std::size_t slot_of(std::uint64_t from, char16_t by) const;
  void make_room();
  void fetch_pair(char16_t first, char16_t second) const;
  [[nodiscard]] const Slot& step(std::uint64_t from, char16_t by);
  void fill(Slot& slot, std::uint64_t from, char16_t by) const;

  const HanDictionary& dictionary_;
  ZeroedArray<Alone> alone_;          // By character.
  ZeroedArray<std::uint64_t> pairs_;  // A bit for each two characters that begin a word.
  std::vector<Slot> slots_;
  unsigned slot_bits_ = kFewestSlotBits;
  std::size_t misses_ = 0;  // Since the slots were last made more.
  std::vector<char16_t> characters_;
  std::vector<Way> ways_;
  std::vector<std::uint8_t> lengths_;
};

}  // namespace bulletin
