// bulletin-index check and repair: every sort of damage is named, and what can be read is made
// anew.

#include <filesystem>
#include <fstream>
#include <functional>

#include <doctest/doctest.h>
#include <xapian.h>

#include "indexer/schema/schema.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

// A copy of the index of corpus/, to be damaged.
struct Damaged {
  TemporaryFolder folder;
  std::string index = folder.at("index");
  std::string generation = index + "/generation-1";

  Damaged() {
    fs::copy(corpus_index(), index, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }

  [[nodiscard]] Finished check() const { return bulletin_index({"check", "--db", index}); }
  [[nodiscard]] Finished repair() const { return bulletin_index({"repair", "--db", index}); }

  void overwrite(const std::string& table, std::size_t begin, std::size_t bytes) const {
    std::fstream file(generation + "/" + table + ".glass",
                      std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(begin));
    file << std::string(bytes, 'x');
  }

  // Changes the first document behind the program's back.
  void change(const std::function<void(Xapian::Document&)>& how) const {
    Xapian::WritableDatabase database(generation, Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(1);
    how(document);
    database.replace_document(1, document);
    database.commit();
  }
};

// What a search without limit finds, best first.
std::string all_hits(const std::string& index) {
  return found_ids(index, {"--limit", "all", "university"});
}

}  // namespace

TEST_CASE("check: an index as programs leave it is clean, and a healthy one repaired is the same") {
  const Damaged healthy;
  const Finished check = healthy.check();
  CHECK_EQ(check.status, 0);
  CHECK(check.out.find("items: 121 read and indexed again, 0 faults") != std::string::npos);
  CHECK(check.out.ends_with("clean\n"));
  CHECK_EQ(healthy.repair().out, "made anew of 121 items, left out 0; generation-2 is in use\n");
  CHECK_EQ(all_hits(healthy.index), all_hits(corpus_index()));
  const auto json =
      nlohmann::json::parse(bulletin_index({"check", "--db", healthy.index, "--json"}).out);
  CHECK_EQ(json.at("clean"), true);
  CHECK_EQ(json.at("faults").size(), 0);
}

TEST_CASE("check: each sort of damage is named with its next step, and repair mends it") {
  struct Case {
    std::string_view what, says;
    std::function<void(const Damaged&)> damage;
  };
  const Case cases[] = {
      {"a block of postings", "fault: table",
       [](const Damaged& d) { d.overwrite("postlist", 8192, 30'000); }},
      {"no postings at all", "fault: table",
       [](const Damaged& d) { fs::resize_file(d.generation + "/postlist.glass", 0); }},
      {"a block of terms", "fault: table",
       [](const Damaged& d) { d.overwrite("termlist", 8192, 30'000); }},
      {"a term is missing", "is missing",
       [](const Damaged& d) { d.change([](auto& document) { document.remove_term("Len"); }); }},
      {"a term too many", "'Kzz' does not belong to it",
       [](const Damaged& d) {
         d.change([](auto& document) { document.add_boolean_term("Kzz"); });
       }},
      {"a facet counts otherwise", "facet Kzz: 1 by the terms, 0 by the items",
       [](const Damaged& d) {
         d.change([](auto& document) { document.add_boolean_term("Kzz"); });
       }},
      {"a value is another", "value 1 is another",
       [](const Damaged& d) { d.change([](auto& document) { document.add_value(1, "x"); }); }},
      {"a value is gone", "value 0 is missing",
       [](const Damaged& d) { d.change([](auto& document) { document.remove_value(0); }); }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Damaged damaged;
    c.damage(damaged);
    const Finished check = damaged.check();
    CAPTURE(check.out);
    CHECK_EQ(check.status, 1);
    CHECK(check.out.find(c.says) != std::string::npos);
    CHECK(check.out.find("next: make it anew of its stored items: bulletin-index repair --db " +
                         damaged.index) != std::string::npos);
    CHECK(check.out.ends_with("not clean\n"));
    const Finished repair = damaged.repair();
    CAPTURE(repair.err);
    CHECK_EQ(repair.out, "made anew of 121 items, left out 0; generation-2 is in use\n");
    CHECK_EQ(damaged.check().status, 0);
    CHECK_EQ(all_hits(damaged.index), all_hits(corpus_index()));
  }
}

TEST_CASE("repair: a stored item that cannot be read is named and left out") {
  const Damaged damaged;
  damaged.change([](auto& document) { document.set_data("no item"); });
  const Finished check = damaged.check();
  CHECK_EQ(check.status, 1);
  CHECK(check.out.find("fault: document 1: cannot read a stored bulletin") != std::string::npos);
  const Finished repair = damaged.repair();
  CHECK_EQ(repair.status, 1);
  CHECK(repair.err.starts_with("bulletin-index: cannot repair document 1: "));
  CHECK_EQ(repair.out, "made anew of 120 items, left out 1; generation-2 is in use\n");
  CHECK_EQ(damaged.check().status, 0);
}

TEST_CASE("repair: corrections stay, and where they are lost with the postings it is said") {
  const std::string id = found_ids(corpus_index(), {"--limit", "1", "kazakhstan"});
  for (const bool is_lost : {false, true}) {
    const Damaged damaged;
    REQUIRE_EQ(bulletin_index({"set", "--db", damaged.index, id, "country=ES"}).status, 0);
    if (is_lost) {
      fs::resize_file(damaged.generation + "/postlist.glass", 0);
    } else {
      damaged.overwrite("termlist", 8192, 8192);
    }
    const Finished repair = damaged.repair();
    CHECK_EQ(repair.status, is_lost ? 1 : 0);
    CHECK_EQ(repair.err.find("what was set of items") != std::string::npos, is_lost);
    CHECK_EQ(bulletin_index({"set", "--db", damaged.index, id}).out,
             id + (is_lost ? ": nothing is set\n" : ": country=ES\n"));
  }
}

TEST_CASE("repair: without the stored items there is nothing to make it of, and it says so") {
  const Damaged damaged;
  fs::resize_file(damaged.generation + "/docdata.glass", 0);
  const Finished repair = damaged.repair();
  CHECK_EQ(repair.status, 2);
  CHECK(repair.err.find("hint: restore a backup with bulletin-index restore") != std::string::npos);
  CHECK_EQ(fs::read_symlink(damaged.index + "/current"), "generation-1");
  const Finished none = bulletin_index({"repair", "--db", damaged.folder.at("none")});
  CHECK_EQ(none.status, 2);
}

TEST_CASE("check: what a killed run has left is a note, no fault") {
  const Damaged index;
  fs::create_directories(index.index + "/generation-7");
  const Finished check = index.check();
  CHECK_EQ(check.status, 0);
  CHECK(check.out.find("note: generation-7 is not in use") != std::string::npos);
}

TEST_CASE("check: an index of another schema is named, and none is an error") {
  const Damaged index;
  {
    Xapian::WritableDatabase database(index.generation, Xapian::DB_OPEN);
    database.set_metadata("bulletin_schema", "999");
    database.commit();
  }
  const Finished check = index.check();
  CHECK_EQ(check.status, 1);
  CHECK(check.out.find("it was written with schema '999'") != std::string::npos);
  CHECK_EQ(index.repair().status, 2);
  const Finished none = bulletin_index({"check", "--db", index.folder.at("none")});
  CHECK_EQ(none.status, 2);
  CHECK_EQ(none.out, "");
}

TEST_CASE("reindex: an older schema with the same stored form becomes one of ours") {
  for (const std::string_view older : kOlderSchemas) {
    const Damaged index;
    {
      Xapian::WritableDatabase database(index.generation, Xapian::DB_OPEN);
      database.set_metadata("bulletin_schema", std::string(older));
      database.commit();
    }
    if (older != kSchemaVersion) {
      const Finished search = bulletin_search({"--db", index.index, "kazakhstan"});
      CHECK_EQ(search.status, 2);
      CHECK(search.err.find("hint: read its items again: bulletin-index reindex --db " +
                            index.index) != std::string::npos);
    }
    CHECK_EQ(bulletin_index({"reindex", "--db", index.index}).status, 0);
    CHECK_EQ(index.check().status, 0);
    CHECK_EQ(all_hits(index.index), all_hits(corpus_index()));
  }
}

}  // namespace bulletin::test
