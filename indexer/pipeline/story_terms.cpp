#include "indexer/pipeline/story_terms.hpp"

#include <string_view>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kDigits =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";  // 64, in byte order.
constexpr unsigned kDigitBits = 6;

std::string text_of(std::uint64_t number, std::size_t digits) {
  std::string text(digits, kDigits[0]);
  for (std::size_t i = digits; i-- > 0; number >>= kDigitBits) {
    text[i] = kDigits[number & (kDigits.size() - 1)];
  }
  return text;
}

}  // namespace

std::string meeting_term(StoryLang lang, std::uint32_t key) {
  return prefixed(prefix::kStory, static_cast<char>(lang) + text_of(key, 6));
}

std::uint32_t key_of_term(const std::string& term) {
  std::uint32_t key = 0;
  for (const char digit : std::string_view(term).substr(prefix::kStory.size() + 1)) {
    key = key << kDigitBits | static_cast<std::uint32_t>(kDigits.find(digit));
  }
  return key;
}

std::string shingle_term(std::uint64_t shingle) {
  return prefixed(prefix::kShingle, text_of(shingle >> 22U, 7));  // The upper 42 bits.
}

}  // namespace bulletin
