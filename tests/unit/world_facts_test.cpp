// Capitals in both languages and demonyms of all members of the United Nations.

#include "tests/unit/world_facts.hpp"

#include <algorithm>
#include <initializer_list>
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

TEST_CASE("find_countries: capitals in Taiwan's wording") {
  for (const CountryCase& c : std::initializer_list<CountryCase>{
           {"奈洛比", "KE"},       {"杜篤瑪", "TZ"},       {"三蘭港", "TZ"},
           {"路沙卡", "ZM"},       {"里朗威", "MW"},       {"馬布多", "MZ"},
           {"溫荷克", "NA"},       {"嘉柏隆里", "BW"},     {"普勒托利亞", "ZA"},
           {"安塔那那利佛", "MG"}, {"路易士港", "MU"},     {"阿迪斯阿貝巴", "ET"},
           {"摩加迪休", "SO"},     {"吉布地市", "DJ"},     {"阿斯馬拉", "ER"},
           {"喀土木", "SD"},       {"班基", "CF"},         {"雅恩德", "CM"},
           {"雅溫德", "CM"},       {"馬拉布", "GQ"},       {"布拉薩市", "CG"},
           {"布拉薩", "CG"},       {"金夏沙", "CD"},       {"阿布札", "NG"},
           {"雅穆索戈", "CI"},     {"阿必尚", "CI"},       {"蒙羅維亞", "LR"},
           {"柯那克里", "GN"},     {"班竹", "GM"},         {"諾克少", "MR"},
           {"巴馬科", "ML"},       {"瓦加杜古", "BF"},     {"尼亞美", "NE"},
           {"洛梅", "TG"},         {"阿爾及爾", "DZ"},     {"的黎波里", "LY"},
           {"拉巴特", "MA"},       {"卡薩布蘭加", "MA"},   {"突尼斯", "TN"},
           {"永珍", "LA"},         {"奈比多", "MM"},       {"金邊", "KH"},
           {"斯里巴卡旺", "BN"},   {"狄力", "TL"},         {"可倫坡", "LK"},
           {"加德滿都", "NP"},     {"喀布爾", "AF"},       {"杜尚貝", "TJ"},
           {"比斯凱克", "KG"},     {"比什凱克", "KG"},     {"阿什哈巴特", "TM"},
           {"阿斯塔納", "KZ"},     {"努爾蘇丹", "KZ"},     {"阿拉木圖", "KZ"},
           {"巴庫", "AZ"},         {"葉里溫", "AM"},       {"提比里斯", "GE"},
           {"第比利斯", "GE"},     {"德黑蘭", "IR"},       {"巴格達", "IQ"},
           {"利雅德", "SA"},       {"杜哈", "QA"},         {"麥納瑪", "BH"},
           {"阿布達比", "AE"},     {"馬斯喀特", "OM"},     {"沙那", "YE"},
           {"貝魯特", "LB"},       {"大馬士革", "SY"},     {"尼古西亞", "CY"},
           {"雷克雅維克", "IS"},   {"塔林", "EE"},         {"維爾紐斯", "LT"},
           {"華沙", "PL"},         {"布拉提斯拉瓦", "SK"}, {"盧比安納", "SI"},
           {"札格瑞布", "HR"},     {"札格雷布", "HR"},     {"塞拉耶佛", "BA"},
           {"貝爾格勒", "RS"},     {"波德里查", "ME"},     {"史高比耶", "MK"},
           {"索菲亞", "BG"},       {"奇西瑙", "MD"},       {"基輔", "UA"},
           {"伯恩", "CH"},         {"瓦都茲", "LI"},       {"瓦勒他", "MT"},
           {"貝爾墨邦", "BZ"},     {"德古西加巴", "HN"},   {"馬納瓜", "NI"},
           {"巴拿馬市", "PA"},     {"京斯敦", "JM"},       {"京斯頓", "JM"},
           {"聖多明哥", "DO"},     {"卡拉卡斯", "VE"},     {"巴拉馬利波", "SR"},
           {"蒙特維多", "UY"},     {"聖地牙哥", "CL"},     {"坎培拉", "AU"},
           {"威靈頓", "NZ"},       {"莫士比港", "PG"},     {"摩士比港", "PG"},
           {"荷尼阿拉", "SB"},     {"維拉港", "VU"},       {"阿庇亞", "WS"},
           {"努瓜婁發", "TO"},     {"馬久羅", "MH"},       {"富那富提", "TV"},
           {"吉佳利", "RW"},       {"吉特加", "BI"},       {"布松布拉", "BI"},
           {"馬塞魯", "LS"},       {"墨巴本", "SZ"},       {"坎帕拉", "UG"},
           {"阿克拉", "GH"},       {"莫洛尼", "KM"},       {"聖多美", "ST"},
           {"培亞", "CV"},         {"拿索", "BS"},         {"卡斯翠", "LC"},
           {"西班牙港", "TT"},     {"胡志明市", "VN"},     {"帕利基爾", "FM"},
           {"奧斯陸", "NO"},
       }) {
    CAPTURE(c.text);
    CHECK_EQ(codes("", "會議在" + std::string(c.text) + "舉行。"), c.expect);
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
