#include "indexer/ingest/scrape_noise.hpp"

#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {

TEST_CASE("without_inserted_pinyin: only what a program inserted goes") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"empty", "", ""},
      {"plain", "國家開放大學", "國家開放大學"},
      {"three syllables", "國家開(kāi)放大學(xué)召開會(huì )議", "國家開放大學召開會議"},
      {"full-width brackets", "開（kāi）放大學（xué）會（huì）議", "開放大學會議"},
      {"the neutral tone goes with the others", "開(kāi)放大學(xué)的(de)會(huì)議",
       "開放大學的會議"},
      {"a lesson that spells one word stays", "教师讲解“茶”(chá)字", "教师讲解“茶”(chá)字"},
      {"two are not enough", "茶(chá)和饭(fàn)", "茶(chá)和饭(fàn)"},
      {"acronyms and names stay", "开放大学(OUC)开(kāi)放大学(xué)会(huì)议(ICDE)（Khamman）",
       "开放大学(OUC)开放大学会议(ICDE)（Khamman）"},
      {"behind Latin letters it stays", "A(kāi) B(xué) C(huì)", "A(kāi) B(xué) C(huì)"},
      {"an open bracket stays", "開(kāi)放大學(xué)會(huì)議(kāi", "開放大學會議(kāi"},
      {"two tones are no syllable", "開(kāi)放(xué)會(huì)議(kāihuì)", "開放會議(kāihuì)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(without_inserted_pinyin(c.text), c.expect);
  }
}

}  // namespace bulletin
