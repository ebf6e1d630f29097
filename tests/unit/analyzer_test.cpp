#include "indexer/analysis/analyzer.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

// One line for a token stream: `visit[1]` for a word, `the[1]~` for a stop word, `<学习>` for a
// dictionary word, `学习[1]` for a pair and `习.[2]` for the tail of a run.
std::string render(const std::vector<Token>& tokens) {
  std::string line;
  for (const Token& token : tokens) {
    line += line.empty() ? "" : " ";
    if (token.kind == TokenKind::kHanWord) {
      line += '<' + token.term + '>';
      continue;
    }
    line += token.term + (token.kind == TokenKind::kHanTail ? "." : "");
    line += '[' + std::to_string(token.position) + ']' + (token.is_stop_word ? "~" : "");
  }
  return line;
}

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

TEST_CASE("analyze: English becomes stems with positions") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"empty text", "", ""},
      {"only punctuation", " -- ... !? ", ""},
      {"stems bring word forms together", "visits visited Visiting", "visit[1] visit[2] visit[3]"},
      {"stop words keep their place", "the Republic of Zambia",
       "the[1]~ republ[2] of[3]~ zambia[4]"},
      {"possessive with straight quote", "Kazakhstan's universities", "kazakhstan[1] univers[2]"},
      {"possessive with curly quote", "Kazakhstan’s envoy", "kazakhstan[1] envoy[2]"},
      {"plural possessive", "teachers' union", "teacher[1] union[2]"},
      {"contraction", "it isn't", "it[1]~ isnt[2]"},
      {"dotted acronym before a space", "the U.S. Embassy", "the[1]~ us[2] embassi[3]"},
      {"dotted acronym without final dot", "p.r.c", "prc[1]"},
      {"possessive acronym", "the U.S's plan", "the[1]~ us[2] plan[3]"},
      {"possessive acronym with curly quote", "the U.S’s plan", "the[1]~ us[2] plan[3]"},
      {"thousands", "1,200 students", "1200[1] student[2]"},
      {"full-width thousands", "１，２００", "1200[1]"},
      {"decimals stay one number", "3.5%", "3.5[1]"},
      {"no space behind a full stop", "Dr.Selim", "dr[1] selim[2]"},
      {"sentence glued to the next", "opened.It", "open[1] it[2]~"},
      {"web address", "www.x.org", "www[1] x[2] org[3]"},
      {"hyphen parts words", "Sino-Kazakh", "sino[1] kazakh[2]"},
      {"letters with digits", "COVID-19 G20", "covid[1] 19[2] g20[3]"},
      {"day with ordinal", "24th", "24th[1]"},
      {"accents fold before stemming", "Universités", "universit[1]"},
      {"full-width letters", "ＧＤＰ", "gdp[1]"},
      {"Cyrillic is a word as it stands", "Университет", "университет[1]"},
      {"ill-formed bytes part words",
       "ab\xff"
       "cd",
       "ab[1] cd[2]"},
      {"NUL parts words", std::string_view("ab\0cd", 5), "ab[1] cd[2]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(analyzer().analyze(c.text)), c.expect);
  }
}

TEST_CASE("analyze: Chinese becomes dictionary words, pairs and a tail") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"one character", "省", "<省> 省.[1]"},
      {"one word", "学习", "<学习> 学习[1] 习.[2]"},
      {"two words", "学习中心", "<学习> <中心> 学习[1] 习中[2] 中心[3] 心.[4]"},
      {"a comma ends the run: no pair across it", "学习，中心",
       "<学习> 学习[1] 习.[2] <中心> 中心[3] 心.[4]"},
      {"a space ends the run", "学习 中心", "<学习> 学习[1] 习.[2] <中心> 中心[3] 心.[4]"},
      {"Traditional folds to Simplified", "學習", "<学习> 学习[1] 习.[2]"},
      {"repetition mark and zero are characters", "人々二〇一九",
       "<人々> <二> <〇> <一九> 人々[1] 々二[2] 二〇[3] 〇一[4] 一九[5] 九.[6]"},
      {"a word unknown to the dictionary still has its pair", "降息", "<降> <息> 降息[1] 息.[2]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(analyzer().analyze(c.text)), c.expect);
  }
}

TEST_CASE("analyze: in mixed text each script goes its own way") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"digits and letters before Chinese", "5G手机", "5g[1] <手机> 手机[2] 机.[3]"},
      {"hyphen, number, Chinese", "COVID-19疫情", "covid[1] 19[2] <疫> <情> 疫情[3] 情.[4]"},
      {"year inside Chinese", "于2019年访问",
       "<于> 于.[1] 2019[2] <年> <访问> 年访[3] 访问[4] 问.[5]"},
      {"English name between Chinese", "教授Smith来访",
       "<教授> 教授[1] 授.[2] smith[3] <来访> 来访[4] 访.[5]"},
      {"kana is a word, its Chinese characters a run", "日本のアニメ",
       "<日本> 日本[1] 本.[2] の[3] アニメ[4]"},
      {"Korean is a word", "서울 大学", "서울[1] <大学> 大学[2] 学.[3]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(analyzer().analyze(c.text)), c.expect);
  }
}

TEST_CASE("analyze: every run has its number, words have none") {
  std::string line;
  for (const Token& token : analyzer().analyze("学习，中心 opens 大学")) {
    if (token.kind != TokenKind::kHanPair) {
      line += token.term + ':' + std::to_string(token.run) + ' ';
    }
  }
  CHECK_EQ(line, "学习:1 习:1 中心:2 心:2 open:0 大学:3 学:3 ");
}

TEST_CASE("analyze: offsets quote the original text") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"English as written", "Kazakhstan’s U.S. visits", "Kazakhstan’s|U.S|visits"},
      {"full-width", "ＧＤＰ １，２００", "ＧＤＰ|１，２００"},
      {"accents", "in São Paulo", "in|São|Paulo"},
      {"Traditional", "訪問哈薩克", "訪問|哈薩克|訪問|問哈|哈薩|薩克|克"},
      {"parts of an address", "www.x.org", "www|x|org"},
      {"behind ill-formed bytes", "\xe5\x9b 手机", "手机|手机|机"},
      {"behind a character outside the first plane", "😀手机", "手机|手机|机"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::string line;
    for (const Token& token : analyzer().analyze(c.text)) {
      line += line.empty() ? "" : "|";
      line += c.text.substr(token.begin_byte, token.end_byte - token.begin_byte);
    }
    CHECK_EQ(line, c.expect);
  }
}

TEST_CASE("analyze: the word beside the stem is folded and whole") {
  const std::vector<Token> tokens = analyzer().analyze("UNIVERSITIES’ U.S.");
  REQUIRE_EQ(tokens.size(), 2);
  CHECK_EQ(tokens[0].word, "universities");
  CHECK_EQ(tokens[0].term, "univers");
  CHECK_EQ(tokens[1].word, "us");
}

TEST_CASE("analyze: terms are cut at the limit, never inside a character") {
  const std::string letters(300, 'x');
  const std::vector<Token> word = analyzer().analyze(letters);
  REQUIRE_EQ(word.size(), 1);
  CHECK_EQ(word[0].term.size(), kMaxTermBytes);
  CHECK_EQ(word[0].end_byte, letters.size());  // The mark still takes the whole word.

  std::string cyrillic = "x";  // One letter more: the limit then falls inside a character.
  for (int i = 0; i < 100; ++i) {
    cyrillic += "ж";
  }
  const std::vector<Token> cut = analyzer().analyze(cyrillic);
  REQUIRE_EQ(cut.size(), 1);
  CHECK_EQ(cut[0].term, cyrillic.substr(0, kMaxTermBytes - 1));
}

TEST_CASE("analyze: a long run of Chinese without punctuation stays one run") {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += "学习";
  }
  const std::vector<Token> tokens = analyzer().analyze(text);
  REQUIRE_FALSE(tokens.empty());
  CHECK_EQ(tokens.back().run, 1);
  CHECK_EQ(tokens.back().position, 1000);
}

}  // namespace
}  // namespace bulletin
