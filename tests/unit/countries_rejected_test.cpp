#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/understanding/countries.hpp"

namespace bulletin {
namespace {

// `努尔苏丹: 苏丹 inside-longer-name SD; Congo no-witness CD`.
std::string rejected(std::string_view title, std::string_view text) {
  std::string out;
  for (const RejectedCountry& r : rejected_countries(ItemText::of(title, text))) {
    const std::string_view field = r.evidence.field == TextField::kTitle ? title : text;
    CHECK_EQ(field.substr(r.evidence.begin_byte, r.evidence.end_byte - r.evidence.begin_byte),
             r.evidence.surface);
    out += (out.empty() ? "" : "; ") + (r.because.empty() ? "" : r.because + ": ") +
           r.evidence.surface + ' ' + r.evidence.rule + ' ' + r.code;
  }
  return out;
}

TEST_CASE("rejected_countries: each reading with its reason") {
  struct Case {
    std::string_view text, expect;
  };
  const Case cases[] = {
      {"努尔苏丹", "努尔苏丹: 苏丹 inside-longer-name SD"},
      {"努爾蘇丹", "努爾蘇丹: 蘇丹 inside-longer-name SD"},
      {"印度尼西亚", "印度尼西亚: 印度 inside-longer-name IN"},
      {"白俄罗斯", "白俄罗斯: 俄罗斯 inside-longer-name RU"},
      {"索马里", "索马里: 马里 inside-longer-name ML"},
      {"内蒙古开放大学", "内蒙古: 蒙古 inside-longer-name MN"},
      {"发展中国家", "发展中国家: 中国 blocked CN"},
      {"印度洋", "印度洋: 印度 blocked IN"},
      {"增加纳税", "加纳 across-words GH"},
      {"马里兰州", "马里兰: 马里 inside-longer-name ML; 马里兰: 兰州 across-words CN"},
      {"法国语", "法国语: 法国 language FR"},
      {"South Sudan", "South Sudan: Sudan inside-longer-name SD"},
      {"the Indian Ocean", "Indian Ocean: Indian blocked IN"},
      {"Georgia Tech", "Georgia Tech: Georgia inside-longer-name GE"},
      {"a course in French", "French language FR"},
      {"Chad Smith came", "Chad person TD"},
      {"Congo", "Congo no-witness CD; Congo no-witness CG"},
      {"中吉合作，比什凯克", "中吉 other-meaning DJ"},
      {"the Open University of Catalonia (OUC)", "OUC expanded-otherwise CN"},
      {"Turkish coffee", "Turkish product TR"},
      {"瑞士军刀", "瑞士 product CH"},
      {"Kazakhstan", ""},
      {"Malian Omanis and turkey", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_EQ(rejected("", c.text), c.expect);
  }
}

TEST_CASE("rejected_countries: a country that the item shows elsewhere is not rejected") {
  CHECK_EQ(rejected("", "努尔苏丹和苏丹"), "");
  CHECK_EQ(rejected("Sudan", "South Sudan"), "");
}

TEST_CASE("rejected_countries: each reading once, title first, twenty at most") {
  CHECK_EQ(rejected("印度尼西亚", "索马里、印度尼西亚、索马里"),
           "印度尼西亚: 印度 inside-longer-name IN; 索马里: 马里 inside-longer-name ML");
  std::string text;
  for (const std::string_view name :
       {"French",  "German",    "Spanish",  "Polish",   "Greek",     "Thai",
        "Czech",   "Danish",    "Dutch",    "Swedish",  "Turkish",   "Korean",
        "Finnish", "Hungarian", "Italian",  "Japanese", "Lao",       "Khmer",
        "Nepali",  "Norwegian", "Romanian", "Russian",  "Ukrainian", "Vietnamese"}) {
    text += "a course in " + std::string(name) + ". ";
  }
  CHECK_EQ(rejected_countries(ItemText::of("", text)).size(), 20);
}

}  // namespace
}  // namespace bulletin
