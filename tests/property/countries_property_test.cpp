// What must hold for every text: evidence quotes the original, unrelated text changes nothing,
// script does not matter, and no bytes throw.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/country_readings.hpp"

namespace bulletin {
namespace {

// Sentences that name places, in every way there is.
const std::vector<std::string> kSentences = {
    "A team travelled to Kazakhstan and met in Nur-Sultan. ",
    "代表团访问赞比亚和博茨瓦纳。",
    "The Open University of China (OUC) met KNOU. ",
    "中吉合作的吉布提鲁班工坊开班。",
    "國立空中大學師生前往寮國永珍。",
    "Michael Jordan and Mr. Israel Moreno of Granada came. ",
    "Courses in French for Malaysian teachers. ",
    "Cambridge, Massachusetts, and London, Ontario. ",
    "阿曼达·吐尔逊在乌鲁木齐学习西班牙语。",
    "Sino-German talks in Türkiye; São Paulo. ",
    "Ｋｅｎｙａ hosts the Open University of Kenya (OUK). ",
    "喬治亞駐日大使訪問雪梨大學。",
};
// Sentences that name none, and stand for the rest of a bulletin.
const std::vector<std::string> kUnrelated = {
    "Three lecturers spoke about marking. ",
    "The library was on their route. ",
    "会议讨论了课程建设。",
    "與會者參觀了圖書館。",
    "On 12 May 2019 a plate was unveiled. ",
};
// The same place in Traditional and Simplified characters.
const std::vector<std::pair<std::string, std::string>> kScripts = {
    {"國家開放大學代表團訪問馬來西亞。", "国家开放大学代表团访问马来西亚。"},
    {"香港都會大學與澳門大學簽約。", "香港都会大学与澳门大学签约。"},
    {"發展中國家的學員來自內蒙古。", "发展中国家的学员来自内蒙古。"},
    {"中韓雙方；英方代表；訪美。", "中韩双方；英方代表；访美。"},
    {"印度尼西亞、巴布亞新幾內亞、馬里蘭州。", "印度尼西亚、巴布亚新几内亚、马里兰州。"},
    {"道德國學大講堂；上海地區；今日本校。", "道德国学大讲堂；上海地区；今日本校。"},
};

std::set<std::string> codes_of(std::string_view title, std::string_view text) {
  std::set<std::string> codes;
  for (const CountryMention& mention : find_countries(ItemText::of(title, text))) {
    codes.insert(mention.code);
  }
  return codes;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    text += part;
  }
  return text;
}

rc::Gen<std::vector<std::string>> sentences() {
  return rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kSentences));
}

// Places among arbitrary bytes: mostly ill-formed UTF-8 around well-formed names.
rc::Gen<std::string> noisy_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
                          rc::gen::elementOf(kSentences), rc::gen::arbitrary<std::string>())),
                      joined);
}

void check_quotes(const std::string& title, const std::string& text) {
  std::string last_code;
  for (const CountryMention& mention : find_countries(ItemText::of(title, text))) {
    RC_ASSERT(last_code < mention.code);
    RC_ASSERT(country_label(mention.code).has_value());
    RC_ASSERT(!mention.evidence.empty());
    last_code = mention.code;
    std::size_t last_end = 0;
    TextField last_field = TextField::kTitle;
    for (const Evidence& e : mention.evidence) {
      const std::string& field = e.field == TextField::kTitle ? title : text;
      last_end = e.field == last_field ? last_end : 0;
      RC_ASSERT(last_field <= e.field);
      RC_ASSERT(last_end <= e.begin_byte && e.begin_byte < e.end_byte);
      RC_ASSERT(e.end_byte <= field.size());
      RC_ASSERT(field.substr(e.begin_byte, e.end_byte - e.begin_byte) == e.surface);
      last_end = e.end_byte;
      last_field = e.field;
    }
  }
}

TEST_CASE("find_countries: evidence quotes the original, in order, whatever the bytes") {
  CHECK(rc::check([] { check_quotes(*noisy_text(), *noisy_text()); }));
}

TEST_CASE("find_countries: arbitrary bytes never throw") {
  CHECK(rc::check([](const std::string& title, const std::string& text) {
    check_quotes(title, text);
    static_cast<void>(country_from_name(text));
    for (const QueryCountry& country : read_query_countries(text)) {
      RC_ASSERT(country.begin_byte < country.end_byte && country.end_byte <= text.size());
    }
  }));
}

TEST_CASE("find_countries: an unrelated sentence removes no country and adds none") {
  CHECK(rc::check([] {
    std::vector<std::string> parts = *sentences();
    const std::set<std::string> before = codes_of("", joined(parts));
    const auto at = *rc::gen::inRange<std::size_t>(0, parts.size() + 1);
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), *rc::gen::elementOf(kUnrelated));
    RC_ASSERT(codes_of("", joined(parts)) == before);
  }));
}

TEST_CASE("find_countries: a whole item keeps what its sentences show") {
  CHECK(rc::check([] {
    const std::vector<std::string> parts = *sentences();
    const std::set<std::string> whole = codes_of("", joined(parts));
    for (const std::string& part : parts) {
      for (const std::string& code : codes_of("", part)) {
        RC_ASSERT(whole.contains(code));
      }
    }
  }));
}

TEST_CASE("find_countries: Traditional and Simplified text show the same countries") {
  CHECK(rc::check([] {
    const auto pairs = *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
        rc::gen::elementOf(kScripts));
    std::string traditional;
    std::string simplified;
    for (const auto& [from, to] : pairs) {
      traditional += from;
      simplified += to;
    }
    RC_ASSERT(codes_of("", traditional) == codes_of("", simplified));
    const FoldedText folded = FoldedText::fold(traditional);
    RC_ASSERT(codes_of("", folded.text()) == codes_of("", traditional));
  }));
}

TEST_CASE("read_names: names do not overlap") {
  CHECK(rc::check([] {
    const std::string text = *noisy_text();
    const ItemText item = ItemText::of("", text);
    std::size_t last_end = 0;
    for (const NameReading& reading : read_names(item)) {
      if (reading.countries != 0) {
        RC_ASSERT(last_end <= reading.match.begin);
        last_end = reading.match.end;
      }
    }
  }));
}

}  // namespace
}  // namespace bulletin
