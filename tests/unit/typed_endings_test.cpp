#include "searcher/search/typed_endings.hpp"

#include <doctest/doctest.h>

namespace bulletin {
namespace {

// Each ending as where it begins, what it is and its pieces.
std::string listed(std::string_view text) {
  std::string line;
  for (const TypedEnding& ending : typed_endings(text)) {
    line += (line.empty() ? "" : " / ") + std::to_string(ending.begin_byte) + ':' + ending.folded;
    for (const std::string& piece : ending.pieces) {
      line += ',' + piece;
    }
  }
  return line;
}

TEST_CASE("typed_endings: the last word, and words before it that may belong to it") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"one word", "Kaz", "0:kaz,kaz"},
      {"two words", "open Univ", "0:open univ,open,univ / 5:univ,univ"},
      {"behind a space", "open ", "0:open ,open,"},
      {"a mark ends it", "kaz, alm", "5:alm,alm"},
      {"a field", "country:kaz", "8:kaz,kaz"},
      {"a phrase", "x \"open u", "3:open u,open,u / 8:u,u"},
      {"an excluded word", "x -kaz", "3:kaz,kaz"},
      {"a hyphen inside", "covid-1", "0:covid-1,covid,1 / 6:1,1"},
      {"an apostrophe", "xi'an", "0:xi'an,xi,an"},
      {"full width", "ＫＡＺ", "0:kaz,kaz"},
      {"six words", "a b c d e f",
       "2:b c d e f,b,c,d,e,f / 4:c d e f,c,d,e,f / 6:d e f,d,e,f / "
       "8:e f,e,f / 10:f,f"},
      {"Chinese", "国家", "0:国家 / 3:家"},
      {"Traditional", "國家", "0:国家 / 3:家"},
      {"Chinese behind a word", "5g手", "2:手"},
      {"Chinese behind a mark", "你好，世", "9:世"},
      {"a word behind Chinese", "学校kaz", "6:kaz,kaz"},
      {"nothing", "", ""},
      {"spaces", "   ", ""},
      {"a mark", "kaz.", ""},
      {"ill-formed is a space", "kaz\xFF", "0:kaz ,kaz,"},
      {"a word behind what is ill-formed", "\xFF\xFFkaz", "2:kaz,kaz"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(listed(c.text), c.expect);
  }
}

TEST_CASE("typed_endings: of a long text only the end is looked at") {
  CHECK_EQ(typed_endings(std::string(100'000, 'k')).size(), 1);
  CHECK_EQ(typed_endings(std::string(100'000, 'k') + " kaz").size(), 2);
  std::string chinese;
  for (int i = 0; i < 30'000; ++i) {
    chinese += "国";
  }
  const std::vector<TypedEnding> endings = typed_endings(chinese);
  CHECK_EQ(endings.size(), 12);
  CHECK_EQ(endings.front().begin_byte, chinese.size() - 36);
}

TEST_CASE("typed_date: years and months as they are typed") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"a year", "2019", "0 2019"},
      {"half a year number", "kaz 20", "4 20"},
      {"a hyphen", "2019-", "0 2019 -"},
      {"half a month", "2019-1", "0 2019 -1"},
      {"Chinese", "哈萨克斯坦2019年1", "15 2019 年1"},
      {"Chinese and whole", "2019年1月", "0 2019 年01"},
      {"one digit", "2", ""},
      {"five digits", "20191", ""},
      {"a whole day is none", "2019-12-24", ""},
      {"a word with digits", "covid19", ""},
      {"no year", "年", ""},
      {"half a year is no year", "20年", ""},
      {"words", "kaz", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto date = typed_date(c.text);
    const std::string shown = !date ? std::string()
                                    : std::to_string(date->begin_byte) + ' ' + date->year +
                                          (!date->has_month   ? ""
                                           : date->is_chinese ? " 年"
                                                              : " -") +
                                          date->month;
    CHECK_EQ(shown, c.expect);
  }
}

}  // namespace
}  // namespace bulletin
