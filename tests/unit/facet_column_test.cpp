#include "searcher/search/facet_column.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include <doctest/doctest.h>

#include "indexer/schema/schema.hpp"

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
  made.add_document(document({.lang = "zh", .countries = {"KZ"}, .years = {2019}, .months = {}}));
  made.add_document(Xapian::Document());  // Without a value.
  made.add_document(document(visit));
  return made;
}

std::vector<Xapian::docid> all_of(const Xapian::Database& database) {
  std::vector<Xapian::docid> documents(database.get_lastdocid());
  std::iota(documents.begin(), documents.end(), 1);
  return documents;
}

// `ES:2 KZ:3`, by name.
std::string countries(const FacetCounts& counts) {
  auto sorted = counts.countries;
  std::ranges::sort(sorted);
  std::string text;
  for (const auto& [value, count] : sorted) {
    text += (text.empty() ? "" : " ") + value + ':' + std::to_string(count);
  }
  return text;
}

}  // namespace

TEST_CASE("FacetColumn: counts values, read one by one and from the column alike") {
  const Xapian::WritableDatabase held = database();
  FacetColumn column;
  for (int time = 0; time < 3; ++time) {  // The second time as many are read as there are.
    CHECK_EQ(countries(column.count(held, "a", all_of(held))), "ES:2 KZ:3");
    CHECK_EQ(countries(column.count(held, "a", {2, 4})), "ES:1 KZ:2");
    CHECK_EQ(countries(column.count(held, "a", {3})), "");
  }
  const FacetCounts counts = column.count(held, "a", {2});
  CHECK(counts.years == ValueCounts<std::uint16_t>{{2019, 1}});
  CHECK(counts.langs == ValueCounts<std::string>{{"zh", 1}});
  CHECK_EQ(counts.without_date, 0);
  const FacetCounts visits = column.count(held, "a", {1, 4});
  CHECK(visits.kinds == ValueCounts<std::string>{{"visit", 2}});
  CHECK_EQ(visits.without_date, 2);
  CHECK_EQ(visits.regions.size(), 4);  // Southern Europe, Central Asia and their continents.
}

TEST_CASE("FacetColumn: another state is read anew") {
  Xapian::WritableDatabase held = database();
  FacetColumn column;
  for (int time = 0; time < 3; ++time) {
    CHECK_EQ(countries(column.count(held, "a", {1})), "ES:1 KZ:1");
  }
  CHECK_EQ(countries(column.count(held, "a", all_of(held))), "ES:2 KZ:3");
  held.replace_document(1, document({.lang = "en", .countries = {"ZM"}}));
  CHECK_EQ(countries(column.count(held, "b", all_of(held))), "ES:1 KZ:2 ZM:1");
  held.delete_document(2);
  held.delete_document(4);
  CHECK_EQ(countries(column.count(held, "c", {1, 3})), "ZM:1");
}

}  // namespace bulletin
