// The dictionary from the senses of an entry to the table in a file.

#include "searcher/query/dictionary.hpp"

#include <fstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/query/dictionary/dictionary_builder.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

// `visit 0, call on 1`
std::string render(const std::vector<Gloss>& glosses) {
  std::string line;
  for (const Gloss& gloss : glosses) {
    line += (line.empty() ? "" : ", ") + gloss.text + ' ' + std::to_string(gloss.rank);
  }
  return line;
}

// `visit 0, call 1`
std::string render(const std::vector<DictionaryEntry>& entries) {
  std::string line;
  for (const DictionaryEntry& entry : entries) {
    line += (line.empty() ? "" : ", ") + std::string(entry.text) + ' ' + std::to_string(entry.rank);
  }
  return line;
}

void write(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string small_table() {
  DictionaryBuilder builder;
  builder.add_name("Almaty", "阿拉木图");
  builder.add_word("圖書館", read_glosses(std::vector<std::string>{"library"}));
  builder.add_word("书库",
                   read_glosses(std::vector<std::string>{"a store room for books; library"}));
  builder.add_word("学习", read_glosses(std::vector<std::string>{"to learn; to study"}));
  builder.add_word("T恤", read_glosses(std::vector<std::string>{"T-shirt"}));
  return builder.table("test words");
}

TEST_CASE("read_glosses: a sense is cut to what a text would say") {
  struct Case {
    std::string_view what;
    std::vector<std::string> senses;
    std::string_view expect;
  };
  const Case cases[] = {
      {"synonyms stand between semicolons",
       {"to visit; to call on (sb)"},
       "to visit 0, to call on 1"},
      {"senses follow one another", {"university", "college"}, "university 0, college 1"},
      {"an explanation follows a comma",
       {"Tangshan, prefecture-level city in Hebei"},
       "Tangshan 0"},
      {"rare meanings rank lower", {"(archaic) library; shelf"}, "library 4, shelf 5"},
      {"a label of use does not", {"(computing) library"}, "library 0"},
      {"nested brackets", {"shirt (worn (often) at home)"}, "shirt 0"},
      {"an open bracket ends the sense", {"shirt (worn"}, "shirt 0"},
      {"references give none",
       {"variant of 逼格[bi1 ge2]", "see 圖書館|图书馆[tu2 shu1 guan3]"},
       ""},
      {"surnames give none", {"surname Wang", "king"}, "king 0"},
      {"nothing but punctuation", {";;, (x)", ""}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(read_glosses(c.senses)), c.expect);
  }
}

TEST_CASE("dictionary: a word is found from both languages") {
  const test::TemporaryFolder folder;
  write(folder.at("table"), small_table());
  const auto dictionary = Dictionary::open(folder.at("table"));
  REQUIRE(dictionary);
  struct Case {
    std::string_view what, key, expect;
  };
  const Case cases[] = {
      {"Chinese to English", "图书馆", "library 0"},
      {"English stem to Chinese, best first", "librari", "图书馆 0, 书库 1"},
      {"every synonym", "学习", "learn 0, study 1"},
      {"a phrase by the stems of its content words", "store room book", "书库 0"},
      {"a name", "almati", "阿拉木图 0"},
      {"a name from Chinese", "阿拉木图", "almaty 0"},
      {"a key that is folded finds no unfolded one", "圖書館", ""},
      {"half a key", "图书", ""},
      {"a word of two scripts is left out", "t shirt", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(dictionary->find(c.key)), c.expect);
  }
  CHECK_EQ(dictionary->source(), "test words");
}

TEST_CASE("dictionary: a file that is none is not opened") {
  const test::TemporaryFolder folder;
  const std::string table = small_table();
  std::string other_analyzer = table;
  const std::size_t id = other_analyzer.find(analyzer_id());
  REQUIRE_NE(id, std::string::npos);
  other_analyzer[id] = '?';
  struct Case {
    std::string_view what, bytes;
  };
  const std::string longer = table + "x";
  const Case cases[] = {
      {"empty", ""},
      {"text", "this is no dictionary, and longer than a header"},
      {"cut short", std::string_view(table).substr(0, table.size() - 1)},
      {"longer than it says", longer},
      {"made for another analyzer", other_analyzer},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    write(folder.at("table"), c.bytes);
    CHECK_FALSE(Dictionary::open(folder.at("table")));
  }
  CHECK_FALSE(Dictionary::open(folder.at("missing")));
  CHECK_FALSE(Dictionary::open(folder.at("")));
}

TEST_CASE("dictionary: damaged numbers give wrong words, never bytes outside the file") {
  const test::TemporaryFolder folder;
  std::string table = small_table();
  for (std::size_t at = 24; at < 48; ++at) {  // Offsets begin behind a header of 24 bytes.
    table[at] = '\xFF';
  }
  write(folder.at("table"), table);
  const auto dictionary = Dictionary::open(folder.at("table"));
  REQUIRE(dictionary);
  for (const std::string_view key : {"图书馆", "librari", "almati", "", "zzz"}) {
    CHECK_LE(dictionary->find(key).size(), 24);
  }
}

}  // namespace
}  // namespace bulletin
