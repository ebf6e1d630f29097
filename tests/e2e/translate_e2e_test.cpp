// Each language finds the other, through the real programs and the dictionary that was built with
// them. Where CC-CEDICT was not fetched only names of places are known, and the program says so.

#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kMissing =
    "no dictionary is installed: words are not translated (scripts/setup fetches it)";

ordered_json ask(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"--translate", "--no-facets"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return search_json(small_index(), all);
}

bool has_dictionary() {
  const ordered_json notes = ask({"library"}).at("notes");
  const bool missing = std::ranges::find(notes, kMissing) != notes.end();
  if (missing) {
    MESSAGE("skipped: CC-CEDICT is not there (scripts/setup fetches it)");
  }
  return !missing;
}

std::string ids(const ordered_json& result) {
  std::vector<std::string> list;
  for (const ordered_json& hit : result.at("hits")) {
    list.push_back(hit.at("id"));
  }
  std::ranges::sort(list);
  return joined(list);
}

TEST_CASE("translate: a word finds items of both languages") {
  if (!has_dictionary()) {
    return;
  }
  struct Case {
    std::string_view what, query, expect;
  };
  const Case cases[] = {
      {"English word", "library", "kz two zh-kz zh-shang"},
      {"Chinese word", "图书馆", "kz two zh-kz zh-shang"},
      {"Traditional word", "圖書館", "kz two zh-kz zh-shang"},
      {"another word", "football", "es"},
      {"from Chinese alone", "足球", "es"},
      {"to Chinese alone", "campus", "zh-gongsi"},
      {"a phrase stays in its language", "\"library\"", "kz two"},
      {"so does a required word", "+图书馆", "zh-kz zh-shang"},
      {"an exclusion excludes what is typed", "图书馆 -library", "zh-kz zh-shang"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(ids(ask({std::string(c.query)})), c.expect);
  }
}

TEST_CASE("translate: what was searched and why a hit is there are told") {
  if (!has_dictionary()) {
    return;
  }
  const ordered_json result = ask({"足球"});
  CHECK_EQ(result.at("translations").at(0).at("surface"), "足球");
  const ordered_json& names = result.at("translations").at(0).at("names");
  CHECK_NE(std::ranges::find(names, "football"), names.end());
  const ordered_json& hit = result.at("hits").at(0);
  CHECK_EQ(hit.at("translations"), names);
  CHECK_EQ(hit.at("title"), "Football courses go online");
  CHECK_EQ(hit.at("title_highlights").dump(), "[[0,8]]");
  const std::string page = bulletin_search({"--db", small_index(), "--no-facets", "足球"}).out;
  CHECK_NE(page.find("also searched: 足球 football"), std::string::npos);
  CHECK_NE(page.find("· found by football"), std::string::npos);
}

TEST_CASE("translate: an item that has the typed word is not called translated") {
  if (!has_dictionary()) {
    return;
  }
  const ordered_json result = ask({"library"});
  for (const ordered_json& hit : result.at("hits")) {
    CHECK_EQ(hit.at("translations").empty(), hit.at("lang") == "en");
  }
}

TEST_CASE("translate: it can be turned off") {
  for (const std::string off : {"--no-translate", "--literal"}) {
    CAPTURE(off);
    const ordered_json result = ask({off, "library"});
    CHECK_EQ(ids(result), "kz two");
    CHECK_EQ(result.at("translations").dump(), "[]");
    CHECK_EQ(result.at("notes").dump(), "[]");
  }
}

TEST_CASE("translate: names of places need no dictionary") {
  const TemporaryFolder folder;
  add(folder.at("index"),
      {folder.write("items.jsonl", R"({"id":"en","text":"The guests came from Maastricht."}
{"id":"zh","text":"来自马斯特里赫特的客人参观校园。"}
)")});
  for (const std::string query : {"Maastricht", "马斯特里赫特"}) {
    CAPTURE(query);
    CHECK_EQ(ids(search_json(folder.at("index"), {"--translate", "--no-facets", query})), "en zh");
  }
}

}  // namespace
}  // namespace bulletin::test
