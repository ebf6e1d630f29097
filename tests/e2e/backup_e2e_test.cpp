// bulletin-index backup and restore: a copy of one moment while others read and write, and the way
// back.

#include <atomic>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>

#include "tests/e2e/archive_at_risk.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

// Makes a backup and returns its folder.
std::string backup(const std::string& index, const std::string& folder) {
  while (true) {
    const Finished end = bulletin_index({"backup", "--db", index, folder});
    if (end.status == 0) {
      return end.out.substr(end.out.find('/'), end.out.find('\n') - end.out.find('/'));
    }
    REQUIRE(end.err.find("it is there already") != std::string::npos);  // In the same second.
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  }
}

std::string all_hits(const std::string& index) {
  return search_json(index, {"--limit", "all", "lighthouse"}).at("hits").dump();
}

std::size_t items_in(const std::string& index) {
  return search_json(index, {"lighthouse"}).at("total");
}

}  // namespace

TEST_CASE("backup: is an index, and restores to the same answers after whatever came since") {
  ArchiveAtRisk archive(60);
  REQUIRE_EQ(bulletin_index({"set", "--db", archive.index(), "item-3", "country=ES"}).status, 0);
  const std::string before = all_hits(archive.index());
  const std::string copy = backup(archive.index(), archive.backups());
  CHECK_EQ(all_hits(copy), before);
  archive.write_file(40);
  add(archive.index(), {archive.newest_file()});
  REQUIRE_EQ(bulletin_index({"remove", "--db", archive.index(), "item-1"}).status, 0);
  REQUIRE_EQ(bulletin_index({"set", "--db", archive.index(), "item-3", "--clear"}).status, 0);
  const Finished restored = bulletin_index({"restore", "--db", archive.index(), copy});
  CHECK_EQ(restored.out, "restored 60 items; generation-3 is in use\n");
  CHECK_EQ(all_hits(archive.index()), before);
  CHECK_EQ(bulletin_index({"set", "--db", archive.index(), "item-3"}).out, "item-3: country=ES\n");
  archive.expect_whole();
  archive.expect_no_leftovers();
}

TEST_CASE("restore: makes an index where there is none, and in the place of a damaged one") {
  ArchiveAtRisk archive(40);
  const std::string copy = backup(archive.index(), archive.backups());
  const TemporaryFolder folder;
  CHECK_EQ(bulletin_index({"restore", "--db", folder.at("new"), copy}).status, 0);
  CHECK_EQ(all_hits(folder.at("new")), all_hits(archive.index()));
  for (const char* file : {"iamglass", "postlist.glass", "docdata.glass"}) {
    fs::resize_file(archive.index() + "/current/" + file, 10);
    CHECK_EQ(bulletin_index({"restore", "--db", archive.index(), copy}).status, 0);
    archive.expect_whole();
  }
}

TEST_CASE("restore: refuses what is no sound backup and leaves the index as it was") {
  ArchiveAtRisk archive(40);
  const std::string copy = backup(archive.index(), archive.backups());
  const TemporaryFolder folder;
  fs::copy(copy, folder.at("torn"), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  fs::resize_file(folder.at("torn/generation-1/postlist.glass"), 8192);
  struct Case {
    std::string folder, says;
  };
  const Case cases[] = {
      {archive.files(), "it is no backup\nhint: name a folder that bulletin-index backup has made"},
      {archive.backups(), "it is no backup\nhint: the newest one in it is " + copy},
      {archive.index(), "it is the index itself"},
      {folder.at("torn"), "cannot restore"}};
  for (const Case& c : cases) {
    const Finished end = bulletin_index({"restore", "--db", archive.index(), c.folder});
    CAPTURE(end.err);
    CHECK_EQ(end.status, 2);
    CHECK_EQ(end.out, "");
    CHECK(end.err.find(c.says) != std::string::npos);
    CHECK_EQ(fs::read_symlink(archive.index() + "/current"), "generation-2");
    archive.expect_whole();
  }
}

TEST_CASE("backup: refuses to lie in an index, and none is made of none") {
  ArchiveAtRisk archive(10);
  CHECK_EQ(bulletin_index({"backup", "--db", archive.index(), archive.index()}).status, 2);
  const Finished none = bulletin_index({"backup", "--db", archive.files(), archive.backups()});
  CHECK_EQ(none.status, 2);
  CHECK_FALSE(fs::exists(archive.backups()));
}

TEST_CASE("backup: while a writer adds and readers search each copy is whole and one moment") {
  ArchiveAtRisk archive(100);
  std::atomic<bool> is_over = false;
  std::atomic<int> failed = 0;
  std::thread reader([&] {
    while (!is_over) {
      failed += bulletin_search({"--db", archive.index(), "lighthouse"}).status == 0 ? 0 : 1;
    }
  });
  std::vector<std::string> copies;
  std::thread copier([&] {
    while (!is_over) {
      const Finished end = bulletin_index({"backup", "--db", archive.index(), archive.backups()});
      if (end.status == 0) {
        copies.push_back(end.out.substr(end.out.find('/'), end.out.find('\n') - end.out.find('/')));
      } else if (end.err.find("it is there already") == std::string::npos) {
        ++failed;
      }
    }
  });
  constexpr int kRounds = 8;
  for (int round = 0; round < kRounds; ++round) {
    archive.write_file(50);
    add(archive.index(), {archive.newest_file()});
    archive.acknowledge();
  }
  is_over = true;
  reader.join();
  copier.join();
  CHECK_EQ(failed, 0);
  REQUIRE_FALSE(copies.empty());
  for (const std::string& copy : copies) {
    CHECK_EQ(bulletin_index({"check", "--db", copy}).status, 0);
    CHECK_EQ(items_in(copy) % 50, 0);  // No half of an add.
  }
  archive.expect_whole();
}

}  // namespace bulletin::test
