// The disk fills up, may not be written, fails, or the clock jumps: programs say so and what to do
// next, end with 2, and lose nothing. tests/support/failing_disk.cpp is what fails.

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <system_error>

#include <doctest/doctest.h>

#include "tests/e2e/archive_at_risk.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

// How a program's disk fails.
struct Failure {
  std::string calls;  ///< write, read, open or sync.
  int error = 0;
  std::size_t bytes = 0;  ///< After so many.
};

Finished run_on_failing_disk(const std::vector<std::string>& arguments, const std::string& under,
                             const Failure& failure) {
  return run(arguments, {"LD_PRELOAD=" BULLETIN_FAILING_DISK, "BULLETIN_FAULT_UNDER=" + under,
                         "BULLETIN_FAULT_CALLS=" + failure.calls,
                         "BULLETIN_FAULT_ERRNO=" + std::to_string(failure.error),
                         "BULLETIN_FAULT_BYTES=" + std::to_string(failure.bytes)});
}

struct Deed {
  std::string name;
  std::vector<std::string> arguments;
};

std::vector<Deed> deeds(const ArchiveAtRisk& archive) {
  const std::string index = archive.index();
  return {{"set", {"bulletin-index", "set", "--db", index, "item-3", "country=ES"}},
          {"add", {"bulletin-index", "add", "--db", index, archive.newest_file()}},
          {"sync", {"bulletin-index", "sync", "--db", index, archive.files()}},
          {"build", {"bulletin-index", "build", "--db", index, archive.files()}},
          {"compact", {"bulletin-index", "compact", "--db", index}},
          {"reindex", {"bulletin-index", "reindex", "--db", index}},
          {"repair", {"bulletin-index", "repair", "--db", index}},
          {"set", {"bulletin-index", "set", "--db", index, "item-7", "country=ES"}},
          {"remove", {"bulletin-index", "remove", "--db", index, "no-such-item", "item-0"}}};
}

void check_refused(const Finished& end, const std::string& cause, const std::string& hint) {
  CAPTURE(end.err);
  CAPTURE(end.out);
  CHECK_EQ(end.status, 2);
  CHECK(end.err.find(cause) != std::string::npos);
  CHECK(end.err.find("hint: " + hint) != std::string::npos);
}

}  // namespace

TEST_CASE("disk: whatever fills it up, nothing is lost and the next run does it all") {
  constexpr std::size_t kItems = 200;
  int full = 0;
  for (const std::size_t room : {0UL, 10'000UL, 60'000UL, 150'000UL}) {
    ArchiveAtRisk archive(kItems);
    archive.write_file(kItems);
    archive.revise();
    for (const Deed& deed : deeds(archive)) {
      CAPTURE(deed.name);
      CAPTURE(room);
      if (deed.name == "remove") {  // Takes an acknowledged item out where there is room for it.
        continue;
      }
      const Finished end =
          run_on_failing_disk(deed.arguments, archive.index(), {"write", ENOSPC, room});
      if (end.status != 0) {
        check_refused(end, "cannot ", "");
        CHECK(std::regex_search(end.err,
                                std::regex("hint: (make room on that|see whether the) disk")));
        ++full;
      }
      archive.expect_whole();
    }
    const Finished sync = bulletin_index({"sync", "--db", archive.index(), archive.files()});
    CHECK_EQ(sync.status, 0);
    archive.acknowledge();
    archive.expect_revised();
    archive.expect_whole();
    archive.expect_no_leftovers();
  }
  CHECK_GE(full, 20);
  std::cout << full << " runs on a full disk: 0 items lost, the index clean each time\n";
}

TEST_CASE("disk: a backup and an export that find no room leave nothing behind") {
  ArchiveAtRisk archive(100);
  const Finished backup =
      run_on_failing_disk({"bulletin-index", "backup", "--db", archive.index(), archive.backups()},
                          archive.backups(), {"write", ENOSPC, 50'000});
  check_refused(backup, "No space left on device", "make room on that disk");
  CHECK(fs::is_empty(archive.backups()));
  const std::string file = archive.backups() + "/all.jsonl";
  const Finished exported =
      run_on_failing_disk({"bulletin-index", "export", "--db", archive.index(), "--output", file},
                          archive.backups(), {"write", ENOSPC, 10'000});
  check_refused(exported, "No space left on device", "make room on that disk");
  CHECK(fs::is_empty(archive.backups()));
  archive.expect_whole();
}

TEST_CASE("disk: what cannot be brought to disk does not come into use") {
  ArchiveAtRisk archive(100);
  for (const char* command : {"compact", "reindex"}) {
    const Finished end = run_on_failing_disk({"bulletin-index", command, "--db", archive.index()},
                                             archive.index(), {"sync", EIO, 0});
    check_refused(end, "Input/output error", "the disk may be failing");
    CHECK_EQ(fs::read_symlink(archive.index() + "/current"), "generation-2");
    archive.expect_whole();
  }
}

TEST_CASE("disk: a folder that may not be written") {
  ArchiveAtRisk archive(50);
  archive.write_file(10);
  for (const int error : {EROFS, EACCES}) {
    for (const Deed& deed : deeds(archive)) {
      CAPTURE(deed.name);
      const Finished end = run_on_failing_disk(deed.arguments, archive.index(), {"open", error, 0});
      check_refused(end, std::generic_category().message(error),
                    "name a folder that you may write to");
      archive.expect_whole();
    }
  }
}

TEST_CASE("disk: one that cannot be read is told, by check too, and readers go on afterwards") {
  ArchiveAtRisk archive(100);
  const Finished search =
      run_on_failing_disk({"bulletin-search", "--db", archive.index(), "lighthouse"},
                          archive.index(), {"read", EIO, 4096});
  check_refused(search, "Input/output error", "the disk may be failing");
  const Finished check = run_on_failing_disk({"bulletin-index", "check", "--db", archive.index()},
                                             archive.index(), {"read", EIO, 4096});
  CHECK_NE(check.status, 0);
  archive.expect_whole();
}

TEST_CASE("disk: an input that is gone is named, and the others are taken") {
  ArchiveAtRisk archive(20);
  archive.write_file(10);
  const Finished end = bulletin_index(
      {"add", "--db", archive.index(), archive.files() + "/gone.jsonl", archive.newest_file()});
  CHECK_EQ(end.status, 1);
  CHECK(end.err.find("gone.jsonl") != std::string::npos);
  archive.acknowledge();
  archive.expect_whole();
}

TEST_CASE("disk: an input that fails midway keeps the items it had") {
  ArchiveAtRisk archive(2000);
  const Finished sync = bulletin_index({"sync", "--db", archive.index(), archive.files()});
  CHECK_EQ(sync.status, 0);
  fs::last_write_time(archive.newest_file(), fs::file_time_type::clock::now());
  const std::string appended = read_file(archive.newest_file()) + "\n";
  std::ofstream(archive.newest_file(), std::ios::binary) << appended;
  const Finished end =
      run_on_failing_disk({"bulletin-index", "sync", "--db", archive.index(), archive.files()},
                          archive.files(), {"read", EIO, 65'536});
  CAPTURE(end.out);
  CHECK_NE(end.status, 0);
  CHECK(end.err.find(archive.newest_file()) != std::string::npos);
  archive.expect_whole();
}

TEST_CASE("clock: ten years ahead or behind, a sync sees what changed and nothing else") {
  constexpr auto kYears = "315360000";
  ArchiveAtRisk archive(30);
  for (const std::string sign : {"", "-"}) {
    CAPTURE(sign);
    const std::vector<std::string> sync{"bulletin-index", "sync", "--db", archive.index(),
                                        archive.files()};
    const std::vector<std::string> clock{"LD_PRELOAD=" BULLETIN_FAILING_DISK,
                                         "BULLETIN_FAULT_CLOCK=" + sign + kYears};
    REQUIRE_EQ(run(sync).status, 0);
    CHECK(run(sync, clock).out.starts_with("added 0, replaced 0, unchanged "));
    archive.write_file(10);
    CHECK(run(sync, clock).out.starts_with("added 10, replaced 0, unchanged "));
    archive.acknowledge();
    CHECK(run(sync).out.starts_with("added 0, replaced 0, unchanged "));
    archive.expect_whole();
  }
}

}  // namespace bulletin::test
