// Many threads ask while a writer adds, replaces and rebuilds: no answer fails, none is older than
// what was committed before it was asked for. Worth running under the thread sanitizer.

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include <doctest/doctest.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "tests/support/api_archive.hpp"

namespace bulletin::test {
namespace {

constexpr int kReaders = 8;
constexpr int kRounds = 12;

// Item "a" of a round says its number, so that an answer tells how old it is.
std::vector<RawItem> items_of(int round) {
  return {{.id = "a",
           .title = "Round " + std::to_string(round),
           .text = "The library opens in round " + std::to_string(round) + ".",
           .lang = "en",
           .countries = {"KZ"}},
          {.id = "added-" + std::to_string(round),
           .text = "图书馆第" + std::to_string(round) + "次开馆。",
           .lang = "zh"}};
}

void write_round(const std::filesystem::path& index, int round) {
  add_items(index, items_of(round));
  if (round % 4 == 3) {
    rebuild(index);
  }
}

// What the readers share; doctest's checks are for one thread.
struct Findings {
  std::atomic<int> committed = -1;  // Rounds that every later answer has to show.
  std::atomic<bool> is_over = false;
  std::atomic<std::size_t> answers = 0;
  std::mutex mutex;
  std::set<std::string> faults;

  void expect(bool holds, const std::string& fault) {
    if (!holds) {
      const std::lock_guard lock(mutex);
      faults.insert(fault);
    }
  }
};

// Returns the body, or nothing where a rebuilt index cut it off, as it may.
std::optional<std::string> body_of(const WebResponse& response) {
  try {
    return whole_body(response);
  } catch (const Error& error) {
    return error.code() == ErrorCode::kIndexChanged ? std::nullopt
                                                    : std::optional<std::string>(error.what());
  }
}

int round_of(const std::string& body) {
  const nlohmann::json item = nlohmann::json::parse(body);
  return std::stoi(item.at("title").get<std::string>().substr(6));
}

void read_item(const Api& api, Findings& findings, std::string& etag, int& last) {
  WebRequest request = request_for("/api/v1/items/a");
  request.if_none_match = etag;
  const int committed = findings.committed;
  const WebResponse response = api.answer(request);
  if (response.status == 304) {
    findings.expect(last >= committed, "a tag outlived its answer");
    return;
  }
  findings.expect(response.status == 200, "an item: " + response.body);
  if (response.status == 200) {
    last = round_of(response.body);
    etag = response.etag;
    findings.expect(last >= committed, "an item is older than the index");
  }
}

void read_search(const Api& api, Findings& findings) {
  const std::size_t least = static_cast<std::size_t>(findings.committed + 1);
  const WebResponse response = api.answer(request_for("/api/v1/search?lang=zh&limit=100"));
  findings.expect(response.status == 200, "a search: " + response.body);
  if (response.status != 200) {
    return;
  }
  const nlohmann::json result = nlohmann::json::parse(response.body);
  findings.expect(result.at("total") >= least, "a search misses what was committed");
  findings.expect(result.at("hits").size() == result.at("total"), "a page of two states");
}

void read_rest(const Api& api, Findings& findings) {
  for (const char* target :
       {"/api/v1/export?format=jsonl&q=library", "/api/v1/why/a?q=library+kazakhstan",
        "/api/v1/why/a", "/api/v1/similar/a", "/feed.atom?q=%E5%9B%BE%E4%B9%A6%E9%A6%86",
        "/api/v1/facets?q=library", "/api/v1/search?q=-library+round&sort=title"}) {
    const WebResponse response = api.answer(request_for(target));
    findings.expect(response.status == 200, std::string(target) + ": " + response.body);
    if (const auto body = body_of(response)) {
      findings.expect(body->find("cannot") == std::string::npos,
                      std::string(target) + ": " + *body);
    }
  }
}

}  // namespace

TEST_CASE("api: eight threads ask while the index is written to and rebuilt") {
  std::mutex reports;
  std::vector<std::string> reported;
  const ApiArchive archive(items_of(0), {.report = [&](const std::string& cause) {
                             const std::lock_guard lock(reports);
                             reported.push_back(cause);
                           }});
  Findings findings;
  findings.committed = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] {
      std::string etag;
      int last = -1;
      while (!findings.is_over) {
        read_item(archive.api(), findings, etag, last);
        read_search(archive.api(), findings);
        read_rest(archive.api(), findings);
        ++findings.answers;
      }
    });
  }
  for (int round = 1; round < kRounds; ++round) {
    write_round(archive.index(), round);
    findings.committed = round;
    // Readers have to get a word in between on a busy machine.
    for (const std::size_t seen = findings.answers; findings.answers < seen + kReaders;) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  findings.is_over = true;
  for (std::thread& reader : readers) {
    reader.join();
  }
  for (const std::string& fault : findings.faults) {
    FAIL_CHECK(fault);
  }
  for (const std::string& cause : reported) {
    FAIL_CHECK(cause);
  }
  CHECK_EQ(round_of(archive.get("/api/v1/items/a").body), kRounds - 1);
}

}  // namespace bulletin::test
