#include "indexer/analysis/word_memo.hpp"

#include <bit>
#include <cstring>

#include "indexer/analysis/stop_words.hpp"

namespace bulletin {
namespace {

constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15ULL;  // Spreads keys over the slots.
constexpr std::size_t kHalf = 8;

template <typename Number>
std::uint64_t number_at(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// Tells words of one length apart: their first and last bytes, in loads of fixed size, because
// bytes copied one by one cannot be read as a number at once. `word` has 1 to 8 bytes.
std::uint64_t short_key(std::string_view word) {
  const char* begin = word.data();
  const char* end = begin + word.size();
  if (word.size() == 8) {
    return number_at<std::uint64_t>(begin);
  }
  if (word.size() >= 4) {
    return number_at<std::uint32_t>(begin) | number_at<std::uint32_t>(end - 4) << 32U;
  }
  const std::uint64_t ends = number_at<std::uint8_t>(begin) | number_at<std::uint8_t>(end - 1)
                                                                  << 8U;
  return ends | number_at<std::uint8_t>(begin + word.size() / 2) << 16U;
}

}  // namespace

WordMemo::WordMemo() : slots_(std::size_t{1} << kFewestSlotBits) {}

KnownWord WordMemo::look_up(std::string_view word) {
  if (word.empty() || word.size() > kLongest) {
    return {stemmer_.stem(word), is_stop_word(word)};
  }
  const Key key = key_of(word);
  Slot* slot = &slot_of(key);
  if (slot->key != key) {
    const std::string_view stem = stemmer_.stem(word);
    if (stem.size() > kLongest) {
      return {stem, is_stop_word(word)};
    }
    make_room();
    slot = &slot_of(key);
    slot->key = key;
    slot->stem_length = static_cast<std::uint8_t>(stem.size());
    std::memcpy(slot->stem.data(), stem.data(), stem.size());
    slot->is_stop_word = is_stop_word(word);
  }
  return {{slot->stem.data(), slot->stem_length}, slot->is_stop_word};
}

WordMemo::Key WordMemo::key_of(std::string_view word) {
  const auto length = static_cast<std::uint8_t>(word.size());
  if (word.size() <= kHalf) {
    return {short_key(word), 0, length};
  }
  const char* begin = word.data();
  return {number_at<std::uint64_t>(begin), number_at<std::uint64_t>(begin + word.size() - kHalf),
          length};
}

WordMemo::Slot& WordMemo::slot_of(const Key& key) {
  const std::uint64_t hash =
      ((key.head + key.length) * kMix ^ std::rotl(key.tail * kMix, 31)) * kMix;
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
