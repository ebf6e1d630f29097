#include "indexer/analysis/han_cutter.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

// ICU's own figures: what a character costs that is no word, and the longest word looked for.
constexpr std::uint32_t kUnknownCost = 255;
constexpr std::size_t kLongestWord = 20;

constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15ULL;  // Spreads keys over the slots.
constexpr std::uint16_t kOftenSeen = 32;  // From here on the pairs of a character are noted.
constexpr std::size_t kAhead = 8;  // Characters by which the memo is fetched before it is read.

constexpr std::size_t kBytes = 3;  // Of each plain character in UTF-8.

// Characters that ICU's normalization leaves alone and that its rules for kana do not touch.
bool is_plain_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007;
}

std::uint64_t bit_of(char16_t c) {
  return std::uint64_t{1} << ((c * 0x9E37'79B1U) >> 26U);
}

std::uint32_t pair_hash(char16_t first, char16_t second) {
  return (std::uint32_t{first} << 16U | second) * 0x9E37'79B1U;
}

}  // namespace

HanCutter::HanCutter(const HanDictionary& dictionary)
    : dictionary_(dictionary),
      alone_(kLast - kFirst + 1),
      pairs_((std::size_t{1} << kPairBits) / 64),
      slots_(std::size_t{1} << kFewestSlotBits) {}

bool HanCutter::takes(std::string_view run) {
  for (std::size_t at = 0; at < run.size();) {
    if (!is_plain_han(next_code_point(run, at))) {
      return false;
    }
  }
  return true;
}

std::span<const std::uint8_t> HanCutter::cut(std::string_view run) {
  lengths_.clear();
  if (!take_characters(run)) {
    return {};
  }
  const std::size_t count = characters_.size();
  ways_.assign(count + 1, {kNoWord, 0});
  ways_[0].cost = 0;
  for (std::size_t begin = 0; begin < count; ++begin) {
    if (begin + kAhead < count) {
      fetch_pair(characters_[begin + kAhead - 1], characters_[begin + kAhead]);
    }
    add_words_from(begin);
  }
  for (std::size_t end = count; end > 0; end -= ways_[end].word_length) {
    lengths_.push_back(static_cast<std::uint8_t>(ways_[end].word_length * kBytes));
  }
  return lengths_;
}

std::size_t HanCutter::slot_of(std::uint64_t from, char16_t by) const {
  return ((from ^ (std::uint64_t{by} << 32U)) * kMix) >> (64U - slot_bits_);
}

bool HanCutter::take_characters(std::string_view run) {
  characters_.clear();
  for (std::size_t at = 0; at < run.size();) {
    const char32_t c = next_code_point(run, at);
    if (!is_plain_han(c)) {
      return false;
    }
    characters_.push_back(static_cast<char16_t>(c));
  }
  return true;
}

// Every place can be reached: a character that is no word stands alone, at a price.
void HanCutter::add_words_from(std::size_t begin) {
  const char16_t first = characters_[begin];
  offer(begin, 1, cost_alone(first));
  const std::size_t longest = std::min(characters_.size() - begin, kLongestWord);
  if (longest < 2 || !may_begin_word(first, characters_[begin + 1])) {
    return;
  }
  std::uint64_t from = first;  // Never a place, so it can name the way by one character.
  for (std::size_t length = 2;; ++length) {
    const Slot& reached = step(from, characters_[begin + length - 1]);
    if (reached.cost != kNoWord) {
      offer(begin, length, reached.cost);
    }
    if (length == longest || (reached.followers & bit_of(characters_[begin + length])) == 0) {
      return;
    }
    from = reached.place;
  }
}

// On a tie the word that begins first stays, as in ICU.
void HanCutter::offer(std::size_t begin, std::size_t length, std::uint32_t cost) {
  const std::uint32_t whole = ways_[begin].cost + cost;
  Way& way = ways_[begin + length];
  if (whole < way.cost) {
    way = {whole, static_cast<std::uint32_t>(length)};
  }
}

std::uint32_t HanCutter::cost_alone(char16_t c) {
  Alone& alone = alone_[static_cast<std::size_t>(c - kFirst)];
  if (alone.seen < kOftenSeen) {
    if (alone.cost == 0) {
      const DictionaryStep step = dictionary_.step(0, c);
      alone.cost = static_cast<std::uint16_t>(1 + step.cost.value_or(kUnknownCost));
      alone.place = step.place;
    }
    if (++alone.seen == kOftenSeen) {
      fill_pairs(c);
    }
  }
  return alone.cost - 1U;
}

// Notes what can follow `first`, which takes as long as some tens of look-ups.
void HanCutter::fill_pairs(char16_t first) {
  const std::uint64_t place = alone_[static_cast<std::size_t>(first - kFirst)].place;
  if (place == 0) {
    return;
  }
  for (const char16_t second : dictionary_.followers(place)) {
    const std::size_t bit = pair_hash(first, second) >> (32U - kPairBits);
    pairs_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

// May be wrong in saying yes.
bool HanCutter::may_begin_word(char16_t first, char16_t second) const {
  if (alone_[static_cast<std::size_t>(first - kFirst)].seen < kOftenSeen) {
    return true;
  }
  const std::size_t bit = pair_hash(first, second) >> (32U - kPairBits);
  return (pairs_[bit / 64] >> bit % 64 & 1U) != 0;
}

// Asks for the slot of a pair in time: waiting for memory is most of what a cut costs.
void HanCutter::fetch_pair(char16_t first, char16_t second) const {
  __builtin_prefetch(&slots_[may_begin_word(first, second) ? slot_of(first, second) : 0]);
}

const HanCutter::Slot& HanCutter::step(std::uint64_t from, char16_t by) {
  Slot* slot = &slots_[slot_of(from, by)];
  if (slot->from != from || slot->by != by) {
    make_room();
    slot = &slots_[slot_of(from, by)];
    fill(*slot, from, by);
  }
  return *slot;
}

// A query needs few slots, an archive many: they become more, and empty, as they prove too few.
void HanCutter::make_room() {
  if (++misses_ > slots_.size() / 2 && slot_bits_ < kMostSlotBits) {
    slot_bits_ += 2;
    slots_.assign(std::size_t{1} << slot_bits_, {});
    misses_ = 0;
  }
}

void HanCutter::fill(Slot& slot, std::uint64_t from, char16_t by) const {
  const std::uint64_t place = from <= kLast ? alone_[from - kFirst].place : from;
  DictionaryStep step;
  if (place != 0) {
    step = dictionary_.step(place, by);
  }
  slot = {from, step.place, 0, step.cost.value_or(kNoWord), by};
  if (step.place != 0) {
    for (const char16_t c : dictionary_.followers(step.place)) {
      slot.followers |= bit_of(c);
    }
  }
}

}  // namespace bulletin
