#include "indexer/understanding/story_persons.hpp"

#include <algorithm>
#include <array>
#include <bitset>

#include "indexer/analysis/pinyin.hpp"
#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

// By the number of people who bear them; about nine in ten have one of these.
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏"
    U"魏吕丁任沈"
    U"姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃"
    U"武戴莫孔"
    U"向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪"
    U"梅童凌毕"
    U"单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连"
    U"芦麦褚娄"
    U"窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩"
    U"明佘池查"
    U"麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅"
    U"屠豆朴盖练"
    U"廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫"
    U"杭况那宿鲜";

struct DoubleSurname {
  std::u32string_view han;
  std::string_view sound;
};
constexpr auto kDoubleSurnames = std::to_array<DoubleSurname>(
    {{U"欧阳", "ouyang"},   {U"上官", "shangguan"}, {U"皇甫", "huangfu"}, {U"令狐", "linghu"},
     {U"诸葛", "zhuge"},    {U"司徒", "situ"},      {U"司马", "sima"},    {U"申屠", "shentu"},
     {U"夏侯", "xiahou"},   {U"端木", "duanmu"},    {U"公孙", "gongsun"}, {U"尉迟", "yuchi"},
     {U"东方", "dongfang"}, {U"慕容", "murong"},    {U"宇文", "yuwen"},   {U"长孙", "zhangsun"},
     {U"南宫", "nangong"},  {U"轩辕", "xuanyuan"},  {U"钟离", "zhongli"}, {U"司空", "sikong"}});

struct SurnameSound {
  char32_t han;
  std::string_view sound;
};
// Read otherwise as a surname than in most words.
constexpr auto kOwnSounds = std::to_array<SurnameSound>({{U'单', "shan"},
                                                         {U'曾', "zeng"},
                                                         {U'解', "xie"},
                                                         {U'查', "zha"},
                                                         {U'仇', "qiu"},
                                                         {U'区', "ou"},
                                                         {U'翟', "zhai"},
                                                         {U'任', "ren"},
                                                         {U'盖', "gai"},
                                                         {U'覃', "qin"},
                                                         {U'乐', "yue"},
                                                         {U'缪', "miao"},
                                                         {U'朴', "piao"},
                                                         {U'宁', "ning"},
                                                         {U'和', "he"},
                                                         {U'车', "che"},
                                                         {U'石', "shi"},
                                                         {U'沈', "shen"}});

constexpr std::size_t kLongestName = 4;

// lü is spelled lu, lv or lyu: the letter that most use.
std::string latin_sound(char32_t han) {
  const std::span<const Reading> readings = readings_of(han);
  std::string sound(readings.empty() ? "" : syllable_text(readings.front().syllable));
  std::ranges::replace(sound, 'v', 'u');
  return sound;
}

constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;
using HanSet = std::bitset<kLastHan - kFirstHan + 1>;

bool holds(const HanSet& set, char32_t c) {
  return c >= kFirstHan && c <= kLastHan && set[c - kFirstHan];
}

const HanSet& surnames() {
  static const HanSet kSet = [] {
    HanSet set;
    for (const char32_t han : kSurnames) {
      set.set(han - kFirstHan);
    }
    return set;
  }();
  return kSet;
}

bool is_surname(char32_t han) {
  return holds(surnames(), han);
}

// Most characters begin no name: told before anything is taken apart.
bool may_begin_surname(std::string_view folded, std::size_t begin) {
  static const HanSet kFirst = [] {
    HanSet set = surnames();
    for (const DoubleSurname& surname : kDoubleSurnames) {
      set.set(surname.han.front() - kFirstHan);
    }
    return set;
  }();
  return begin < folded.size() && holds(kFirst, next_code_point(folded, begin));
}

std::string surname_sound(char32_t han) {
  if (!is_surname(han)) {
    return {};
  }
  const auto* const own = std::ranges::find(kOwnSounds, han, &SurnameSound::han);
  return own == kOwnSounds.end() ? latin_sound(han) : std::string(own->sound);
}

std::vector<std::string> all_surname_sounds() {
  std::vector<std::string> sounds;
  for (const char32_t han : kSurnames) {
    sounds.push_back(surname_sound(han));
  }
  for (const DoubleSurname& surname : kDoubleSurnames) {
    sounds.emplace_back(surname.sound);
  }
  std::ranges::sort(sounds);
  return sounds;
}

bool is_surname(const std::string& word) {
  static const std::vector<std::string> kSounds = all_surname_sounds();
  return std::ranges::binary_search(kSounds, word);
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_name_word(std::string_view source, const Token& token) {
  return token.kind == TokenKind::kWord && is_capital(source[token.begin_byte]);
}

bool is_next(std::string_view source, const Token& before, const Token& token) {
  if (token.kind != TokenKind::kWord || token.begin_byte != before.end_byte + 1) {
    return false;
  }
  const char between = source[before.end_byte];
  return between == '-' || between == '\'' || (between == ' ' && is_name_word(source, token));
}

void add(std::vector<std::string>& names, const std::string& surname, const std::string& given) {
  if (is_surname(surname)) {
    names.push_back(surname + ' ' + given);
  }
}

}  // namespace

std::vector<std::string> persons_in_latin(std::string_view source, std::span<const Token> words) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_name_word(source, words[i]) || !is_next(source, words[i], words[i + 1])) {
      continue;
    }
    const std::string& first = words[i].word;
    const std::string& second = words[i + 1].word;
    add(names, first, second);
    add(names, second, first);
    if (i + 2 < words.size() && is_next(source, words[i + 1], words[i + 2])) {
      const std::string& third = words[i + 2].word;
      add(names, first, second + third);
      add(names, third, first + second);
    }
  }
  return names;
}

std::vector<std::string> persons_in_han(std::string_view folded, std::size_t begin) {
  if (!may_begin_surname(folded, begin)) {
    return {};
  }
  std::array<char32_t, kLongestName> name{};
  std::size_t length = 0;
  for (std::size_t at = begin; at < folded.size() && length < name.size(); ++length) {
    name[length] = next_code_point(folded, at);
    if (!is_han(name[length])) {
      break;
    }
  }
  const std::u32string_view characters(name.data(), length);
  const auto* const known = std::ranges::find_if(
      kDoubleSurnames, [&](const DoubleSurname& s) { return characters.starts_with(s.han); });
  const bool is_double = known != kDoubleSurnames.end();
  const std::string surname =
      is_double ? std::string(known->sound) : surname_sound(characters.front());
  std::vector<std::string> names;
  std::string given;
  for (std::size_t i = is_double ? 2 : 1;
       !surname.empty() && i < characters.size() && names.size() < 2; ++i) {
    given += latin_sound(characters[i]);
    names.push_back(surname + ' ' + given);
  }
  return names;
}

}  // namespace bulletin
