// Every ISO 3166-1 country by the names that ICU knows it by: an oracle beside the tables, in
// English and in the Chinese of the mainland, Taiwan and Hong Kong.

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "tests/unit/countries_case.hpp"

namespace bulletin {
namespace {

constexpr std::array<const char*, 4> kLocales = {"en", "zh_Hans_CN", "zh_Hant_TW", "zh_Hant_HK"};

constexpr std::string_view kEnglish[] = {
    "Guests from X came yesterday.", "The delegation will visit X.",
    "X's minister of education spoke.", "The embassy of X Hosts a Reception.",
    "the ambassador (X) to the EU"};
constexpr std::string_view kChinese[] = {"来自X的客人昨天到访。", "代表團訪問X。", "驻X大使出席",
                                         "赴X访问", "X和欧盟"};

// ICU lists them beside the codes of ISO 3166-1; what they hold belongs to a country, or to none.
constexpr CountryCase kReserved[] = {{"DG", "IO"}, {"EA", "ES"}, {"IC", "ES"}, {"XK", ""}};

// Names that countries share: alone they say nothing.
constexpr std::string_view kShared[] = {"St. Martin"};  // The French and the Dutch half, MF and SX.

std::string icu_name(const std::string& code, const char* locale) {
  icu::UnicodeString name;
  icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale(locale), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

std::vector<std::string> iso_codes() {
  std::vector<std::string> found;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    if (std::ranges::find(kReserved, std::string_view(*code), &CountryCase::text) ==
        std::end(kReserved)) {
      found.emplace_back(*code);
    }
  }
  return found;
}

std::string fill(std::string_view sentence, const std::string& name) {
  std::string text(sentence);
  return text.replace(text.find('X'), 1, name);
}

std::span<const std::string_view> sentences(const char* locale) {
  return std::string_view(locale) == "en" ? std::span<const std::string_view>(kEnglish)
                                          : std::span<const std::string_view>(kChinese);
}

TEST_CASE("find_countries: each country by its English and Chinese names in ICU, and only it") {
  const std::vector<std::string> all = iso_codes();
  CHECK_EQ(all.size(), 249);
  for (const std::string& code : all) {
    for (const char* locale : kLocales) {
      const std::string name = icu_name(code, locale);
      const bool is_shared = std::ranges::find(kShared, name) != std::end(kShared);
      for (const std::string_view sentence : sentences(locale)) {
        const std::string text = fill(sentence, name);
        CAPTURE(text);
        CHECK_EQ(codes("", text), is_shared ? "" : code);
      }
    }
  }
}

TEST_CASE("find_countries: reserved codes are parts of countries") {
  for (const CountryCase& reserved : kReserved) {
    for (const char* locale : kLocales) {
      const std::string text =
          fill(sentences(locale).front(), icu_name(std::string(reserved.text), locale));
      CAPTURE(text);
      CHECK_EQ(codes("", text), reserved.expect);
    }
  }
}

TEST_CASE("find_countries: three countries in a row, neighbours by code and far apart") {
  const std::vector<std::string> all = iso_codes();
  for (const std::size_t gap : {1U, 50U}) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::array<std::string, 3> found = {all[i], all[(i + gap) % all.size()],
                                          all[(i + 2 * gap) % all.size()]};
      if (std::ranges::find(found, "MF") != found.end()) {
        continue;  // Shared, see above.
      }
      const auto name = [&](std::size_t n, const char* locale) {
        return icu_name(found[n], locale);
      };
      const std::string english = "Guests from " + name(0, "en") + ", " + name(1, "en") + " and " +
                                  name(2, "en") + " came.";
      const std::string chinese = "来自" + name(0, "zh_Hant_TW") + "、" + name(1, "zh_Hans_CN") +
                                  "和" + name(2, "zh_Hant_HK") + "的客人";
      std::ranges::sort(found);
      const std::string expect = found[0] + ' ' + found[1] + ' ' + found[2];
      CAPTURE(english);
      CHECK_EQ(codes("", english), expect);
      CAPTURE(chinese);
      CHECK_EQ(codes("", chinese), expect);
    }
  }
}

TEST_CASE("find_countries: verbs and words around a name cut nothing off it") {
  check_codes({
      {"赴法罗群岛访问", "FO"},
      {"赴法访问", "FR"},
      {"驻美属萨摩亚代表", "AS"},
      {"驻英属维尔京群岛办事处", "VG"},
      {"访英国际学校", "GB"},
      {"留美术馆", ""},
      {"驻汤加大使", "TO"},
      {"參加大學生運動會", ""},
      {"馬利和歐盟", "ML"},
      {"加纳利群岛", "ES"},
      {"Education Minister of Kenya Visits College", "KE"},
      {"Embassy of Jordan Donates Books", "JO"},
      {"the books of Jordan Smith", ""},
      {"the father of Chad Miller", ""},
  });
}

}  // namespace
}  // namespace bulletin
