#include "searcher/search/facet_column.hpp"

#include <atomic>
#include <numeric>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/search/shared_facet_column.hpp"

namespace bulletin {
namespace {

Xapian::Document document(const FacetValues& values) {
  Xapian::Document made;
  made.add_value(slot::kFacets, pack_facets(values));
  return made;
}

Xapian::WritableDatabase database() {
  Xapian::WritableDatabase made(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const FacetValues visit{.lang = "en", .countries = {"ES", "KZ"}, .kinds = {"visit"}};
  made.add_document(document(visit));
  made.add_document(
      document({.lang = "zh", .countries = {"KZ"}, .years = {2019}, .months = {2019 * 12 + 11}}));
  made.add_document(Xapian::Document());  // Without a value.
  made.add_document(document(visit));
  return made;
}

std::vector<Xapian::docid> all_of(const Xapian::Database& database) {
  std::vector<Xapian::docid> documents(database.get_lastdocid());
  std::iota(documents.begin(), documents.end(), 1);
  return documents;
}

std::string render(const std::vector<Bucket>& buckets) {
  std::string text;
  for (const Bucket& bucket : buckets) {
    text += (text.empty() ? "" : " ") + bucket.value + ':' + std::to_string(bucket.count);
  }
  return text;
}

}  // namespace

TEST_CASE("FacetColumn: counts values, read one by one and from the column alike") {
  const Xapian::WritableDatabase held = database();
  const FacetColumn column = FacetColumn::read(held);
  struct Case {
    std::string_view what;
    std::vector<Xapian::docid> documents;
    std::string_view langs, countries, regions, kinds, dates;
    std::size_t without_country, without_date;
  };
  const Case cases[] = {
      {"all",
       {1, 2, 3, 4},
       "en:2 zh:1",
       "ES:2 KZ:3",
       "039:2 142:3 143:3 150:2",
       "visit:2",
       "2019:1 2019-12:1",
       0,
       2},
      {"the same combination twice",
       {1, 4},
       "en:2",
       "ES:2 KZ:2",
       "039:2 142:2 143:2 150:2",
       "visit:2",
       "",
       0,
       2},
      {"a date", {2}, "zh:1", "KZ:1", "142:1 143:1", "", "2019:1 2019-12:1", 0, 0},
      {"a document without a value", {3}, "", "", "", "", "", 0, 0},
      {"nothing", {}, "", "", "", "", "", 0, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    for (const FacetCounts& counts :
         {column.count(c.documents), FacetColumn::count_by_reading(held, c.documents)}) {
      CHECK_EQ(render(counts.langs), c.langs);
      CHECK_EQ(render(counts.countries), c.countries);
      CHECK_EQ(render(counts.regions), c.regions);
      CHECK_EQ(render(counts.kinds), c.kinds);
      CHECK_EQ(render(counts.years) + (counts.months.empty() ? "" : " ") + render(counts.months),
               c.dates);
      CHECK_EQ(counts.without_country, c.without_country);
      CHECK_EQ(counts.without_date, c.without_date);
    }
  }
}

TEST_CASE("SharedFacetColumn: counts alike before there is a column and after") {
  const Xapian::WritableDatabase held = database();
  SharedFacetColumn column;
  for (int time = 0; time < 3; ++time) {  // The second time as many are read as there are.
    CHECK_EQ(render(column.count(held, "a", all_of(held)).countries), "ES:2 KZ:3");
    CHECK_EQ(render(column.count(held, "a", {2, 4}).countries), "ES:1 KZ:2");
    CHECK_EQ(render(column.count(held, "a", {3}).countries), "");
  }
}

TEST_CASE("SharedFacetColumn: another state is read anew") {
  Xapian::WritableDatabase held = database();
  SharedFacetColumn column;
  for (int time = 0; time < 3; ++time) {
    CHECK_EQ(render(column.count(held, "a", {1}).countries), "ES:1 KZ:1");
  }
  CHECK_EQ(render(column.count(held, "a", all_of(held)).countries), "ES:2 KZ:3");
  held.replace_document(1, document({.lang = "en", .countries = {"ZM"}}));
  CHECK_EQ(render(column.count(held, "b", all_of(held)).countries), "ES:1 KZ:2 ZM:1");
  held.delete_document(2);
  held.delete_document(4);
  for (int time = 0; time < 3; ++time) {
    CHECK_EQ(render(column.count(held, "c", {1, 3}).countries), "ZM:1");
  }
}

TEST_CASE("FacetColumn: days by document, 0 for none") {
  Xapian::WritableDatabase held = database();
  Xapian::Document dated = document({.lang = "en"});
  dated.add_value(slot::kDate, "20191224");
  held.add_document(dated);
  held.add_document(dated);
  held.delete_document(5);
  CHECK_EQ(FacetColumn::read(held).days(), std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 20191224});
}

TEST_CASE("SharedFacetColumn: days of the state that has a column, and of no other") {
  const Xapian::WritableDatabase held = database();
  SharedFacetColumn column;
  CHECK_EQ(column.days("a"), nullptr);
  for (int time = 0; time < 3; ++time) {
    static_cast<void>(column.count(held, "a", all_of(held)));
  }
  const auto days = column.days("a");
  REQUIRE_NE(days, nullptr);
  CHECK_EQ(column.days("b"), nullptr);  // Forgets "a", but for those who hold it.
  CHECK_EQ(column.days("a"), nullptr);
  CHECK_EQ(days->size(), 5U);
}

TEST_CASE("SharedFacetColumn: many threads count from one while states change") {
  SharedFacetColumn column;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([&, number] {
      const Xapian::WritableDatabase mine = database();
      const std::vector<Xapian::docid> all = all_of(mine);
      for (int time = 0; time < 200; ++time) {
        const std::string state = std::to_string((time + number) / 50);
        wrong += render(column.count(mine, state, all).countries) == "ES:2 KZ:3" ? 0 : 1;
        const auto days = column.days(state);
        wrong += !days || days->size() == all.size() + 1 ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK_EQ(wrong, 0);
}

}  // namespace bulletin
