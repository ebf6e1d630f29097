#include "indexer/pipeline/bulk_build.hpp"

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/put_aside.hpp"
#include "indexer/pipeline/run_queue.hpp"
#include "tests/support/index_contents.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMegabyte = 1 << 20;

// The values of a run, to its end.
std::vector<int> values_of(RunQueue<int>& queue, RunQueue<int>::Run* run) {
  std::vector<int> values;
  while (const auto value = queue.next(*run)) {
    values.push_back(*value);
  }
  return values;
}

}  // namespace

TEST_CASE("bulk plan: threads and runs stay within the memory") {
  struct Case {
    std::string_view what;
    BulkLimits limits;
    std::size_t cores;
    std::size_t jobs;
  };
  const Case cases[] = {
      {"one thread a core", {}, 2, 2},
      {"as many as asked for", {.jobs = 3}, 8, 3},
      {"one where the system cannot count", {}, 0, 1},
      {"many", {.jobs = 32}, 8, 32},
      {"fewer where memory is short", {.jobs = 64, .memory_mb = 128}, 2, 2},
      {"fewer where each thread writes to many shards",
       {.jobs = 4, .memory_mb = 156, .shards = 64},
       4,
       2},
      {"one where there is hardly any", {.jobs = 2, .memory_mb = 109}, 2, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const BulkPlan plan = plan_bulk_build(c.limits, c.cores);
    CHECK_EQ(plan.jobs, c.jobs);
    CHECK_LE(plan.jobs * 5 * plan.run_bytes, c.limits.memory_mb * kMegabyte);
    CHECK_GE(plan.run_bytes, kMegabyte / 4);
    CHECK((plan.linking_jobs == 1 || plan.linking_jobs * 64 + 96 <= c.limits.memory_mb));
    CHECK_LE(plan.linking_jobs, plan.jobs);
    CHECK_GT(plan.shelf_items, 0);
    CHECK_LE(plan.shelf_items * 300, (c.limits.memory_mb - 96) * kMegabyte);
  }
  CHECK_THROWS_WITH_AS((void)plan_bulk_build({.memory_mb = 90}, 2),
                       "cannot build an index in 90 MB of memory", Error);
}

TEST_CASE("run queue: a run is full at its weight, the next one begins behind it") {
  RunQueue<int> queue(3, 100);
  for (int i = 1; i <= 7; ++i) {
    CHECK(queue.push(i, 1));
  }
  queue.end();
  CHECK(values_of(queue, queue.begin()) == std::vector{1, 2, 3});
  CHECK(values_of(queue, queue.begin()) == std::vector{4, 5, 6});
  CHECK(values_of(queue, queue.begin()) == std::vector{7});
  CHECK(queue.begin() == nullptr);
}

TEST_CASE("run queue: who has nothing to do takes the second half of the longest run") {
  RunQueue<int> queue(100, 1000);
  for (int i = 1; i <= 60; ++i) {
    CHECK(queue.push(i, 1));
  }
  RunQueue<int>::Run* const first = queue.begin();
  CHECK_EQ(queue.next(*first), 1);
  RunQueue<int>::Run* const second = queue.begin();  // More may come, but half a run is enough.
  CHECK_EQ(queue.next(*second), 31);
  CHECK(queue.push(61, 1));
  queue.end();
  RunQueue<int>::Run* const third = queue.begin();
  CHECK_EQ(queue.next(*third), 47);
  CHECK_EQ(values_of(queue, first).back(), 30);
  CHECK_EQ(values_of(queue, second).back(), 46);
  CHECK_EQ(values_of(queue, third).back(), 61);
  CHECK(queue.begin() == nullptr);
}

TEST_CASE("run queue: a run does not grow again when those behind it are worked off") {
  RunQueue<int> queue(10, 100);
  for (int i = 0; i < 6; ++i) {
    REQUIRE(queue.push(i, 1));
  }
  auto* const first = queue.begin();
  auto* const second = queue.begin();  // Half of it.
  for (int i = 6; i < 13; ++i) {
    REQUIRE(queue.push(i, 1));
  }
  CHECK(values_of(queue, second) == std::vector{3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
  REQUIRE(queue.push(13, 1));
  queue.end();
  CHECK(values_of(queue, first) == std::vector{0, 1, 2});
  auto* const last = queue.begin();
  REQUIRE(last != nullptr);
  CHECK(values_of(queue, last) == std::vector{13});
}

TEST_CASE("run queue: every value comes out once, each run in order, whoever works") {
  RunQueue<int> queue(50, 120);
  std::mutex mutex;
  std::vector<std::vector<int>> runs;
  {
    std::vector<std::jthread> workers;
    workers.reserve(3);
    for (int i = 0; i < 3; ++i) {
      workers.emplace_back([&] {
        while (auto* const run = queue.begin()) {
          const std::vector<int> values = values_of(queue, run);
          const std::lock_guard lock(mutex);
          runs.push_back(values);
        }
      });
    }
    for (int i = 0; i < 1000; ++i) {
      CHECK(queue.push(i, 1));
    }
    queue.end();
  }
  std::erase(runs, std::vector<int>());
  std::ranges::sort(runs);
  int next = 0;
  for (const std::vector<int>& run : runs) {
    for (const int value : run) {
      CHECK_EQ(value, next++);
    }
  }
  CHECK_EQ(next, 1000);
}

TEST_CASE("run queue: closing drops what waits and wakes who waits for room") {
  RunQueue<int> queue(1, 1);
  CHECK(queue.push(1, 1));
  bool was_taken = true;
  {
    std::jthread writer([&] { was_taken = queue.push(2, 1); });
    queue.close();
  }
  CHECK_FALSE(was_taken);
  CHECK(queue.begin() == nullptr);
}

TEST_CASE("bulk crew: what a thread cannot do is thrown where items are added or merged") {
  const std::map<std::string, Correction> corrections;
  const SourcedItem item{{.id = "a", .text = "A lead."}, {}};
  {
    BulkCrew crew("/dev/null/parts", PublisherMatcher::of_default(), corrections, {.jobs = 2});
    crew.add(item);
    CHECK_THROWS_AS(crew.merge_into({"/dev/null/whole"}), Error);
  }
  BulkCrew crew("/dev/null/parts", PublisherMatcher::of_default(), corrections, {.jobs = 2});
  const auto add_for_ever = [&] {
    while (true) {
      crew.add(item);
    }
  };
  CHECK_THROWS_AS(add_for_ever(), Error);
}

TEST_CASE("bulk crew: documents are numbered in the order of the items, whoever is first") {
  const test::TemporaryFolder folder;
  const std::map<std::string, Correction> corrections;
  std::size_t databases = 0;
  std::size_t run_bytes = 1 << 20;
  std::size_t items = 300;
  SUBCASE("in one database") {
    databases = 1;
  }
  SUBCASE("in turn in three") {
    databases = 3;
  }
  SUBCASE("in more parts than are open at once") {
    databases = 2;
    run_bytes = 1;
    items = 2000;
  }
  const BulkShape shape{.jobs = 3, .run_bytes = run_bytes, .shards = databases, .behind = 0};
  BulkCrew crew(folder.path(), PublisherMatcher::of_default(), corrections, shape);
  for (std::size_t number = 0; number < items; ++number) {
    crew.add(
        {{.id = std::to_string(number), .text = std::string(number % 7 == 0 ? 200'000 : 10, 'x')},
         {}});
  }
  std::vector<std::filesystem::path> folders;
  folders.reserve(databases);
  Xapian::Database whole;
  for (std::size_t i = 0; i < databases; ++i) {
    folders.emplace_back(folder.at("whole-" + std::to_string(i)));
  }
  crew.merge_into(folders);
  for (const std::filesystem::path& each : folders) {
    whole.add_database(Xapian::Database(each.string()));
  }
  REQUIRE_EQ(whole.get_doccount(), items);
  for (Xapian::docid document = 1; document <= items; ++document) {
    CHECK_EQ(decode_bulletin(whole.get_document(document).get_data()).id,
             std::to_string(document - 1));
  }
}

RawItem numbered_item(std::size_t number) {
  const std::string count = std::to_string(number);
  return {.id = "n" + count,
          .text = number % 2 == 0
                      ? "A delegation of " + count + " librarians from Spain came in May 2019."
                      : "2019年5月，西班牙图书馆员代表团一行" + std::to_string(number - 1) +
                            "人来访。"};
}

TEST_CASE("bulk build: behind the items that are there, as if they had been written one by one") {
  const test::TemporaryFolder folder;
  const auto begin_index = [&](const std::string& name) {
    IndexTarget target([&] { return IndexWriter(folder.at(name)); });
    for (std::size_t number = 0; number < 60; ++number) {
      target.take(numbered_item(number), {.path = "a"});
    }
    target.writer().correct("n3", {.kinds = {"meeting"}});
    target.writer().remove("n10");
    target.writer().link_stories();
    target.writer().refresh_suggestions();
    return folder.at(name);
  };
  const std::string slow = begin_index("slow");
  const std::string quick = begin_index("quick");
  ItemCounts counts;
  {
    IndexTarget target([&] { return IndexWriter(slow); });
    BulkBuild build(quick, std::nullopt, BulkBase::kItemsInUse, {.jobs = 2});
    // The first twenty are there, one of them in other words.
    for (std::size_t number = 40; number < 300; ++number) {
      RawItem item = numbered_item(number);
      item.text += number == 50 ? " Turnips were served." : "";
      target.take(item, {.path = "b"});
      if (const auto outcome = build.take(item, {.path = "b"})) {
        count(*outcome, counts);
      }
    }
    target.writer().link_stories();
    target.writer().refresh_suggestions();
    CHECK_EQ(build.finish(counts), 299U);
  }
  CHECK(contents_of(quick) == contents_of(slow));
  CHECK_EQ(counts.added, 240U);
  CHECK_EQ(counts.added + counts.merged + counts.replaced + counts.unchanged, 260U);
}

TEST_CASE("bulk build: many notes are no hindrance to threads that link") {
  const test::TemporaryFolder folder;
  std::string contents[2];
  for (const std::size_t jobs : {1U, 2U}) {
    const std::string index = folder.at("index-" + std::to_string(jobs));
    {
      IndexTarget target([&] { return IndexWriter(index); });
      for (std::size_t number = 0; number < 200; ++number) {
        target.take(numbered_item(number), {.path = "a"});
        target.writer().correct(
            "n" + std::to_string(number),
            {.title = "A longer title than most, item " + std::to_string(number)});
      }
      target.writer().commit();
    }
    BulkBuild build(index, std::nullopt, BulkBase::kNothing, {.jobs = jobs});
    for (std::size_t number = 0; number < 300; ++number) {
      CHECK(build.take(numbered_item(number), {.path = "a"}).has_value());
    }
    ItemCounts counts;
    CHECK_EQ(build.finish(counts), 300U);
    contents[jobs - 1] = contents_of(index);
  }
  CHECK(contents[0] == contents[1]);
}

TEST_CASE("bulk build: items that were read for another publisher are not kept beside new ones") {
  const test::TemporaryFolder folder;
  {
    IndexTarget target([&] { return IndexWriter(folder.at("index")); });
    target.take(numbered_item(0), {.path = "a"});
    target.writer().commit();
  }
  Publisher other = default_publisher();
  other.names = {"Somebody Else"};
  CHECK_THROWS_AS(BulkBuild(folder.at("index"), other, BulkBase::kItemsInUse, {}), Error);
  CHECK_NOTHROW(BulkBuild(folder.at("index"), other, BulkBase::kNothing, {}));
}

TEST_CASE("put aside: items come back as they were, in their order") {
  const test::TemporaryFolder folder;
  PutAside aside(folder.at("aside"));
  std::vector<Bulletin> items(3);
  items[0].id = "a";
  items[1] = {.id = "b",
              .lang = {},
              .title = "T",
              .text = std::string(100'000, 'x'),
              .supplied = {"en", {"KZ"}, {}}};
  items[2].id = "a";
  items[2].sources = {{"/x/a.txt", "UTF-8", 0, 7}};
  for (const Bulletin& item : items) {
    aside.add(item);
  }
  std::vector<Bulletin> back;
  aside.take_all([&](const Bulletin& item) { back.push_back(item); });
  CHECK(back == items);
  aside.take_all([](const Bulletin&) { FAIL("they have been forgotten"); });
}

TEST_CASE("put aside: a disk that takes nothing is told") {
  PutAside aside("/dev/full");
  const std::string long_text(1 << 20, 'x');
  Bulletin item;
  item.text = long_text;
  CHECK_THROWS_AS(aside.add(item), Error);
}

}  // namespace bulletin
