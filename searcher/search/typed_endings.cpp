#include "searcher/search/typed_endings.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostHan = 12;
constexpr std::size_t kMostWords = 5;

enum class Letter : std::uint8_t { kHan, kWord, kJoint, kOther };

struct Character {
  std::size_t begin = 0;  // Byte of the folded text.
  Letter letter = Letter::kOther;
};

Letter letter_of(char32_t c) {
  if (is_han(c)) {
    return Letter::kHan;
  }
  if (c == ' ' || c == '-') {
    return Letter::kJoint;
  }
  return c == '\'' || c == U'\u2019' || u_isalnum(static_cast<UChar32>(c)) != 0 ? Letter::kWord
                                                                                : Letter::kOther;
}

// The end of a text, folded, and the way back to the whole text.
class FoldedEnd {
 public:
  explicit FoldedEnd(std::string_view text)
      : base_(cut(text)), folded_(FoldedText::fold(text.substr(base_))) {
    for (std::size_t at = 0; at < this->text().size();) {
      const std::size_t begin = at;
      characters_.push_back({begin, letter_of(next_code_point(this->text(), at))});
    }
  }

  [[nodiscard]] std::string_view text() const { return folded_.text(); }
  [[nodiscard]] const std::vector<Character>& characters() const { return characters_; }
  [[nodiscard]] std::size_t source(std::size_t begin) const {
    return base_ + folded_.source_begin(begin);
  }

 private:
  // A character at the cut may be torn; what is left of it folds to spaces.
  static std::size_t cut(std::string_view text) {
    return text.size() - std::min(text.size(), kTypedBytes);
  }

  std::size_t base_;
  FoldedText folded_;
  std::vector<Character> characters_;
};

std::vector<std::string> pieces_of(std::string_view words) {
  std::vector<std::string> pieces(1);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(words, at);
    if (c == ' ' || c == '-' || c == '\'' || c == U'\u2019') {
      pieces.emplace_back();
    } else {
      pieces.back() += words.substr(begin, at - begin);
    }
  }
  return pieces;
}

std::vector<TypedEnding> han_endings(const FoldedEnd& end) {
  std::vector<TypedEnding> endings;
  const std::vector<Character>& characters = end.characters();
  for (std::size_t behind = characters.size();
       behind > 0 && characters[behind - 1].letter == Letter::kHan && endings.size() < kMostHan;
       --behind) {
    const std::size_t begin = characters[behind - 1].begin;
    endings.push_back({.begin_byte = end.source(begin),
                       .folded = std::string(end.text().substr(begin)),
                       .is_han = true});
  }
  return endings;
}

// Steps back over a word; returns the character it begins with.
std::size_t word_begin(const std::vector<Character>& characters, std::size_t end) {
  while (end > 0 && characters[end - 1].letter == Letter::kWord) {
    --end;
  }
  return end;
}

std::vector<TypedEnding> word_endings(const FoldedEnd& end) {
  std::vector<TypedEnding> endings;
  const std::vector<Character>& characters = end.characters();
  const bool is_ended = end.text().ends_with(' ');
  std::size_t word_end = characters.size() - (is_ended ? 1 : 0);
  while (endings.size() < kMostWords) {
    const std::size_t begin = word_begin(characters, word_end);
    if (begin == word_end) {
      break;
    }
    TypedEnding& ending = endings.emplace_back();
    ending.begin_byte = end.source(characters[begin].begin);
    ending.folded = end.text().substr(characters[begin].begin);
    ending.pieces = pieces_of(ending.folded);
    ending.words = endings.size();
    if (begin == 0 || characters[begin - 1].letter != Letter::kJoint) {
      break;
    }
    word_end = begin - 1;
  }
  return endings;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string take_digits(std::string_view& rest, std::size_t most) {
  std::string digits;
  while (!rest.empty() && is_digit(rest.front()) && digits.size() < most) {
    digits += rest.front();
    rest.remove_prefix(1);
  }
  return digits;
}

bool take(std::string_view& rest, std::string_view mark) {
  const bool has = rest.starts_with(mark);
  rest.remove_prefix(has ? mark.size() : 0);
  return has;
}

}  // namespace

std::vector<TypedEnding> typed_endings(std::string_view text) {
  const FoldedEnd end(text);
  if (end.characters().empty()) {
    return {};
  }
  const bool is_han = end.characters().back().letter == Letter::kHan;
  std::vector<TypedEnding> endings = is_han ? han_endings(end) : word_endings(end);
  std::ranges::reverse(endings);
  return endings;
}

std::optional<TypedDate> typed_date(std::string_view text) {
  const FoldedEnd end(text);
  const std::vector<Character>& characters = end.characters();
  std::size_t first = characters.size();
  while (first > 0) {
    const std::string_view character = end.text().substr(characters[first - 1].begin);
    if (!is_digit(character.front()) && !character.starts_with('-') &&
        !character.starts_with("年") && !character.starts_with("月")) {
      break;
    }
    --first;
  }
  const bool goes_on = first > 0 && characters[first - 1].letter == Letter::kWord;
  if (first == characters.size() || goes_on) {
    return std::nullopt;
  }
  std::string_view rest = end.text().substr(characters[first].begin);
  TypedDate date{.begin_byte = end.source(characters[first].begin)};
  date.year = take_digits(rest, 4);
  date.is_chinese = take(rest, "年");
  date.has_month = date.is_chinese || take(rest, "-");
  date.month = date.has_month ? take_digits(rest, 2) : std::string();
  const bool is_ended = date.is_chinese && !date.month.empty() && take(rest, "月");
  if (is_ended && date.month.size() == 1) {
    date.month.insert(0, 1, '0');
  }
  const bool fits =
      rest.empty() && (date.year.size() == 4 || (date.year.size() >= 2 && !date.has_month));
  return fits ? std::optional(date) : std::nullopt;
}

}  // namespace bulletin
