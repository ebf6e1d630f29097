// bulletin-index watch, and what Ctrl-C does to a run.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <sstream>
#include <thread>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

std::string line_of(const std::string& out, std::size_t number) {
  std::istringstream lines(out);
  std::string line;
  for (std::size_t i = 0; i <= number && std::getline(lines, line); ++i) {
  }
  return line;
}

// Ten seconds at most.
void wait_for_index(const std::string& index) {
  for (int i = 0; i < 1000 && !fs::exists(index + "/current"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

std::string lead(const std::string& id) {
  return R"({"id":")" + id + R"(","text":"A lead about )" + id + ".\"}\n";
}

}  // namespace

TEST_CASE("watch: follows writes, an editor's renames, new folders and removals, then stops") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  folder.write("in/a.txt", "A first lead.");
  RunningProgram watch({"bulletin-index", "watch", "--db", index, folder.at("in")});
  CHECK_EQ(watch.out_after(1),
           "added 1, replaced 0, unchanged 0, left out 0; the index holds 1 items\n");

  // As editors save: a backup, a new file under another name, a rename over the old one.
  folder.write("in/.a.txt.swp", "swap");
  folder.write("in/a.txt~", "A first lead.");
  folder.write("in/4913", "");
  folder.write("in/.a.txt.new", "A first lead, corrected with turnips.");
  fs::rename(folder.at("in/.a.txt.new"), folder.at("in/a.txt"));
  CHECK_EQ(line_of(watch.out_after(2), 1),
           "added 1, replaced 0, unchanged 0, left out 0, removed 1; the index holds 1 items");
  CHECK_EQ(search_json(index, {"turnips"})["total"], 1);

  folder.write("in/new/deep/b.txt", "A lead in a new folder.");
  CHECK_EQ(line_of(watch.out_after(3), 2),
           "added 1, replaced 0, unchanged 1, left out 0; the index holds 2 items");
  folder.write("in/new/deep/c.txt", "Another lead in it.");
  CHECK_EQ(line_of(watch.out_after(4), 3),
           "added 1, replaced 0, unchanged 2, left out 0; the index holds 3 items");
  fs::rename(folder.at("in/new"), folder.at("moved-away"));
  CHECK_EQ(line_of(watch.out_after(5), 4),
           "added 0, replaced 0, unchanged 1, left out 0, removed 2; the index holds 1 items");
  add(index, {folder.write("other.txt", "Others may write meanwhile.")});

  watch.signal(SIGTERM);
  const Finished ended = watch.wait();
  CHECK_EQ(ended.status, 0);
  CHECK_EQ(ended.err, "");
}

TEST_CASE("watch: a folder that is not there is refused") {
  const TemporaryFolder folder;
  const Finished refused =
      bulletin_index({"watch", "--db", folder.at("index"), folder.at("missing")});
  CHECK_EQ(refused.status, 2);
  CHECK_EQ(refused.err,
           "bulletin-index: cannot watch " + folder.at("missing") + ": no such folder\n");
}

TEST_CASE("stop: Ctrl-C while standard input waits keeps what is whole") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  RunningProgram adding({"bulletin-index", "add", "--db", index, "-"});
  std::string leads;
  for (int i = 0; i < 5000; ++i) {
    leads += lead("n" + std::to_string(i));
  }
  adding.feed(leads + R"({"id":"half","text":"A le)");
  wait_for_index(index);
  adding.signal(SIGINT);
  const Finished ended = adding.wait();
  CHECK_EQ(ended.status, 130);
  CHECK_EQ(ended.err, "bulletin-index: stopped: what was read until then is in the index\n");
  const auto everything = search_json(index, {"--limit", "0"});
  const std::string held = std::to_string(everything["total"].get<std::size_t>());
  CHECK_EQ(ended.out, "added " + held + ", replaced 0, unchanged 0, left out 0; the index holds " +
                          held + " items\n");
  CHECK_EQ(found_ids(index, {"half"}), "");
}

TEST_CASE("stop: a sync that was stopped is made whole by the next one") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  std::string leads;
  for (int i = 0; i < 50'000; ++i) {
    leads += lead("n" + std::to_string(i));
  }
  folder.write("in/big.jsonl", leads);
  RunningProgram sync({"bulletin-index", "sync", "--db", index, folder.at("in")});
  wait_for_index(index);
  sync.signal(SIGTERM);
  CHECK_EQ(sync.wait().status, 130);
  CHECK_LT(search_json(index, {"--limit", "0"})["total"], 50'000);
  const Finished whole = bulletin_index({"sync", "--db", index, folder.at("in")});
  CHECK_EQ(whole.status, 0);
  CHECK(whole.out.ends_with("left out 0; the index holds 50000 items\n"));
}

}  // namespace bulletin::test
