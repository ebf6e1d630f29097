// bulletin-search --group: each story once, in every format, and the numbers stay exact.

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

struct MadeIndex {
  TemporaryFolder folder;
  std::string path = folder.at("index");
};

// One story in English, its copy, its Chinese twin, and another item.
const std::string& twins_index() {
  static const MadeIndex made;
  static const std::string said = add(
      made.path,
      {made.folder.write(
          "a.jsonl",
          R"({"id":"en","title":"Delegation in Kazakhstan","text":"Five members visited Almaty and Pavlodar in Kazakhstan on 24 December 2019 and met bankers of the copper mine. They spoke about football courses, libraries and an exchange of teachers."})"
          "\n"
          R"({"id":"en2","title":"A delegation in Kazakhstan","text":"Five members visited Almaty and Pavlodar in Kazakhstan on 24 December 2019 and met bankers of the copper mine. They spoke about football courses, libraries and an exchange of teachers again."})"
          "\n"
          R"({"id":"zh","title":"代表团访问哈萨克斯坦","text":"2019年12月24日，代表团一行5人访问哈萨克斯坦阿拉木图、巴甫洛达尔，会见铜矿的银行家，商讨足球课程、图书馆与教师交流。"})"
          "\n"
          R"({"id":"spain","title":"Courses in Spain","text":"Football courses were discussed in Madrid on 3 May 2018."})"
          "\n")});
  return made.path;
}

ordered_json grouped(const Words& arguments) {
  Words all{"--group"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return search_json(twins_index(), all);
}

std::set<std::string> story_of(const ordered_json& hit) {
  std::set<std::string> ids{hit["id"].get<std::string>()};
  for (const std::string id : hit["group"]) {
    ids.insert(id);
  }
  return ids;
}

}  // namespace

TEST_CASE("group: a story is shown once, the total and the facets stay those of items") {
  const ordered_json result = grouped({});
  CHECK_EQ(keys_of(result),
           "schema query readings translations sounds notes total stories hits facets");
  CHECK_EQ(result["total"], 4);
  CHECK_EQ(result["stories"], 2);
  REQUIRE_EQ(result["hits"].size(), 2);
  CHECK(keys_of(result["hits"][0]).ends_with(" url also group"));
  CHECK_EQ(story_of(result["hits"][0]), std::set<std::string>{"en", "en2", "zh"});
  CHECK_EQ(story_of(result["hits"][1]), std::set<std::string>{"spain"});
  CHECK_EQ(result["facets"], search_json(twins_index(), {})["facets"]);
  const ordered_json plain = search_json(twins_index(), {"--no-group"});
  CHECK_FALSE(plain.contains("stories"));
  CHECK_FALSE(plain["hits"][0].contains("group"));
  CHECK_EQ(plain["hits"].size(), 4);
}

TEST_CASE("group: pages count stories, in every order, and what is no hit is in no story") {
  for (const std::string sort : {"relevance", "date", "-date", "title"}) {
    CAPTURE(sort);
    const ordered_json first = grouped({"--sort", sort, "--limit", "1"});
    const ordered_json second = grouped({"--sort", sort, "--limit", "1", "--offset", "1"});
    REQUIRE_EQ(first["hits"].size(), 1);
    REQUIRE_EQ(second["hits"].size(), 1);
    CHECK_EQ(second["hits"][0]["rank"], 2);
    CHECK_EQ(first["hits"][0]["id"], search_json(twins_index(), {"--sort", sort})["hits"][0]["id"]);
    CHECK_EQ(story_of(first["hits"][0]).size() + story_of(second["hits"][0]).size(), 4);
    CHECK(grouped({"--sort", sort, "--offset", "2"})["hits"].empty());
  }
  const ordered_json chinese = grouped({"--lang", "zh"});
  CHECK_EQ(chinese["total"], 1);
  CHECK_EQ(chinese["stories"], 1);
  CHECK_EQ(chinese["hits"][0]["group"].dump(), "[]");
  CHECK_FALSE(chinese["hits"][0]["also"].empty());
}

TEST_CASE("group: each format says what stands with a hit") {
  const auto out = [](const Words& more) {
    Words all{"--db", twins_index(), "--no-translate", "--no-facets", "--group", "--sort", "title"};
    all.insert(all.end(), more.begin(), more.end());
    return bulletin_search(all).out;
  };
  const std::string text = out({});
  CHECK(text.starts_with("4 items in 2 stories\n\n"));
  CHECK(text.find("\n 1. 代表团访问哈萨克斯坦\n") != std::string::npos);
  CHECK(text.find("    also in English: A delegation in Kazakhstan (en2)\n"
                  "    also in English: Delegation in Kazakhstan (en)\n") != std::string::npos);
  CHECK(out({"--lang", "en"}).find("    near copy: en\n    also in 中文: ") != std::string::npos);
  CHECK_EQ(out({"--format", "ids"}), "zh\nspain\n");
  CHECK(out({"--format", "csv"})
            .starts_with(
                "rank,id,score,title,date,countries,kinds,lang,url,source,snippet,group\r\n1,zh,"));
  CHECK(out({"--format", "csv"}).find(",en2 en\r\n") != std::string::npos);
  CHECK(out({"--format", "tsv"}).find("\ten2 en\n") != std::string::npos);
  CHECK(out({"--format", "markdown"}).find("   Also: A delegation in Kazakhstan \\(en2\\); ") !=
        std::string::npos);
  const std::string feed = out({"--format", "rss"});
  CHECK(feed.find("4 items in 2 stories</description>") != std::string::npos);
  CHECK(feed.find(">en2<") == std::string::npos);
  CHECK_EQ(json_lines(out({"--format", "jsonl"}))[0]["group"].dump(), R"(["en2","en"])");
}

TEST_CASE("group: the configuration file can make it the rule") {
  const TemporaryFolder folder;
  const std::string file = folder.write("config.toml", "group = true\n");
  const auto ids = [&](const Words& more) {
    Words all{"--config", file, "--db", twins_index(), "--format", "ids"};
    all.insert(all.end(), more.begin(), more.end());
    return std::ranges::count(bulletin_search(all).out, '\n');
  };
  CHECK_EQ(ids({}), 2);
  CHECK_EQ(ids({"--no-group"}), 4);
}

TEST_CASE("group: a whole answer at once says the same as one read in parts") {
  Searcher searcher(twins_index());
  const SearchResult whole = searcher.search({.query = {.translate = false}, .group = true});
  const OpenedResult opened = searcher.open({.query = {.translate = false}, .group = true});
  const std::vector<Hit> read = searcher.read_hits(opened, 0, kAllHits);
  CHECK_EQ(whole.stories, opened.head.stories);
  REQUIRE_EQ(whole.hits.size(), read.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    REQUIRE(whole.hits[i].group.has_value());
    CHECK_EQ(whole.hits[i].group->size(), read[i].group->size());
  }
}

}  // namespace bulletin::test
