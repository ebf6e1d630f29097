// bulletin-index export: an index made again from it is the same index.

#include <algorithm>
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

#include "indexer/analysis/analyzer.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

std::string exported(const std::string& index) {
  const Finished all = bulletin_index({"export", "--db", index});
  REQUIRE_EQ(all.err, "");
  REQUIRE_EQ(all.status, 0);
  return all.out;
}

// What searches and items say, but for how long it took.
std::string answers(const std::string& index) {
  std::string all;
  for (const char* query : {"", "kazakhstan", "open university", "学习", "访问 2019", "lang:zh"}) {
    auto found = search_json(index, {"--limit", "all", query});
    found.erase("took_ms");
    found.erase("seconds");
    all += found.dump() + "\n";
  }
  for (const std::string& id : {std::string("e044"), std::string("z001"), std::string("fixed")}) {
    all += bulletin_search({"show", "--db", index, "--json", id}).out;
  }
  return all;
}

// An index with all that one can hold: two sources, a history, corrections of items that are there
// and of one that is not, another publisher, other keys, a path that is no UTF-8.
std::string full_index(const TemporaryFolder& folder) {
  const std::string publisher =
      folder.write("publisher.json", R"({"names":["Kazakh Radio"],"home_country":"KZ"})");
  const std::string index = folder.at("full");
  const auto add_file = [&](const std::string& name, const std::string& bytes) {
    const Finished end =
        bulletin_index({"add", "--db", index, "--publisher", publisher, folder.write(name, bytes)});
    REQUIRE_EQ(end.status, 0);
  };
  add_file("a.jsonl", R"({"id":"fixed","title":"Old","text":"Kazakh Radio went to Spain."})");
  add_file(
      "a.jsonl",
      R"({"id":"fixed","title":"New","text":"Kazakh Radio went to Zambia on 5 May 2019.","tags":["x",1.5],"lang":"en","published":"2019-05-06"})");
  add_file("b\xFF.txt", "One lead of Kazakhstan from 24-28 December 2019.");
  add_file("c.txt", "One lead of Kazakhstan from 24-28 December 2019.");
  add_file(
      "d.jsonl",
      R"({"id":"dated","text":"哈萨克斯坦代表团来访。","countries":["KZ","UK"],"dates":["2019-12","2020-01-02..2020-01-05","2018"]})");
  REQUIRE_EQ(bulletin_index({"set", "--db", index, "fixed", "country=ES,-ZM", "title=By hand",
                             "kind=visit", "date=2019-06"})
                 .status,
             0);
  REQUIRE_EQ(bulletin_index({"set", "--db", index, "dated", "country=-GB"}).status, 0);
  REQUIRE_EQ(bulletin_index({"remove", "--db", index, "dated"}).status, 0);
  return index;
}

}  // namespace

TEST_CASE("export: build and add make the same index again of it") {
  const TemporaryFolder folder;
  const std::string corpus = folder.at("corpus");
  add(corpus, {BULLETIN_CORPUS_DIR});
  for (const std::string& index : {corpus, full_index(folder)}) {
    CAPTURE(index);
    const std::string file = folder.write("all.jsonl", exported(index));
    for (const std::string command : {"build", "add"}) {
      CAPTURE(command);
      const std::string again = folder.at(command + "-again");
      std::filesystem::remove_all(again);
      const Finished end = bulletin_index({command, "--db", again, file});
      CHECK_EQ(end.err, "");
      CHECK_EQ(end.status, 0);
      CHECK_EQ(exported(again), read_file(file));
      CHECK_EQ(answers(again), answers(index));
      CHECK_EQ(bulletin_index({"check", "--db", again}).status, 0);
    }
  }
}

TEST_CASE("export: what a person has set waits for an item that is not there") {
  const TemporaryFolder folder;
  const std::string index = full_index(folder);
  const std::string again = folder.at("again");
  REQUIRE_EQ(
      bulletin_index({"build", "--db", again, folder.write("all.jsonl", exported(index))}).status,
      0);
  add(again, {folder.at("d.jsonl")});
  const auto item =
      nlohmann::json::parse(bulletin_search({"show", "--db", again, "--json", "dated"}).out);
  CHECK_EQ(item.at("countries").size(), 1);
}

TEST_CASE("export: what is set in an index goes before what an export says was set") {
  const TemporaryFolder folder;
  const std::string index = full_index(folder);
  const std::string file = folder.write("all.jsonl", exported(index));
  REQUIRE_EQ(bulletin_index({"set", "--db", index, "fixed", "--clear", "title=Later"}).status, 0);
  for (const std::string command : {"add", "build"}) {
    REQUIRE_EQ(bulletin_index({command, "--db", index, file}).status, 0);
    CHECK_EQ(bulletin_index({"set", "--db", index, "fixed"}).out, "fixed: title=\"Later\"\n");
  }
}

TEST_CASE("export: to sync it is a file of items like any other") {
  const TemporaryFolder folder;
  const std::string index = full_index(folder);
  folder.write("archive/all.jsonl", exported(index));
  const std::string other = folder.at("other");
  REQUIRE_EQ(bulletin_index({"sync", "--db", other, folder.at("archive")}).status, 0);
  CHECK_EQ(search_json(other, {"radio"}).at("total"), 1);
  CHECK_EQ(bulletin_index({"set", "--db", other, "fixed"}).out, "fixed: nothing is set\n");
  std::filesystem::remove(folder.at("archive/all.jsonl"));
  REQUIRE_EQ(bulletin_index({"sync", "--db", other, folder.at("archive")}).status, 0);
  CHECK_EQ(search_json(other, {"radio"}).at("total"), 0);
}

TEST_CASE("export: one that says what it may not is told by line, and the rest is taken") {
  const TemporaryFolder folder;
  struct Case {
    std::string_view what, line, says;
  };
  const Case cases[] = {
      {"a country that is none",
       R"({"bulletin_set":"a","correction":{"country":[["Atlantis"],[]],"date":[[],[]],"kind":[[],[]]}})",
       ":2: cannot"},
      {"a correction of another shape", R"({"bulletin_set":"a","correction":7})",
       ":2: cannot read a correction"},
      {"an item without a name", R"({"bulletin_set":7,"correction":{}})",
       ":2: a line of what was set"},
      {"a path that leaves its folder",
       R"({"text":"x","sources":[{"path":"/archive/../etc/passwd","wording":1}]})",
       ":2: 'sources' is not what"},
      {"a source without a path", R"({"text":"x","sources":[{"wording":1}]})",
       ":2: 'sources' is not what"},
      {"a history without days", R"({"text":"x","history":[{"replaced":"soon"}]})",
       ":2: 'history' is not what"},
      {"extra that is no object", R"({"text":"x","extra":[1]})",
       ":2: 'extra' has to be an object"}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string file = folder.write("bad.jsonl", R"({"bulletin_export":1})"
                                                       "\n" +
                                                           std::string(c.line) + "\n" +
                                                           R"({"id":"good","text":"A lead."})");
    const std::string index = folder.at("index");
    std::filesystem::remove_all(index);
    const Finished end = bulletin_index({"build", "--db", index, file});
    CHECK_EQ(end.status, 1);
    CHECK(end.err.find(c.says) != std::string::npos);
    CHECK(end.out.starts_with("added 1, "));
  }
  const Finished newer = bulletin_index(
      {"build", "--db", folder.at("newer"), folder.write("n.jsonl", R"({"bulletin_export":9})")});
  CHECK_EQ(newer.status, 2);
  CHECK(newer.err.find("exported by another version") != std::string::npos);
}

// What OpenSearch would find: every token of the query stands in the item, Chinese as pairs.
std::set<std::string> found_by_tokens(const std::vector<nlohmann::ordered_json>& items,
                                      const std::string& query) {
  const Analyzer analyzer;
  std::set<std::string> found;
  for (const auto& item : items) {
    const std::string all = " " + item.at("title_pairs").get<std::string>() + " " +
                            item.at("text_pairs").get<std::string>() + " ";
    bool has_all = true;
    for (const Token& token : analyzer.analyze(query)) {
      const bool is_asked = token.kind == TokenKind::kWord || token.kind == TokenKind::kHanPair;
      has_all = has_all && (!is_asked || all.find(" " + token.term + " ") != std::string::npos);
    }
    if (has_all) {
      found.insert(item.at("id"));
    }
  }
  return found;
}

TEST_CASE("export: the files for OpenSearch hold every item, and its tokens find what we find") {
  const TemporaryFolder folder;
  const std::string to = folder.at("opensearch");
  const Finished end = bulletin_index({"export", "--db", corpus_index(), "--opensearch", to});
  CHECK_EQ(end.status, 0);
  CHECK_EQ(end.out, "exported 121 items to 1 files and mapping.json in " + to + "\n");
  const auto mapping = nlohmann::json::parse(read_file(to + "/mapping.json"));
  const auto& fields = mapping.at("mappings").at("properties");
  std::vector<nlohmann::ordered_json> items;
  const auto lines = json_lines(read_file(to + "/bulk-0001.ndjson"));
  REQUIRE_EQ(lines.size(), 242);
  for (std::size_t at = 0; at < lines.size(); at += 2) {
    CHECK_EQ(lines[at].at("index").at("_id"), lines[at + 1].at("id"));
    items.push_back(lines[at + 1]);
    for (const auto& [key, value] : items.back().items()) {
      CHECK(fields.contains(key));  // The mapping is strict.
    }
  }
  for (const std::string query : {"哈萨克斯坦", "国家开放大学", "Kazakhstan", "visiting", "2019"}) {
    CAPTURE(query);
    const auto hits = search_json(
        corpus_index(), {"--literal", "--no-sound", "--limit", "all", "\"" + query + "\""});
    std::set<std::string> ours;
    for (const auto& hit : hits.at("hits")) {
      ours.insert(hit.at("id"));
    }
    CHECK_FALSE(ours.empty());
    CHECK(found_by_tokens(items, query) == ours);
  }
  const auto facets = search_json(corpus_index(), {}).at("facets");
  for (const auto& row : facets.at("country")) {
    const auto count = std::ranges::count_if(items, [&](const auto& item) {
      return std::ranges::count(item.at("country"), row.at("value")) > 0;
    });
    CHECK_EQ(count, row.at("count").template get<long>());
  }
  const Finished again = bulletin_index({"export", "--db", corpus_index(), "--opensearch", to});
  CHECK_EQ(again.status, 2);
  CHECK(again.err.find("the folder holds other files") != std::string::npos);
}

}  // namespace bulletin::test
