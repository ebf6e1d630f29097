// The index is added to, rebuilt and replaced by the real programs while 64 clients search: no
// request fails, and nothing older is shown than what a writer had finished before it was asked
// for.

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include <doctest/doctest.h>

#include "tests/e2e/served.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

constexpr int kClients = 64;

// What one client asks for, in turn. Each answer tells the round of the item called "a".
constexpr std::array<std::string_view, 6> kTargets = {
    "/api/v1/items/a",       "/api/v1/search?q=lighthouse&translate=0", "/?q=lighthouse",
    "/api/v1/search?q=id:a", "/api/v1/export?format=jsonl&q=id:a",      "/feed.atom?q=id:a"};

// "Round 7 of the lighthouse" was written in round 7; -1 where no round is told. Where several are
// told, as in a list of hits, the newest counts.
int round_of(const std::string& body) {
  int newest = -1;
  const std::string_view mark = "Round ";
  for (std::size_t at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
    newest = std::max(newest, std::atoi(body.c_str() + at + mark.size()));
  }
  return newest;
}

// Marks of highlights would part the words.
std::string without_marks(std::string body) {
  for (const std::string_view mark : {"<mark>", "</mark>"}) {
    for (std::size_t at = body.find(mark); at != std::string::npos; at = body.find(mark, at)) {
      body.erase(at, mark.size());
    }
  }
  return body;
}

struct Findings {
  std::atomic<int> finished = 0;  // Round that a writer has returned from.
  // Begins and ends of making the index anew: in between it is there before its items are.
  std::atomic<int> remaking = 0;
  std::atomic<bool> is_over = false;
  std::atomic<std::size_t> answers = 0;
  std::atomic<std::size_t> not_modified = 0;
  std::mutex mutex;
  std::vector<std::string> faults;

  void fault(const std::string& what) {
    const std::lock_guard lock(mutex);
    faults.push_back(what);
  }
};

// One client: keeps its connection, sends back the tag it has, as a browser does.
class Client {
 public:
  Client(std::uint16_t port, Findings& findings) : port_(port), http_(port), findings_(findings) {}

  void run(std::size_t first) {
    for (std::size_t at = first; !findings_.is_over; ++at) {
      ask(at % kTargets.size());
    }
  }

 private:
  struct Known {
    std::string tag;
    int round = -1;
  };

  void ask(std::size_t target) {
    Known& known = known_[target];
    const int due = findings_.finished;
    const int remaking = findings_.remaking;
    const std::string field =
        known.tag.empty() ? std::string() : "If-None-Match: " + known.tag + "\r\n";
    const HttpAnswer answer = http_->ask(get(kTargets[target], field));
    if (answer.field("connection") ==
        "close") {  // After so many requests the server wants another.
      http_.emplace(port_);
    }
    ++findings_.answers;
    const bool may_be_empty = remaking % 2 == 1 || remaking != findings_.remaking;
    const std::string where = std::string(kTargets[target]) + ": ";
    if (may_be_empty && answer.status < 500 && round_of(without_marks(answer.body)) < 0) {
      known = {};
      return;
    }
    if ((answer.status != 200 && answer.status != 304) || !answer.is_whole) {
      findings_.fault(where + "status " + std::to_string(answer.status) + " " + answer.body);
      findings_.is_over = true;
      return;
    }
    if (answer.status == 304) {
      ++findings_.not_modified;
    } else {
      const int round = round_of(without_marks(answer.body));
      if (answer.field("etag") == known.tag && round != known.round) {
        findings_.fault(where + "another round under the same tag");
      }
      known = {answer.field("etag"), round};
    }
    if (known.round < due) {
      findings_.fault(where + "round " + std::to_string(known.round) + " is shown, round " +
                      std::to_string(due) + " was finished, status " +
                      std::to_string(answer.status));
    }
  }

  std::uint16_t port_;
  std::optional<HttpClient> http_;
  Findings& findings_;
  std::array<Known, kTargets.size()> known_;
};

// The archive, and the ways in which its next round comes to be.
class Archive {
 public:
  explicit Archive(const TemporaryFolder& folder) : folder_(folder) {}

  [[nodiscard]] std::string index() const { return folder_.at("index"); }

  // Items are added, and "a" is replaced.
  void add_round(int round) { add(index(), {items(round)}); }

  // Every item is read again into a new generation.
  void rebuild(int round) {
    add_round(round);
    REQUIRE_EQ(bulletin_index({"reindex", "--db", index()}).status, 0);
  }

  // An index that was built elsewhere takes its place: two renames.
  void replace(int round) {
    add(folder_.at("next"), {items(round)});
    fs::rename(index(), folder_.at("old"));
    fs::rename(folder_.at("next"), index());
    fs::remove_all(folder_.at("old"));
  }

  // It is removed, and made anew in the same place.
  void remake(int round) {
    fs::remove_all(index());
    add(index(), {items(round)});
  }

 private:
  [[nodiscard]] std::string items(int round) const {
    std::string lines;
    const auto line = [&](const std::string& id, const std::string& title) {
      lines += nlohmann::json{{"id", id},
                              {"lang", "en"},
                              {"title", title},
                              {"text", "The lighthouse is lit again: " + title + "."}}
                   .dump() +
               '\n';
    };
    line("a", "Round " + std::to_string(round) + " of the lighthouse");
    for (int i = 0; i < 20; ++i) {
      line("b" + std::to_string(round) + "-" + std::to_string(i), "Another matter");
    }
    return folder_.write("round.jsonl", lines);
  }

  const TemporaryFolder& folder_;
};

TEST_CASE("live index: 64 clients search through every change, nothing fails, nothing is stale") {
  const TemporaryFolder folder;
  Archive archive(folder);
  archive.add_round(0);
  // How long a search may take is another matter: this machine may be busy.
  Served served(archive.index(), {"--quiet", "--budget-ms", "60000"});
  Findings findings;
  std::vector<std::thread> clients;
  for (std::size_t i = 0; i < kClients; ++i) {
    clients.emplace_back([&, i] { Client(served.port(), findings).run(i); });
  }
  using Change = void (Archive::*)(int);
  const std::pair<const char*, Change> changes[] = {
      {"added to", &Archive::add_round}, {"rebuilt", &Archive::rebuild},
      {"replaced", &Archive::replace},   {"added to", &Archive::add_round},
      {"made anew", &Archive::remake},   {"rebuilt", &Archive::rebuild}};
  int round = 0;
  for (int turn = 0; turn < 2; ++turn) {
    for (const auto& [what, change] : changes) {
      CAPTURE(what);
      const bool is_remake = change == &Archive::remake;
      findings.remaking += is_remake ? 1 : 0;
      (archive.*change)(++round);
      findings.finished = round;
      findings.remaking += is_remake ? 1 : 0;
      const std::size_t seen = findings.answers;  // Everybody gets a word in between.
      CHECK(soon([&] { return findings.is_over || findings.answers >= seen + 2 * kClients; }));
    }
  }
  findings.is_over = true;
  for (std::thread& client : clients) {
    client.join();
  }
  for (const std::string& fault : findings.faults) {
    FAIL_CHECK(fault);
  }
  CHECK_GT(findings.not_modified.load(), 0U);
  served.program().signal(SIGTERM);
  const Finished finished = served.program().wait();
  CHECK_EQ(finished.status, 0);
  CAPTURE(finished.err);
  CHECK_EQ(finished.err.find("cannot"), std::string::npos);
  MESSAGE(findings.answers.load() << " answers, " << findings.not_modified.load()
                                  << " not modified");
}

}  // namespace
}  // namespace bulletin::test
