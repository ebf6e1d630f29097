// bulletin-search saved: searches kept by name, and what is new under them.

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

// An archive that grows, and a file of saved searches.
struct Archive {
  TemporaryFolder folder;
  std::string index = folder.at("index");
  std::string file = folder.at("state/saved.json");

  void publish(const std::string& id, const std::string& text) const {
    add(index, {folder.write(
                   id + ".jsonl",
                   nlohmann::json{{"id", id}, {"text", text}, {"dates", {"2019-12-24"}}}.dump())});
  }

  [[nodiscard]] Finished saved(const Words& arguments) const {
    Words all{"--db", index, "--saved", file, "saved"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return bulletin_search(all);
  }

  // What a run prints as ids, with its exit status.
  [[nodiscard]] std::string ran(const Words& arguments) const {
    Words all{"run", "--format", "ids"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Finished finished = saved(all);
    CHECK_EQ(finished.err, "");
    std::string line = finished.out;
    std::ranges::replace(line, '\n', ' ');
    return line + std::to_string(finished.status);
  }
};

}  // namespace

TEST_CASE("saved: --new prints only what was not there at the last run, in both languages") {
  const Archive archive;
  archive.publish("a", "The library lends books.");
  archive.publish("b", "图书馆借书。");
  CHECK_EQ(archive.saved({"add", "books", "--no-translate", "library"}).status, 0);
  CHECK_EQ(
      archive.saved({"add", "图书", "--no-translate", "--sort", "date", "图书馆", "-公司"}).status,
      0);
  CHECK_EQ(archive.ran({"books"}), "a 0");
  CHECK_EQ(archive.ran({"--new", "books"}), "a 0");
  CHECK_EQ(archive.ran({"--new", "books"}), "1");
  CHECK_EQ(archive.ran({"books"}), "a 0");  // Without --new nothing is left out.
  archive.publish("c", "Another library.");
  archive.publish("d", "新图书馆。");
  archive.publish("e", "公司图书馆。");
  CHECK_EQ(archive.ran({"books"}), "c a 0");  // And nothing is marked.
  CHECK_EQ(archive.ran({"--new", "books"}), "c 0");
  CHECK_EQ(archive.ran({"--new", "--all"}), "b d 0");
  CHECK_EQ(archive.ran({"--new", "--all"}), "1");
  CHECK_EQ(archive.ran({"--all"}), "c a b d 0");
}

TEST_CASE("saved: list, remove, and names that are taken or not there") {
  const Archive archive;
  archive.publish("a", "library");
  CHECK_EQ(archive.saved({"list"}).status, 1);
  CHECK_EQ(archive.saved({"list"}).out, "");
  CHECK_EQ(archive.saved({"add", "one", "--country", "KZ", "--sort", "title", "图书馆"}).status, 0);
  CHECK_EQ(archive.saved({"add", "all"}).status, 0);
  CHECK_EQ(archive.ran({"--new", "all"}), "a 0");
  CHECK_EQ(archive.saved({"list"}).out,
           "all\t\t1 seen\n"
           "one\t--country KZ --sort title 图书馆\tnever run with --new\n");
  const ordered_json listed = ordered_json::parse(archive.saved({"list", "--json"}).out);
  CHECK_EQ(keys_of(listed["searches"][0]), "name search db seen");
  const Finished taken = archive.saved({"add", "one", "x"});
  CHECK_EQ(taken.status, 2);
  CHECK_EQ(taken.err,
           "bulletin-search: cannot save 'one': there is a search of that name\n"
           "hint: bulletin-search saved remove one\n");
  CHECK_EQ(archive.saved({"remove", "one"}).status, 0);
  for (const Words& gone : {Words{"remove", "one"}, Words{"run", "one"}}) {
    const Finished refused = archive.saved(gone);
    CHECK_EQ(refused.status, 2);
    CHECK(refused.err.starts_with("bulletin-search: cannot find a saved search called 'one'\n"));
  }
  for (const Words& wrong :
       {Words{}, Words{"run"}, Words{"add"}, Words{"keep", "x"}, Words{"run", "--all", "all"},
        Words{"add", "bad", "--country", "Atlantis"}}) {
    CHECK_EQ(archive.saved(wrong).status, 2);
  }
}

TEST_CASE("saved: a run whose output is lost marks nothing") {
  const Archive archive;
  archive.publish("a", "library");
  CHECK_EQ(archive.saved({"add", "books", "--no-translate", "library"}).status, 0);
  const std::string program = std::string(BULLETIN_PROGRAM_DIR) + "/bulletin-search --saved " +
                              archive.file + " saved run --new books";
  CHECK_EQ(run({"/bin/sh", "-c", program + " > /dev/full"}).status, 2);
  CHECK_EQ(archive.ran({"--new", "books"}), "a 0");
}

TEST_CASE("saved: one feed, and one JSON object, for all searches; each item once") {
  const Archive archive;
  archive.publish("a", "library visit");
  archive.publish("b", "visit");
  CHECK_EQ(archive.saved({"add", "first", "library"}).status, 0);
  CHECK_EQ(archive.saved({"add", "second", "visit"}).status, 0);
  const ordered_json result = ordered_json::parse(archive.saved({"run", "--all", "--json"}).out);
  CHECK_EQ(result["total"], 2);
  CHECK_EQ(result["hits"][0]["id"], "a");
  CHECK_EQ(result["hits"][1]["id"], "b");
  CHECK_EQ(result["hits"][1]["rank"], 2);
  const std::string feed = archive.saved({"run", "--all", "--format", "rss"}).out;
  CHECK_EQ(feed.find("<channel>"), feed.rfind("<channel>"));
  CHECK(feed.find("<title>bulletin: saved searches</title>") != std::string::npos);
  CHECK(archive.saved({"run", "second", "--format", "rss"})
            .out.find("<title>bulletin: second</title>") != std::string::npos);
}

TEST_CASE(
    "saved: the file is under XDG_STATE_HOME, is replaced whole, and a broken one is refused") {
  const Archive archive;
  archive.publish("a", "library");
  const std::string home = archive.folder.at("xdg");
  CHECK_EQ(run({"bulletin-search", "--db", archive.index, "saved", "add", "books", "library"},
               {"XDG_STATE_HOME=" + home})
               .status,
           0);
  CHECK(std::filesystem::exists(home + "/bulletin/saved.json"));
  CHECK_FALSE(std::filesystem::exists(home + "/bulletin/saved.json.new"));
  for (const std::string broken : {"", "{", "[]", R"({"schema":9,"searches":{}})",
                                   R"({"schema":1,"searches":{"x":{"db":1}}})"}) {
    CAPTURE(broken);
    std::filesystem::create_directories(archive.folder.at("state"));
    std::ofstream(archive.file) << broken;
    const Finished refused = archive.saved({"list"});
    CHECK_EQ(refused.status, 2);
    CHECK(refused.err.starts_with("bulletin-search: cannot read saved searches " + archive.file));
    CHECK_EQ(archive.saved({"add", "x", "y"}).status, 2);
    CHECK_EQ(read_file(archive.file), broken);
  }
}

}  // namespace bulletin::test
