// Words of a query in the other language, and the query that they make.

#include "searcher/query/translator.hpp"

#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/query/dictionary/dictionary_builder.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/query/text_query.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

Dictionary made_dictionary() {
  const std::pair<std::string_view, std::vector<std::string>> words[] = {
      {"图书馆", {"library"}},
      {"书库", {"storehouse; library"}},
      {"学习", {"to learn; to study"}},
      {"研究", {"to study"}},
      {"中心", {"center; centre"}},
      {"学习中心", {"study centre"}},
      {"馆", {"library"}},
      {"大学", {"university"}},
      {"剑桥大学", {"University of Cambridge"}},
  };
  DictionaryBuilder builder;
  for (const auto& [chinese, senses] : words) {
    builder.add_word(chinese, read_glosses(senses));
  }
  const test::TemporaryFolder folder;
  std::ofstream(folder.at("table"), std::ios::binary) << builder.table("test words");
  return *Dictionary::open(folder.at("table"));  // Stays mapped when the folder goes.
}

// An index of 1000 items; a term that is not named is in none.
Translator translator(std::map<std::string, std::size_t> items) {
  static const Dictionary dictionary = made_dictionary();
  items.emplace("", 1000);
  return {dictionary, [items = std::move(items)](const std::string& term) -> std::size_t {
            const auto found = items.find(term);
            return found == items.end() ? 0 : found->second;
          }};
}

const std::map<std::string, std::size_t>& both_languages() {
  static const std::map<std::string, std::size_t> items{
      {"Zlibrari", 10}, {"B图书", 20},   {"B书馆", 10},    {"B书库", 2},   {"Zstudi", 30},
      {"B学习", 30},    {"B研究", 90},   {"B中心", 40},    {"Zcentr", 30}, {"Zlearn", 5},
      {"B大学", 300},   {"Zunivers", 9}, {"Zcambridg", 1}, {"B习中", 8},   {"Zcenter", 1}};
  return items;
}

// `library=图书馆,书库 centre=中心`
std::string render(const std::vector<Translation>& translations) {
  std::string line;
  for (const Translation& translation : translations) {
    line += (line.empty() ? "" : " ") + translation.surface;
    for (const TranslatedName& name : translation.names) {
      line += (&name == &translation.names.front() ? '=' : ',') + name.text;
    }
  }
  return line;
}

struct Case {
  std::string_view what, query, expect;
};

TEST_CASE("translate: words and longest phrases, as far as the index has them") {
  const Case cases[] = {
      {"English to Chinese, best first", "Libraries", "Libraries=图书馆,书库"},
      {"rank and presence both count", "studying", "studying=研究,学习"},
      {"a phrase goes before its words", "a study centre", "study centre=学习中心"},
      {"stop words inside a phrase", "university of Cambridge and library",
       "university=大学 library=图书馆,书库"},
      {"Chinese to English", "图书馆", "图书馆=library"},
      {"Traditional", "圖書館", "圖書館=library"},
      {"longest first", "剑桥大学图书馆", "剑桥大学=university cambridge 图书馆=library"},
      {"unknown between known", "在图书馆学习了", "图书馆=library 学习=learn,study"},
      {"a lone character", "馆", "馆=library"},
      {"both languages", "library 学习", "library=图书馆,书库 学习=learn,study"},
      {"unknown words", "zebra 斑马", ""},
      {"stop words", "to be or not to be", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(translator(both_languages()).translate(c.query, analyzer())), c.expect);
  }
}

TEST_CASE("translate: a name that no item has is dropped, and a phrase gives way to its words") {
  auto items = both_languages();
  items.erase("B习中");
  CHECK_EQ(render(translator(items).translate("study centre", analyzer())),
           "study=研究,学习 centre=中心");
  CHECK_EQ(render(translator({}).translate("study centre library", analyzer())), "");
}

TEST_CASE("translate: a rare name weighs no more than the typed word") {
  const auto weight = [](std::size_t typed, std::size_t named) {
    return translator({{"Zlibrari", typed}, {"B图书", named}, {"B书馆", named}})
        .translate("library", analyzer())
        .at(0)
        .weight;
  };
  CHECK_EQ(weight(0, 10), 1.0);
  CHECK_EQ(weight(10, 10), 1.0);
  CHECK_EQ(weight(10, 400), 1.0);
  CHECK_LT(weight(400, 1), 0.2);
  CHECK_EQ(weight(1000, 1), 0.0);
}

SearchQuery build(QueryRequest request) {
  Translator words = translator(both_languages());
  return build_query(request, analyzer(), &words);
}

TEST_CASE("build_query: plain words are translated, exact ones are not") {
  const Case cases[] = {
      {"plain word", "library", "library=图书馆,书库"},
      {"word of a group", "zebra (library)", "library=图书馆,书库"},
      {"alternative", "zebra OR library", "library=图书馆,书库"},
      {"beside a country that was read", "Kazakhstan library", "library=图书馆,书库"},
      {"phrase", "\"library\"", ""},
      {"required", "+library", ""},
      {"excluded", "zebra -library", ""},
      {"prefix", "librar*", ""},
      {"field", "country:KZ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(build({.text = std::string(c.query)}).translations), c.expect);
  }
  CHECK(build({.text = "library", .translate = false}).translations.empty());
  CHECK(build({.text = "library", .literal = true}).translations.empty());
}

TEST_CASE("build_query: names are one synonym group beside the typed word") {
  const std::string query = build({.text = "library"}).match.get_description();
  CHECK_NE(query.find("Zlibrari OR 0.8"), std::string::npos);
  CHECK_NE(query.find(" SYNONYM "), std::string::npos);
  CHECK_EQ(build({.text = "Zebra"}).match.get_description(), "Query(Zzebra)");
}

TEST_CASE("build_query: names are marked, Chinese ones only whole") {
  const Needles english = build({.text = "library"}).needles;
  REQUIRE_EQ(english.runs.size(), 2);
  CHECK(english.runs[0].characters == U"图书馆");
  CHECK_EQ(english.runs[0].borders, std::vector<std::size_t>{0, 3});
  const Needles chinese = build({.text = "剑桥大学"}).needles;
  CHECK_EQ(chinese.stems, std::set<std::string>{"cambridg", "univers"});
}

TEST_CASE("build_query: translations keep to their budget") {
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    text += "library 学习 ";
  }
  CHECK_LE(build({.text = text}).match.get_length(), kMaxQueryTerms + kMaxNameTerms);
  text.clear();
  for (int i = 0; i < 500; ++i) {
    text += "library -zebra ";  // Each word is a clause of its own.
  }
  const SearchQuery query = build({.text = text});
  CHECK_LE(query.match.get_length(), kMaxQueryTerms + kMaxNameTerms);
}

}  // namespace
}  // namespace bulletin
