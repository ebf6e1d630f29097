#include "indexer/understanding/story_keys.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/understanding/glossary.hpp"
#include "indexer/understanding/story_key.hpp"
#include "indexer/understanding/story_numbers.hpp"
#include "indexer/understanding/story_persons.hpp"

namespace bulletin {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string line;
  for (const std::string& part : parts) {
    line += (line.empty() ? "" : ", ") + part;
  }
  return line;
}

std::vector<StoryKey> keys_of(std::string_view lang, std::string_view text,
                              std::span<const CountryMention> countries = {}) {
  const Analyzer analyzer;
  const FoldedText folded = FoldedText::fold(text);
  const std::vector<Token> tokens = analyzer.analyze(folded);
  const StoryPart parts[] = {{TextField::kText, text, folded, tokens}};
  return story_keys({lang, parts, {}, countries});
}

bool has(const std::vector<StoryKey>& keys, KeyKind kind, std::string_view text) {
  return std::ranges::find(keys, story_key(kind, text), &StoryKey::key) != keys.end();
}

TEST_CASE("numbers_in: a number is its value, however it is written") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"figures", "12 and 1,200 and 3.5%", "12 1200 3.5"},
      {"a comma between clauses is none inside a number", "in 2019, 15 came", "2019 15"},
      {"English multiples", "1.5 million; two hundred thousand", "1.5e+06 200000"},
      {"English words", "twenty-one of thirty", "21 30"},
      {"one and zero are not meant as numbers", "one of 0 and 1", ""},
      {"Chinese multiples behind figures", "150万，3.2亿，5千", "1.5e+06 3.2e+08 5000"},
      {"Chinese words", "一百五十万人，十二个，两千", "1.5e+06 12 2000"},
      {"percent in words", "百分之三十", "100 30"},
      {"years digit by digit", "二〇一九年", "2019"},
      {"full width", "２０２６年", "2026"},
      {"a word that begins like a number", "tenant, sixpence", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::string found;
    for (const double number : numbers_in(FoldedText::fold(c.text).text())) {
      std::array<char, 32> text{};
      std::snprintf(text.data(), text.size(), "%g", number);
      found += (found.empty() ? "" : " ") + std::string(text.data());
    }
    CHECK_EQ(found, c.expect);
  }
}

TEST_CASE("persons_in_latin: surname first or last, given names joined") {
  struct Case {
    std::string_view text, name;
    bool is_found;
  };
  const Case cases[] = {
      {"Zhang Luanjiao spoke", "zhang luanjiao", true},
      {"with Luanjiao Zhang", "zhang luanjiao", true},
      {"Mr Li Xiao-ming", "li xiaoming", true},
      {"Li Xiao Ming", "li xiaoming", true},
      {"Ouyang Xiu", "ouyang xiu", true},
      {"in small letters zhang luanjiao", "zhang luanjiao", false},
      {"Zhang. Luanjiao", "zhang luanjiao", false},
      {"Brett Kavanaugh", "brett kavanaugh", false},
  };
  const Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::vector<std::string> names = persons_in_latin(c.text, analyzer.analyze(c.text));
    CHECK_EQ(std::ranges::find(names, c.name) != names.end(), c.is_found);
  }
}

TEST_CASE("persons_in_han: one or two characters behind a surname, by their sound") {
  struct Case {
    std::string_view text, expect;
  };
  const Case cases[] = {
      {"张鸾娇率团", "zhang luan, zhang luanjiao"},
      {"欧阳修说", "ouyang xiu, ouyang xiushuo"},
      {"曾荫权", "zeng yin, zeng yinquan"},
      {"吕明", "lu ming"},
      {"的人", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_EQ(joined(persons_in_han(FoldedText::fold(c.text).text(), 0)), c.expect);
  }
}

TEST_CASE("longest_gloss: the longest word wins, and Traditional text has folded") {
  CHECK_EQ(longest_gloss("哈萨克斯坦", 0)->end, 15U);
  CHECK_FALSE(longest_gloss("龘龘", 0));
  const auto gloss = longest_gloss(FoldedText::fold("大學").text(), 0);
  REQUIRE(gloss);
  CHECK_EQ(glossary_word(gloss->words[0]).key, story_key(KeyKind::kWord, "univers"));
  CHECK_LT(*glossary_weight(story_key(KeyKind::kWord, "china")),
           *glossary_weight(story_key(KeyKind::kWord, "kazakhstan")));
}

TEST_CASE("story_keys: items in two languages meet in words, numbers, Latin and names") {
  struct Case {
    std::string_view what, english, chinese;
    KeyKind kind;
    std::string_view key;
  };
  const Case cases[] = {
      {"a country's name as a word", "in Kazakhstan", "访问哈萨克斯坦", KeyKind::kWord,
       "kazakhstan"},
      {"a city of the gazetteer's sources", "in Pavlodar", "到巴甫洛达尔", KeyKind::kWord,
       "pavlodar"},
      {"a word, stemmed", "universities", "大学", KeyKind::kWord, "univers"},
      {"Traditional characters", "courses", "足球課程", KeyKind::kWord, "cours"},
      {"Latin inside Chinese", "by UDIMA", "马德里远程大学（UDIMA）", KeyKind::kWord, "udima"},
      {"a number", "1.5 million", "150万", KeyKind::kNumber, "1500000"},
      {"a Chinese name", "led by Wang Xiaoyun", "由王晓芸率领", KeyKind::kPerson, "wang xiaoyun"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(has(keys_of("en", c.english), c.kind, c.key));
    CHECK(has(keys_of("zh", c.chinese), c.kind, c.key));
  }
}

TEST_CASE("story_keys: the publisher's own name tells nothing") {
  const std::string text = "Open University of Ruritania in Strelsau";
  const CountryMention publisher{"CN",
                                 {{TextField::kText, 0, 28, text.substr(0, 28), "publisher"}}};
  const std::vector<StoryKey> keys = keys_of("en", text, std::span(&publisher, 1));
  CHECK_FALSE(has(keys, KeyKind::kWord, "ruritania"));
  CHECK_FALSE(has(keys, KeyKind::kCountry, "CN"));
  CHECK(has(keys, KeyKind::kWord, "strelsau"));
}

TEST_CASE("story_keys: other languages have none, long texts keep the heaviest") {
  CHECK(keys_of("fr", "L'université ouverte").empty());
  std::string words;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      words += std::string("q") + a + b + "zq ";
    }
  }
  const std::vector<StoryKey> keys = keys_of("en", "Kazakhstan " + words);
  CHECK_EQ(keys.size(), kMaxStoryKeys);
  CHECK(has(keys, KeyKind::kWord, "kazakhstan"));
  CHECK(std::ranges::is_sorted(keys, {}, &StoryKey::key));
}

}  // namespace
}  // namespace bulletin
