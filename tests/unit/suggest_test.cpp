#include "searcher/search/suggest.hpp"

#include <utility>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/pipeline/suggestion_pass.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

struct Item {
  std::string_view title, text;
};

// An index in memory and its builder.
class SmallIndex {
 public:
  void add(const Item& item) {
    const std::string id = "i" + std::to_string(database_.get_lastdocid() + 1);
    written_.push_back(database_.add_document(builder_.build(make_bulletin(
        {.id = id, .title = std::string(item.title), .text = std::string(item.text)}))));
  }

  void remove(Xapian::docid item) { database_.delete_document(item); }

  void refresh(std::size_t removed = 0) {
    refresh_suggestions(database_, std::exchange(written_, {}), removed);
  }

  // `query=kind:items`, with a space between.
  [[nodiscard]] std::string suggested(std::string_view text, std::size_t limit = 10) const {
    std::string line;
    for (const Suggestion& suggestion : suggest(database_, text, limit)) {
      line += (line.empty() ? "" : " | ") + suggestion.query + '=' +
              std::string(kind_name(suggestion.kind)) + ':' + std::to_string(suggestion.items);
    }
    return line;
  }

  Xapian::WritableDatabase& database() { return database_; }

 private:
  Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
  DocumentBuilder builder_;
  std::vector<Xapian::docid> written_;
};

constexpr Item kItems[] = {
    {"", "A delegation from Kazakhstan came to Almaty in December 2019."},
    {"", "The libraries of Kazakhstan and Kenya lend books; Kazakh readers were glad."},
    {"", "A library, the library: libraries need Zhang Luanjiao, said Zhang Luanjiao."},
    {"", "国家开放大学代表团2019年1月访问哈萨克斯坦，在长沙和重庆开会。"},
    {"", "國家開放大學的留学生到了长沙。"},
};

void add_items(SmallIndex& index) {
  for (const Item& item : kItems) {
    index.add(item);
  }
}

TEST_CASE("suggest: words, names, countries, pinyin, initials and dates of the index") {
  SmallIndex index;
  add_items(index);
  index.refresh();
  struct Case {
    std::string_view what, typed, expect;
  };
  const Case cases[] = {
      {"a country before words", "kaz", "Kazakhstan=country:3 | kazakh=word:1"},
      {"capitals do not matter", "KAZ", "Kazakhstan=country:3 | kazakh=word:1"},
      {"what stands before stays", "Visit  to kaz",
       "Visit  to Kazakhstan=country:3 | Visit  to kazakh=word:1"},
      {"words as people write them, one of each stem", "libr", "libraries=word:2"},
      {"the one that is typed", "library", "library=word:2"},
      {"a name of two words", "zha", "长沙=name:2 | Zhang Luanjiao=name:1 | zhang=word:1"},
      {"the second word of a name", "with zhang lu",
       "with Zhang Luanjiao=name:1 | with zhang luanjiao=word:1"},
      {"a place as it is written", "alma", "Almaty=name:1"},
      {"a Chinese country", "哈", "哈萨克斯坦=country:3 | 哈萨克=name:1"},
      {"a name that ICU cuts", "国家开", "国家开放大学=name:2"},
      {"Traditional typed", "國家開", "国家开放大学=name:2"},
      {"the end of a Chinese text", "代表访问哈萨",
       "代表访问哈萨克斯坦=country:3 | 代表访问哈萨克=name:1"},
      {"pinyin", "hasa", "哈萨克斯坦=country:3 | 哈萨克=name:1"},
      {"pinyin with a space", "guojia k",
       "国家开放大学=name:2 | guojia Kazakhstan=country:3 | guojia Kenya=country:1 | guojia "
       "kazakh=word:1"},
      {"pinyin of a character with two readings", "changsha", "长沙=name:2"},
      {"half a syllable", "chongq", "重庆=name:1"},
      {"initials", "gjkfdx", "国家开放大学=name:2"},
      {"initials of a country", "hskst", "哈萨克斯坦=country:3"},
      {"a year and its months", "2019", "2019=year:2 | 2019-01=month:1 | 2019-12=month:1"},
      {"a month", "2019-1", "2019-01=month:1 | 2019-12=month:1"},
      {"a Chinese month", "2019年1", "2019年12月=month:1 | 2019年1月=month:1"},
      {"a stop word is none", "th", ""},
      {"nothing of the index", "zzz", ""},
      {"a country without items", "botsw", ""},
      {"nothing typed", "", ""},
      {"spaces", "   ", ""},
      {"ill-formed", "\xFF\xFE", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(index.suggested(c.typed), c.expect);
  }
}

TEST_CASE("suggest: a country has a name in the other language") {
  SmallIndex index;
  add_items(index);
  index.refresh();
  const auto name_of = [&](std::string_view typed) {
    const auto found = suggest(index.database(), typed, 1);
    return found.empty() ? std::string() : found[0].text + ' ' + found[0].name;
  };
  CHECK_EQ(name_of("kaz"), "Kazakhstan 哈萨克斯坦");
  CHECK_EQ(name_of("哈萨"), "哈萨克斯坦 Kazakhstan");
  CHECK_EQ(name_of("hasa"), "哈萨克斯坦 Kazakhstan");
}

TEST_CASE("suggest: as many as wanted, none twice") {
  SmallIndex index;
  add_items(index);
  index.refresh();
  CHECK_EQ(index.suggested("k", 1), "Kazakhstan=country:3");
  CHECK_EQ(index.suggested("k", 0), "");
}

TEST_CASE("suggest: without a table the terms are scanned") {
  SmallIndex index;
  add_items(index);
  CHECK_EQ(index.suggested("k"), "Kazakhstan=country:3 | Kenya=country:1 | kazakh=word:1");
  CHECK_EQ(index.suggested("libr"), "libraries=word:2");
  CHECK_EQ(index.suggested("国家"), "国家=word:2 | 国家开放大学=name:2");
  CHECK_EQ(index.suggested("gjkfdx"), "");
}

TEST_CASE("suggest: what has just come is completed, what has gone is not") {
  SmallIndex index;
  add_items(index);
  index.refresh();
  index.add({"", "An orchid grows in Madagascar."});
  CHECK_EQ(index.suggested("orc"), "orchid=word:1");
  CHECK_EQ(index.suggested("mada"), "Madagascar=country:1");
  for (Xapian::docid item = 1; item <= 3; ++item) {
    index.remove(item);
  }
  CHECK_EQ(index.suggested("kaz"), "Kazakhstan=country:1");
  CHECK_EQ(index.suggested("libr"), "");
  CHECK_EQ(index.suggested("zhang l"), "");
}

TEST_CASE("refresh_suggestions: a large index takes in only what is new") {
  SmallIndex index;
  for (int i = 0; i < 2000; ++i) {
    index.add({"", "turnip"});
  }
  index.refresh();
  const std::string whole = index.database().get_metadata("bulletin_suggest:at:0");
  index.add({"", "国家开放大学 orchid trained training"});
  index.refresh();
  CHECK_EQ(index.database().get_metadata("bulletin_suggest:at:0"), whole);
  CHECK_EQ(index.suggested("gjkfdx"), "国家开放大学=name:1");
  CHECK_EQ(index.suggested("o"), "orchid=word:1");
  index.add({"", "哈萨克斯坦的留学生"});
  index.refresh();
  CHECK_EQ(index.suggested("gjkfdx"), "国家开放大学=name:1");
  CHECK_EQ(index.suggested("liuxue"), "留学生=word:1");
  SUBCASE("an eighth of it changed: written anew") {
    for (int i = 0; i < 300; ++i) {
      index.add({"", "lesson"});
    }
    index.refresh();
    CHECK_EQ(index.database().get_metadata("bulletin_suggest:bt"), "");
    CHECK_EQ(index.suggested("gjkfdx"), "国家开放大学=name:1");
    CHECK_EQ(index.suggested("l"), "lesson=word:300");
  }
  SUBCASE("items of a killed run are taken in by the next") {
    index.add({"", "planet"});
    index.refresh();
    Xapian::WritableDatabase& database = index.database();
    database.add_document(DocumentBuilder().build(make_bulletin({.id = "lost", .text = "engine"})));
    index.add({"", "lesson"});
    index.refresh();
    CHECK_EQ(index.suggested("e"), "engine=word:1");
  }
}

TEST_CASE("suggest: a text of 100 kB costs no more than its end") {
  SmallIndex index;
  add_items(index);
  index.refresh();
  const std::string long_text(100'000, 'x');
  CHECK_EQ(index.suggested(long_text), "");
  CHECK_EQ(index.suggested(long_text + " kaz", 1), long_text + " Kazakhstan=country:3");
}

}  // namespace
}  // namespace bulletin
