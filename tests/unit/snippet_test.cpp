#include "searcher/search/snippet.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/search/columns.hpp"
#include "tests/unit/marked.hpp"

namespace bulletin {
namespace {

// Cuts a text whose marks stand between ⟦ and ⟧; the excerpt shows its marks likewise.
std::string cut(std::string_view text, std::size_t columns) {
  std::string plain(text);
  const std::vector<ByteRange> marks = test::take_marks(plain);
  const Snippet snippet = make_snippet(plain, marks, columns);
  return test::marked(snippet.text, snippet.highlights);
}

struct Case {
  std::string_view what, text;
  std::size_t columns;
  std::string_view expect;
};

TEST_CASE("make_snippet: whole sentences around the marks") {
  const Case cases[] = {
      {"empty text", "", 40, ""},
      {"all of a short text", "One. ⟦Two⟧. Three.", 40, "One. ⟦Two⟧. Three."},
      {"the beginning where nothing is marked", "First sentence. Second sentence. Third sentence.",
       20, "First sentence."},
      {"the marked sentence", "First sentence. Second sentence. ⟦Third⟧ sentence. Fourth sentence.",
       20, "⟦Third⟧ sentence."},
      {"the sentence with most marks",
       "One ⟦mark⟧ here, in this. Both ⟦marks⟧ ⟦here⟧ instead. The end of it.", 25,
       "Both ⟦marks⟧ ⟦here⟧ instead."},
      {"the first of equals", "One ⟦mark⟧ is here. One ⟦mark⟧ is there.", 20,
       "One ⟦mark⟧ is here."},
      {"grows forward first", "Aaaa bbbb. ⟦Cccc⟧ dddd. Eeee ffff. Gggg hhhh.", 24,
       "⟦Cccc⟧ dddd. Eeee ffff."},
      {"grows backward at the end", "Aaaa bbbb. Cccc dddd. Eeee ⟦ffff⟧.", 22,
       "Cccc dddd. Eeee ⟦ffff⟧."},
      {"a full stop inside a number or name ends nothing",
       "Growth of 3.5 per cent, said Dr.Selim. ⟦Next⟧.", 8, "⟦Next⟧."},
      {"Chinese full stop", "第一句话。第二句⟦话⟧。第三句话。", 12, "第二句⟦话⟧。"},
      {"Chinese question and exclamation", "是吗？⟦好⟧的！再见。", 6, "⟦好⟧的！"},
      {"closing quote belongs to its sentence", "他说：“你好。”⟦我⟧也好。", 10, "⟦我⟧也好。"},
      {"English closing quote", "He said: “Come.” ⟦We⟧ came.", 10, "⟦We⟧ came."},
      {"a straight quote opens the next sentence", "One here. \"⟦Two⟧ there.\" Three is.", 14,
       "\"⟦Two⟧ there.\""},
      {"brackets close with their sentence", "One. (⟦Two⟧ here.) Three.", 14, "(⟦Two⟧ here.)"},
      {"line breaks end sentences and become spaces", "Title line\n⟦Text⟧ line", 40,
       "Title line ⟦Text⟧ line"},
      {"no space around the cut", "First sentence.\n\n⟦Second⟧ sentence.\n\nThird sentence.", 18,
       "⟦Second⟧ sentence."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(cut(c.text, c.columns), c.expect);
  }
}

TEST_CASE("make_snippet: a sentence that is too long is cut between words") {
  const Case cases[] = {
      {"behind the last word that fits", "⟦Alpha⟧ beta gamma delta epsilon", 18,
       "⟦Alpha⟧ beta gamma…"},
      {"before the mark, with some words of lead",
       "Alpha beta gamma delta epsilon ⟦zeta⟧ eta theta", 20, "…⟦zeta⟧ eta theta"},
      {"on both sides", "Alpha beta gamma delta epsilon ⟦zeta⟧ eta theta iota kappa lambda", 24,
       "…⟦zeta⟧ eta theta iota…"},
      {"Chinese between characters", "一二三四五六七八九十", 8, "一二三四…"},
      {"a mark is never cut", "一二⟦三四五六⟧七八九十", 8, "…二⟦三四五六⟧…"},
      {"a word longer than the excerpt", "abcdefghijklmnopqrstuvwxyz", 5, "abcdefghij…"},
      {"Chinese with lead", "一二三四五六七八九十甲乙⟦丙⟧丁戊己庚辛", 16, "…甲乙⟦丙⟧丁戊己庚辛"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(cut(c.text, c.columns), c.expect);
  }
}

TEST_CASE("make_snippet: no character is halved, whatever the width") {
  std::string text = "代表团e\u0301 visited 阿斯塔纳😀和⟦阿拉木图⟧，随后ＧＤＰ回国。⟦End⟧.";
  const std::vector<ByteRange> marks = test::take_marks(text);
  for (std::size_t columns = 1; columns < 80; ++columns) {
    CAPTURE(columns);
    const Snippet snippet = make_snippet(text, marks, columns);
    std::string_view core = snippet.text;
    constexpr std::string_view kEllipsis = "…";
    if (core.starts_with(kEllipsis)) {
      core.remove_prefix(kEllipsis.size());
    }
    if (core.ends_with(kEllipsis)) {
      core.remove_suffix(kEllipsis.size());
    }
    CHECK_NE(text.find(core), std::string::npos);
    const auto is_boundary = [](std::string_view s, std::size_t at) {
      return at >= s.size() || (static_cast<unsigned char>(s[at]) & 0xC0U) != 0x80U;
    };
    CHECK(is_boundary(core, 0));
    CHECK(is_boundary(text, text.find(core) + core.size()));
    for (const ByteRange& mark : snippet.highlights) {
      const std::string quote = snippet.text.substr(mark.begin, mark.end - mark.begin);
      CHECK_MESSAGE((quote == "阿拉木图" || quote == "End"), quote);
    }
  }
}

TEST_CASE("columns_of: cells on a screen") {
  CHECK_EQ(columns_of("abc"), 3);
  CHECK_EQ(columns_of("访问"), 4);
  CHECK_EQ(columns_of("ＧＤＰ，"), 8);
  CHECK_EQ(columns_of("e\u0301"), 1);
  CHECK_EQ(columns_of("“”…"), 3);
  CHECK_EQ(columns_of("😀"), 2);
  CHECK_EQ(columns_of(""), 0);
}

}  // namespace
}  // namespace bulletin
