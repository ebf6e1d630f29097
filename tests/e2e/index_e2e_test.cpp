// bulletin-index add, remove and stats, as the programs are called.

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

std::string front_matter(const std::string& id, const std::string& text) {
  return "---\nid: " + id + "\ntitle: A note on " + id + "\nlang: en\n---\n" + text + "\n";
}

}  // namespace

TEST_CASE("add: the corpus is 121 items, and adding it again changes nothing") {
  const TemporaryFolder folder;
  const std::string index = folder.at("deep/down/index");
  CHECK_EQ(add(index, {BULLETIN_CORPUS_DIR}),
           "added 121, replaced 0, unchanged 0, left out 0; the index holds 121 items\n");
  CHECK_EQ(add(index, {BULLETIN_CORPUS_DIR}),
           "added 0, replaced 0, unchanged 121, left out 0; the index holds 121 items\n");
}

TEST_CASE("add: a listing page is one item a paragraph, and adding it again changes nothing") {
  const TemporaryFolder folder;
  const std::string page = folder.write("page.txt", listing_page());
  CHECK_EQ(add(folder.at("index"), {page}),
           "added 8, replaced 0, unchanged 0, left out 0; the index holds 8 items\n");
  CHECK_EQ(add(folder.at("index"), {page}),
           "added 0, replaced 0, unchanged 8, left out 0; the index holds 8 items\n");
  CHECK_EQ(search_json(folder.at("index"), {"Pavlodar"})["total"], 1);
}

TEST_CASE("add: the same lead from two pages is one item") {
  const TemporaryFolder folder;
  const std::string pages[] = {
      folder.write("one.txt", "The new library has opened.\n\nThe old one is closed.\n"),
      folder.write("two.txt", "A third lead of its own.\r\n\r\nThe new library has opened.\r\n"),
      folder.write("three.txt", "THE NEW  library has opened！")};
  CHECK_EQ(add(folder.at("index"), {pages[0], pages[1]}),
           "added 3, replaced 0, unchanged 0, left out 0, merged 1; the index holds 3 items\n");
  CHECK_EQ(add(folder.at("index"), {pages[2]}),  // Spacing, width and case make no second item.
           "added 0, replaced 0, unchanged 0, left out 0, merged 1; the index holds 3 items\n");
  CHECK_EQ(add(folder.at("index"), {pages[0], pages[1], pages[2]}),
           "added 0, replaced 0, unchanged 5, left out 0; the index holds 3 items\n");
}

TEST_CASE("add: a place keeps no identity, so a moved and renamed page adds nothing") {
  const TemporaryFolder folder;
  add(folder.at("index"), {folder.write("monday/page.txt", listing_page())});
  CHECK_EQ(add(folder.at("index"), {folder.write("archive/2019.txt", listing_page())}),
           "added 0, replaced 0, unchanged 0, left out 0, merged 8; the index holds 8 items\n");
}

TEST_CASE("add: an item of the same id is replaced, words and all") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("n1.md", front_matter("n1", "Turnips were served."))});
  CHECK_EQ(found_ids(index, {"turnips"}), "n1");
  CHECK_EQ(add(index, {folder.write("n1.md", front_matter("n1", "Radishes were served."))}),
           "added 0, replaced 1, unchanged 0, left out 0; the index holds 1 items\n");
  CHECK_EQ(found_ids(index, {"turnips"}), "");
  CHECK_EQ(found_ids(index, {"radishes"}), "n1");
}

TEST_CASE("add: a new item is found at once, beside those that were there") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("n1.md", front_matter("n1", "Turnips were served."))});
  CHECK_EQ(found_ids(index, {"萝卜"}), "");
  add(index, {folder.write("n2.jsonl", R"({"id":"n2","text":"食堂供应萝卜。"})")});
  CHECK_EQ(found_ids(index, {"萝卜"}), "n2");
  CHECK_EQ(found_ids(index, {"served"}), "n1");
}

TEST_CASE("add: a folder is read by names of files, without README and hidden files") {
  const TemporaryFolder folder;
  for (const char* name :
       {"in/a.txt", "in/b.md", "in/sub/c.markdown", "in/d.jsonl", "in/e.ndjson", "in/f.json",
        "in/README.md", "in/.hidden.txt", "in/.git/g.txt", "in/h.pdf", "in/i"}) {
    const bool is_json = std::string_view(name).find("js") != std::string_view::npos ||
                         std::string_view(name).find("nd") != std::string_view::npos;
    const std::string text = std::string("The file is ") + name + ".";
    folder.write(name, is_json ? ordered_json{{"text", text}}.dump() : text);
  }
  CHECK_EQ(add(folder.at("index"), {folder.at("in")}),
           "added 6, replaced 0, unchanged 0, left out 0; the index holds 6 items\n");
}

TEST_CASE("add: the first bytes decide how a file is read, however much white comes before") {
  const TemporaryFolder folder;
  const std::string paths[] = {
      folder.write("late.txt", std::string(5000, '\n') + "A lead behind many blank lines."),
      folder.write("mark.jsonl", "\xEF\xBB\xBF{\"text\":\"An object behind a byte order mark.\"}"),
      folder.write("json.txt", std::string(700, ' ') + "{\"text\":\"An object in a text file.\"}")};
  CHECK_EQ(add(folder.at("index"), {paths[0], paths[1], paths[2]}),
           "added 3, replaced 0, unchanged 0, left out 0; the index holds 3 items\n");
  CHECK_EQ(search_json(folder.at("index"), {"\"an object\""})["total"], 2);
}

TEST_CASE("remove: takes items out by id and says what was not there") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  for (const char* id : {"n1", "n2", "n3"}) {
    add(index, {folder.write(std::string(id) + ".md", front_matter(id, "Turnips were served."))});
  }
  const Finished one = bulletin_index({"remove", "--db", index, "n1"});
  CHECK_EQ(one.status, 0);
  CHECK_EQ(one.out, "removed 1; the index holds 2 items\n");
  CHECK_EQ(one.err, "");
  const Finished some = bulletin_index({"remove", "--db", index, "n1", "n2"});
  CHECK_EQ(some.status, 1);
  CHECK_EQ(some.out, "removed 1; the index holds 1 items\n");
  CHECK_EQ(some.err, "bulletin-index: cannot remove n1: no such item\n");
  const Finished none = bulletin_index({"remove", "--db", index, "n1"});
  CHECK_EQ(none.status, 2);
  CHECK_EQ(none.out, "removed 0; the index holds 1 items\n");
  CHECK_EQ(none.err, "bulletin-index: cannot remove n1: no such item\n");
  CHECK_EQ(found_ids(index, {"turnips"}), "n3");
}

TEST_CASE("stats: counts of the small archive, as JSON and as lines") {
  const Finished json = bulletin_index({"stats", "--json", "--db", small_index()});
  CHECK_EQ(json.status, 0);
  CHECK_EQ(json.err, "");
  const auto stats = json_lines(json.out);
  REQUIRE_EQ(stats.size(), 1U);
  const ordered_json& all = stats.front();
  CHECK_EQ(keys_of(all), "schema items lang country year bytes format analyzer");
  CHECK_EQ(all["schema"], 1);
  CHECK_EQ(all["items"], 6);
  CHECK_EQ(all["lang"].dump(), R"({"en":3,"zh":3})");
  CHECK_EQ(all["country"].dump(), R"({"BW":1,"ES":1,"KZ":2,"ZM":1,"none":2})");
  CHECK_EQ(all["year"].dump(), R"({"2019":3,"2020":2,"2021":1,"none":1})");
  CHECK_GT(all["bytes"].get<std::size_t>(), 1000U);

  const Finished text = bulletin_index({"stats", "--db", small_index()});
  CHECK_EQ(text.status, 0);
  CHECK_EQ(text.out, "items: 6\nbytes: " + all["bytes"].dump() +
                         "\nlanguages: en 3 zh 3\n"
                         "countries: BW 1 ES 1 KZ 2 ZM 1 none 2\n"
                         "years: 2019 3 2020 2 2021 1 none 1\n"
                         "format: schema " +
                         all["format"].get<std::string>() + ", analyzer " +
                         all["analyzer"].get<std::string>() + "\n");
}

TEST_CASE("stats: the corpus is 77 English and 44 Chinese items") {
  const Finished json = bulletin_index({"stats", "--json", "--db", corpus_index()});
  const ordered_json stats = ordered_json::parse(json.out);
  CHECK_EQ(stats["items"], 121);
  CHECK_EQ(stats["lang"].dump(), R"({"en":77,"zh":44})");
}

TEST_CASE("index: --help and --version go to stdout and succeed") {
  const Finished version = bulletin_index({"--version"});
  CHECK_EQ(version.status, 0);
  CHECK(version.out.starts_with("bulletin-index "));
  const std::vector<std::string> lines[] = {{"--help"}, {"add", "--help"}, {"understand", "-h"}};
  for (const auto& arguments : lines) {
    const Finished help = bulletin_index(arguments);
    CAPTURE(joined(arguments));
    CHECK_EQ(help.status, 0);
    CHECK_EQ(help.err, "");
    CHECK(help.out.find("Usage: bulletin-index") != std::string::npos);
  }
}

}  // namespace bulletin::test
