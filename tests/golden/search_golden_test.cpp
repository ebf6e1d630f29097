// Whole pages and whole JSON objects of searches over a small archive, for readers to judge. After
// a change: UPDATE_GOLDEN=1 ctest -R golden, then read the diff like code.

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/support/golden.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kArchive = BULLETIN_TEST_DIR "/golden/";

// The index of archive.txt and seminar.md, made once a process.
const std::string& index() {
  static const test::TemporaryFolder folder;
  static const std::string path = folder.at("index");
  static const test::Finished made =
      test::run({"bulletin-index", "add", "--db", path, std::string(kArchive) + "archive.txt",
                 std::string(kArchive) + "seminar.md"});
  REQUIRE_MESSAGE(made.status == 0, made.err);
  return path;
}

void replace_all(std::string& text, std::string_view part, std::string_view with) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.replace(at, part.size(), with);
    at += with.size();
  }
}

test::Finished search(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"bulletin-search", "--db", index(), "--no-translate"});
  test::Finished finished = test::run(arguments);
  CHECK_EQ(finished.err, "");
  replace_all(finished.out, kArchive, "/golden/");  // Where the project lies is no part of it.
  return finished;
}

// Colours as signs that a reader sees: ⟦ and ⟧ around a match; bold and dim are left out.
std::string readable(std::string page) {
  constexpr std::string_view kPlain = "\033[0m";
  for (const std::string_view frame : {"\033[1m", "\033[2m"}) {
    for (auto at = page.find(frame); at != std::string::npos; at = page.find(frame)) {
      page.erase(page.find(kPlain, at), kPlain.size());
      page.erase(at, frame.size());
    }
  }
  replace_all(page, "\033[1;31m", "⟦");
  replace_all(page, kPlain, "⟧");
  return page;
}

struct Case {
  std::string name;
  std::vector<std::string> arguments;
  int status = 0;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> list{
      {"country_and_month_en", {"kazakhstan", "dec", "2019"}},
      {"country_and_month_zh", {"哈萨克斯坦", "2019年12月"}},
      {"study_centre_en", {"study", "centre", "zambia"}},
      {"study_centre_zh", {"学习中心"}},
      {"phrase_without_word", {"\"open university\" -library"}},
      {"country_newest_first", {"--country", "赞比亚", "--sort", "-date"}},
      {"everything", {}},
      {"half_typed", {"学习中心", "(study", "OR"}},
      {"nothing_found", {"zebra"}, 1},
  };
  return list;
}

TEST_CASE("page: what a person sees") {
  for (const Case& c : cases()) {
    CAPTURE(c.name);
    std::vector<std::string> arguments{"--color", "always"};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    const test::Finished finished = search(arguments);
    CHECK_EQ(finished.status, c.status);
    test::check_golden(c.name + ".txt", readable(finished.out));
  }
}

TEST_CASE("json: what a program reads") {
  for (const Case& c : cases()) {
    CAPTURE(c.name);
    std::vector<std::string> arguments{"--json"};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    const test::Finished finished = search(arguments);
    CHECK_EQ(finished.status, c.status);
    test::check_golden(c.name + ".json", test::readable_json(finished.out));
  }
}

TEST_CASE("item: why it has its dates and countries") {
  test::check_golden("item.txt", search({"show", "seminar-2021"}).out);
  test::check_golden("item.json",
                     test::readable_json(search({"show", "--json", "seminar-2021"}).out));
  const std::string found = search({"--json", "--lang", "zh", "哈萨克斯坦 2019年12月"}).out;
  const std::string id = ordered_json::parse(found).at("hits").at(0).at("id");
  test::check_golden("item_zh.txt", search({"show", id}).out);
}

TEST_CASE("page: without colour it says the same") {
  std::string marked = readable(search({"--color", "always", "学习中心"}).out);
  replace_all(marked, "⟦", "");
  replace_all(marked, "⟧", "");
  CHECK_EQ(search({"学习中心"}).out, marked);
}

}  // namespace
}  // namespace bulletin
