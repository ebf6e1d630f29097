#include "indexer/understanding/country_boundaries.hpp"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/country_context.hpp"

namespace bulletin {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Opening costs a few microseconds, cloning a fraction of one, both more than the cutting itself:
// opened once for the process, cloned once for each thread. Null where ICU cannot cut Chinese.
icu::BreakIterator* word_breaker() {
  static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  thread_local const std::unique_ptr<icu::BreakIterator> breaker(prototype ? prototype->clone()
                                                                           : nullptr);
  return breaker.get();
}

// Characters that make a longer word of a country's name without changing it: 美国人, 法国队.
constexpr std::u16string_view kNameEnds = u"人队籍货军市省州县区裔版式史方侨商资台馆城港湾";
// A word of two characters that the dictionary prefers to a name it does not know: 马利|和,
// 汤|加大|使.
constexpr std::u16string_view kJoiners = u"和与及";
constexpr std::u16string_view kNounsBehind[] = {u"大使", u"大学"};
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

bool noun_starts_at(const icu::UnicodeString& text, std::int32_t at) {
  return std::ranges::any_of(kNounsBehind, [&](std::u16string_view noun) {
    const auto length = static_cast<std::int32_t>(noun.size());
    return text.compare(at, length, noun.data(), 0, length) == 0;
  });
}

bool crosses_word(icu::BreakIterator& breaker, const Neighbourhood& around) {
  const std::int32_t begin =
      breaker.isBoundary(around.begin) ? around.begin : breaker.preceding(around.begin);
  const std::int32_t end =
      breaker.isBoundary(around.end) ? around.end : breaker.following(around.end);
  const bool ends_well = is_one_of(around.text, around.end, end, kNameEnds) ||
                         is_one_of(around.text, around.end, end, kJoiners) ||
                         noun_starts_at(around.text, around.end);
  return !is_one_of(around.text, begin, around.begin, kNameStarts) || !ends_well;
}

// The dictionary cuts foreign names that it does not know into single characters. A short name
// found behind such a piece, or before one, is a syllable of another name: 布|兰|斯|塔|德, 阿|德里.
bool is_part_of_transliteration(icu::BreakIterator& breaker, const Neighbourhood& around,
                                const NameMatch& match) {
  const auto is_piece = [&](std::int32_t at) {
    return at >= 0 && at < around.text.length() && breaker.isBoundary(at) &&
           breaker.isBoundary(at + 1) && writes_sound(around.text.charAt(at));
  };
  const bool is_word =
      breaker.isBoundary(around.begin) && breaker.following(around.begin) == around.end;
  const bool is_long_country =
      match.entry->kind == NameKind::kName && match.end - match.begin == kThreeHan;
  return (!match.follows_name && is_piece(around.begin - 1)) ||
         (!is_word && !is_long_country && is_piece(around.end));  // 阿联酋|扎耶德大学.
}

// Without a sound on either side there is no piece: most names need not be cut for it.
bool sound_touches(std::string_view folded, const NameMatch& match) {
  std::size_t at = match.end;
  return writes_sound(code_point_before(folded, match.begin)) ||
         (at < folded.size() && writes_sound(next_code_point(folded, at)));
}

// Behind 日 at the end of a day's name, 本 and one of these mean "ours": 本馆, but not 院校.
constexpr std::u32string_view kOurs = U"校院馆报刊站台";
constexpr std::u32string_view kNotOurs = U"友区士校纸物方企长";
constexpr std::u32string_view kOursAlways = U"次届";
// Days are called so: 开放日, 国际博物馆日.
constexpr std::string_view kDays[] = {"开放", "校庆", "纪念", "主题", "活动", "毕业"};
constexpr std::string_view kLongDays[] = {"国际", "世界", "全国", "全民"};
constexpr std::size_t kLongestDay = 21;  // Bytes: 7 characters.

bool names_day(std::string_view before) {
  const auto ends = [&](std::string_view day) { return before.ends_with(day); };
  const std::string_view near = before.substr(before.size() - std::min(before.size(), kLongestDay));
  const auto holds = [&](std::string_view day) {
    return near.find(day) != std::string_view::npos && near.find("的") == std::string_view::npos;
  };
  return std::ranges::any_of(kDays, ends) || std::ranges::any_of(kLongDays, holds);
}

// 国际扫盲日|本次活动: a day stands before 本, something of ours behind.
bool is_day_before_ours(std::string_view folded, const NameMatch& match) {
  std::size_t at = match.end;
  if (folded.substr(match.begin, match.end - match.begin) != "日本" || at >= folded.size()) {
    return false;
  }
  const char32_t thing = next_code_point(folded, at);
  const char32_t behind = at < folded.size() ? next_code_point(folded, at) : 0;
  if (kOursAlways.find(thing) != std::u32string_view::npos) {
    return behind != U'官' && behind != U'长';  // 日本次官.
  }
  return kOurs.find(thing) != std::u32string_view::npos &&
         kNotOurs.find(behind) == std::u32string_view::npos &&
         names_day(folded.substr(0, match.begin));
}

// 德国首都|柏林 is no 都柏林.
bool is_cut_from_capital(std::string_view folded, const NameMatch& match) {
  return folded.substr(match.begin).starts_with("都") &&
         code_point_before(folded, match.begin) == U'首';
}

bool is_han_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_han(next_code_point(text, at));
}

// 秘鲁利马: what stands behind the name is a name itself.
bool name_follows(std::string_view folded, const NameMatch& match) {
  std::vector<NameMatch> names;
  names_at(folded, match.end, names);
  return std::ranges::any_of(names,
                             [](const NameMatch& n) { return names_country(n.entry->kind); });
}

}  // namespace

bool lies_across_words(std::string_view folded, const NameMatch& match) {
  const NameKind kind = match.entry->kind;
  const std::size_t length = match.end - match.begin;
  bool may_be_syllable =
      kind == NameKind::kCity || kind == NameKind::kDivision || kind == NameKind::kName;
  const bool is_former = kind == NameKind::kFormerName;
  const std::size_t longest = may_be_syllable ? kThreeHan : kTwoHan;
  if ((length > longest && !is_former) || !is_han_at(folded, match.begin)) {
    return false;
  }
  if (!is_han(code_point_before(folded, match.begin)) && !is_han_at(folded, match.end)) {
    return false;  // Nothing to be part of, and no need to cut.
  }
  if (is_day_before_ours(folded, match) || is_cut_from_capital(folded, match)) {
    return true;
  }
  may_be_syllable = may_be_syllable && sound_touches(folded, match);
  icu::BreakIterator* const breaker =
      may_be_syllable || is_former || length <= kTwoHan ? word_breaker() : nullptr;
  if (breaker == nullptr) {
    return false;
  }
  const Neighbourhood around = neighbourhood_of(folded, match);
  breaker->setText(around.text);
  return (length <= kTwoHan && crosses_word(*breaker, around)) ||
         (is_former && !breaker->isBoundary(around.begin)) ||  // 登上|沃尔特.
         (may_be_syllable && is_part_of_transliteration(*breaker, around, match) &&
          !name_follows(folded, match));
}

bool writes_sound(char32_t c) {
  return c < 0x10000 &&
         kTransliteration.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
}

}  // namespace bulletin
