#include "searcher/search/near_misses.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"
#include "searcher/query/query_builder.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

const Xapian::Database& index() {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase fresh(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const DocumentBuilder builder;
    Bulletin english{.id = "1", .lang = "en", .text = "the library of the school"};
    english.countries.push_back({"KZ", {{.rule = "name"}}});
    english.dates.push_back({parse_span("2019-11").value(), {{.rule = "day"}}});
    fresh.add_document(builder.build(english));
    fresh.add_document(builder.build({.id = "2", .lang = "zh", .text = "招商公司来访，图书馆"}));
    fresh.add_document(builder.build({.id = "3", .lang = "en", .text = "a library"}));
    return fresh;
  }();
  return database;
}

// `libary~library:2 | without date 2019-12: 1`
std::string render(const NearMisses& found) {
  std::string line;
  for (const MissingWord& missing : found.missing) {
    line += missing.word;
    for (const IndexWord& word : missing.near) {
      line += '~' + word.word + ':' + std::to_string(word.items);
    }
    line += ' ';
  }
  for (const LooserSearch& looser : found.looser) {
    line += "| without " + std::string(part_kind_name(looser.kind)) + ' ' +
            (looser.occur == Occur::kMustNot ? "-" : "") + looser.text + ": " +
            std::to_string(looser.total) + ' ';
  }
  return line;
}

TEST_CASE("near_misses: which word is nowhere, and what would be found without a part") {
  struct Case {
    std::string_view what, query, expect;
  };
  const Case cases[] = {
      {"a typing error", "libary", "libary~library:2 "},
      {"a date", "library 2019-12", "| without date 2019-12: 2 "},
      {"a limit and a word", "country:KZ 公司", "| without country KZ: 1 | without words 公司: 1 "},
      {"an exclusion", "招商 -公司", "| without words -公司: 1 "},
      {"one of two required", "+library +turnip", "turnip | without words turnip: 2 "},
      {"a phrase of words that are there", "\"school library\" -turnip", ""},
      {"Chinese that is nowhere", "总统", "总统 "},
      {"an excluded word is not missing", "-library -招商",
       "| without words -library: 2 "
       "| without words -招商: 1 "},
      {"both at fault", "turnip zebra", "turnip zebra "},
  };
  const Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const SearchQuery query =
        build_query({.text = std::string(c.query), .today = 2020y / 6 / 15}, analyzer);
    CHECK_EQ(render(near_misses(index(), query, analyzer)), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
