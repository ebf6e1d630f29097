// The dictionary by which ICU cuts Chinese, read where ICU keeps it: nothing is copied or built, so
// opening it costs microseconds, and a dictionary put in its place is used by both.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <unicode/udata.h>

namespace bulletin {

/// Where a walk through the dictionary has come to behind one more character.
struct DictionaryStep {
  std::uint64_t place = 0;  ///< Where to go on from; 0 when no longer word begins like this.
  std::optional<std::uint32_t> cost;  ///< Of the word that ends here, if one does.
};

/// ICU's list of Chinese and Japanese words with their costs. Immutable: one serves all threads.
class HanDictionary {
 public:
  /// Opens the list; nothing when there is none or it is stored in another way than expected.
  [[nodiscard]] static std::optional<HanDictionary> open();

  /// Goes on from `place` (0: the beginning of a word) by `c`. O(log of the branches).
  [[nodiscard]] DictionaryStep step(std::uint64_t place, char16_t c) const;

  /// Returns the characters by which one can go on from `place`, not 0.
  [[nodiscard]] std::u16string followers(std::uint64_t place) const;

 private:
  struct Close {
    void operator()(UDataMemory* memory) const { udata_close(memory); }
  };

  HanDictionary(std::unique_ptr<UDataMemory, Close> memory, const char16_t* words)
      : memory_(std::move(memory)), words_(words) {}

  std::unique_ptr<UDataMemory, Close> memory_;
  const char16_t* words_;
};

}  // namespace bulletin
