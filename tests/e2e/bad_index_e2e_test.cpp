// An index that is not there, is none, was written by another program or is being written.

#include <filesystem>

#include <doctest/doctest.h>
#include <xapian.h>

#include "indexer/schema/schema.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

// A run that only says what is wrong.
void check_refused(const std::vector<std::string>& arguments, const std::string& message,
                   const std::string& hint) {
  CAPTURE(joined(arguments));
  const Finished refused = run(arguments);
  CHECK_EQ(refused.status, 2);
  CHECK_EQ(refused.out, "");
  const std::string expected =
      arguments.front() + ": " + message + "\n" + (hint.empty() ? "" : "hint: " + hint + "\n");
  CHECK_EQ(refused.err, expected);
}

// Every command that reads the index at `index`.
std::vector<std::vector<std::string>> readers_of(const std::string& index) {
  return {{"bulletin-search", "--db", index, "word"},
          {"bulletin-search", "--db", index, "--json"},
          {"bulletin-search", "show", "--db", index, "kz"},
          {"bulletin-search", "run", "--db", index, "/dev/null"},
          {"bulletin-index", "stats", "--db", index},
          {"bulletin-index", "remove", "--db", index, "kz"}};
}

std::string generation_of(const std::string& index) {
  return std::filesystem::canonical(std::filesystem::path(index) / "current").string();
}

// What `bulletin-index stats` tells of the index: its `format` or its `analyzer`.
std::string stat_of(const std::string& index, const std::string& key) {
  const Finished stats = bulletin_index({"stats", "--json", "--db", index});
  return nlohmann::json::parse(stats.out).at(key);
}

void set_metadata(const std::string& index, const std::string& key, const std::string& value) {
  Xapian::WritableDatabase database(generation_of(index), Xapian::DB_OPEN);
  database.set_metadata(key, value);
  database.commit();
}

}  // namespace

TEST_CASE("bad index: a publisher that is none") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("a.jsonl", R"({"id":"kz","text":"Kazakhstan"})")});
  set_metadata(index, "bulletin_publisher", "[]");
  check_refused({"bulletin-search", "why", "--db", index, "kz"},
                "cannot read publisher bulletin_publisher: not a JSON object with lists of names "
                "and a home country",
                "build it again: remove the folder, then bulletin-index add");
  CHECK_EQ(run({"bulletin-search", "--db", index, "kazakhstan"}).status, 0);
}

TEST_CASE("bad index: a note that is none, however deep it is nested, is one line") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("a.jsonl", R"({"id":"kz","text":"Kazakhstan"})")});
  for (const std::string& note :
       {std::string("\x82\x01\x02"), std::string("\x81"), std::string(200'000, '\x81')}) {
    set_metadata(index, "bulletin_set:kz", note);
    check_refused({"bulletin-index", "set", "--db", index, "kz"},
                  "cannot read the note 'bulletin_set:kz' in the index",
                  "the index is damaged: bulletin-index repair makes it anew of what can be read");
  }
}

TEST_CASE("bad index: none there") {
  const TemporaryFolder folder;
  const std::string index = folder.at("nothing");
  for (const auto& reader : readers_of(index)) {
    check_refused(reader, "cannot open index " + index + ": no such folder",
                  "build one with: bulletin-index add --db " + index + " PATH...");
  }
  CHECK_FALSE(std::filesystem::exists(index));
}

TEST_CASE("bad index: a folder that is no index is neither read nor written") {
  const TemporaryFolder folder;
  const std::string page = folder.write("home/page.txt", "A lead.");
  const std::string index = folder.at("home");
  for (const auto& reader : readers_of(index)) {
    check_refused(reader, "cannot open index " + index + ": the folder holds no index",
                  "build one with: bulletin-index add --db " + index + " PATH...");
  }
  check_refused({"bulletin-index", "add", "--db", index, page},
                "cannot make index " + index + ": the folder holds other files",
                "name a new or an empty folder");
  check_refused({"bulletin-index", "add", "--db", page, page},
                "cannot make index " + page + ": a file is in the way", "");
  CHECK_EQ(read_file(page), "A lead.");
}

TEST_CASE("bad index: a folder with a link called current that is no database") {
  const TemporaryFolder folder;
  folder.write("other/current/file.txt", "A lead.");
  const std::string index = folder.at("other");
  for (const auto& reader : readers_of(index)) {
    CAPTURE(joined(reader));
    const Finished refused = run(reader);
    CHECK_EQ(refused.status, 2);
    CHECK_EQ(refused.out, "");
    CHECK(refused.err.starts_with(reader.front() + ": cannot "));
    CHECK(refused.err.find(index) != std::string::npos);
  }
}

TEST_CASE(
    "bad index: an empty folder becomes an index, and what a killed first run left does too") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.at("empty"));
  std::filesystem::create_directories(folder.at("killed/generation-1"));
  const std::string page = folder.write("page.txt", "A lead.");
  add(folder.at("empty"), {page});
  add(folder.at("killed"), {page});
  CHECK_EQ(search_json(folder.at("killed"), {"lead"})["total"], 1);
}

TEST_CASE("bad index: one of another schema is refused by name") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string page = folder.write("page.txt", "A lead.");
  add(index, {page});
  set_metadata(index, "bulletin_schema", "999");
  auto all = readers_of(index);
  all.push_back({"bulletin-index", "add", "--db", index, page});
  for (const auto& reader : all) {
    check_refused(reader,
                  "cannot open index " + index +
                      ": it was written with schema '999', this program reads '" +
                      std::string(kSchemaVersion) + "'",
                  "build it again: remove the folder, then bulletin-index add");
  }
}

TEST_CASE("bad index: one of another analyzer is refused by name, and one of an unknown one") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("page.txt", "A lead.")});
  const std::string ours = stat_of(index, "analyzer");
  for (const std::string theirs : {"fr/9", ""}) {
    set_metadata(index, "bulletin_analyzer", theirs);
    for (const auto& reader : readers_of(index)) {
      check_refused(reader,
                    "cannot open index " + index + ": it was written with analyzer '" +
                        (theirs.empty() ? "unknown" : theirs) + "', this program reads '" + ours +
                        "'",
                    "read its items again: bulletin-index reindex --db " + index);
    }
  }
}

TEST_CASE("bad index: a Xapian database of other making is refused") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  std::filesystem::create_directories(index);
  Xapian::WritableDatabase(folder.at("index/generation-1"), Xapian::DB_CREATE).commit();
  std::filesystem::create_directory_symlink("generation-1", folder.at("index/current"));
  for (const auto& reader : readers_of(index)) {
    check_refused(reader,
                  "cannot open index " + index +
                      ": it was written with schema 'unknown', this program reads '" +
                      std::string(kSchemaVersion) + "'",
                  "build it again: remove the folder, then bulletin-index add");
  }
}

TEST_CASE("bad index: one that is being written takes no second writer, but readers") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string page = folder.write("page.txt", "A lead.");
  add(index, {page});
  const Xapian::WritableDatabase writer(generation_of(index), Xapian::DB_OPEN);
  const std::string message =
      "cannot write to index " + index + ": another program is writing to it";
  const std::string hint = "wait until it has ended, then try again";
  check_refused({"bulletin-index", "add", "--db", index, page}, message, hint);
  check_refused({"bulletin-index", "remove", "--db", index, "x"}, message, hint);
  CHECK_EQ(search_json(index, {"lead"})["total"], 1);
  CHECK_EQ(bulletin_index({"stats", "--db", index}).status, 0);
}

TEST_CASE("bad index: a damaged table is one line, not a crash") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("page.txt", listing_page())});
  std::filesystem::resize_file(generation_of(index) + "/docdata.glass", 100);
  const Finished search = bulletin_search({"--db", index, "learning"});
  CHECK_EQ(search.status, 2);
  CHECK(search.err.starts_with("bulletin-search: cannot "));
  CHECK_EQ(std::ranges::count(search.err, '\n'), 1);
}

}  // namespace bulletin::test
