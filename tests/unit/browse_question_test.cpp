// What choosing, adding and removing limits makes of a question.

#include <doctest/doctest.h>

#include "searcher/browse/chips.hpp"
#include "searcher/browse/question.hpp"

namespace bulletin::browse {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    text += (text.empty() ? "" : " ") + value;
  }
  return text;
}

Question dated(std::vector<std::string> dates) {
  return {.query = {.dates = std::move(dates)}};
}

Question asking(const std::string& text) {
  return {.query = {.text = text}};
}

}  // namespace

TEST_CASE("question: names become the values that facets have") {
  Question question;
  question.query.countries = {"Kazakhstan", "哈薩克", "ES,MU", "none", "Atlantis"};
  question.query.dates = {"2019年12月", "dec 2019", "2019-03..2020-02", "none"};
  question.query.regions = {"中亚", "143"};
  const Question normal = normalized(question);
  CHECK_EQ(joined(normal.query.countries), "KZ ES MU none Atlantis");
  CHECK_EQ(joined(normal.query.dates), "2019-12 2019-03..2020-02 none");
  CHECK_EQ(joined(normal.query.regions), "143");
}

TEST_CASE("question: a value chosen alone takes the place of the others, chosen again it goes") {
  const Question two = toggled(toggled({}, Facet::kCountry, "KZ"), Facet::kCountry, "ES");
  CHECK_EQ(joined(chosen(two, Facet::kCountry)), "KZ ES");
  const Question one = only(two, Facet::kCountry, "ES");
  CHECK_EQ(joined(chosen(one, Facet::kCountry)), "ES");
  CHECK_EQ(only(one, Facet::kCountry, "ES"), Question{});
  CHECK_EQ(toggled(one, Facet::kCountry, "ES"), Question{});
}

TEST_CASE("question: of a year and its months the newcomer stays") {
  struct Case {
    std::vector<std::string> before;
    std::string value, after;
  };
  const Case cases[] = {
      {{"2019"}, "2019-12", "2019-12"},          {{"2019-12", "2019-11"}, "2019", "2019"},
      {{"2019-12"}, "2019-12-24", "2019-12-24"}, {{"2018", "2019"}, "2019-12", "2018 2019-12"},
      {{"2019-1"}, "2019-12", "2019-1 2019-12"}, {{"none"}, "2019", "none 2019"}};
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CHECK_EQ(joined(toggled(dated(c.before), Facet::kDate, c.value).query.dates), c.after);
  }
}

TEST_CASE("question: the words of a reading go with their operator and spare spaces") {
  struct Case {
    std::string before, words, after;
  };
  const Case cases[] = {{"kazakhstan dec 2019", "dec 2019", "kazakhstan"},
                        {"dec 2019 visit", "dec 2019", "visit"},
                        {"visit +kazakhstan signing", "kazakhstan", "visit signing"},
                        {"visit -2019", "2019", "visit"},
                        {"COVID-19 2019", "2019", "COVID-19"},
                        {"2019年12月哈萨克斯坦", "2019年12月", "哈萨克斯坦"}};
  for (const Case& c : cases) {
    CAPTURE(c.before);
    const Question after = without_words(asking(c.before), c.words);
    CHECK_EQ(after.query.text, c.after);
    CHECK_FALSE(after.query.literal);
  }
  CHECK(without_words(asking("visit"), "elsewhere").query.literal);
}

TEST_CASE("question: four orders come round") {
  Question question;
  for (const Sort sort : {Sort::kNewestFirst, Sort::kOldestFirst, Sort::kTitle, Sort::kRelevance}) {
    question = in_next_order(question);
    CHECK_EQ(question.sort, sort);
  }
}

TEST_CASE("chips: each reading and limit stands for itself and can be taken away") {
  Question question = asking("kazakhstan visit");
  question.query.countries = {"ES", "none"};
  question.query.dates = {"2019-12"};
  question.query.rules = {"city"};
  question.query.translate = false;
  const std::vector<QueryReading> readings{
      {.kind = QueryReading::Kind::kCountry, .country = "KZ", .span = {}, .surface = "kazakhstan"}};
  std::string labels;
  std::string chinese;
  for (const Chip& chip : chips_of(question, readings, Labels{}, Language::kEnglish)) {
    labels += "[" + chip.label + "]";
    CHECK_NE(without_chip(question, chip), question);
  }
  for (const Chip& chip : chips_of(question, readings, Labels{}, Language::kChinese)) {
    chinese += "[" + chip.label + "]";
  }
  CHECK_EQ(labels,
           "[read kazakhstan = Kazakhstan][not translated][Spain][no country][2019-12]"
           "[shown by city]");
  CHECK_EQ(chinese,
           "[识别 kazakhstan = 哈萨克斯坦][不翻译][西班牙][无国家/地区][2019-12][依据 city]");
}

TEST_CASE("chips: without all of them everything is asked for") {
  Question question = asking("kazakhstan");
  question.query.countries = {"ES", "KZ"};
  question.query.literal = true;
  question.query.rules = {"city"};
  for (auto chips = chips_of(question, {}, Labels{}, Language::kEnglish); !chips.empty();
       chips = chips_of(question, {}, Labels{}, Language::kEnglish)) {
    question = without_chip(question, chips.back());
  }
  CHECK_EQ(question, asking("kazakhstan"));
}

}  // namespace bulletin::browse
