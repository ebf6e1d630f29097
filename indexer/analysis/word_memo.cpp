#include "indexer/analysis/word_memo.hpp"

#include <bit>
#include <cstring>

#include "indexer/analysis/stop_words.hpp"

namespace bulletin {

WordMemo::WordMemo() : slots_(std::size_t{1} << kFewestSlotBits) {}

KnownWord WordMemo::look_up(std::string_view word) {
  if (word.empty() || word.size() > kLongest) {
    return {stemmer_.stem(word), is_stop_word(word)};
  }
  Padded padded{};
  std::memcpy(padded.data(), word.data(), word.size());
  Slot* slot = &slot_of(padded);
  if (slot->word[0] != padded[0] || slot->word[1] != padded[1]) {
    const std::string_view stem = stemmer_.stem(word);
    if (stem.size() > kLongest) {
      return {stem, is_stop_word(word)};
    }
    make_room();
    slot = &slot_of(padded);
    slot->word = padded;
    slot->stem_length = static_cast<std::uint8_t>(stem.size());
    std::memcpy(slot->stem.data(), stem.data(), stem.size());
    slot->is_stop_word = is_stop_word(word);
  }
  return {{slot->stem.data(), slot->stem_length}, slot->is_stop_word};
}

WordMemo::Slot& WordMemo::slot_of(const Padded& word) {
  constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15ULL;
  const std::uint64_t hash = (word[0] * kMix ^ std::rotl(word[1] * kMix, 31)) * kMix;
  return slots_[hash >> (64U - slot_bits_)];
}

// A query needs few slots, an archive many: they become more, and empty, as they prove too few.
void WordMemo::make_room() {
  if (++misses_ > slots_.size() && slot_bits_ < kMostSlotBits) {
    slot_bits_ += 2;
    slots_.assign(std::size_t{1} << slot_bits_, {});
    misses_ = 0;
  }
}

}  // namespace bulletin
