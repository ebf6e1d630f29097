// Capitals in both languages and demonyms of all members of the United Nations.

#include "tests/unit/world_facts.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/unit/countries_case.hpp"

namespace bulletin {
namespace {

// Capitals that share their name: what the name says alone, while its country makes it sure.
constexpr CountryCase kShared[] = {
    {"St. John's", ""},                  // Newfoundland's too.
    {"圣约翰", ""},                      // A saint.
    {"圣地亚哥", ""},                    // San Diego too.
    {"San José", ""},                    // California's too.
    {"圣何塞", ""},     {"圣乔治", ""},  // Bermuda's too.
    {"Georgetown", ""},                  // Washington's too.
    {"巴斯特尔", ""},                    // Guadeloupe's too.
    {"Malé", ""},                        // Folds to an English word.
    {"亚伦", ""},                        // Aaron.
    {"Victoria", "CA"},  // Three capitals and a queen; that of British Columbia is the largest.
    {"维多利亚", ""},
};

std::string_view alone(const WorldFact& fact, std::string_view capital) {
  if (fact.code == "VC" && capital == "金斯敦") {
    return "JM";  // Chinese does not tell Kingstown from Kingston.
  }
  const auto* shared = std::ranges::find(kShared, capital, &CountryCase::text);
  return shared == std::end(kShared) ? fact.code : shared->expect;
}

TEST_CASE("find_countries: the capital of every member of the United Nations") {
  CHECK_EQ(std::size(kWorld), 195);
  for (const WorldFact& fact : kWorld) {
    const std::string english(fact.capital);
    const std::string chinese(fact.capital_zh);
    CAPTURE(english);
    CHECK_EQ(codes("", "The meeting was held in " + english + " last week."),
             alone(fact, fact.capital));
    CHECK_EQ(codes("", "会议在" + chinese + "举行。"), alone(fact, fact.capital_zh));
    CHECK_EQ(codes("", "代表团赴" + chinese + "访问"), alone(fact, fact.capital_zh));
  }
}

TEST_CASE("find_countries: a capital beside its country is in that country") {
  for (const WorldFact& fact : kWorld) {
    const auto label = country_label(fact.code);
    REQUIRE(label.has_value());
    const std::string english = "in " + std::string(fact.capital) + ", " + std::string(label->en);
    const std::string english_before =
        std::string(label->en) + "'s capital " + std::string(fact.capital);
    const std::string chinese = std::string(label->zh) + "首都" + std::string(fact.capital_zh);
    CAPTURE(english);
    CHECK_EQ(codes("", english), fact.code);
    CHECK_EQ(codes("", english_before), fact.code);
    CHECK_EQ(codes("", chinese), fact.code);
  }
}

TEST_CASE("find_countries: the people of every country") {
  int known = 0;
  for (const WorldFact& fact : kWorld) {
    if (fact.demonym.empty()) {
      continue;
    }
    ++known;
    const std::string demonym(fact.demonym);
    CAPTURE(demonym);
    CHECK_EQ(codes("", "Two " + demonym + " scholars spoke."), fact.code);
    CHECK_EQ(codes("", "the " + demonym + " embassy"), fact.code);
  }
  CHECK_EQ(known, 188);
}

}  // namespace
}  // namespace bulletin
