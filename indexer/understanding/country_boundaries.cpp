#include "indexer/understanding/country_boundaries.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "indexer/analysis/utf8.hpp"
#include "indexer/analysis/word_cutter.hpp"
#include "indexer/understanding/country_context.hpp"

namespace bulletin {
namespace {

// Characters that make a longer word of a country's name without changing it: 美国人, 法国队.
constexpr std::u32string_view kNameEnds = U"人队籍货军市省州县区裔版式史方侨商资台馆城港湾";
// A word of two characters that the dictionary prefers to a name it does not know: 马利|和,
// 汤|加大|使.
constexpr std::u32string_view kJoiners = U"和与及";
constexpr std::string_view kNounsBehind[] = {"大使", "大学"};
// And before it: 全中国, 驻日本.
constexpr std::u32string_view kNameStarts = U"全新旧驻访对在赴留旅来古非";

// Characters that write foreign sounds and seldom stand alone as Chinese words.
constexpr std::u32string_view kTransliteration =
    U"阿埃艾奥巴贝博勃布达德迪厄恩尔菲弗福盖戈霍基吉卡凯科克库拉莱兰朗勒雷里莉卢鲁伦罗洛麦曼"
    U"蒙米莫姆穆纳娜尼涅诺帕皮契恰切茨萨塞桑瑟沙丝斯索塔坦特蒂托瓦威沃乌谢休扬耶伊"
    U"泽扎詹兹佐哥";

constexpr int kWindow = 5;  // Characters on each side; more hardly changes the cutting.

// The Chinese characters around a match, where in them it lies, and the words that they are cut
// into. Valid until this thread cuts the next.
class Neighbourhood {
 public:
  Neighbourhood(std::string_view folded, const NameMatch& match) {
    const std::size_t left = left_of(folded, match.begin);
    const std::size_t right = right_of(folded, match.end);
    text_ = folded.substr(left, right - left);
    begin_ = match.begin - left;
    end_ = match.end - left;
    // Filling the memo of a cutter costs more than cutting: one for each thread.
    thread_local WordCutter cutter;
    words_ = cutter.cut(text_);
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t begin() const { return begin_; }  // Of the match, in bytes.
  [[nodiscard]] std::size_t end() const { return end_; }

  [[nodiscard]] bool is_boundary(std::size_t at) const {
    return at == 0 || boundary_from(at) == at;
  }

  // The last boundary before `at`.
  [[nodiscard]] std::size_t boundary_before(std::size_t at) const {
    const auto word = std::ranges::lower_bound(words_, at, {}, &TextPiece::end);
    return word == words_.begin() ? 0 : std::prev(word)->end;
  }

  // The first boundary at `at` or behind it.
  [[nodiscard]] std::size_t boundary_from(std::size_t at) const {
    const auto word = std::ranges::lower_bound(words_, at, {}, &TextPiece::end);
    return word == words_.end() ? text_.size() : word->end;
  }

 private:
  static std::size_t left_of(std::string_view folded, std::size_t at) {
    for (int step = 0; step < kWindow && at > 0; ++step) {
      if (!is_han(code_point_before(folded, at))) {
        break;
      }
      at = character_begin(folded, at - 1);
    }
    return at;
  }

  static std::size_t right_of(std::string_view folded, std::size_t at) {
    for (int step = 0; step < kWindow && at < folded.size(); ++step) {
      std::size_t next = at;
      if (!is_han(next_code_point(folded, next))) {
        break;
      }
      at = next;
    }
    return at;
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::span<const TextPiece> words_;
};

// Tells whether nothing, or one character of `set`, stands between two places.
bool is_one_of(std::string_view between, std::u32string_view set) {
  std::size_t at = 0;
  return between.empty() || (set.find(next_code_point(between, at)) != std::u32string_view::npos &&
                             at == between.size());
}

constexpr std::size_t kTwoHan = 6;  // Bytes.
constexpr std::size_t kThreeHan = 9;

bool crosses_word(const Neighbourhood& around) {
  const std::string_view text = around.text();
  const std::size_t begin =
      around.is_boundary(around.begin()) ? around.begin() : around.boundary_before(around.begin());
  const std::string_view before = text.substr(begin, around.begin() - begin);
  const std::string_view rest = text.substr(around.end());
  const std::string_view behind = rest.substr(0, around.boundary_from(around.end()) - around.end());
  const bool ends_well =
      is_one_of(behind, kNameEnds) || is_one_of(behind, kJoiners) ||
      std::ranges::any_of(kNounsBehind, [&](auto noun) { return rest.starts_with(noun); });
  return !is_one_of(before, kNameStarts) || !ends_well;
}

// The dictionary cuts foreign names that it does not know into single characters. A short name
// found behind such a piece, or before one, is a syllable of another name: 布|兰|斯|塔|德, 阿|德里.
bool is_part_of_transliteration(const Neighbourhood& around, const NameMatch& match) {
  const std::string_view text = around.text();
  const auto is_piece = [&](std::size_t at, std::size_t end) {
    return around.is_boundary(at) && around.is_boundary(end) &&
           writes_sound(next_code_point(text, at));
  };
  const bool ends_piece =
      around.begin() > 0 && is_piece(character_begin(text, around.begin() - 1), around.begin());
  const bool begins_piece =
      around.end() < text.size() && is_piece(around.end(), character_end(text, around.end()));
  const bool is_word = around.is_boundary(around.begin()) &&
                       around.boundary_from(around.begin() + 1) == around.end();
  const bool is_long_country =
      match.entry->kind == NameKind::kName && match.end - match.begin == kThreeHan;
  return (!match.follows_name && ends_piece) ||
         (!is_word && !is_long_country && begins_piece);  // 阿联酋|扎耶德大学.
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
  if (!may_be_syllable && !is_former && length > kTwoHan) {
    return false;
  }
  const Neighbourhood around(folded, match);
  return (length <= kTwoHan && crosses_word(around)) ||
         (is_former && !around.is_boundary(around.begin())) ||  // 登上|沃尔特.
         (may_be_syllable && is_part_of_transliteration(around, match) &&
          !name_follows(folded, match));
}

bool writes_sound(char32_t c) {
  return kTransliteration.find(c) != std::u32string_view::npos;
}

}  // namespace bulletin
