#include "searcher/search/facets.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"
#include "searcher/query/query_builder.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

// An item with supplied facets: `KZ ES`, `2019-12`.
Bulletin item(std::string id, std::string lang, std::string text,
              const std::vector<std::string>& countries, const std::vector<std::string>& spans) {
  Bulletin made{.id = std::move(id), .lang = std::move(lang), .text = std::move(text)};
  for (const std::string& code : countries) {
    made.countries.push_back({code, {{.rule = "name"}}});
  }
  for (const std::string& span : spans) {
    made.dates.push_back({parse_span(span).value(), {{.rule = "day"}}});
  }
  return made;
}

const Xapian::Database& index() {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase fresh(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const DocumentBuilder builder;
    for (const Bulletin& bulletin : {
             item("1", "en", "visit to the centre", {"KZ"}, {"2019-12-24"}),
             item("2", "en", "second visit", {"ES", "KZ"}, {"2019-12-31..2020-01-01"}),
             item("3", "zh", "访问学习中心", {"ZM"}, {"2019-11"}),
             item("4", "zh", "访问 visit", {}, {"2018"}),
             item("5", "en", "visit without a date", {"KZ"}, {}),
             item("6", "en", "another matter", {"FR"}, {"2017-05-06"}),
         }) {
      fresh.add_document(builder.build(bulletin));
    }
    return fresh;
  }();
  return database;
}

SearchQuery build(QueryRequest request) {
  static const Analyzer analyzer;
  request.today = 2020y / 6 / 15;
  return build_query(request, analyzer);
}

std::string render(const std::vector<Bucket>& buckets) {
  std::string line;
  for (const Bucket& bucket : buckets) {
    line += (line.empty() ? "" : " ") + bucket.value + ':' + std::to_string(bucket.count);
  }
  return line;
}

Facets facets(const SearchQuery& query) {
  SharedFacetColumn column;
  return count_facets(index(), "", query, matching_documents(index(), limited(query)), column);
}

TEST_CASE("count_facets: how many hits each value would leave") {
  const Facets found = facets(build({.text = "visit"}));
  CHECK_EQ(render(found.country), "KZ:3 ES:1 none:1");
  CHECK_EQ(render(found.year), "2020:1 2019:2 2018:1 none:1");
  CHECK_EQ(render(found.month), "2020-01:1 2019-12:2");
  CHECK_EQ(render(found.lang), "en:3 zh:1");
}

TEST_CASE("count_facets: a facet leaves its own limit out, so that another value can be chosen") {
  const Facets by_country = facets(build({.text = "visit", .countries = {"ES"}}));
  CHECK_EQ(render(by_country.country), "KZ:3 ES:1 none:1");
  CHECK_EQ(render(by_country.year), "2020:1 2019:1");
  CHECK_EQ(render(by_country.lang), "en:1");

  const Facets by_both = facets(build({.countries = {"KZ"}, .dates = {"2019-12"}}));
  CHECK_EQ(render(by_both.country), "KZ:2 ES:1");
  CHECK_EQ(render(by_both.year), "2020:1 2019:2 none:1");
  CHECK_EQ(render(by_both.month), "2020-01:1 2019-12:2");
  CHECK_EQ(render(by_both.lang), "en:2");

  const Facets by_lang = facets(build({.text = "visit", .langs = {"zh"}}));
  CHECK_EQ(render(by_lang.lang), "en:3 zh:1");
  CHECK_EQ(render(by_lang.country), "none:1");
}

TEST_CASE("count_facets: nothing found counts nothing") {
  const Facets found = facets(build({.text = "zebra"}));
  CHECK(found.country.empty());
  CHECK(found.year.empty());
  CHECK(found.month.empty());
  CHECK(found.lang.empty());
}

TEST_CASE("count_facets: a click on a bucket returns exactly its count") {
  const Facets found = facets(build({.text = "visit"}));
  const auto check = [](const std::vector<Bucket>& buckets, auto choose) {
    for (const Bucket& bucket : buckets) {
      CAPTURE(bucket.value);
      QueryRequest request{.text = "visit"};
      choose(request).push_back(bucket.value);
      const SearchQuery query = build(request);
      CHECK_EQ(matching_documents(index(), limited(query)).size(), bucket.count);
    }
  };
  check(found.country, [](QueryRequest& r) -> auto& { return r.countries; });
  check(found.year, [](QueryRequest& r) -> auto& { return r.dates; });
  check(found.month, [](QueryRequest& r) -> auto& { return r.dates; });
  check(found.lang, [](QueryRequest& r) -> auto& { return r.langs; });
}

TEST_CASE("count_days: the days of a month, and the items that name none") {
  const auto days = [](std::string_view month, QueryRequest request) {
    const MonthDays counted = count_days(index(), build(std::move(request)), month);
    return render(counted.days) + " none:" + std::to_string(counted.day_not_given);
  };
  CHECK_EQ(days("2019-12", {}), "2019-12-24:1 2019-12-31:1 none:0");
  CHECK_EQ(days("2019-12", {.dates = {"2018"}}), "2019-12-24:1 2019-12-31:1 none:0");
  CHECK_EQ(days("2019-12", {.countries = {"ES"}}), "2019-12-31:1 none:0");
  CHECK_EQ(days("2020-01", {}), "2020-01-01:1 none:0");
  CHECK_EQ(days("2019-11", {}), " none:1");
  for (const std::string_view other :
       {"2019", "2019-1", "2019-13", "none", "2019-11..2019-12", ""}) {
    CAPTURE(other);
    CHECK_EQ(days(other, {}), " none:0");
  }
}

TEST_CASE("matching_documents: which items a query finds") {
  struct Case {
    std::string_view what, query, expect;
  };
  const Case cases[] = {
      {"everything", "", "1 2 3 4 5 6"},
      {"any of the words", "second matter", "2 6"},
      {"required", "visit +second", "2"},
      {"excluded", "visit -second", "1 4 5"},
      {"only an exclusion", "-visit", "3 6"},
      {"alternatives", "second OR matter", "2 6"},
      {"phrase", R"("visit to the")", "1"},
      {"phrase in another order", R"("to visit the")", ""},
      {"prefix", "matt*", "6"},
      {"Chinese word", "学习", "3"},
      {"Traditional", "訪問", "3 4"},
      {"Chinese across words, as it stands", "“问学习”", "3"},
      {"one character inside a word", "习", "3"},
      {"last character of a run", "心", "3"},
      {"half of another word", "问学", "3"},
      {"country is any of the hits' countries", "country:KZ,FR", "1 2 5 6"},
      {"year", "date:2019", "1 2 3"},
      {"span touches", "date:2019-12-24..2019-12-31", "1 2"},
      {"without a date", "date:none", "5"},
      {"id", "id:3", "3"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::string line;
    for (const Xapian::docid document :
         matching_documents(index(), limited(build({.text = std::string(c.query)})))) {
      line += (line.empty() ? "" : " ") + std::to_string(document);
    }
    CHECK_EQ(line, c.expect);
  }
}

}  // namespace
}  // namespace bulletin
