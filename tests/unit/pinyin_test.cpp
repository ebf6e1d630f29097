#include "indexer/analysis/pinyin.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace bulletin;

namespace {

// "hang2 xing2", in the order given.
std::string render(std::span<const Reading> readings) {
  std::string text;
  for (const Reading& reading : readings) {
    text += (text.empty() ? "" : " ") + std::string(syllable_text(reading.syllable)) +
            std::to_string(reading.tone);
  }
  return text;
}

// "xi an | xian": the ways to read, with the tones that were typed.
std::string render(const std::vector<std::vector<TypedSyllable>>& splits) {
  std::string text;
  for (const std::vector<TypedSyllable>& split : splits) {
    text += text.empty() ? "" : " |";
    for (const TypedSyllable& typed : split) {
      text += (text.empty() ? "" : " ") + std::string(syllable_text(typed.syllable)) +
              (typed.tone == 0 ? "" : std::to_string(typed.tone));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("readings_of: characters are read in every usual way, the most usual first") {
  struct Case {
    std::string_view what;
    char32_t character;
    std::string_view expect;
  };
  const Case cases[] = {
      {"one reading", U'刘', "liu2"},
      {"two tones of one syllable stand together", U'和', "he2 he4 huo5 huo4 huo2 hu2"},
      {"long or grown", U'长', "chang2 zhang3"},
      {"a house, and the city Xiamen", U'厦', "sha4 xia4"},
      {"heavy or again", U'重', "zhong4 chong2"},
      {"to go or a firm", U'行', "xing2 hang2"},
      {"to hide, or Tibet", U'藏', "cang2 zang4"},
      {"happy or music", U'乐', "le4 yue4 lao4"},
      {"ü is v", U'女', "nv3"},
      {"dry, not the rare reading of what folds to it", U'干', "gan1 gan4 qian2"},
      {"a character that the dictionary does not have", U'䴬', "yi4"},
      {"zero", U'〇', "ling2"},
      {"a Traditional character is to be folded first", U'劉', ""},
      {"no character", U'a', ""},
      {"beyond the table", U'\U00020000', ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(readings_of(c.character)), c.expect);
  }
}

TEST_CASE("split_pinyin: typed letters are read as syllables") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"one string", "liudehua", "liu de hua | liu de hu a"},
      {"apart", "liu de hua", "liu de hua | liu de hu a"},
      {"either case", "LIU Dehua", "liu de hua | liu de hu a"},
      {"accents", "liú dé huá", "liu2 de2 hua2 | liu2 de2 hu a2"},
      {"accents that combine", "liu\u0301", "liu2"},
      {"numbers", "liu2 de2 hua2", "liu2 de2 hua2 | liu2 de2 hu a2"},
      {"numbers without spaces", "liu2de2hua2", "liu2 de2 hua2 | liu2 de2 hu a2"},
      {"full width", "ｌｉｕ２", "liu2"},
      {"a number ends a syllable", "xi1an1", "xi1 an1"},
      {"an accent on each vowel parts them", "xīān", "xi1 an1"},
      {"one syllable before two", "xian", "xian | xi an"},
      {"the apostrophe decides", "xi'an", "xi an"},
      {"and so does the curved one", "xi’an", "xi an"},
      {"as many syllables either way: both, longer first", "fangan", "fang an | fan gan"},
      {"ü", "nüer", "nv er"},
      {"ü with a tone", "lǜ", "lv4"},
      {"ü as v", "nver", "nv er"},
      {"ü as u behind l", "lue", "lve | lu e"},
      {"ü as in passports", "lyu", "lv"},
      {"ü where u is written", "jvn", "jun"},
      {"neutral tone", "ma5 ma0", "ma5 ma5"},
      {"an English word that is pinyin too", "china", "chi na"},
      {"one that is none", "university", ""},
      {"initials are none", "ldh", ""},
      {"a tone in front", "2liu", ""},
      {"a number that is no tone", "liu7", ""},
      {"two tones on one syllable", "liú2", ""},
      {"other characters", "liu,de", ""},
      {"Chinese", "刘", ""},
      {"nothing", "", ""},
      {"only borders", " '-", ""},
      {"ill-formed bytes", "liu\xC3", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(split_pinyin(c.text)), c.expect);
  }
}

TEST_CASE("split_pinyin: long texts stay within their limits") {
  CHECK(split_pinyin(std::string(kMaxPinyinBytes + 1, 'a')).empty());
  const auto splits = split_pinyin(std::string(kMaxPinyinBytes, 'a'), 3);
  REQUIRE_EQ(splits.size(), 1);
  CHECK_EQ(splits.front().size(), kMaxPinyinBytes);
  std::string ambiguous;
  for (int i = 0; i < 40; ++i) {
    ambiguous += "xian";
  }
  CHECK_EQ(split_pinyin(ambiguous, 8).size(), 8);
}

TEST_CASE("characters_read: the most used first, tones agree") {
  const TypedSyllable hua{*syllable_id("hua"), 2};
  const std::vector<char32_t> characters = characters_read(hua);
  REQUIRE_FALSE(characters.empty());
  CHECK_EQ(characters.front(), U'华');
  CHECK(std::ranges::find(characters, U'话') == characters.end());
  CHECK(is_read(U'话', {hua.syllable, 0}));
  CHECK(is_read(U'话', {hua.syllable, 5}));  // What is said without tone is typed so.
  CHECK_FALSE(is_read(U'话', hua));
  for (const char32_t c : characters) {
    CHECK(is_read(c, hua));
  }
}

TEST_CASE("initial_of: the letters before the vowel") {
  CHECK_EQ(initial_of(*syllable_id("zhong")), "zh");
  CHECK_EQ(initial_of(*syllable_id("liu")), "l");
  CHECK_EQ(initial_of(*syllable_id("yu")), "y");
  CHECK_EQ(initial_of(*syllable_id("an")), "a");
  CHECK_FALSE(syllable_id("v").has_value());
}
