#include "indexer/understanding/country_persons.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/country_boundaries.hpp"
#include "indexer/understanding/country_rules.hpp"
#include "indexer/understanding/country_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kHanBytes = 3;  // All but the rarest characters.
constexpr int kDotReach = 2;          // 钱伯斯 is no Perth: characters between `·` and a syllable.
constexpr int kLongestPiece = 8;      // Characters of a name before `·`.

// Behind a town of any country they make it a surname.
constexpr std::string_view kAddresses[] = {"先生", "女士", "小姐", "夫人", "爵士"};

// These do so for foreign towns only: 北京教授 is at home in Beijing.
constexpr std::string_view kOffices[] = {"教授",   "副教授", "博士", "校长", "副校长", "大使",
                                         "院长",   "副院长", "部长", "主席", "总裁",   "主任",
                                         "参赞",   "院士",   "老师", "司长", "总监",   "主教",
                                         "副主席", "副部长", "总统", "总理", "秘书长", "领事"};

// What makes another word of an office: 大使馆, 博士生, 校长论坛.
constexpr std::string_view kOfficeTails[] = {"馆", "生", "后", "们", "级", "论", "会", "班",
                                             "团", "联", "峰", "圆", "项", "点", "学", "研"};

// Titles that stand before a name only.
constexpr std::string_view kLeaders[] = {"团长", "队长", "会长", "秘书", "代表团团长", "同学"};

// What a person does: 校长谢菲尔德表示.
constexpr std::string_view kDeeds[] = {"表示", "说",   "指出", "强调", "认为", "介绍",
                                       "致辞", "致词", "一行", "应邀", "来访", "率"};

// Ends of surnames that are none by themselves: 波兰斯基.
constexpr std::string_view kSurnameEndings[] = {"斯基", "耶夫", "耶娃", "科夫", "科娃",
                                                "诺夫", "诺娃", "维奇", "年科", "什维利"};

constexpr std::u32string_view kSurnameEndingStarts = U"斯耶科诺维年什";

// Surnames that are no other word before a country: 张英国.
constexpr std::u32string_view kChineseSurnames =
    U"王李张刘陈杨赵黄吴徐孙胡朱郭罗梁宋郑谢冯董程曹袁邓许沈彭吕苏卢蒋蔡贾魏薛阎潘杜戴汪姜姚谭廖邹"
    U"陆郝崔邱秦顾侯邵孟段汤尹黎乔贺赖龚";

// Towns whose name stands for a university: 剑桥教授.
constexpr std::string_view kUniversityTowns[] = {"剑桥",     "牛津",   "哈佛",   "耶鲁",
                                                 "普林斯顿", "伯克利", "斯坦福", "海德堡"};

// A surname behind the name: `Jordan Smith`, but not `Jordan University` or `Sydney, Australia`.
bool surname_follows(const FieldView& view, const NameMatch& match) {
  const WordSpan next = word_after(view.text(), match.end);
  if (next.empty() || !is_capitalised(view, next)) {
    return false;
  }
  const std::string_view word = next.in(view.text());
  if (contains(kPlaceNouns, word) || contains(kFunctionWords, word)) {
    return false;
  }
  std::vector<NameMatch> names;
  names_at(view.text(), next.begin, names);
  return std::ranges::none_of(names, [&](const NameMatch& name) {
    return names_country(name.entry->kind) && has_boundaries(view.text(), name);
  });
}

bool given_name_precedes(const FieldView& view, const NameMatch& match, const WordSpan& before) {
  const std::string_view word = before.in(view.text());
  if (contains(kTitles, word) || contains(kGivenNames, word)) {
    return true;
  }
  if (view.is_headline || !is_capitalised(view, before) || starts_sentence(view, before.begin)) {
    return false;
  }
  std::vector<NameMatch> names;
  names_at(view.text(), before.begin, names);
  const bool is_place = std::ranges::any_of(names, [&](const NameMatch& name) {
    return names_country(name.entry->kind) && name.end == before.end;
  });
  return !is_place && !contains(kPlaceNouns, word) && !contains(kFunctionWords, word) &&
         match.begin == before.end + 1;
}

// `in Jordan`, `Minister of Jordan Visits`: behind these words stands a place.
bool place_precedes(const FieldView& view, const WordSpan& before) {
  const std::string_view word = before.in(view.text());
  if (word != "of") {
    return !before.empty() && contains(kLocatives, word);
  }
  return contains(kPlaceNouns, word_before(view.text(), before.begin).in(view.text()));
}

bool is_latin_person(const FieldView& view, const NameMatch& match) {
  const WordSpan before = word_before(view.text(), match.begin);
  if (!before.empty() && given_name_precedes(view, match, before)) {
    return true;
  }
  return !view.is_headline && !place_precedes(view, before) && surname_follows(view, match);
}

// `·` joins the parts of a foreign name in Chinese.
bool is_dot(char32_t c) {
  return c == U'·' || c == U'•' || c == U'・' || c == U'‧' || c == U'．';
}

// 钱伯斯 is no Perth: a short name just behind `·` is a syllable of the person's.
bool dot_precedes(std::string_view folded, std::size_t at) {
  for (int step = 0; step <= kDotReach && at > 0; ++step) {
    const char32_t c = code_point_before(folded, at);
    if (is_dot(c) || !is_han(c)) {
      return is_dot(c);
    }
    at -= std::min(at, kHanBytes);
  }
  return false;
}

// The piece of a name before `·` may begin with a country that is no part of it (约旦哈桑·本), but
// not end with one or with all but one character of one.
bool dot_follows(std::string_view folded, std::size_t at) {
  for (int step = 0; step < 2 && at < folded.size(); ++step) {
    const char32_t c = next_code_point(folded, at);
    if (is_dot(c) || !is_han(c)) {
      return is_dot(c);
    }
  }
  return false;
}

// 中国·北京, 中国·哈萨克斯坦论坛: here the dot joins a country and its town, or two countries.
bool joins_places(const NameEntry& a, const NameEntry& b) {
  if (a.kind != NameKind::kName && b.kind != NameKind::kName) {
    return false;
  }
  const auto is_town = [](NameKind kind) {
    return kind == NameKind::kCity || kind == NameKind::kDivision;
  };
  const auto shares_country = [&](const Claim& claim) {
    return std::ranges::any_of(
        claims_of(b), [&](const Claim& other) { return other.country() == claim.country(); });
  };
  return a.kind == b.kind || ((is_town(a.kind) || is_town(b.kind)) &&
                              std::ranges::any_of(claims_of(a), shares_country));
}

bool place_ends_at(std::string_view folded, std::size_t end, const NameEntry& entry) {
  std::vector<NameMatch> names;
  std::size_t begin = end;
  for (int step = 0; step < kLongestPiece && is_han(code_point_before(folded, begin)); ++step) {
    begin -= std::min(begin, kHanBytes);
    names_at(folded, begin, names);
    for (const NameMatch& name : names) {
      if (name.end == end && joins_places(entry, *name.entry)) {
        return true;
      }
    }
  }
  return false;
}

bool dot_behind_place(std::string_view folded, const NameMatch& match) {
  std::size_t dot = match.begin - 1;
  while (dot > 0 && (static_cast<unsigned char>(folded[dot]) & 0xC0U) == 0x80U) {
    --dot;
  }
  return place_ends_at(folded, dot, *match.entry);
}

bool dot_before_place(std::string_view folded, const NameMatch& match) {
  std::size_t at = match.end;
  if (at >= folded.size() || !is_dot(next_code_point(folded, at))) {
    return false;
  }
  std::vector<NameMatch> names;
  names_at(folded, at, names);
  return std::ranges::any_of(
      names, [&](const NameMatch& name) { return joins_places(*match.entry, *name.entry); });
}

bool is_one_of(std::span<const std::string_view> list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

bool starts_with_one_of(std::string_view text, std::span<const std::string_view> list) {
  return std::ranges::any_of(list, [&](std::string_view word) { return text.starts_with(word); });
}

bool is_chinese_place(const NameMatch& match) {
  return std::ranges::any_of(claims_of(*match.entry), [](const Claim& claim) {
    const std::string_view code = claim.country();
    return code == "CN" || code == "HK" || code == "MO" || code == "TW";
  });
}

bool office_starts(std::string_view text) {
  return starts_with_one_of(text, kAddresses) ||
         std::ranges::any_of(kOffices, [&](std::string_view office) {
           return text.starts_with(office) &&
                  !starts_with_one_of(text.substr(office.size()), kOfficeTails);
         });
}

bool office_ends(std::string_view text) {
  const auto is_title = [&](std::string_view title) { return text.ends_with(title); };
  return std::ranges::any_of(kOffices, is_title) || std::ranges::any_of(kAddresses, is_title) ||
         std::ranges::any_of(kLeaders, is_title);
}

// 汉普顿教授, but not 大使馆 behind a town, and not where the town stands behind its country.
bool office_follows(std::string_view folded, const NameMatch& match) {
  const std::string_view name = folded.substr(match.begin, match.end - match.begin);
  if (match.follows_name || is_chinese_place(match) || is_one_of(kUniversityTowns, name) ||
      code_point_before(folded, match.begin) == U'驻') {
    return false;
  }
  return office_starts(folded.substr(match.end));
}

// 校长汉普顿: only for towns that are known as surnames, or where the person does something behind;
// 校长伦敦之行 is a headline.
bool office_precedes(std::string_view folded, const NameMatch& match) {
  const bool is_surname = (match.entry->flags & kPersonFlag) != 0;
  return (is_surname ||
          (!is_chinese_place(match) && starts_with_one_of(folded.substr(match.end), kDeeds))) &&
         office_ends(folded.substr(0, match.begin));
}

// 马里诺教授, 大使波兰尼, 波兰斯基先生: a title on one side and a sound that goes on. Names that
// end in 国 write no sounds: 英国|霍尔教授.
bool goes_on_as_surname(std::string_view folded, const NameMatch& match) {
  const NameKind kind = match.entry->kind;
  const std::string_view name = folded.substr(match.begin, match.end - match.begin);
  const bool may_be_sound = (kind == NameKind::kName || kind == NameKind::kCity) &&
                            name.size() <= 3 * kHanBytes && !name.ends_with("国");
  if (!may_be_sound || match.end >= folded.size()) {
    return false;
  }
  std::size_t at = match.end;
  const char32_t next = next_code_point(folded, at);
  if (!writes_sound(next) && kSurnameEndingStarts.find(next) == std::u32string_view::npos) {
    return false;
  }
  const std::string_view rest = folded.substr(match.end);
  for (const std::string_view ending : kSurnameEndings) {
    if (rest.starts_with(ending) && office_starts(rest.substr(ending.size()))) {
      return true;
    }
  }
  return writes_sound(next) &&
         (office_starts(folded.substr(at)) || office_ends(folded.substr(0, match.begin)));
}

// 张英国教授, 副校长李中国: a Chinese surname, and a title on one side.
bool is_given_name(std::string_view folded, const NameMatch& match) {
  const std::string_view name = folded.substr(match.begin, match.end - match.begin);
  const std::string_view before = folded.substr(0, match.begin);
  if (match.entry->kind != NameKind::kName || name.size() != 2 * kHanBytes ||
      kChineseSurnames.find(code_point_before(folded, match.begin)) == std::u32string_view::npos) {
    return false;
  }
  return office_starts(folded.substr(match.end)) ||
         office_ends(before.substr(0, before.size() - kHanBytes));
}

bool is_addressed(std::string_view folded, const NameMatch& match) {
  const NameKind kind = match.entry->kind;
  if (kind != NameKind::kCity && kind != NameKind::kDivision) {
    return false;
  }
  return starts_with_one_of(folded.substr(match.end), kAddresses) ||
         office_follows(folded, match) || office_precedes(folded, match);
}

bool is_han_person(std::string_view folded, const NameMatch& match) {
  if (is_addressed(folded, match) || goes_on_as_surname(folded, match) ||
      is_given_name(folded, match)) {
    return true;
  }
  const bool is_short = match.end - match.begin <= 3 * kHanBytes;
  if (is_dot(code_point_before(folded, match.begin))) {
    return !dot_behind_place(folded, match);
  }
  return (is_short && dot_precedes(folded, match.begin)) ||
         (dot_follows(folded, match.end) && !dot_before_place(folded, match));
}

}  // namespace

bool is_person_name(const FieldView& view, const NameMatch& match) {
  if (!is_latin(view.text(), match)) {
    return match.entry->kind != NameKind::kInstitution && is_han_person(view.text(), match);
  }
  return (match.entry->flags & kPersonFlag) != 0 && is_latin_person(view, match);
}

}  // namespace bulletin
