// Search by sound through the real programs. Nothing here depends on the dictionary but what says
// so.

#include <fstream>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kItems =
    R"({"id":"hans","lang":"zh","title":"刘德华到访","text":"歌手刘德华参观长沙的银行。"}
{"id":"hant","lang":"zh","title":"演唱會","text":"歌手劉德華在廈門演唱。"}
{"id":"en","lang":"en","title":"A concert","text":"The singer Liu Dehua sang there."}
{"id":"spots","lang":"zh","text":"代表团参观了三处景点。"}
{"id":"classics","lang":"zh","text":"他们一起读经典。"}
{"id":"ouc","lang":"zh","text":"国家开放大学举办培训。"}
{"id":"ouc2","lang":"zh","text":"嘉宾访问国家开放大学。"}
{"id":"cq","lang":"zh","text":"重庆的老师来了。"}
)";

const std::string& index() {
  static const TemporaryFolder folder;
  static const std::string path = [] {
    add(folder.at("index"), {folder.write("items.jsonl", std::string(kItems))});
    return folder.at("index");
  }();
  return path;
}

ordered_json ask(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"--no-facets"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return search_json(index(), all);
}

std::string marked(const std::string& text, const ordered_json& ranges) {
  std::string line;
  for (const ordered_json& range : ranges) {
    const std::size_t begin = range.at(0);
    line += (line.empty() ? "" : " ") + text.substr(begin, range.at(1).get<std::size_t>() - begin);
  }
  return line;
}

TEST_CASE("sound: however liu dehua is typed, the characters are found and marked") {
  for (const std::string query :
       {"liudehua", "liu de hua", "LIU Dehua", "liú dé huá", "liu2 de2 hua2", "liu2de2hua2"}) {
    CAPTURE(query);
    const ordered_json result = ask({query});
    std::string by_sound;
    for (const ordered_json& hit : result.at("hits")) {
      if (hit.at("lang") == "en") {
        // What has all words as typed goes first; one syllable of a spelled name says little.
        CHECK_EQ(hit.at("rank"), query == "LIU Dehua" ? 1 : 3);
        CHECK_EQ(hit.at("sounds").dump(), "[]");
        continue;
      }
      by_sound += std::string(hit.at("id")) + ' ' + std::string(hit.at("sounds").at(0)) + ' ' +
                  marked(hit.at("snippet").at("text"), hit.at("snippet").at("highlights")) + ' ';
    }
    CHECK_NE(by_sound.find("hans 刘德华 刘德华 "), std::string::npos);
    CHECK_NE(by_sound.find("hant 刘德华 劉德華 "), std::string::npos);
    CHECK_EQ(result.at("sounds").dump(), R"([{"surface":")" + query + R"(","names":["刘德华"]}])");
  }
}

TEST_CASE("sound: characters of several readings") {
  const std::pair<const char*, const char*> cases[] = {
      {"changsha", "hans"}, {"xiamen", "hant"}, {"chongqing", "cq"}, {"yinhang", "hans"}};
  for (const auto& [query, id] : cases) {
    CAPTURE(query);
    CHECK_EQ(found_ids(index(), {query}), id);
  }
}

TEST_CASE("sound: the page says what was searched and why a hit is there") {
  const std::string page =
      bulletin_search({"--db", index(), "--no-facets", "--no-translate", "liudehua"}).out;
  CHECK_NE(page.find("by sound: liudehua 刘德华\n(--no-sound searches the words as typed)\n"),
           std::string::npos);
  CHECK_NE(page.find(" · by sound 刘德华\n"), std::string::npos);
}

TEST_CASE("sound: why names the clause") {
  const Finished why =
      bulletin_search({"why", "--db", index(), "--no-translate", "hant", "liudehua"});
  CHECK_EQ(why.status, 0);
  CHECK_NE(why.out.find("sound liudehua: score "), std::string::npos);
  const ordered_json clauses =
      ordered_json::parse(
          bulletin_search({"why", "--db", index(), "--json", "--no-translate", "hant", "liudehua"})
              .out)
          .at("clauses");
  CHECK_EQ(clauses.at(1).at("kind"), "sound");
  CHECK_EQ(clauses.at(1).at("text"), "liudehua");
  CHECK_EQ(clauses.at(1).at("matches"), true);
}

TEST_CASE("sound: it can be turned off, and phrases, required words and Chinese are as typed") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--no-sound", "liudehua"},
        {"--literal", "liudehua"},
        {"\"liudehua\""},
        {"+liudehua"},
        {"liudehua*"}}) {
    CAPTURE(arguments.front());
    CHECK_EQ(found_ids(index(), arguments), "");
  }
  CHECK_EQ(found_ids(index(), {"景点"}), "spots");
  CHECK_EQ(found_ids(index(), {"经典"}), "classics");
  CHECK_EQ(found_ids(index(), {"景点 -liudehua"}), "spots");
}

TEST_CASE("sound: a Chinese word that no item has is told with those of its sound") {
  const ordered_json nothing = ask({"精典"});
  CHECK_EQ(nothing.at("total"), 0);
  CHECK_EQ(nothing.at("near").at("missing").dump(),
           R"([{"word":"精典","total":0,"by":"sound","near":[{"word":"经典","total":1},)"
           R"({"word":"景点","total":1}]}])");
  // Parts of it are found, but not the name.
  const ordered_json parts = ask({"国家开房大学"});
  CHECK_GT(parts.at("total"), 0);
  CHECK_EQ(
      parts.at("near").at("missing").dump(),
      R"([{"word":"国家开房大学","total":0,"by":"sound","near":[{"word":"国家开放大学","total":2}]}])");
  CHECK_FALSE(ask({"国家开放大学"}).contains("near"));
  CHECK_FALSE(ask({"--no-sound", "国家开房大学"}).contains("near"));
  const std::string page =
      bulletin_search({"--db", index(), "--no-facets", "--no-translate", "国家开房大学"}).out;
  CHECK_NE(page.find("\nno item has 国家开房大学; same sound: 国家开放大学 (2)\n\n"),
           std::string::npos);
}

}  // namespace
}  // namespace bulletin::test
