#include "indexer/pipeline/item_names.hpp"

#include <algorithm>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {
namespace {

std::string names_in(std::string_view title, std::string_view text) {
  const Analyzer analyzer;
  const Bulletin item =
      make_bulletin({.id = "1", .title = std::string(title), .text = std::string(text)});
  const FoldedText folded[] = {FoldedText::fold(item.title), FoldedText::fold(item.text)};
  const std::vector<Token> tokens[] = {analyzer.analyze(folded[0]), analyzer.analyze(folded[1])};
  const StoryPart parts[] = {{TextField::kTitle, item.title, folded[0], tokens[0]},
                             {TextField::kText, item.text, folded[1], tokens[1]}};
  std::string line;
  for (const std::string& name : item_names(item, parts)) {
    line += (line.empty() ? "" : "|") + name;
  }
  return line;
}

TEST_CASE("item_names: the names that a search completes as one") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"a place", "They met in Almaty.", "almaty"},
      {"an institution", "国家开放大学派出代表。", "国家开放大学"},
      {"a Traditional one", "國家開放大學派出代表。", "国家开放大学"},
      {"a line break in a name", "The Open University\nof China was there.",
       "open university|open university of china"},
      {"a person", "Then Zhang Luanjiao spoke.", "zhang luanjiao"},
      {"small words inside, none around", "The Bank of the North of", "bank of the north"},
      {"a hyphen", "Here is Anna-Lena Fischer.", "anna-lena fischer"},
      {"one capital is none", "The Library is open.", ""},
      {"the end of a sentence is the end of a name", "He saw Paul. Mary sang.", ""},
      {"headlines are none", "GREAT NEWS TODAY HERE", ""},
      {"more than five words are a headline", "One Two Three Four Five Six Seven", ""},
      {"a month is no name", "It was one Summer June.", ""},
      {"an article does not begin a name", "In The Gambia it rained.", "gambia"},
      {"a compound that ICU cuts", "共建一带一路。", "一带一路"},
      {"nothing", "no names at all", ""},
      {"no text", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(names_in("", c.text), c.expect);
  }
}

TEST_CASE("item_names: a title capitalizes what is no name") {
  CHECK_EQ(names_in("Great Library Opens", "It is open."), "");
}

TEST_CASE("item_names: a Chinese person has a surname and no word beside") {
  const auto has = [](std::string_view text, const std::string& name) {
    return ("|" + names_in("", text) + "|").find("|" + name + "|") != std::string::npos;
  };
  CHECK(has("主任张鸾娇出席。", "张鸾娇"));
  CHECK_FALSE(has("他和我们在一起。", "和我们"));
}

TEST_CASE("item_names: an item full of names gives a bounded number of them") {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    const std::string ending{static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26)};
    text += "then Anna Name" + ending + ", ";
  }
  const std::string names = names_in("", text);
  CHECK_EQ(static_cast<std::size_t>(std::ranges::count(names, '|')) + 1, kMaxItemNames);
}

}  // namespace
}  // namespace bulletin
