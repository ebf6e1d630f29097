#include "indexer/analysis/word_memo.hpp"

#include <bit>
#include <cstring>

#include "indexer/analysis/stop_words.hpp"

namespace bulletin {
namespace {

template <std::size_t kSize>
std::size_t hash_of(const std::array<char, kSize>& padded, unsigned bits) {
  static_assert(kSize == 2 * sizeof(std::uint64_t));
  const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(padded);
  constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15ULL;
  return (halves[0] * kMix ^ std::rotl(halves[1] * kMix, 31)) * kMix >> (64U - bits);
}

}  // namespace

WordMemo::WordMemo() : slots_(std::size_t{1} << kSlotBits) {}

KnownWord WordMemo::look_up(std::string_view word) {
  if (word.empty() || word.size() > kLongest) {
    return {stemmer_.stem(word), is_stop_word(word)};
  }
  std::array<char, kLongest + 1> padded{};
  std::memcpy(padded.data(), word.data(), word.size());
  Slot& slot = slots_[hash_of(padded, kSlotBits)];
  if (slot.word != padded) {
    const std::string_view stem = stemmer_.stem(word);
    if (stem.size() > kLongest) {
      return {stem, is_stop_word(word)};
    }
    slot.word = padded;
    slot.stem_length = static_cast<std::uint8_t>(stem.size());
    std::memcpy(slot.stem.data(), stem.data(), stem.size());
    slot.is_stop_word = is_stop_word(word);
  }
  return {{slot.stem.data(), slot.stem_length}, slot.is_stop_word};
}

}  // namespace bulletin
