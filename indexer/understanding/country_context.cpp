#include "indexer/understanding/country_context.hpp"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Opening costs a few microseconds, cloning a fraction of one: open once for the process.
std::unique_ptr<icu::BreakIterator> word_breaker() {
  static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return std::unique_ptr<icu::BreakIterator>(prototype ? prototype->clone() : nullptr);
}

// Characters that make a longer word of a country's name without changing it: 美国人, 法国队.
constexpr std::u16string_view kNameEnds = u"人队籍货军市省州县区裔版式史方侨商资台馆城港湾";
// And before it: 全中国, 驻日本.
constexpr std::u16string_view kNameStarts = u"全新旧驻访对在赴留旅来古非";

// Characters that write foreign sounds and seldom stand alone as Chinese words.
constexpr std::u16string_view kTransliteration =
    u"阿埃艾奥巴贝博勃布达德迪厄恩尔菲弗福盖戈霍基吉卡凯科克库拉莱兰朗勒雷里莉卢鲁伦罗洛麦曼"
    u"蒙米莫姆穆纳娜尼涅诺帕皮契恰切茨萨塞桑瑟沙丝斯索塔坦特蒂托瓦威沃乌谢休扬耶伊"
    u"泽扎詹兹佐哥";

constexpr int kWindow = 5;  // Characters on each side; more hardly changes the cutting.

// The Chinese characters around a match, and where in them it lies.
struct Neighbourhood {
  icu::UnicodeString text;
  std::int32_t begin = 0;
  std::int32_t end = 0;
};

Neighbourhood neighbourhood_of(std::string_view folded, const NameMatch& match) {
  std::size_t left = match.begin;
  for (int step = 0; step < kWindow && left > 0; ++step) {
    if (!is_han(code_point_before(folded, left))) {
      break;
    }
    do {
      --left;
    } while (left > 0 && is_continuation(folded[left]));
  }
  std::size_t right = match.end;
  for (int step = 0; step < kWindow && right < folded.size(); ++step) {
    std::size_t next = right;
    if (!is_han(next_code_point(folded, next))) {
      break;
    }
    right = next;
  }
  const auto part = [&](std::size_t from, std::size_t to) {
    const std::string_view bytes = folded.substr(from, to - from);
    return icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())});
  };
  Neighbourhood found;
  found.text = part(left, match.begin);
  found.begin = found.text.length();
  found.text += part(match.begin, match.end);
  found.end = found.text.length();
  found.text += part(match.end, right);
  return found;
}

bool is_one_of(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end,
               std::u16string_view set) {
  return begin == end ||
         (end - begin == 1 && set.find(text.charAt(begin)) != std::u16string_view::npos);
}

constexpr std::size_t kTwoHan = 6;  // Bytes.
constexpr std::size_t kThreeHan = 9;

bool crosses_word(icu::BreakIterator& breaker, const Neighbourhood& around) {
  const std::int32_t begin =
      breaker.isBoundary(around.begin) ? around.begin : breaker.preceding(around.begin);
  const std::int32_t end =
      breaker.isBoundary(around.end) ? around.end : breaker.following(around.end);
  return !is_one_of(around.text, begin, around.begin, kNameStarts) ||
         !is_one_of(around.text, around.end, end, kNameEnds);
}

// The dictionary cuts foreign names that it does not know into single characters. A short name
// found behind such a piece, or before one, is a syllable of another name: 布|兰|斯|塔|德, 阿|德里.
bool is_part_of_transliteration(icu::BreakIterator& breaker, const Neighbourhood& around,
                                const NameMatch& match) {
  const auto is_piece = [&](std::int32_t at) {
    return at >= 0 && at < around.text.length() && breaker.isBoundary(at) &&
           breaker.isBoundary(at + 1) &&
           kTransliteration.find(around.text.charAt(at)) != std::u16string_view::npos;
  };
  const bool is_word =
      breaker.isBoundary(around.begin) && breaker.following(around.begin) == around.end;
  return (!match.follows_name && is_piece(around.begin - 1)) || (!is_word && is_piece(around.end));
}

// 秘鲁利马: what stands behind the name is a name itself.
bool name_follows(std::string_view folded, const NameMatch& match) {
  std::vector<NameMatch> names;
  names_at(folded, match.end, names);
  return std::ranges::any_of(names,
                             [](const NameMatch& n) { return names_country(n.entry->kind); });
}

}  // namespace

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) {
    return 0;
  }
  std::size_t begin = at - 1;
  while (begin > 0 && is_continuation(text[begin])) {
    --begin;
  }
  return next_code_point(text, begin);
}

WordSpan word_after(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '-') {
    ++at;
  }
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  const std::size_t begin = at;
  while (at < text.size() && is_ascii_word(text[at])) {
    ++at;
  }
  return {begin, at};
}

WordSpan word_before(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at > 0 && is_space(text[at - 1])) {
    --at;
  }
  if (at == start) {
    return {};
  }
  if (at > 0 && text[at - 1] == '.') {
    --at;
  }
  const std::size_t end = at;
  while (at > 0 && is_ascii_word(text[at - 1])) {
    --at;
  }
  return {at, end};
}

bool is_capitalised(const FieldView& view, const WordSpan& span) {
  const std::size_t at = view.folded->source_begin(span.begin);
  if (at >= view.source.size()) {
    return false;
  }
  std::size_t next = at;
  const char32_t c = next_code_point(view.source, next);
  return c < 0x80 ? !(c >= 'a' && c <= 'z') : u_islower(static_cast<UChar32>(c)) == 0;
}

bool is_upper_case(const FieldView& view, const WordSpan& span) {
  const std::size_t begin = view.folded->source_begin(span.begin);
  const std::size_t end = view.folded->source_end(span.end);
  return std::ranges::none_of(view.source.substr(begin, end - begin),
                              [](char c) { return c >= 'a' && c <= 'z'; });
}

bool starts_sentence(const FieldView& view, std::size_t at) {
  const std::string_view text = view.text();
  while (at > 0 && is_space(text[at - 1])) {
    if (text[--at] == '\n') {
      return true;
    }
  }
  return at == 0 || std::string_view(".!?:\"'”“‘’(").find(text[at - 1]) != std::string_view::npos;
}

bool lies_across_words(std::string_view folded, const NameMatch& match) {
  const NameKind kind = match.entry->kind;
  const std::size_t length = match.end - match.begin;
  const bool may_be_syllable =
      kind == NameKind::kCity || kind == NameKind::kDivision || kind == NameKind::kName;
  std::size_t at = match.begin;
  if (length > (may_be_syllable ? kThreeHan : kTwoHan) || !is_han(next_code_point(folded, at))) {
    return false;
  }
  const std::unique_ptr<icu::BreakIterator> breaker = word_breaker();
  if (breaker == nullptr) {
    return false;
  }
  const Neighbourhood around = neighbourhood_of(folded, match);
  breaker->setText(around.text);
  return (length <= kTwoHan && crosses_word(*breaker, around)) ||
         (may_be_syllable && is_part_of_transliteration(*breaker, around, match) &&
          !name_follows(folded, match));
}

FieldView FieldView::of(TextField field, std::string_view source, const FoldedText& folded) {
  FieldView view{field, source, &folded, false};
  if (field != TextField::kTitle) {
    return view;
  }
  std::size_t words = 0;
  std::size_t capitals = 0;
  const std::string_view text = view.text();
  for (std::size_t at = 0; at < text.size();) {
    WordSpan word{at, at};
    while (word.end < text.size() && is_ascii_word(text[word.end])) {
      ++word.end;
    }
    if (word.end - word.begin > 3) {
      ++words;
      capitals += is_capitalised(view, word) ? 1 : 0;
    }
    at = word.end + 1;
  }
  view.is_headline = words > 0 && capitals * 3 >= words * 2;
  return view;
}

}  // namespace bulletin
