// bulletin-index sync: an index follows a folder, whatever happens there.

#include <chrono>
#include <filesystem>

#include <doctest/doctest.h>

#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

// A folder to follow, and the index that follows it.
struct Followed {
  TemporaryFolder folder;
  std::string in = folder.at("in");
  std::string index = folder.at("index");

  Followed() { fs::create_directories(in); }

  std::string write(const std::string& name, const std::string& bytes) const {
    return folder.write("in/" + name, bytes);
  }

  // Syncs; returns what it printed. The run has to succeed and say nothing on stderr.
  [[nodiscard]] std::string sync(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"sync", "--db", index, in};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Finished synced = bulletin_index(arguments);
    CHECK_EQ(synced.err, "");
    CHECK_EQ(synced.status, 0);
    return synced.out;
  }

  // The version of the index: any commit changes it.
  [[nodiscard]] std::string version() const { return read_file(index + "/current/iamglass"); }
};

std::string note(const std::string& id, const std::string& text) {
  return "---\nid: " + id + "\ntitle: A note on " + id + "\nlang: en\n---\n" + text + "\n";
}

std::string nothing_but(std::size_t unchanged) {
  return "added 0, replaced 0, unchanged " + std::to_string(unchanged) +
         ", left out 0; the index holds " + std::to_string(unchanged) + " items\n";
}

std::vector<std::string> sources_of(const std::string& index, const std::string& id) {
  const Finished shown = bulletin_search({"show", "--db", index, "--json", id});
  const ordered_json item = ordered_json::parse(shown.out);
  std::vector<std::string> paths;
  for (const ordered_json& source : item["sources"]) {
    paths.push_back(fs::path(source["path"].get<std::string>()).filename());
  }
  return paths;
}

}  // namespace

TEST_CASE("sync: of a thousand files only what changed is touched, and a running reader sees it") {
  const Followed archive;
  for (int i = 0; i < 1000; ++i) {
    archive.write("f" + std::to_string(i) + ".md",
                  note("n" + std::to_string(i), "Turnips were served."));
  }
  CHECK_EQ(archive.sync(),
           "added 1000, replaced 0, unchanged 0, left out 0; the index holds 1000 items\n");
  Searcher reader(archive.index);
  const auto found = [&](const std::string& words) {
    return reader.search({.query = {.text = words}}).total;
  };
  CHECK_EQ(found("turnips"), 1000U);

  const std::string version = archive.version();
  CHECK_EQ(archive.sync(), nothing_but(1000));
  CHECK_EQ(archive.version(), version);

  archive.write("f500.md", note("n500", "Radishes were served."));
  CHECK_EQ(archive.sync(),
           "added 0, replaced 1, unchanged 999, left out 0; the index holds 1000 items\n");
  CHECK_EQ(found("radishes"), 1U);
  CHECK_EQ(found("turnips"), 999U);

  fs::remove(archive.in + "/f7.md");
  CHECK_EQ(
      archive.sync(),
      "added 0, replaced 0, unchanged 999, left out 0, removed 1; the index holds 999 items\n");
  CHECK_EQ(found("turnips"), 998U);
  CHECK_FALSE(reader.find("n7"));
}

TEST_CASE("sync: --dry-run tells the same and does nothing") {
  const Followed archive;
  archive.write("a.md", note("a", "Turnips."));
  archive.write("b.md", note("b", "Turnips."));
  CHECK_EQ(archive.sync({"--dry-run"}),
           "new " + archive.in + "/a.md\nnew " + archive.in +
               "/b.md\n"
               "added 2, replaced 0, unchanged 0, left out 0; the index would hold 2 items\n");
  CHECK_FALSE(fs::exists(archive.index));
  (void)archive.sync();
  const std::string version = archive.version();
  archive.write("a.md", note("a", "Radishes."));
  fs::remove(archive.in + "/b.md");
  archive.write("c.md", note("c", "Beets."));
  const std::string counts = "added 1, replaced 1, unchanged 0, left out 0, removed 1; the index ";
  CHECK_EQ(archive.sync({"--dry-run"}), "changed " + archive.in + "/a.md\nnew " + archive.in +
                                            "/c.md\ngone " + archive.in + "/b.md\n" + counts +
                                            "would hold 2 items\n");
  CHECK_EQ(archive.version(), version);
  CHECK_EQ(archive.sync(), counts + "holds 2 items\n");
}

TEST_CASE("sync: an item in two files stays until both are gone, and files elsewhere stay") {
  const Followed archive;
  archive.write("one.txt", "The new library has opened.\n\nOnly here.\n");
  archive.write("two.txt", "THE NEW LIBRARY has opened");
  const std::string elsewhere = archive.folder.write("in2/other.txt", "An item elsewhere.");
  (void)archive.sync();
  add(archive.index, {elsewhere});
  const std::string id = found_ids(archive.index, {"library"});
  CHECK_EQ(joined(sources_of(archive.index, id)), "one.txt two.txt");
  fs::remove(archive.in + "/one.txt");
  fs::remove(elsewhere);
  CHECK_EQ(archive.sync(),
           "added 0, replaced 1, unchanged 1, left out 0, removed 1; the index holds 2 items\n");
  CHECK_EQ(joined(sources_of(archive.index, id)), "two.txt");
  const auto item = search_json(archive.index, {"library"})["hits"][0];
  CHECK_EQ(item["snippet"]["text"],
           "THE NEW LIBRARY has opened");  // The wording of who still has it.
  fs::remove(archive.in + "/two.txt");
  CHECK_EQ(archive.sync(),
           "added 0, replaced 0, unchanged 0, left out 0, removed 1; the index holds 1 items\n");
  CHECK_EQ(search_json(archive.index, {"elsewhere"})["total"], 1);
}

TEST_CASE("sync: what cannot be read this time keeps its items") {
  const Followed archive;
  archive.write("a.txt", "The first item.");
  archive.write("sub/b.txt", "The second item.");
  (void)archive.sync();
  archive.write("a.txt", std::string("\x7F"
                                     "ELF\0\1\2\3",
                                     8) +
                             std::string(100, '\0'));
  const Finished synced = bulletin_index({"sync", "--db", archive.index, archive.in});
  CHECK_EQ(synced.status, 1);
  CHECK(synced.err.starts_with("bulletin-index: cannot take " + archive.in + "/a.txt"));
  CHECK_EQ(search_json(archive.index, {"item"})["total"], 2);
  const Finished missing = bulletin_index({"sync", "--db", archive.index, archive.in + "/../gone"});
  CHECK_EQ(missing.status, 2);
  fs::remove_all(archive.in);  // As when a disk is not mounted.
  const Finished unmounted = bulletin_index({"sync", "--db", archive.index, archive.in});
  CHECK_EQ(unmounted.status, 2);
  CHECK_EQ(unmounted.err,
           "bulletin-index: cannot take " + archive.in + ": no such file or folder\n");
  CHECK_EQ(search_json(archive.index, {"item"})["total"], 2);
}

TEST_CASE("sync: a touched file is known by its bytes, a file of another size or time is not") {
  const Followed archive;
  const std::string path = archive.write("a.md", note("a", "Turnips."));
  (void)archive.sync();
  fs::last_write_time(path, fs::last_write_time(path) + std::chrono::hours(1));
  CHECK_EQ(archive.sync(), nothing_but(1));
  const std::string version = archive.version();
  CHECK_EQ(archive.sync(), nothing_but(1));
  CHECK_EQ(archive.version(), version);
  archive.write("a.md", note("a", "Carrots."));
  CHECK(archive.sync().starts_with("added 0, replaced 1"));
}

TEST_CASE("sync: a page that loses a lead loses one item, a renamed page none") {
  const Followed archive;
  archive.write("page.txt", "One lead.\n\nAnother lead.\n\nA third lead.\n");
  (void)archive.sync();
  archive.write("page.txt", "One lead.\n\nA third lead.\n");
  CHECK_EQ(archive.sync(),
           "added 0, replaced 0, unchanged 2, left out 0, removed 1; the index holds 2 items\n");
  fs::rename(archive.in + "/page.txt", archive.in + "/renamed.txt");
  CHECK_EQ(archive.sync(),
           "added 0, replaced 0, unchanged 0, left out 0, merged 2; the index holds 2 items\n");
  CHECK_EQ(archive.sync(), nothing_but(2));
}

TEST_CASE("sync: after add, nothing is read as new; what add changes, sync looks at again") {
  const Followed archive;
  const std::string path = archive.write("a.md", note("a", "Turnips."));
  add(archive.index, {archive.in});
  CHECK_EQ(archive.sync(), nothing_but(1));
  const auto then = fs::last_write_time(path);
  archive.write("a.md", note("a", "Carrots."));
  add(archive.index, {path});
  archive.write("a.md", note("a", "Turnips."));
  fs::last_write_time(path, then);  // To the eye the file that sync knows.
  CHECK(archive.sync().starts_with("added 0, replaced 1"));
  CHECK_EQ(search_json(archive.index, {"turnips"})["total"], 1);
}

TEST_CASE("sync: a removed item comes back when its file changes, not before") {
  const Followed archive;
  archive.write("page.jsonl", R"({"id":"a","text":"One."})"
                              "\n"
                              R"({"id":"b","text":"Two."})"
                              "\n");
  (void)archive.sync();
  CHECK_EQ(bulletin_index({"remove", "--db", archive.index, "a"}).status, 0);
  CHECK_EQ(archive.sync(), nothing_but(1));
  archive.write("page.jsonl", R"({"id":"a","text":"One."})"
                              "\n"
                              R"({"id":"b","text":"Two more."})"
                              "\n");
  CHECK_EQ(archive.sync(),
           "added 1, replaced 1, unchanged 0, left out 0; the index holds 2 items\n");
}

TEST_CASE(
    "sync: a lead without an id that is corrected keeps its history and a person's correction") {
  const Followed archive;
  archive.write("page.txt",
                "The delegation visted the library of Almaty in spring.\n\nAnother lead.");
  (void)archive.sync();
  const std::string old_id = found_ids(archive.index, {"delegation"});
  CHECK_EQ(bulletin_index({"set", "--db", archive.index, old_id, "country=ZM"}).status, 0);
  archive.write("page.txt",
                "The delegation visited the library of Almaty in spring.\n\nA wholly new story.");
  CHECK_EQ(archive.sync(),
           "added 1, replaced 1, unchanged 0, left out 0, removed 1; the index holds 2 items\n");
  const std::string id = found_ids(archive.index, {"delegation"});
  CHECK_NE(id, old_id);
  CHECK_EQ(found_ids(archive.index, {"--country", "ZM"}), id);
  const Finished shown = bulletin_search({"show", "--db", archive.index, "--json", id});
  const ordered_json item = ordered_json::parse(shown.out);
  CHECK_EQ(item["history"].size(), 1U);
  CHECK_EQ(item["history"][0]["text"], "The delegation visted the library of Almaty in spring.");
}

TEST_CASE("add: a corrected item keeps its id and its history, and contradictions are told") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("n1.md", note("n1", "Turnips were served."))});
  add(index, {folder.write("n1.md", note("n1", "Radishes were served."))});
  const Finished shown = bulletin_search({"show", "--db", index, "n1"});
  CHECK(shown.out.find("file: " + folder.at("n1.md") + " (UTF-8)\n") != std::string::npos);
  CHECK(shown.out.find(":\nA note on n1\nTurnips were served.\n") != std::string::npos);
  const std::string twice = folder.write("twice.jsonl", R"({"id":"x","text":"One."})"
                                                        "\n"
                                                        R"({"id":"x","text":"Two."})"
                                                        "\n");
  for (const char* outcome :
       {"added 1, replaced 0, unchanged 0", "added 0, replaced 0, unchanged 1"}) {
    const Finished added = bulletin_index({"add", "--db", index, twice});
    CHECK_EQ(added.status, 1);
    CHECK(added.out.starts_with(outcome));
    CHECK_EQ(added.err, "bulletin-index: cannot take " + twice +
                            ":2: an item before it has the same id 'x' and says something else: "
                            "the first is kept\n");
  }
}

TEST_CASE("report: files, changes and problems, for people and as one JSON object") {
  const Followed archive;
  const std::string page = archive.write("a.txt", "One lead.\n\nAnother lead.");
  const std::string broken = archive.write("b.jsonl", R"({"id":"x","text":"One."})"
                                                      "\n{\n");
  const Finished text =
      bulletin_index({"add", "--verbose", "--db", archive.folder.at("other"), archive.in});
  CHECK_EQ(text.status, 1);
  CHECK(text.err.starts_with(page + ": listing, UTF-8, 2 items\n"));
  CHECK(text.err.find(broken + ": json-lines, UTF-8, 1 item\n") != std::string::npos);
  const Finished json = bulletin_index({"sync", "--json", "--db", archive.index, archive.in});
  CHECK_EQ(json.status, 1);
  const ordered_json report = ordered_json::parse(json.out);
  CHECK_EQ(keys_of(report),
           "schema command dry_run stopped items index_items changes files problems");
  CHECK_EQ(report["schema"], 1);
  CHECK_EQ(report["command"], "sync");
  CHECK_EQ(report["items"].dump(),
           R"({"added":3,"replaced":0,"merged":0,"unchanged":0,"removed":0,"left_out":1})");
  CHECK_EQ(report["index_items"], 3);
  CHECK_EQ(report["changes"][0].dump(), ordered_json{{"change", "new"}, {"path", page}}.dump());
  CHECK_EQ(report["files"][0].dump(),
           ordered_json{{"path", page}, {"format", "listing"}, {"encoding", "UTF-8"}, {"items", 2}}
               .dump());
  CHECK_EQ(report["problems"][0]["path"], broken);
  CHECK_EQ(report["problems"][0]["line"], 2);
}

}  // namespace bulletin::test
