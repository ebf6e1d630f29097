// Searchers on loan: bounded, reused, always at the newest state.

#include "searcher/web/searcher_pool.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include <doctest/doctest.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/reindex.hpp"
#include "searcher/web/result_stream.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

Bulletin item(const std::string& id) {
  return {.id = id, .lang = "en", .title = "Library " + id, .text = "A library opens."};
}

void add(const std::filesystem::path& index, const std::string& id) {
  IndexWriter writer(index);
  writer.add(item(id));
  writer.commit();
}

// Each has the word "library", and is written by a run of its own.
void add_three(const std::filesystem::path& index) {
  for (const char* id : {"a", "b", "c"}) {
    add(index, id);
  }
}

// Waits until `column` is there for `state`, ten seconds at most; `ask` is called in between.
template <typename Ask>
bool comes(const SharedFacetColumn& column, const std::string& state, Ask ask) {
  for (int tries = 0; tries < 1000 && !column.has_column(state); ++tries) {
    ask();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return column.has_column(state);
}

TEST_CASE("searcher pool: what is committed later is seen, and the index has another name then") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add(index, "a");
  SearcherPool pool(index, 2);
  const std::string first = pool.index_generation();
  CHECK_EQ(pool.index_generation(), first);
  CHECK_FALSE(pool.lend()->find("b").has_value());

  add(index, "b");
  const std::string second = pool.index_generation();
  CHECK_NE(second, first);
  CHECK(pool.lend()->find("b").has_value());

  REQUIRE(reindex(index, {}, [](std::size_t, std::size_t) { return true; }).has_value());
  CHECK_NE(pool.index_generation(), second);
  CHECK(pool.lend()->find("b").has_value());
}

TEST_CASE("searcher: the second question about facets has their column read beside it") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add_three(index);
  const auto column = std::make_shared<SharedFacetColumn>(index);
  Searcher searcher(index, std::chrono::milliseconds(0), column);
  const SearchRequest request{.query = {.text = "id:a"}};
  CHECK_EQ(searcher.search(request).facets->lang.front().count, 1U);
  CHECK_FALSE(column->has_column(searcher.last_state()));
  for (int commit = 0; commit < 3; ++commit) {
    CHECK_EQ(searcher.search(request).facets->lang.front().count, 1U);
    CHECK_EQ(searcher.search(request).facets->lang.front().count, 1U);
    CHECK(comes(*column, searcher.last_state(), [] {}));
    CHECK_EQ(searcher.search({.query = {.text = "library"}}).facets->lang.front().count,
             3U + static_cast<std::size_t>(commit));
    add(index, "d" + std::to_string(commit));
  }
}

TEST_CASE("searcher: the second question without facets has days read, and the order stays") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  IndexWriter writer(index);
  using namespace std::chrono_literals;
  for (const auto& [id, day] : std::map<std::string, std::optional<Date>>{{"k", 2019y / 12 / 24},
                                                                          {"l", std::nullopt},
                                                                          {"m", 2020y / 1 / 3},
                                                                          {"n", 2018y / 5 / 5}}) {
    Bulletin dated = item(id);
    dated.published = day;
    writer.add(dated);
  }
  writer.commit();
  const auto column = std::make_shared<SharedFacetColumn>(index);
  Searcher with(index, std::chrono::milliseconds(0), column);
  Searcher without(index);
  const auto ask = [&] {
    static_cast<void>(with.search({.query = {.text = "library"}, .facets = false}));
  };
  ask();
  CHECK_EQ(column->days(with.last_state()), nullptr);
  REQUIRE(comes(*column, with.last_state(), ask));
  REQUIRE_NE(column->days(with.last_state()), nullptr);
  const std::pair<Sort, std::string> cases[] = {{Sort::kRelevance, "mknl"},
                                                {Sort::kNewestFirst, "mknl"},
                                                {Sort::kOldestFirst, "nkml"},
                                                {Sort::kTitle, "klmn"}};
  for (const auto& [sort, expect] : cases) {
    const SearchRequest request{.query = {.text = "library"}, .sort = sort};
    for (Searcher* const searcher : {&with, &without}) {
      std::string ids;
      for (const Hit& hit : searcher->search(request).hits) {
        ids += hit.bulletin.id;
      }
      CHECK_EQ(ids, expect);
    }
  }
}

TEST_CASE("shared facet column: read ahead, it is there for the first question") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  const auto column = std::make_shared<SharedFacetColumn>(index);
  column->read_ahead();  // Of an index that is not there: told by who asks.
  add_three(index);
  Searcher searcher(index, std::chrono::milliseconds(0), column);
  const std::string state = searcher.last_state();
  CHECK(comes(*column, state, [&] { column->read_ahead(); }));
  CHECK_EQ(searcher.search({.query = {.text = "id:a"}}).facets->lang.front().count, 1U);
  CHECK(column->has_column(state));
}

TEST_CASE("searcher pool: one that came back is lent again, one whose request threw is not") {
  const test::TemporaryFolder folder;
  add(folder.at("index"), "a");
  SearcherPool pool(folder.at("index"), 2);
  const void* first = nullptr;  // To be told apart, not used.
  {
    const auto searcher = pool.lend();
    first = searcher.get();
  }
  CHECK_EQ(pool.lend().get(), first);
  const auto fail = [&] {
    const auto searcher = pool.lend();
    throw Error(ErrorCode::kInternal, "a request fails");
  };
  CHECK_THROWS_AS(fail(), Error);
  CHECK(pool.lend()->find("a").has_value());
}

TEST_CASE("searcher pool: no more than its capacity are out at once") {
  const test::TemporaryFolder folder;
  add(folder.at("index"), "a");
  constexpr std::size_t kCapacity = 2;
  SearcherPool pool(folder.at("index"), kCapacity);
  std::atomic<std::size_t> out = 0;
  std::atomic<std::size_t> most = 0;
  std::atomic<std::size_t> found = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 20; ++j) {
        const auto searcher = pool.lend();
        const std::size_t now = ++out;
        for (std::size_t seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        found += searcher->search({.query = {.text = "library"}}).total;
        --out;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK_LE(most, kCapacity);
  CHECK_EQ(found, 120);
}

TEST_CASE("searcher pool: without an index it says so at each loan, and works once there is one") {
  const test::TemporaryFolder folder;
  SearcherPool pool(folder.at("index"), 1);
  for (int i = 0; i < 3; ++i) {
    CHECK_THROWS_AS(static_cast<void>(pool.lend()), Error);
  }
  add(folder.at("index"), "a");
  CHECK(pool.lend()->find("a").has_value());
}

TEST_CASE("searcher pool: an index made anew in the same place is another one") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add(index, "a");
  SearcherPool pool(index, 1);
  const std::string first = pool.index_generation();
  std::filesystem::remove_all(index);
  add(index, "b");  // As many commits, so the same revision under the same names of files.
  CHECK_NE(pool.index_generation(), first);
  CHECK(pool.lend()->find("b").has_value());
  CHECK_FALSE(pool.lend()->find("a").has_value());
}

TEST_CASE("searcher pool: while the index is away nothing older is shown than was shown before") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add(index, "a");
  SearcherPool pool(index, 2, std::chrono::minutes(1));
  auto newer = pool.lend();
  auto older = pool.lend();
  CHECK_FALSE(older->find("b").has_value());
  add(index, "b");
  CHECK(newer->find("b").has_value());
  newer.reset();
  older.reset();  // The last that came back is the first to be lent.
  std::filesystem::rename(index, folder.at("away"));
  const auto one = pool.lend();
  CHECK(one->find("b").has_value());
  std::thread([&] {
    std::filesystem::rename(folder.at("away"), index);
    CHECK(pool.lend()->find("b").has_value());
  }).join();
}

TEST_CASE("searcher: hits of a result are not read from a rebuilt index, where numbers differ") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add_three(index);
  Searcher searcher(index);
  const OpenedResult result = searcher.open({.query = {.text = "library"}});
  REQUIRE_EQ(searcher.read_hits(result, 0, kAllHits).size(), 3);
  IndexWriter::existing(index).remove("a");
  REQUIRE(reindex(index, {}, [](std::size_t, std::size_t) { return true; }).has_value());
  CHECK_THROWS_AS(static_cast<void>(searcher.read_hits(result, 0, kAllHits)), Error);
}

TEST_CASE("searcher: hits that have been removed since the search are left out") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add_three(index);
  Searcher searcher(index);
  const OpenedResult result = searcher.open({.query = {.text = "library"}});
  IndexWriter writer = IndexWriter::existing(index);
  REQUIRE(writer.remove("b"));
  writer.commit();
  std::set<std::string> ids;
  for (const Hit& hit : searcher.read_hits(result, 0, kAllHits)) {
    ids.insert(hit.bulletin.id);
  }
  CHECK_EQ(ids, std::set<std::string>{"a", "c"});
}

TEST_CASE("stream_of: what was read along with the search is answered from a rebuilt index, too") {
  const test::TemporaryFolder folder;
  const std::filesystem::path index = folder.at("index");
  add_three(index);
  SearcherPool pool(index, 2);
  const Labels labels;
  const WebBodySource body = stream_of(pool, {.query = {.text = "library"}, .limit = kAllHits}, {},
                                       make_writer(Format::kIds, {.labels = labels}));
  REQUIRE(reindex(index, {}, [](std::size_t, std::size_t) { return true; }).has_value());
  const std::optional<std::string> part = body();
  REQUIRE(part.has_value());
  CHECK_EQ(std::ranges::count(*part, '\n'), 3);
  CHECK_FALSE(body().has_value());
}

}  // namespace
}  // namespace bulletin
