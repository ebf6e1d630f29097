#include "searcher/search/explanation.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"
#include "searcher/query/query_builder.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

const std::vector<Bulletin>& items() {
  static const std::vector<Bulletin> list = [] {
    Bulletin english{.id = "en",
                     .lang = "en",
                     .title = "A library visit",
                     .text = "Readers met at the open door."};
    english.countries.push_back({"KZ", {{.rule = "name"}}});
    english.dates.push_back({parse_span("2019-11").value(), {{.rule = "day"}}});
    Bulletin chinese{
        .id = "zh", .lang = "zh", .title = "招商公司来访", .text = "总理会见公司代表。"};
    return std::vector<Bulletin>{english, chinese};
  }();
  return list;
}

const Analyzer& analyzer() {
  static const Analyzer made;
  return made;
}

Explanation explained(std::size_t number, QueryRequest request) {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase fresh(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const DocumentBuilder builder;
    for (const Bulletin& item : items()) {
      fresh.add_document(builder.build(item));
    }
    return fresh;
  }();
  request.today = 2020y / 6 / 15;
  return explain(database, static_cast<Xapian::docid>(number + 1), items()[number],
                 build_query(request, analyzer()), analyzer());
}

// `words library +; date 2019-12 !(2019-11)`: + matches, ! keeps out, and what the item has.
std::string render(const Explanation& explanation) {
  std::string line = explanation.is_hit ? "hit:" : "no hit:";
  for (const PartReport& part : explanation.parts) {
    line += ' ' + std::string(part_kind_name(part.kind)) + '(' + part.text + ')' +
            (part.matches ? "+" : "-") + (part.keeps_out ? "!" : "");
    for (const std::string& value : part.has) {
      line += '[' + value + ']';
    }
  }
  return line;
}

TEST_CASE("explain: which parts match, and which keep the item out") {
  struct Case {
    std::string_view what, query, expect;
    std::size_t item = 0;
  };
  const Case cases[] = {
      {"a word", "library", "hit: words(library)+"},
      {"no word", "turnip", "no hit: words(turnip)-!"},
      {"one of two", "turnip \"open door\"", "hit: words(turnip)- phrase(open door)+"},
      {"a phrase the wrong way round", "\"door open\"", "no hit: phrase(door open)-!"},
      {"excluded", "library -readers", "no hit: words(library)+ words(readers)+!"},
      {"excluded and not there", "library -turnip", "hit: words(library)+ words(turnip)-"},
      {"required", "+turnip library", "no hit: words(turnip)-! words(library)+"},
      {"beginning", "read*", "hit: prefix(read)+"},
      {"alternatives", "turnip OR library", "hit: group(turnip OR library)+"},
      {"nested", "library (+turnip -door)", "no hit: words(library)+ group((+turnip -door))-!"},
      {"date read", "library 2019-12", "no hit: words(library)+ date(2019-12)-![2019-11]"},
      {"country read", "哈萨克 library", "hit: country(哈萨克)+[KZ] words(library)+"},
      {"limit to a country", "country:ES library", "no hit: country(ES)-![KZ] words(library)+"},
      {"language", "lang:zh library", "no hit: lang(zh)-![en] words(library)+"},
      {"another id", "id:zh", "no hit: id(zh)-![en]"},
      {"Chinese word", "公司", "hit: words(公司)+", 1},
      {"Chinese, characters apart", "招公", "no hit: words(招公)-!", 1},
      {"excluded in Chinese", "招商 -公司", "no hit: words(招商)+ words(公司)+!", 1},
      {"no country at all", "公司 country:KZ", "no hit: words(公司)+ country(KZ)-!", 1},
      {"nothing asked", "", "hit:"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Explanation explanation = explained(c.item, {.text = std::string(c.query)});
    CHECK_EQ(render(explanation), c.expect);
  }
}

TEST_CASE("explain: limits chosen beside the query are parts, too") {
  CHECK_EQ(render(explained(0, {.text = "library", .countries = {"ES", "KZ"}, .langs = {"zh"}})),
           "no hit: words(library)+ country(ES,KZ)+[KZ] lang(zh)-![en]");
}

TEST_CASE("explain: words with their places, and what is near a missing one") {
  const Explanation english = explained(0, {.text = "library libary"});
  const std::vector<WordReport> words{{.word = "library", .found = true, .in_title = 1},
                                      {.word = "libary", .near = {"library"}}};
  CHECK(english.parts.at(0).words == words);
  CHECK(english.title_highlights == std::vector<ByteRange>{{2, 9}});
  const Explanation chinese = explained(1, {.text = "总统"});
  CHECK_EQ(chinese.parts.at(0).words.at(0).near, std::vector<std::string>{"总理"});
  CHECK_FALSE(chinese.is_hit);
}

TEST_CASE("words_of: what is looked for one by one") {
  struct Case {
    std::string_view what, text;
    std::vector<std::string> expect;
  };
  const Case cases[] = {
      {"words but no stop words", "the visit to Almaty", {"visit", "Almaty"}},
      {"stop words where there is nothing else", "to be", {"to", "be"}},
      {"a short run whole", "招商局", {"招商局"}},
      {"a long run by its words", "国家开放大学", {"国家", "开放", "大学"}},
      {"both, each once", "visit 公司 visit", {"visit", "公司"}},
      {"nothing", "…", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(words_of(c.text, analyzer()), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
