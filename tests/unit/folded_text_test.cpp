#include "indexer/analysis/folded_text.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

TEST_CASE("fold: one form for case, width, accents and Traditional characters") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"empty text", "", ""},
      {"case", "Visit KAZAKHSTAN", "visit kazakhstan"},
      {"full-width letters and digits", "ＧＤＰ４．５％", "gdp4.5%"},
      {"ideographic space and full-width comma", "你好　，", "你好 ,"},
      {"precomposed accents", "Université São Türkiye", "universite sao turkiye"},
      {"combining accents", "e\u0301a", "ea"},
      {"strokes and ligatures", "Łódź Øresund straße ﬁne", "lodz oresund strasse fine"},
      {"Cyrillic keeps its letters", "Йод", "йод"},
      {"Traditional", "哈薩克 臺灣麵包頭髮後來", "哈萨克 台湾面包头发后来"},
      {"characters of both scripts stay", "俱樂部 大阪 著名", "俱乐部 大阪 著名"},
      {"compatibility ideograph", "\uF900", "岂"},
      {"ill-formed bytes become spaces",
       "a\xff\xfe"
       "b\xe5\x9b",
       "a  b "},
      {"soft hyphen vanishes", "uni\u00ADversity", "university"},
      {"NUL stays one byte", std::string_view("a\0b", 3), std::string_view("a\0b", 3)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(FoldedText::fold(c.text).text(), c.expect);
  }
}

TEST_CASE("fold: offsets lead back to the original bytes") {
  // Quotes what the original says for each occurrence of `folded_part` in the folded text.
  const auto quote = [](std::string_view original, std::string_view folded_part) {
    const FoldedText folded = FoldedText::fold(original);
    const std::size_t at = folded.text().find(folded_part);
    REQUIRE_NE(at, std::string::npos);
    const std::size_t begin = folded.source_begin(at);
    return std::string(original.substr(begin, folded.source_end(at + folded_part.size()) - begin));
  };
  CHECK_EQ(quote("in São Paulo today", "sao paulo"), "São Paulo");
  CHECK_EQ(quote("ＧＤＰ 2019", "gdp"), "ＧＤＰ");
  CHECK_EQ(quote("ＧＤＰ 2019", "2019"), "2019");
  CHECK_EQ(quote("訪問哈薩克斯坦", "哈萨克"), "哈薩克");
  CHECK_EQ(quote("e\u0301cole ouverte", "ecole"), "e\u0301cole");
  CHECK_EQ(quote("bad\xff\xff here", "here"), "here");
  CHECK_EQ(quote("ﬁnal word", "i"), "ﬁ");  // Half a ligature is the whole ligature.
  CHECK_EQ(quote("前言uni\u00ADversity后", "university"), "uni\u00ADversity");
}

}  // namespace
}  // namespace bulletin
