#include "searcher/search/near_words.hpp"

#include <string_view>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"

namespace bulletin {
namespace {

TEST_CASE("edit_distance: letters put in, taken out, changed or swapped, up to a limit") {
  struct Case {
    std::string_view what, a, b;
    std::size_t limit, expect;
  };
  const Case cases[] = {
      {"equal", "library", "library", 2, 0},
      {"changed", "library", "librory", 2, 1},
      {"put in", "library", "libraary", 2, 1},
      {"taken out", "library", "librry", 2, 1},
      {"neighbours swapped", "library", "lirbary", 2, 1},
      {"two edits", "library", "lebrory", 2, 2},
      {"beyond the limit", "library", "turnip", 2, 3},
      {"lengths alone go beyond the limit", "a", "abcdef", 2, 3},
      {"characters, not bytes", "图书馆", "图画馆", 2, 1},
      {"nothing and something", "", "ab", 2, 2},
      {"limit 0", "a", "b", 0, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(edit_distance(c.a, c.b, c.limit), c.expect);
    CHECK_EQ(edit_distance(c.b, c.a, c.limit), c.expect);
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    line += (line.empty() ? "" : " ") + word;
  }
  return line;
}

TEST_CASE("near_in_item: words of the item like one that is missing") {
  const Analyzer analyzer;
  const Bulletin item{.id = "1",
                      .lang = "zh",
                      .title = "Libraries and Delegates",
                      .text = "总理会见大学代表。總統訪問学校 library"};
  struct Case {
    std::string_view what, word, expect;
  };
  const Case cases[] = {
      {"half of the characters", "总裁", "总理 總統"},   {"a typing error", "libary", "library"},
      {"the same beginning", "delegation", "Delegates"}, {"nothing like it", "turnip", ""},
      {"nothing like it in Chinese", "图画", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(joined(near_in_item(item, c.word, analyzer)), c.expect);
  }
}

TEST_CASE("near_in_index: the nearest spelling first, then the one in most items") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const DocumentBuilder builder;
  for (const std::string_view text :
       {"library turnip", "library liberty", "library lobby visits", "图书馆 visit"}) {
    database.add_document(
        builder.build({.id = std::string(text), .lang = "en", .text = std::string(text)}));
  }
  const auto near = [&](std::string_view word) {
    std::vector<std::string> words;
    for (const IndexWord& found : near_in_index(database, word)) {
      words.push_back(found.word + ":" + std::to_string(found.items));
    }
    return joined(words);
  };
  CHECK_EQ(near("libary"), "library:3 liberty:1");
  CHECK_EQ(near("ilbrary"), "library:3");  // The first two letters swapped.
  CHECK_EQ(near("LIBRARX"), "library:3");
  CHECK_EQ(near("turnipp"), "turnip:1");
  CHECK_EQ(near("visjt"), "visit:2");  // Items with the word in any form; "visits" finds the same.
  CHECK_EQ(near("library"), "");       // It is there.
  CHECK_EQ(near("li"), "");
  CHECK_EQ(near("图画馆"), "");
  CHECK_EQ(near("zebra"), "");
}

}  // namespace
}  // namespace bulletin
