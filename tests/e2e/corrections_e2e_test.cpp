// bulletin-index set, reindex and compact: what a person says stays, an index is written again.

#include <filesystem>

#include <doctest/doctest.h>
#include <xapian.h>

#include "indexer/glass/database_head.hpp"
#include "indexer/pipeline/index_stats.hpp"
#include "indexer/schema/index_folder.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr auto kPage =
    "---\nid: n1\ntitle: A visit\ncountries: ES\n---\nOn 5 May 2019 a delegation visited Zambia.\n";

Finished set(const std::string& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"set", "--db", index});
  return bulletin_index(arguments);
}

// `KZ ZM | 2019-12-10 | visit | title`
std::string values_of(const std::string& index, const std::string& id) {
  const Finished shown = bulletin_search({"show", "--db", index, "--json", id});
  REQUIRE_EQ(shown.status, 0);
  const ordered_json item = ordered_json::parse(shown.out);
  std::string line;
  for (const ordered_json& country : item["countries"]) {
    line += country["code"].get<std::string>() + ' ';
  }
  for (const ordered_json& date : item["dates"]) {
    line += "| " + date["from"].get<std::string>() + ' ';
  }
  for (const ordered_json& kind : item["kinds"]) {
    line += "| " + kind["kind"].get<std::string>() + ' ';
  }
  return line + "| " + item["title"].get<std::string>();
}

}  // namespace

TEST_CASE("set: a correction survives add, sync, remove and reindex, until it is cleared") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string page = folder.write("in/n1.md", kPage);
  add(index, {page});
  const std::string before = "ES ZM | 2019-05-05 | visit | A visit";
  const std::string after = "KZ ZM | 2019-12-10 | signing | A signing";
  CHECK_EQ(values_of(index, "n1"), before);
  const Finished done = set(index, {"n1", "country=KZ,-ES", "date=2019-12-10..2019-12-11",
                                    "title=A signing", "kind=signing,-visit"});
  CHECK_EQ(done.status, 0);
  CHECK_EQ(done.err, "");
  CHECK_EQ(
      done.out,
      "n1: country=KZ,-ES date=2019-12-10..2019-12-11 kind=signing,-visit title=\"A signing\"\n");
  CHECK_EQ(values_of(index, "n1"), after);
  CHECK_EQ(found_ids(index, {"--country", "KZ", "--date", "2019-12-11"}), "n1");
  CHECK_EQ(found_ids(index, {"--country", "ES"}), "");
  CHECK_EQ(set(index, {"n1"}).out, done.out);

  folder.write("in/n1.md", std::string(kPage) + "More of it.\n");
  add(index, {page});
  CHECK_EQ(values_of(index, "n1"), after);
  CHECK_EQ(bulletin_index({"sync", "--db", index, folder.at("in")}).status, 0);
  CHECK_EQ(values_of(index, "n1"), after);
  CHECK_EQ(bulletin_index({"reindex", "--db", index}).status, 0);
  CHECK_EQ(values_of(index, "n1"), after);
  CHECK_EQ(bulletin_index({"remove", "--db", index, "n1"}).status, 0);
  add(index, {page});
  CHECK_EQ(values_of(index, "n1"), after);

  const ordered_json item =
      ordered_json::parse(bulletin_search({"show", "--db", index, "--json", "n1"}).out);
  CHECK_EQ(item["given_title"], "A visit");
  CHECK_EQ(item["countries"][0]["evidence"][0]["rule"], "set");
  CHECK_EQ(item["dates"][0]["evidence"][0]["rule"], "set");
  CHECK_EQ(set(index, {"n1", "--clear"}).out, "n1: nothing is set\n");
  CHECK_EQ(values_of(index, "n1"), before);
}

TEST_CASE("set: an unknown id or value changes nothing and says why") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("n1.md", kPage)});
  const std::pair<std::vector<std::string>, std::string> cases[] = {
      {{"n2", "country=KZ"}, "bulletin-index: cannot set n2: no such item\n"},
      {{"n2"}, "bulletin-index: cannot show what is set of n2: no such item\n"},
      {{"n1", "country=KZ", "country=Narnia"},
       "bulletin-index: cannot set country 'Narnia': no such country\n"},
      {{"n1", "date=soon"},
       "bulletin-index: cannot set date 'soon': not a day, month, year or range of them\n"}};
  for (const auto& [arguments, message] : cases) {
    CAPTURE(joined(arguments));
    const Finished refused = set(index, arguments);
    CHECK_EQ(refused.status, 2);
    CHECK_EQ(refused.out, "");
    CHECK(refused.err.starts_with(message + "hint: "));
  }
  CHECK_EQ(set(index, {"n1"}).out, "n1: nothing is set\n");
}

TEST_CASE("reindex: keeps everything, makes a new generation, and a running reader goes over") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  folder.write("in/n1.md", kPage);
  CHECK_EQ(bulletin_index({"sync", "--db", index, folder.at("in")}).status, 0);
  folder.write("in/n1.md", std::string(kPage) + "More of it.\n");
  folder.write("in/page.txt", listing_page());
  CHECK_EQ(bulletin_index({"sync", "--db", index, folder.at("in")}).status, 0);
  Searcher reader(index);
  const auto before = reader.find("n1");
  REQUIRE(before);
  CHECK_EQ(before->history.size(), 1U);

  const Finished done = bulletin_index({"reindex", "--db", index});
  CHECK_EQ(done.status, 0);
  CHECK_EQ(done.out, "read 9 items again; generation-2 is in use\n");
  CHECK_EQ(done.err, "");
  CHECK_FALSE(fs::exists(index + "/generation-1"));
  CHECK(reader.find("n1") == before);
  CHECK_EQ(reader.search({.query = {.text = "Pavlodar"}}).total, 1U);
  CHECK_EQ(bulletin_index({"sync", "--db", index, folder.at("in")}).out,
           "added 0, replaced 0, unchanged 9, left out 0; the index holds 9 items\n");
  add(index, {folder.write("new.txt", "A turnip fair.")});
  CHECK_EQ(reader.search({.query = {.text = "turnip"}}).total, 1U);
}

TEST_CASE("compact: a smaller index with the same answers, and a running reader goes over") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {BULLETIN_CORPUS_DIR});
  CHECK_EQ(bulletin_index({"remove", "--db", index, "seed-stou-en"}).status, 0);
  const std::vector<std::string> query{"find", "--db", index, "--no-translate", "--json", "visit"};
  const std::string before = bulletin_search(query).out;
  const std::uintmax_t bytes = index_bytes(index);
  Searcher reader(index);
  const auto item = reader.find("seed-kazakhstan-en");
  REQUIRE(item);

  const Finished done = bulletin_index({"compact", "--db", index});
  CHECK_EQ(done.err, "");
  CHECK_EQ(done.out, "compacted " + std::to_string(bytes) + " to " +
                         std::to_string(index_bytes(index)) + " bytes; generation-2 is in use\n");
  CHECK_LT(index_bytes(index), bytes);
  CHECK_FALSE(fs::exists(index + "/generation-1"));
  CHECK_EQ(bulletin_search(query).out, before);
  CHECK(reader.find("seed-kazakhstan-en") == item);
  CHECK_EQ(add(index, {BULLETIN_CORPUS_DIR}),
           "added 1, replaced 0, unchanged 120, left out 0; the index holds 121 items\n");
  CHECK_EQ(reader.size(), 121U);
}

TEST_CASE("compact: never makes larger what was built, and takes blocks of other sizes") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  REQUIRE_EQ(bulletin_index({"build", "--db", index, BULLETIN_CORPUS_DIR}).status, 0);
  const std::string exported = bulletin_index({"export", "--db", index}).out;
  const std::uintmax_t bytes = index_bytes(index);
  CHECK_EQ(bulletin_index({"compact", "--db", index}).status, 0);
  CHECK_LE(index_bytes(index), bytes);

  // As Xapian's own tools would leave it.
  const fs::path in_use = fs::path(index) / generation_in_use(index);
  Xapian::Database(in_use.string()).compact(folder.at("wide"), 0, 16'384);
  fs::remove_all(in_use);
  fs::rename(folder.at("wide"), in_use);
  CHECK_EQ(bulletin_index({"compact", "--db", index}).status, 0);
  CHECK(has_known_form(fs::path(index) / generation_in_use(index)));
  CHECK_EQ(bulletin_index({"check", "--db", index}).status, 0);
  CHECK_EQ(bulletin_index({"export", "--db", index}).out, exported);
}

TEST_CASE("compact: refuses what is no index, and an index that is being written") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const Finished none = bulletin_index({"compact", "--db", index});
  CHECK_EQ(none.status, 2);
  CHECK(none.err.find("no such folder") != std::string::npos);
  add(index, {folder.write("page.txt", listing_page())});
  const auto writer = open_index_for_writing(index);
  const Finished locked = bulletin_index({"compact", "--db", index});
  CHECK_EQ(locked.status, 2);
  CHECK_EQ(locked.out, "");
  CHECK_FALSE(fs::exists(index + "/generation-2"));
}

TEST_CASE("reindex: takes an index of another analyzer, and another publisher") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("a.txt",
                           "Words of the University of Zambia about the Open University "
                           "of China.")});
  CHECK_EQ(found_ids(index, {"--country", "CN"}), "");
  {
    Xapian::WritableDatabase database(fs::canonical(index + "/current").string(), Xapian::DB_OPEN);
    database.set_metadata("bulletin_analyzer", "en/0");
    database.commit();
  }
  CHECK_EQ(bulletin_search({"--db", index, "words"}).status, 2);
  const std::string publisher =
      folder.write("publisher.json", R"({"names":["University of Zambia"],"home_country":"ZM"})");
  CHECK_EQ(bulletin_index({"reindex", "--db", index, "--publisher", publisher}).status, 0);
  CHECK_EQ(search_json(index, {"words"})["total"], 1);
  CHECK_EQ(search_json(index, {"--country", "CN"})["total"], 1);
  CHECK_EQ(search_json(index, {"--country", "ZM"})["total"], 0);
  const Finished missing = bulletin_index({"reindex", "--db", folder.at("nothing")});
  CHECK_EQ(missing.status, 2);
}

}  // namespace bulletin::test
