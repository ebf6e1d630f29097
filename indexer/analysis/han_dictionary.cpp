#include "indexer/analysis/han_dictionary.hpp"

#include <array>
#include <cstring>

#include <unicode/appendable.h>
#include <unicode/ucharstrie.h>
#include <unicode/unistr.h>

namespace bulletin {
namespace {

// ICU's header of a dictionary: 32-bit numbers, of which these count.
enum Header : std::uint8_t { kWordsOffset = 0, kTotalSize = 3, kKind = 4, kHeaderCount = 8 };
constexpr std::int32_t kKindMask = 7;
constexpr std::int32_t kUCharsKind = 1;

}  // namespace

std::optional<HanDictionary> HanDictionary::open() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UDataMemory, Close> memory(
      udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "dict", "cjdict", &status));
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  const auto* bytes = static_cast<const char*>(udata_getMemory(memory.get()));
  std::array<std::int32_t, kHeaderCount> header{};
  std::memcpy(header.data(), bytes, sizeof header);
  const std::int32_t offset = header[kWordsOffset];
  if (offset < static_cast<std::int32_t>(sizeof header) || offset % 2 != 0 ||
      offset >= header[kTotalSize] || (header[kKind] & kKindMask) != kUCharsKind) {
    return std::nullopt;
  }
  return HanDictionary(std::move(memory), reinterpret_cast<const char16_t*>(bytes + offset));
}

DictionaryStep HanDictionary::step(std::uint64_t place, char16_t c) const {
  icu::UCharsTrie trie(words_);
  if (place != 0) {
    trie.resetToState64(place);
  }
  const UStringTrieResult result = trie.next(c);
  DictionaryStep step;
  if (USTRINGTRIE_HAS_VALUE(result)) {
    step.cost = static_cast<std::uint32_t>(trie.getValue());
  }
  if (USTRINGTRIE_HAS_NEXT(result)) {
    step.place = trie.getState64();
  }
  return step;
}

std::u16string HanDictionary::followers(std::uint64_t place) const {
  icu::UCharsTrie trie(words_);
  trie.resetToState64(place);
  icu::UnicodeString characters;
  icu::UnicodeStringAppendable out(characters);
  trie.getNextUChars(out);
  return {characters.getBuffer(), static_cast<std::size_t>(characters.length())};
}

}  // namespace bulletin
