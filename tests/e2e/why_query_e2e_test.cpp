// bulletin-search why ID QUERY: why an item is there, or what keeps it out.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

Finished why(const Words& arguments) {
  Words all{"--db", small_index(), "why"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return bulletin_search(all);
}

}  // namespace

TEST_CASE("why query: a hit with its rank and the score of each part") {
  const Finished hit =
      why({"--json", "--no-translate", "kz", "library", "哈萨克", "2019-12", "turnip"});
  CHECK_EQ(hit.err, "");
  CHECK_EQ(hit.status, 0);
  const ordered_json told = ordered_json::parse(hit.out);
  CHECK_EQ(keys_of(told),
           "schema id query readings notes is_hit rank total score clauses title "
           "title_highlights text text_highlights");
  const ordered_json found = search_json(small_index(), {"library", "哈萨克", "2019-12", "turnip"});
  CHECK_EQ(found["hits"][told["rank"].get<std::size_t>() - 1]["id"], "kz");
  CHECK_EQ(told["total"], found["total"]);
  CHECK_EQ(told["title_highlights"].dump(), "[[16,23]]");
  double sum = 0;
  std::string clauses;
  for (const ordered_json& clause : told["clauses"]) {
    CHECK_EQ(keys_of(clause), "kind occur text matches keeps_out score words has");
    clauses += clause["kind"].get<std::string>() + ' ' + clause["text"].get<std::string>() + ' ' +
               clause["occur"].get<std::string>() + ' ' + clause["matches"].dump() + "; ";
    sum += clause["score"].get<double>();
  }
  CHECK_EQ(clauses,
           "country 哈萨克 should true; words library turnip should true; "
           "date 2019-12 limit true; ");
  CHECK_EQ(sum, doctest::Approx(told["score"].get<double>()));
}

TEST_CASE("why query: what keeps an item out, in words") {
  struct Case {
    Words arguments;
    std::string line;
  };
  const Case cases[] = {
      {{"two", "centres", "2019-12"}, "kept out by date: 2020-03 is outside 2019-12\n"},
      {{"--country", "ES", "kz"}, "kept out by country: KZ is outside ES\n"},
      {{"zh-gongsi", "date:2019", "公司"}, "kept out by date: the item has none, asked is 2019\n"},
      {{"zh-gongsi", "招商", "-公司"}, "kept out by words -公司: the item has it\n"},
      {{"zh-shang", "工商"}, "kept out by words 工商: not in the item\n"},
      {{"zh-shang", "工商"}, "  word 工商: not in the item; near: 工作\n"},
      {{"kz", "\"books library\""},
       "kept out by phrase \"books library\": its words are there, not together\n"},
      {{"kz", "--", "-library"}, "kept out by words -library: the item has it\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(joined(c.arguments));
    const Finished told = why(c.arguments);
    CHECK_EQ(told.err, "");
    CHECK_EQ(told.status, 1);
    CHECK(told.out.find(": no hit\n") != std::string::npos);
    CHECK_MESSAGE(told.out.find(c.line) != std::string::npos, told.out);
  }
}

TEST_CASE("why query: the page, byte for byte") {
  CHECK_EQ(why({"--no-translate", "zh-kz", "图书馆", "readers"}).out,
           "zh-kz: hit 1 of 5, score 1.971\n"
           "\n"
           "words 图书馆 readers: score 1.971\n"
           "  word 图书馆: 1 in the title, 2 in the text\n"
           "  word readers: not in the item\n"
           "\n"
           "图书馆签署合作协议\n"
           "2019-12-25 · Kazakhstan 哈萨克斯坦 · 中文 · zh-kz\n"
           "\n"
           "双方图书馆将互借图书，读者表示欢迎。\n");
}

TEST_CASE("why query: no such item, no id, and an id alone explains the item itself") {
  const Finished missing = why({"nobody", "library"});
  CHECK_EQ(missing.status, 1);
  CHECK_EQ(missing.err, "bulletin-search: cannot explain nobody: no such item\n");
  const Finished nameless = why({});
  CHECK_EQ(nameless.status, 2);
  CHECK(
      nameless.err.starts_with("bulletin-search: cannot read the command line: ID is required\n"));
  CHECK(why({"--json", "kz"}).out.find("\"rejected\"") != std::string::npos);
}

}  // namespace bulletin::test
