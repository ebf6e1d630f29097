#include "indexer/understanding/story_numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

constexpr double kLargest = 1e15;  // Above it nothing is a count of anything in the news.

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr auto kUnits = std::to_array<NumberWord>({{"two", 2},
                                                   {"three", 3},
                                                   {"four", 4},
                                                   {"five", 5},
                                                   {"six", 6},
                                                   {"seven", 7},
                                                   {"eight", 8},
                                                   {"nine", 9},
                                                   {"ten", 10},
                                                   {"eleven", 11},
                                                   {"twelve", 12},
                                                   {"thirteen", 13},
                                                   {"fourteen", 14},
                                                   {"fifteen", 15},
                                                   {"sixteen", 16},
                                                   {"seventeen", 17},
                                                   {"eighteen", 18},
                                                   {"nineteen", 19},
                                                   {"one", 1}});
constexpr auto kTens = std::to_array<NumberWord>({{"twenty", 20},
                                                  {"thirty", 30},
                                                  {"forty", 40},
                                                  {"fifty", 50},
                                                  {"sixty", 60},
                                                  {"seventy", 70},
                                                  {"eighty", 80},
                                                  {"ninety", 90}});
constexpr auto kMultiples = std::to_array<NumberWord>({{"hundred", 100},
                                                       {"thousand", 1e3},
                                                       {"million", 1e6},
                                                       {"billion", 1e9},
                                                       {"trillion", 1e12},
                                                       {"bn", 1e9}});

template <std::size_t N>
std::optional<double> value_of(const std::array<NumberWord, N>& words, std::string_view word) {
  const auto* const found = std::ranges::find(words, word, &NumberWord::word);
  return found == words.end() ? std::nullopt : std::optional(found->value);
}

// Letters that a number word begins with, as one number; most words are turned away by it.
constexpr std::size_t kStarts = 1U << 10;

constexpr std::size_t start_of(std::string_view word) {
  return (static_cast<unsigned>(word[0]) & 31U) << 5 | (static_cast<unsigned>(word[1]) & 31U);
}

constexpr std::array<bool, kStarts> kNumberStarts = [] {
  std::array<bool, kStarts> starts{};
  for (const NumberWord& unit : kUnits) {
    starts[start_of(unit.word)] = true;
  }
  for (const NumberWord& ten : kTens) {
    starts[start_of(ten.word)] = true;
  }
  return starts;
}();

bool may_be_number(std::string_view word) {
  return word.size() >= 2 && kNumberStarts[start_of(word)];
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

struct HanNumber {
  char32_t character;
  double value;
};

constexpr auto kHanDigits = std::to_array<HanNumber>({{U'零', 0},
                                                      {U'〇', 0},
                                                      {U'一', 1},
                                                      {U'二', 2},
                                                      {U'两', 2},
                                                      {U'三', 3},
                                                      {U'四', 4},
                                                      {U'五', 5},
                                                      {U'六', 6},
                                                      {U'七', 7},
                                                      {U'八', 8},
                                                      {U'九', 9}});
// 十 百 千 multiply what stands before them, 万 and 亿 all that the number has so far.
constexpr auto kHanMultiples = std::to_array<HanNumber>(
    {{U'十', 10}, {U'百', 100}, {U'千', 1000}, {U'万', 1e4}, {U'亿', 1e8}});

template <std::size_t N>
std::optional<double> value_of(const std::array<HanNumber, N>& numbers, char32_t c) {
  const auto* const found = std::ranges::find(numbers, c, &HanNumber::character);
  return found == numbers.end() ? std::nullopt : std::optional(found->value);
}

// Last bytes of these code points: other Chinese is told from numbers by one look.
constexpr std::array<bool, 256> kHanNumberBytes = [] {
  std::array<bool, 256> bytes{};
  for (const HanNumber& digit : kHanDigits) {
    bytes[digit.character & 0xFFU] = true;
  }
  for (const HanNumber& multiple : kHanMultiples) {
    bytes[multiple.character & 0xFFU] = true;
  }
  return bytes;
}();

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<double> run() {
    while (at_ < text_.size()) {
      if (is_digit(text_[at_])) {
        take_figure();
      } else if (is_letter(text_[at_])) {
        take_words();
      } else if (static_cast<unsigned char>(text_[at_]) < 0x80) {
        ++at_;
      } else {
        take_character();
      }
    }
    return std::move(found_);
  }

 private:
  void keep(double value) {
    if (value > 1 && value < kLargest) {
      found_.push_back(value);
    }
  }

  std::string_view word_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) {
      ++end;
    }
    return text_.substr(begin, end - begin);
  }

  // Behind a space or a hyphen.
  std::string_view next_word() const {
    const bool has_gap = at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '-');
    return has_gap ? word_at(at_ + 1) : std::string_view();
  }

  // Multiplies by what follows: 1.5 million, 150万, 3千万.
  double with_multiples(double value) {
    while (const auto multiple = value_of(kMultiples, next_word())) {
      at_ += 1 + next_word().size();
      value *= *multiple;
    }
    for (std::size_t ahead = at_; ahead < text_.size(); at_ = ahead) {
      const auto multiple = value_of(kHanMultiples, next_code_point(text_, ahead));
      if (!multiple) {
        break;
      }
      value *= *multiple;
    }
    return value;
  }

  void take_figure() {
    std::string figure;
    for (; at_ < text_.size(); ++at_) {
      const bool is_inside = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
      if (is_digit(text_[at_]) || (text_[at_] == '.' && is_inside)) {
        figure += text_[at_];
      } else if (text_[at_] != ',' || !is_inside) {
        break;
      }
    }
    keep(with_multiples(std::strtod(figure.c_str(), nullptr)));
  }

  void take_words() {
    const std::string_view word = word_at(at_);
    at_ += word.size();
    if (!may_be_number(word)) {
      return;
    }
    if (const auto ten = value_of(kTens, word)) {
      const auto unit = value_of(kUnits, next_word());
      const bool is_joined = unit && *unit < 10;
      at_ += is_joined ? 1 + next_word().size() : 0;
      keep(with_multiples(*ten + (is_joined ? *unit : 0)));
    } else if (const auto unit = value_of(kUnits, word)) {
      keep(with_multiples(*unit));
    }
  }

  void take_character() {
    std::size_t behind = at_;
    const char32_t c = next_code_point(text_, behind);
    if (!kHanNumberBytes[c & 0xFFU] || !take_han()) {
      at_ = behind;
    }
  }

  // 二〇一九 digit by digit, 一百五十万 by its multiples.
  bool take_han() {
    double total = 0;
    double section = 0;
    double digit = 0;
    double positional = 0;
    bool has_multiple = false;
    const std::size_t begin = at_;
    for (std::size_t ahead = at_; ahead < text_.size(); at_ = ahead) {
      const char32_t c = next_code_point(text_, ahead);
      if (const auto value = value_of(kHanDigits, c)) {
        digit = *value;
        positional = std::min(positional * 10 + digit, kLargest);
      } else if (const auto multiple = value_of(kHanMultiples, c)) {
        if (*multiple < 1e4) {
          section += (digit == 0 ? 1 : digit) * *multiple;
        } else {
          total = (total + section + digit) * *multiple;
          section = 0;
        }
        digit = 0;
        has_multiple = true;
      } else {
        break;
      }
    }
    keep(has_multiple ? total + section + digit : positional);
    return at_ > begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<double> found_;
};

}  // namespace

std::vector<double> numbers_in(std::string_view folded) {
  return Scanner(folded).run();
}

}  // namespace bulletin
