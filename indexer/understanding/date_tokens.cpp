#include "indexer/understanding/date_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/date_words.hpp"

namespace bulletin {
namespace {

using Kind = DateTokenKind;

constexpr std::size_t kMaxGap = 8;
constexpr std::size_t kMaxDigits = 8;
constexpr std::size_t kMaxLetters = 12;
constexpr std::size_t kMaxHanDigits = 6;

struct WordEntry {
  std::string_view word;
  Kind kind;
  int value;
};

// Sorted by word; found by their first letters.
constexpr WordEntry kWords[] = {
    {"a", Kind::kFunctionWord, 0},
    {"after", Kind::kFunctionWord, 0},
    {"and", Kind::kAnd, 0},
    {"apr", Kind::kMonthName, 4},
    {"april", Kind::kMonthName, 4},
    {"as", Kind::kFunctionWord, 0},
    {"at", Kind::kFunctionWord, 0},
    {"aug", Kind::kMonthName, 8},
    {"august", Kind::kMonthName, 8},
    {"but", Kind::kFunctionWord, 0},
    {"by", Kind::kFunctionWord, 0},
    {"dec", Kind::kMonthName, 12},
    {"december", Kind::kMonthName, 12},
    {"during", Kind::kFunctionWord, 0},
    {"eighteenth", Kind::kOrdinalWord, 18},
    {"eighth", Kind::kOrdinalWord, 8},
    {"eleventh", Kind::kOrdinalWord, 11},
    {"feb", Kind::kMonthName, 2},
    {"february", Kind::kMonthName, 2},
    {"fifteenth", Kind::kOrdinalWord, 15},
    {"fifth", Kind::kOrdinalWord, 5},
    {"first", Kind::kOrdinalWord, 1},
    {"for", Kind::kFunctionWord, 0},
    {"fourteenth", Kind::kOrdinalWord, 14},
    {"fourth", Kind::kOrdinalWord, 4},
    {"fri", Kind::kWeekday, 5},
    {"friday", Kind::kWeekday, 5},
    {"he", Kind::kFunctionWord, 0},
    {"in", Kind::kIn, 0},
    {"is", Kind::kFunctionWord, 0},
    {"it", Kind::kFunctionWord, 0},
    {"jan", Kind::kMonthName, 1},
    {"january", Kind::kMonthName, 1},
    {"jul", Kind::kMonthName, 7},
    {"july", Kind::kMonthName, 7},
    {"jun", Kind::kMonthName, 6},
    {"june", Kind::kMonthName, 6},
    {"last", Kind::kRelative, -1},
    {"mar", Kind::kMonthName, 3},
    {"march", Kind::kMonthName, 3},
    {"may", Kind::kMonthName, 5},
    {"mon", Kind::kWeekday, 1},
    {"monday", Kind::kWeekday, 1},
    {"next", Kind::kRelative, 1},
    {"nineteenth", Kind::kOrdinalWord, 19},
    {"ninth", Kind::kOrdinalWord, 9},
    {"nov", Kind::kMonthName, 11},
    {"november", Kind::kMonthName, 11},
    {"oct", Kind::kMonthName, 10},
    {"october", Kind::kMonthName, 10},
    {"of", Kind::kOf, 0},
    {"on", Kind::kFunctionWord, 0},
    {"same", Kind::kRelative, 0},
    {"sat", Kind::kWeekday, 6},
    {"saturday", Kind::kWeekday, 6},
    {"second", Kind::kOrdinalWord, 2},
    {"sep", Kind::kMonthName, 9},
    {"sept", Kind::kMonthName, 9},
    {"september", Kind::kMonthName, 9},
    {"seventeenth", Kind::kOrdinalWord, 17},
    {"seventh", Kind::kOrdinalWord, 7},
    {"she", Kind::kFunctionWord, 0},
    {"sixteenth", Kind::kOrdinalWord, 16},
    {"sixth", Kind::kOrdinalWord, 6},
    {"sun", Kind::kWeekday, 7},
    {"sunday", Kind::kWeekday, 7},
    {"tenth", Kind::kOrdinalWord, 10},
    {"that", Kind::kFunctionWord, 0},
    {"the", Kind::kThe, 0},
    {"they", Kind::kFunctionWord, 0},
    {"third", Kind::kOrdinalWord, 3},
    {"thirteenth", Kind::kOrdinalWord, 13},
    {"thirtieth", Kind::kOrdinalWord, 30},
    {"this", Kind::kRelative, 0},
    {"through", Kind::kTo, 0},
    {"thru", Kind::kTo, 0},
    {"thu", Kind::kWeekday, 4},
    {"thursday", Kind::kWeekday, 4},
    {"till", Kind::kTo, 0},
    {"to", Kind::kTo, 0},
    {"tue", Kind::kWeekday, 2},
    {"tuesday", Kind::kWeekday, 2},
    {"twelfth", Kind::kOrdinalWord, 12},
    {"twentieth", Kind::kOrdinalWord, 20},
    {"until", Kind::kTo, 0},
    {"was", Kind::kFunctionWord, 0},
    {"wed", Kind::kWeekday, 3},
    {"wednesday", Kind::kWeekday, 3},
    {"were", Kind::kFunctionWord, 0},
    {"when", Kind::kFunctionWord, 0},
    {"where", Kind::kFunctionWord, 0},
    {"which", Kind::kFunctionWord, 0},
    {"while", Kind::kFunctionWord, 0},
    {"who", Kind::kFunctionWord, 0},
    {"with", Kind::kFunctionWord, 0},
    {"year", Kind::kYearWord, 0},
};
static_assert(std::ranges::is_sorted(kWords, {}, &WordEntry::word));

// One or two Chinese characters of the grammar; `second` is 0 for one.
struct HanEntry {
  char32_t first, second;
  Kind kind;
  int value;
};

// In the order of `first`, for the binary search; longer ones first where one begins another.
constexpr HanEntry kHanWords[] = {
    {U'、', 0, Kind::kAnd, 0},
    {U'上', U'午', Kind::kTimeOfDay, 0},
    {U'上', U'旬', Kind::kPeriod, 1},
    {U'下', U'午', Kind::kTimeOfDay, 0},
    {U'下', U'旬', Kind::kPeriod, 3},
    {U'与', 0, Kind::kAnd, 0},
    {U'中', U'午', Kind::kTimeOfDay, 0},
    {U'中', U'旬', Kind::kPeriod, 2},
    {U'傍', U'晚', Kind::kTimeOfDay, 0},
    {U'凌', U'晨', Kind::kTimeOfDay, 0},
    {U'到', 0, Kind::kTo, 0},
    {U'及', 0, Kind::kAnd, 0},
    {U'号', 0, Kind::kDayMark, 0},
    {U'周', 0, Kind::kWeekday, 0},
    {U'和', 0, Kind::kAnd, 0},
    {U'年', 0, Kind::kYearMark, 0},
    {U'开', U'始', Kind::kStart, 0},
    {U'日', 0, Kind::kDayMark, 0},
    {U'早', U'上', Kind::kTimeOfDay, 0},
    {U'星', U'期', Kind::kWeekday, 0},
    {U'晚', U'上', Kind::kTimeOfDay, 0},
    {U'晚', 0, Kind::kTimeOfDay, 0},
    {U'月', U'份', Kind::kMonthMark, 0},
    {U'月', 0, Kind::kMonthMark, 0},
    {U'民', U'国', Kind::kEra, 0},
    {U'清', U'晨', Kind::kTimeOfDay, 0},
    {U'礼', U'拜', Kind::kWeekday, 0},
    {U'至', 0, Kind::kTo, 0},
    {U'起', 0, Kind::kStart, 0},
};
static_assert(std::ranges::is_sorted(kHanWords, {}, &HanEntry::first));

constexpr bool is_dash(char32_t c) {
  switch (c) {
    case U'-':
    case U'~':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case U'‐':
    case U'‑':
    case U'‒':
    case U'─':
    case U'〜':
    case U'∼':
      return true;
    default:
      return false;
  }
}

// Steps over the few spaces that may stand inside a date; false when the gap is wider.
bool skip_gap(std::string_view text, std::size_t& at) {
  const std::size_t limit = std::min(text.size(), at + kMaxGap);
  int lines = 0;
  while (at < limit && is_space(text[at])) {
    lines += text[at] == '\n' ? 1 : 0;
    ++at;
  }
  return lines <= 1 && at < text.size() && !is_space(text[at]);
}

std::size_t letters_from(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kMaxLetters);
  std::size_t end = at;
  while (end < limit && is_letter(text[end])) {
    ++end;
  }
  return end - at;
}

// Where in kWords the words of each first letter begin, and where the last ones end.
constexpr auto kFirstOfLetter = [] {
  std::array<std::uint8_t, 27> firsts{};
  for (std::size_t letter = 0; letter < firsts.size(); ++letter) {
    firsts[letter] =
        static_cast<std::uint8_t>(std::ranges::count_if(kWords, [&](const WordEntry& entry) {
          return static_cast<std::size_t>(entry.word.front() - 'a') < letter;
        }));
  }
  return firsts;
}();

const WordEntry* find_word(std::string_view word) {
  if (word.empty()) {
    return nullptr;
  }
  const auto letter = static_cast<std::size_t>(word.front() - 'a');
  const std::span words = std::span(kWords).subspan(
      kFirstOfLetter.at(letter), kFirstOfLetter.at(letter + 1) - kFirstOfLetter.at(letter));
  const auto entry = std::ranges::find(words, word, &WordEntry::word);
  return entry != words.end() ? &*entry : nullptr;
}

bool starts_with_month(std::string_view rest) {
  const WordEntry* entry = find_word(rest.substr(0, letters_from(rest, 0)));
  return entry != nullptr && entry->kind == Kind::kMonthName;
}

// Length of the ordinal suffix at `at`: "th", or " th" as some extractors leave it.
std::size_t suffix_length(std::string_view text, std::size_t at) {
  const std::size_t space = at < text.size() && text[at] == ' ' ? 1 : 0;
  if (at + space >= text.size() || !is_letter(text[at + space])) {
    return 0;
  }
  const std::string_view suffix = text.substr(std::min(text.size(), at + space), 2);
  if (suffix != "th" && suffix != "st" && suffix != "nd" && suffix != "rd") {
    return 0;
  }
  const std::string_view rest = text.substr(at + space + 2);
  const bool whole = rest.empty() || !is_letter(rest[0]);
  return whole || starts_with_month(rest) ? space + 2 : 0;
}

DateToken read_number(std::string_view text, std::size_t at) {
  DateToken token{.kind = Kind::kNumber, .begin = at, .end = at};
  while (token.end < text.size() && is_digit(text[token.end])) {
    if (token.end - at == kMaxDigits) {
      token.kind = Kind::kOther;
      return token;
    }
    token.value = token.value * 10 + (text[token.end] - '0');
    ++token.end;
  }
  token.digits = static_cast<int>(token.end - at);
  if (token.digits <= 2) {
    const std::size_t suffix = suffix_length(text, token.end);
    token.ordinal = suffix > 0;
    token.end += suffix;
  }
  return token;
}

// "twenty-first" and "thirty first": `token` holds the tens as a plain word so far.
bool join_tens(std::string_view text, DateToken& token) {
  const std::string_view tens = text.substr(token.begin, token.end - token.begin);
  if ((tens != "twenty" && tens != "thirty") || token.end >= text.size() ||
      (text[token.end] != '-' && text[token.end] != ' ')) {
    return false;
  }
  const std::size_t unit_begin = token.end + 1;
  const std::size_t length = letters_from(text, unit_begin);
  const WordEntry* unit = find_word(text.substr(unit_begin, length));
  if (unit == nullptr || unit->kind != Kind::kOrdinalWord || unit->value > 9) {
    return false;
  }
  token.kind = Kind::kOrdinalWord;
  token.value = (tens == "twenty" ? 20 : 30) + unit->value;
  token.ordinal = true;
  token.end = unit_begin + length;
  return true;
}

DateToken read_word(std::string_view text, std::size_t at) {
  const std::size_t length = letters_from(text, at);
  DateToken token{.kind = Kind::kWord, .begin = at, .end = at + length};
  if (join_tens(text, token)) {
    return token;
  }
  if (token.end < text.size() && is_letter(text[token.end])) {
    return token;  // Longer than any word of the grammar.
  }
  const WordEntry* entry = find_word(text.substr(at, length));
  if (entry == nullptr) {
    return token;
  }
  token.kind = entry->kind;
  token.value = entry->value;
  token.ordinal = entry->kind == Kind::kOrdinalWord;
  const bool abbreviated = entry->kind == Kind::kMonthName && length <= 4 && entry->word != "may";
  if (abbreviated && token.end < text.size() && text[token.end] == '.') {
    ++token.end;
  }
  return token;
}

// One run of Han digits, read both ways: 二十四 by place, 二〇一九 digit by digit.
struct HanNumber {
  int by_place = 0;
  int by_digit = 0;
  int digit = 0;  // The digit waiting for its place.
  int count = 0;
  bool placed = false;

  void add(int value) {
    ++count;
    if (value < 10) {
      by_digit = by_digit * 10 + value;
      digit = value;
      return;
    }
    placed = true;
    const bool own_tens = value == 20 || value == 30;  // 廿, 卅
    by_place += own_tens ? value : std::max(digit, 1) * value;
    digit = 0;
  }
};

DateToken read_han_number(std::string_view text, std::size_t at) {
  DateToken token{.kind = Kind::kNumber, .begin = at, .end = at};
  HanNumber number;
  std::size_t next = at;
  while (next < text.size() && number.count < static_cast<int>(kMaxHanDigits)) {
    // A keyboard zero inside 二0一九 is as common as the real 〇.
    const bool zero = text[next] == '0' && number.count > 0;
    const int value = zero ? 0 : han_digit(next_code_point(text, next));
    if (value < 0) {
      break;
    }
    next += zero ? 1 : 0;
    number.add(value);
    token.end = next;
  }
  token.value = number.placed ? number.by_place + number.digit : number.by_digit;
  token.digits = number.placed ? 2 : number.count;
  const bool usable = number.placed || number.count == 1 || number.count == 3 ||
                      number.count == 4;  // 一〇八, 二〇一九
  token.kind = usable ? Kind::kNumber : Kind::kOther;
  return token;
}

DateToken read_dashes(std::string_view text, std::size_t at) {
  DateToken token{.kind = Kind::kDash, .begin = at, .end = at};
  for (int i = 0; i < 3 && token.end < text.size(); ++i) {
    std::size_t next = token.end;
    if (!is_dash(next_code_point(text, next))) {
      break;
    }
    token.end = next;
  }
  return token;
}

// `first` is the character at `at`, `next` the byte behind it.
DateToken read_han(std::string_view text, std::size_t at, char32_t first, std::size_t next) {
  const auto* entry = std::ranges::lower_bound(kHanWords, first, {}, &HanEntry::first);
  std::size_t behind_second = next;
  const char32_t second = next < text.size() ? next_code_point(text, behind_second) : 0;
  for (; entry != std::end(kHanWords) && entry->first == first; ++entry) {
    if (entry->second != 0 && entry->second != second) {
      continue;
    }
    DateToken token{.kind = entry->kind, .value = entry->value, .begin = at, .end = next};
    token.end = entry->second == 0 ? next : behind_second;
    if (entry->kind == Kind::kWeekday && token.end < text.size()) {
      static_cast<void>(next_code_point(text, token.end));  // 星期 and its number, or 日.
    }
    return token;
  }
  return {.kind = Kind::kOther, .begin = at, .end = next};
}

Kind mark_kind(char c) {
  switch (c) {
    case ',':
      return Kind::kComma;
    case '&':
      return Kind::kAnd;
    case '/':
      return Kind::kSlash;
    case '.':
      return Kind::kDot;
    case '(':
      return Kind::kOpen;
    case ')':
      return Kind::kClose;
    default:
      return Kind::kOther;
  }
}

}  // namespace

DateToken read_date_token(std::string_view text, std::size_t at) {
  if (!skip_gap(text, at)) {
    return {.begin = at, .end = at};
  }
  const char c = text[at];
  if (is_digit(c)) {
    return read_number(text, at);
  }
  if (is_letter(c)) {
    return read_word(text, at);
  }
  std::size_t next = at;
  const char32_t first = next_code_point(text, next);
  if (is_dash(first)) {
    return read_dashes(text, at);
  }
  if (is_ascii(c)) {
    return {.kind = mark_kind(c), .begin = at, .end = next};
  }
  return han_digit(first) >= 0 ? read_han_number(text, at) : read_han(text, at, first, next);
}

}  // namespace bulletin
