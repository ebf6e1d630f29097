#include "indexer/understanding/publisher.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {
namespace {

// `CN publisher OUC, KZ name Kazakhstan`: every piece of evidence, by code.
std::string evidence(const Publisher& publisher, std::string_view text) {
  std::string out;
  for (const CountryMention& mention : find_countries(ItemText::of("", text), publisher)) {
    for (const Evidence& e : mention.evidence) {
      out += (out.empty() ? "" : ", ") + mention.code + ' ' + e.rule + ' ' + e.surface;
    }
  }
  return out;
}

// `2-5 7`: the ends of the names that begin at byte 0.
std::string ends_at_start(const Publisher& publisher, std::string_view folded) {
  const PublisherMatcher matcher(publisher);
  std::vector<NameMatch> found;
  matcher.add_names_at(folded, 0, found);
  std::string out;
  for (const NameMatch& match : found) {
    out += (out.empty() ? "" : " ") + std::to_string(match.end);
  }
  return out;
}

const Publisher kHanoi{
    .names = {"Hanoi Open University", "Trường Đại học Mở Hà Nội", "河内开放大学", "河開"},
    .acronyms = {"HNOU"},
    .home_country = "VN"};

TEST_CASE("default_publisher: the Open University of China") {
  const Publisher& publisher = default_publisher();
  CHECK_EQ(publisher.home_country, "CN");
  CHECK_EQ(publisher.names.front(), "Open University of China");
  CHECK_EQ(publisher.acronyms.front(), "OUC");
  CHECK_EQ(publisher, Publisher(publisher));
  CHECK_FALSE(publisher == Publisher{});
}

TEST_CASE("find_countries: the configured publisher's names carry its rule and home country") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"English name", "Hanoi Open University opened", "VN publisher Hanoi Open University"},
      {"over a line break", "Hanoi\n Open University", "VN publisher Hanoi\n Open University"},
      {"with a hyphen", "Hanoi-Open University", "VN publisher Hanoi-Open University"},
      {"Vietnamese name", "TRƯỜNG đại học mở Hà Nội", "VN publisher TRƯỜNG đại học mở Hà Nội"},
      {"Chinese name", "访问河内开放大学", "VN publisher 河内开放大学"},
      {"Traditional characters", "訪問河內開放大學", "VN publisher 河內開放大學"},
      {"acronym", "the HNOU team", "VN publisher HNOU"},
      {"acronym in lower case is none", "the hnou team", ""},
      {"not within a word", "XHNOUs", ""},
      {"the longest name wins", "河内开放大学", "VN publisher 河内开放大学"},
      {"the city alone is none of it", "in Hanoi", "VN city Hanoi"},
      {"the Open University of China is an institution like others",
       "the Open University of China (OUC)",
       "CN institution Open University of China, CN acronym OUC"},
      {"and so in Chinese", "国家开放大学", "CN institution 国家开放大学"},
      {"and its acronym", "the OUC", "CN institution OUC"},
      {"an acronym yields to the item's own brackets", "the Open University of Kenya (HNOU)",
       "KE institution Open University of Kenya, KE acronym HNOU"},
      {"the publisher's own brackets keep the rule", "Hanoi Open University (HOU); HOU",
       "VN publisher Hanoi Open University, VN publisher HOU, VN publisher HOU"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(evidence(kHanoi, c.text), c.expect);
  }
}

TEST_CASE("find_countries: a compiled publisher finds the same") {
  const std::string_view text = "Hanoi Open University met the Open University of China in Almaty.";
  const ItemText item = ItemText::of("", text);
  const PublisherMatcher matcher(kHanoi);
  CHECK_EQ(find_countries(item, matcher), find_countries(item, kHanoi));
  CHECK_EQ(rejected_countries(item, matcher), rejected_countries(item, kHanoi));
  CHECK_EQ(find_countries(item), find_countries(item, default_publisher()));
}

TEST_CASE("find_countries: publishers with little in them") {
  CHECK_EQ(evidence({}, "国家开放大学"), "CN institution 国家开放大学");
  CHECK_EQ(evidence({.names = {"", " ", "Radio Nowhere"}, .acronyms = {""}, .home_country = "XX"},
                    "Radio Nowhere and Kenya"),
           "KE name Kenya");
  CHECK_EQ(evidence({.names = {"Kenya Today"}, .acronyms = {}, .home_country = ""},
                    "Kenya Today reports"),
           "");
}

TEST_CASE("PublisherMatcher: names fold as text does and come ordered by length") {
  const Publisher publisher{.names = {"Côte d’Ivoire  Radio-TV", "Cote", "cote d'ivoire"},
                            .acronyms = {},
                            .home_country = "CI"};
  CHECK_EQ(ends_at_start(publisher, "cote d'ivoire radio tv"), "4 13 22");
  CHECK_EQ(ends_at_start(publisher, "cote d’ivoire \n radio-tv."), "4 15 26");
  CHECK_EQ(ends_at_start(publisher, "cot"), "");
  CHECK_EQ(ends_at_start(publisher, ""), "");
}

}  // namespace
}  // namespace bulletin
