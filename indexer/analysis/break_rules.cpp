#include "indexer/analysis/break_rules.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <unicode/udata.h>

#include "indexer/analysis/ascii_block.hpp"
#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

// Layout of compiled rules, format 6 (ICU 69 and later), in 32-bit words and bytes.
constexpr std::uint32_t kMagic = 0xB1A0;
constexpr std::uint8_t kFormat = 6;
enum Header : std::uint8_t {
  kMagicWord = 0,
  kFormatWord = 1,
  kLengthWord = 2,
  kCategoriesWord = 3,
  kStatesWord = 4,
  kTrieWord = 8,
  kStatusWord = 12,
  kHeaderWords = 20
};
enum StateTable : std::uint8_t {
  kStateCount = 0,
  kRowLength = 1,
  kDictionaryStart = 2,
  kLookahead = 3,
  kFlags = 4,
  kTableWords = 5
};
constexpr std::size_t kTableBytes = kTableWords * sizeof(std::uint32_t);
constexpr std::uint32_t kNarrowRows = 4;  // The one flag wanted: rows of bytes.
enum Row : std::uint8_t { kAccepting = 0, kLookaheadRule = 1, kStatusIndex = 2, kFirstNext = 3 };
constexpr std::uint8_t kAcceptsAlways = 1;
constexpr std::uint8_t kEndCategory = 1;  // Category of the end of the text.

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;
constexpr std::size_t kHanBytes = 3;

std::uint32_t word_at(std::span<const std::uint8_t> bytes, std::size_t index) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data() + index * sizeof word, sizeof word);
  return word;
}

// The part whose offset and length stand at header word `index`; empty when not inside `bytes`.
std::span<const std::uint8_t> part_at(std::span<const std::uint8_t> bytes, std::size_t index) {
  const std::size_t begin = word_at(bytes, index);
  const std::size_t length = word_at(bytes, index + 1);
  const bool fits = begin <= bytes.size() && length <= bytes.size() - begin;
  return fits ? bytes.subspan(begin, length) : std::span<const std::uint8_t>();
}

// The last status of the group at `index`, as ICU reports it; nothing when out of bounds.
std::optional<std::int32_t> status_at(std::span<const std::uint8_t> statuses, std::size_t index) {
  const std::size_t words = statuses.size() / sizeof(std::uint32_t);
  if (index >= words) {
    return std::nullopt;
  }
  const std::size_t last = index + word_at(statuses, index);
  return last < words ? std::optional(static_cast<std::int32_t>(word_at(statuses, last)))
                      : std::nullopt;
}

// Tells whether a character of U+4E00 to U+9FFF is at `at` of well-formed text.
bool is_main_han(std::string_view text, std::size_t at) {
  if (at + kHanBytes > text.size()) {
    return false;
  }
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return (lead > 0xE4 && lead <= 0xE9) || (lead == 0xE4 && second >= 0xB8);
}

}  // namespace

std::optional<BreakRules> BreakRules::read(std::span<const std::uint8_t> compiled) {
  if (compiled.size() < kHeaderWords * sizeof(std::uint32_t) ||
      word_at(compiled, kMagicWord) != kMagic ||
      compiled[kFormatWord * sizeof(std::uint32_t)] != kFormat) {
    return std::nullopt;
  }
  BreakRules rules;
  rules.category_count_ = word_at(compiled, kCategoriesWord);
  if (!rules.read_states(part_at(compiled, kStatesWord), part_at(compiled, kStatusWord)) ||
      !rules.read_categories(part_at(compiled, kTrieWord))) {
    return std::nullopt;
  }
  rules.spread_ascii();
  rules.find_shortcuts();
  return rules;
}

std::optional<BreakRules> BreakRules::read_stored() {
  struct Close {
    void operator()(UDataMemory* memory) const { udata_close(memory); }
  };
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UDataMemory, Close> memory(
      udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "brk", "word", &status));
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  const auto* bytes = static_cast<const std::uint8_t*>(udata_getMemory(memory.get()));
  return read({bytes, word_at({bytes, kHeaderWords * sizeof(std::uint32_t)}, kLengthWord)});
}

bool BreakRules::read_states(std::span<const std::uint8_t> table,
                             std::span<const std::uint8_t> statuses) {
  if (table.size() < kTableBytes || word_at(table, kFlags) != kNarrowRows ||
      word_at(table, kLookahead) != 0) {
    return false;
  }
  const std::size_t count = word_at(table, kStateCount);
  const std::size_t row_length = word_at(table, kRowLength);
  dictionary_categories_ = word_at(table, kDictionaryStart);
  if (count <= kStart || count > 256 || row_length != category_count_ + kFirstNext ||
      category_count_ <= kEndCategory || category_count_ > kMostCategories ||
      table.size() - kTableBytes < count * row_length) {
    return false;
  }
  for (std::size_t state = 0; state < count; ++state) {
    const auto row = table.subspan(kTableBytes + state * row_length, row_length);
    const auto next = row.subspan(kFirstNext);
    const auto status = status_at(statuses, row[kStatusIndex]);
    const bool is_plain = row[kAccepting] <= kAcceptsAlways && row[kLookaheadRule] == 0 &&
                          next[kEndCategory] == kStop && status &&
                          std::ranges::all_of(next, [&](State to) { return to < count; });
    if (!is_plain) {
      return false;
    }
    states_.insert(states_.end(), next.begin(), next.end());
    outcomes_.push_back({*status, row[kAccepting] == kAcceptsAlways});
  }
  // No character should have another category than those. To ask all would take longer than most
  // queries, so one that has leads astray, but not out of the table.
  states_.resize(states_.size() + kMostCategories);
  return true;
}

bool BreakRules::read_categories(std::span<const std::uint8_t> trie) {
  trie_bytes_.resize((trie.size() + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t));
  std::memcpy(trie_bytes_.data(), trie.data(), trie.size());
  UErrorCode status = U_ZERO_ERROR;
  categories_.reset(
      ucptrie_openFromBinary(UCPTRIE_TYPE_FAST, UCPTRIE_VALUE_BITS_8, trie_bytes_.data(),
                             static_cast<std::int32_t>(trie.size()), nullptr, &status));
  return U_SUCCESS(status);
}

void BreakRules::spread_ascii() {
  std::array<std::uint8_t, kAscii> categories{};
  for (std::size_t byte = 0; byte < kAscii; ++byte) {
    categories[byte] = category_of(static_cast<char32_t>(byte));
  }
  ascii_.resize(outcomes_.size());
  for (std::size_t state = 0; state < ascii_.size(); ++state) {
    std::ranges::transform(categories, ascii_[state].begin(), [&](std::uint8_t category) {
      return after(static_cast<State>(state), category);
    });
  }
}

// Long runs of the two scripts stay in one state: whole blocks are passed over at once.
void BreakRules::find_shortcuts() {
  const auto stays = [&](State state, std::uint8_t category) {
    return state != kStop && outcomes_[state].accepts && after(state, category) == state &&
           after(kStart, category) == state;
  };
  const std::uint8_t letter = category_of('a');
  const auto is_letter = [&](char c) {
    return category_of(static_cast<unsigned char>(c)) == letter;
  };
  if (std::ranges::all_of(kLetters, is_letter) && letter < dictionary_categories_ &&
      stays(after(kStart, letter), letter)) {
    letters_ = after(kStart, letter);
  }
  const std::uint8_t han = category_of(kFirstHan);
  const UChar32 last = ucptrie_getRange(categories_.get(), kFirstHan, UCPMAP_RANGE_NORMAL, 0,
                                        nullptr, nullptr, nullptr);
  if (last >= static_cast<UChar32>(kLastHan) && han >= dictionary_categories_ &&
      stays(after(kStart, han), han)) {
    han_ = after(kStart, han);
  }
}

RuleSegment BreakRules::segment(std::string_view text, std::size_t begin) const {
  std::size_t at = letters_ == kStop ? begin : ascii_letters_end(text, begin);
  State state = kStart;
  RuleSegment found{.end = character_end(text, begin)};
  bool saw_dictionary = false;
  if (at > begin) {
    state = letters_;
    found = {at, outcomes_[state].status, false};
  }
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < kAscii) {
      state = ascii_[state][byte];
      ++at;
    } else {
      const std::uint8_t category = category_of(next_code_point(text, at));
      state = after(state, category);
      saw_dictionary |= category >= dictionary_categories_;
    }
    if (state == kStop) {
      break;
    }
    while (state == han_ && is_main_han(text, at)) {
      at += kHanBytes;
      saw_dictionary = true;
    }
    if (outcomes_[state].accepts) {
      found = {at, outcomes_[state].status, saw_dictionary};
    }
  }
  return found;
}

}  // namespace bulletin
