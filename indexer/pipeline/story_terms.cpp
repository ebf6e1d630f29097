#include "indexer/pipeline/story_terms.hpp"

#include <array>
#include <string_view>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kDigits =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";  // 64, in byte order.
constexpr unsigned kDigitBits = 6;
constexpr unsigned kShingleCut = 22;  // 42 bits stay: seven digits.

std::string text_of(std::uint64_t number, std::size_t digits) {
  std::string text(digits, kDigits[0]);
  for (std::size_t i = digits; i-- > 0; number >>= kDigitBits) {
    text[i] = kDigits[number & (kDigits.size() - 1)];
  }
  return text;
}

// The value of each digit, by its byte.
constexpr auto kValues = [] {
  std::array<unsigned char, 256> values{};
  for (unsigned char value = 0; value < kDigits.size(); ++value) {
    values.at(static_cast<unsigned char>(kDigits[value])) = value;
  }
  return values;
}();

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char digit : digits) {
    number = number << kDigitBits | kValues[static_cast<unsigned char>(digit)];
  }
  return number;
}

}  // namespace

std::string meeting_term(StoryLang lang, std::uint32_t key) {
  return prefixed(prefix::kStory, static_cast<char>(lang) + text_of(key, 6));
}

std::uint32_t key_of_term(const std::string& term) {
  return static_cast<std::uint32_t>(
      number_of(std::string_view(term).substr(prefix::kStory.size() + 1)));
}

std::string shingle_term(std::uint64_t shingle) {
  return prefixed(prefix::kShingle, text_of(shingle >> kShingleCut, 7));
}

std::uint64_t shingle_of_term(const std::string& term) {
  return number_of(std::string_view(term).substr(prefix::kShingle.size())) << kShingleCut;
}

}  // namespace bulletin
