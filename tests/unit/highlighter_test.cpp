#include "searcher/search/highlighter.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/query/query_builder.hpp"
#include "tests/unit/marked.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

std::string mark(std::string_view query, const Bulletin& item, TextField field,
                 bool literal = true) {
  const SearchQuery built = build_query(
      {.text = std::string(query), .literal = literal, .today = 2020y / 6 / 15}, analyzer());
  return test::marked(field == TextField::kTitle ? item.title : item.text,
                      find_highlights(item, field, built.needles, analyzer()));
}

std::string mark(std::string_view query, std::string_view text) {
  return mark(query, {.text = std::string(text)}, TextField::kText);
}

struct Case {
  std::string_view what, query, text, expect;
};

TEST_CASE("find_highlights: English words by their stem, as they are written") {
  const Case cases[] = {
      {"other form of the word", "visit", "She visited; visits follow.",
       "She ⟦visited⟧; ⟦visits⟧ follow."},
      {"no half words", "art", "The party starts with art.", "The party starts with ⟦art⟧."},
      {"case and width", "gdp", "GDP, ＧＤＰ, Gdp", "⟦GDP⟧, ⟦ＧＤＰ⟧, ⟦Gdp⟧"},
      {"accents", "sao paulo", "in São Paulo", "in ⟦São⟧ ⟦Paulo⟧"},
      {"stop words are not marked", "the state of art", "the state of the art",
       "the ⟦state⟧ of the ⟦art⟧"},
      {"acronym", "us", "the U.S. envoy", "the ⟦U.S⟧. envoy"},
      {"possessive", "kazakhstan", "Kazakhstan’s envoy", "⟦Kazakhstan’s⟧ envoy"},
      {"prefix", "univ*", "universities, University", "⟦universities⟧, ⟦University⟧"},
      {"prefix does not reach into words", "port*", "airport ports", "airport ⟦ports⟧"},
      {"phrase marks its words", R"("study centre")", "the study centre", "the ⟦study⟧ ⟦centre⟧"},
      {"excluded words are not marked", "visit -draft", "visit draft", "⟦visit⟧ draft"},
      {"nothing asked", "", "any text", "any text"},
      {"after ill-formed bytes", "art", "a\xff art", "a\xff ⟦art⟧"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(mark(c.query, c.text), c.expect);
  }
}

TEST_CASE("find_highlights: Chinese by whole words of the query") {
  const Case cases[] = {
      {"the whole run", "学习中心", "建立学习中心和学习小组", "建立⟦学习中心⟧和⟦学习⟧小组"},
      {"each word by itself", "学习中心", "中心的学习", "⟦中心⟧的⟦学习⟧"},
      {"half a country is none", "巴基斯坦", "哈萨克斯坦", "哈萨克斯坦"},
      {"the shared end of a word is none", "放大镜", "显微镜", "显微镜"},
      {"what was asked for is marked inside a longer word", "放大", "一个放大镜", "一个⟦放大⟧镜"},
      {"one character, asked for alone", "省", "省长在省里", "⟦省⟧长在⟦省⟧里"},
      {"one character of a longer query is none", "学习好", "好学生", "好学生"},
      {"Traditional text is marked in its own script", "哈萨克斯坦", "訪問哈薩克斯坦大學",
       "訪問⟦哈薩克斯坦⟧大學"},
      {"Traditional query, Simplified text", "學習中心", "学习中心", "⟦学习中心⟧"},
      {"neighbours stay two marks", "香港 貿發局", "香港貿發局香港", "⟦香港⟧⟦貿發局⟧⟦香港⟧"},
      {"the same word many times", "学习", "学习学习学习", "⟦学习⟧⟦学习⟧⟦学习⟧"},
      {"nothing across punctuation", "学习", "好学，习惯", "好学，习惯"},
      {"the longest of several runs", "学习 学习中心", "学习中心", "⟦学习中心⟧"},
      {"mixed word", "5G手机", "新5G手机", "新⟦5G⟧⟦手机⟧"},
      {"phrase", "“学习中心”", "赞比亚学习中心", "赞比亚⟦学习中心⟧"},
      {"across a full-width space", "学习", "学\u3000习", "学\u3000习"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(mark(c.query, c.text), c.expect);
  }
}

// An item whose title names a country and whose text names a city and two dates.
Bulletin item_with_evidence() {
  const auto words = [](TextField field, std::string_view whole, std::string surface,
                        std::string rule) {
    const std::size_t begin = whole.find(surface);
    return Evidence{field, begin, begin + surface.size(), std::move(surface), std::move(rule)};
  };
  Bulletin item{.title = "Visit to Kazakhstan",
                .text = "In Almaty on 24 December 2019, and in March 2018, visits began."};
  item.countries = {{"KZ",
                     {words(TextField::kTitle, item.title, "Kazakhstan", "name"),
                      words(TextField::kText, item.text, "Almaty", "city"),
                      {.rule = "metadata"}}}};
  item.dates = {
      {day_span(2019y / 12 / 24), {words(TextField::kText, item.text, "24 December 2019", "day")}},
      {month_span(2018y / 3), {words(TextField::kText, item.text, "March 2018", "month")}}};
  return item;
}

TEST_CASE("find_highlights: the words behind a country or date that was asked for") {
  const Bulletin item = item_with_evidence();
  CHECK_EQ(mark("Kazakhstan", item, TextField::kTitle, false), "Visit to ⟦Kazakhstan⟧");
  CHECK_EQ(mark("哈萨克斯坦", item, TextField::kText, false),
           "In ⟦Almaty⟧ on 24 December 2019, and in March 2018, visits began.");
  CHECK_EQ(mark("country:KZ visit", item, TextField::kTitle), "⟦Visit⟧ to ⟦Kazakhstan⟧");
  CHECK_EQ(mark("date:2019", item, TextField::kText),
           "In Almaty on ⟦24 December 2019⟧, and in March 2018, visits began.");
  CHECK_EQ(mark("date:2018-03-05", item, TextField::kText),
           "In Almaty on 24 December 2019, and in ⟦March 2018⟧, visits began.");
  CHECK_EQ(mark("country:ES date:2017", item, TextField::kText), item.text);
}

TEST_CASE("find_highlights: a word inside marked evidence makes one mark") {
  const Bulletin item = item_with_evidence();
  CHECK_EQ(mark("december date:2019", item, TextField::kText),
           "In Almaty on ⟦24 December 2019⟧, and in March 2018, visits began.");
}

}  // namespace
}  // namespace bulletin
