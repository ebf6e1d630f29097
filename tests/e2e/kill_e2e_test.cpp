// Programs killed at any moment (SIGKILL) lose nothing that a finished run had acknowledged: the
// index opens, is clean, and the next run clears up. BULLETIN_KILLS says how many kills, scripts/
// kill-loop many of them.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <thread>

#include <doctest/doctest.h>

#include "tests/e2e/archive_at_risk.hpp"

namespace bulletin::test {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kItems = 120;
constexpr std::size_t kNewItems = 15;
constexpr int kKilled = 128 + SIGKILL;
constexpr auto kRevise = "sync of changed items";

struct Deed {
  std::string name;
  bool takes_new_files;  // Acknowledges them when it ends well.
  std::vector<std::string> arguments;
};

std::vector<Deed> deeds(const ArchiveAtRisk& archive) {
  const std::string index = archive.index();
  return {{"add", true, {"bulletin-index", "add", "--db", index, archive.newest_file()}},
          {"sync", true, {"bulletin-index", "sync", "--db", index, archive.files()}},
          {kRevise, true, {"bulletin-index", "sync", "--db", index, archive.files()}},
          {"build", true, {"bulletin-index", "build", "--db", index, archive.files()}},
          {kRevise, true, {"bulletin-index", "sync", "--db", index, archive.files()}},
          {"compact", false, {"bulletin-index", "compact", "--db", index}},
          {"reindex", false, {"bulletin-index", "reindex", "--db", index}},
          {"backup", false, {"bulletin-index", "backup", "--db", index, archive.backups()}},
          {"repair", false, {"bulletin-index", "repair", "--db", index}},
          {"set", false, {"bulletin-index", "set", "--db", index, "item-7", "country=ES"}}};
}

int number_from(const char* variable, int otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::atoi(value);
}

class KillLoop {
 public:
  KillLoop(unsigned seed, std::size_t shards) : random_(seed), archive_(kItems, shards) {}

  // Returns whether the deed was still at work.
  bool kill_one(std::size_t turn) {
    archive_.write_file(kNewItems);
    const std::vector<Deed> all = deeds(archive_);
    const Deed& deed = all[turn % all.size()];
    CAPTURE(deed.name);
    if (deed.name == kRevise) {
      archive_.revise();
    }
    const double longest = longest_.try_emplace(deed.name, Seconds(0.5).count()).first->second;
    const auto begin = Clock::now();
    RunningProgram program(deed.arguments);
    std::this_thread::sleep_for(Seconds(std::uniform_real_distribution(0.0, longest)(random_)));
    program.signal(SIGKILL);
    const Finished end = program.wait();
    const bool was_killed = end.status == kKilled;
    if (!was_killed) {
      CHECK_EQ(end.status, 0);
      longest_[deed.name] = Seconds(Clock::now() - begin).count();
      if (deed.takes_new_files) {
        archive_.acknowledge();
      }
    }
    kills_[deed.name] += was_killed ? 1 : 0;
    archive_.expect_whole();
    next_run();
    return was_killed;
  }

  void print() const {
    std::cout << archive_.acknowledged() << " items acknowledged, none lost; killed:";
    for (const auto& [name, count] : kills_) {
      std::cout << ' ' << name << ' ' << count;
    }
    std::cout << '\n';
  }

  // Every backup that is there is whole.
  void check_backups() const {
    (void)bulletin_index({"backup", "--db", archive_.index(), archive_.backups()});
    archive_.expect_no_leftovers();
    for (const auto& backup : std::filesystem::directory_iterator(archive_.backups())) {
      const Finished check = bulletin_index({"check", "--db", backup.path().string()});
      CAPTURE(check.out);
      CHECK_EQ(check.status, 0);
    }
  }

 private:
  // What was left undone is done, and nothing of the killed run stays.
  void next_run() {
    const Finished sync = bulletin_index({"sync", "--db", archive_.index(), archive_.files()});
    CHECK_EQ(sync.err, "");
    REQUIRE_EQ(sync.status, 0);
    archive_.acknowledge();
    archive_.expect_revised();
    const Finished check = bulletin_index({"check", "--db", archive_.index()});
    CAPTURE(check.out);
    CHECK_EQ(check.status, 0);
    CHECK(check.out.find("note:") == std::string::npos);
    CHECK_EQ(std::distance(std::filesystem::directory_iterator(archive_.index()),
                           std::filesystem::directory_iterator()),
             2);
  }

  std::mt19937 random_;
  ArchiveAtRisk archive_;
  std::map<std::string, double> longest_;  // Seconds that a deed took.
  std::map<std::string, int> kills_;
};

}  // namespace

TEST_CASE("kill: whatever is killed at whatever moment, nothing acknowledged is lost") {
  const int kills = number_from("BULLETIN_KILLS", 20);
  const int seed = number_from("BULLETIN_SEED", 1);
  CAPTURE(seed);
  // A new archive every so often: its size would make a long loop slow, not hard. In one database
  // and in two, of which one may have been committed and the other not, take turns.
  constexpr int kOfOneArchive = 10;
  std::size_t turn = 0;
  int killed = 0;
  while (killed < kills) {
    KillLoop loop(static_cast<unsigned>(seed + killed), killed / kOfOneArchive % 2 == 0 ? 1 : 2);
    for (const int end = std::min(killed + kOfOneArchive, kills); killed < end; ++turn) {
      REQUIRE_LT(turn, static_cast<std::size_t>(kills) * 10);
      killed += loop.kill_one(turn) ? 1 : 0;
    }
    loop.check_backups();
    std::cout << killed << " kills in " << turn << " runs; ";
    loop.print();
  }
}

}  // namespace bulletin::test
