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

// `ES KZ:2, KZ:1`, by name.
std::string countries(const FacetCounts& counts) {
  std::vector<std::string> lines;
  for (const auto& [values, count] : counts.countries) {
    std::string line;
    for (const std::string& value : *values) {
      line += value + ' ';
    }
    lines.push_back(line.substr(0, line.size() - 1) + ':' + std::to_string(count));
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) {
    text += (text.empty() ? "" : ", ") + line;
  }
  return text;
}

}  // namespace

TEST_CASE("FacetColumn: counts combinations, from values and from the column alike") {
  const Xapian::WritableDatabase held = database();
  FacetColumn column;
  for (int time = 0; time < 3; ++time) {  // The second time as many are read as there are.
    CHECK_EQ(countries(column.count(held, "a", all_of(held))), "ES KZ:2, KZ:1");
    CHECK_EQ(countries(column.count(held, "a", {2, 4})), "ES KZ:1, KZ:1");
    CHECK_EQ(countries(column.count(held, "a", {3})), "");
  }
  const FacetCounts counts = column.count(held, "a", {2});
  REQUIRE_EQ(counts.dates.size(), 1);
  CHECK_EQ(counts.dates.front().first->years, std::vector<std::uint16_t>{2019});
  REQUIRE_EQ(counts.langs.size(), 1);
  CHECK_EQ(*counts.langs.front().first, "zh");
}

TEST_CASE("FacetColumn: another state is read anew") {
  Xapian::WritableDatabase held = database();
  FacetColumn column;
  for (int time = 0; time < 3; ++time) {
    CHECK_EQ(countries(column.count(held, "a", {1})), "ES KZ:1");
  }
  CHECK_EQ(countries(column.count(held, "a", all_of(held))), "ES KZ:2, KZ:1");
  held.replace_document(1, document({.lang = "en", .countries = {"ZM"}}));
  CHECK_EQ(countries(column.count(held, "b", all_of(held))), "ES KZ:1, KZ:1, ZM:1");
  held.delete_document(2);
  held.delete_document(4);
  CHECK_EQ(countries(column.count(held, "c", {1, 3})), "ZM:1");
}

}  // namespace bulletin
