// Searches that have to end: what is left out, and that nothing is ever half true.

#include "searcher/query/deadline.hpp"

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/matcher.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kItems = 500;

// Every item has both words and both pairs of characters, none of them side by side.
Bulletin item(std::size_t number) {
  return {.id = std::to_string(number),
          .lang = number % 2 == 0 ? "en" : "zh",
          .title = "Item " + std::to_string(number),
          .text = "alpha gamma beta 学习与中心与习于",
          .countries = {{number % 3 == 0 ? "KZ" : "ZM", {{.rule = "name"}}}}};
}

const Xapian::Database& index() {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase fresh(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const DocumentBuilder builder;
    for (std::size_t number = 0; number < kItems; ++number) {
      fresh.add_document(builder.build(item(number)));
    }
    return fresh;
  }();
  return database;
}

Deadline past() {
  return Deadline(steady_clock::now() - std::chrono::seconds(1));
}

SearchQuery build(const std::string& text, const Deadline& deadline) {
  static const Analyzer analyzer;
  return build_query({.text = text}, analyzer, nullptr, nullptr, {.deadline = deadline});
}

TEST_CASE("deadline: no hits, no order and no counts after it") {
  const SearchQuery query = build("alpha", past());
  CHECK_THROWS_AS(static_cast<void>(matching_documents(index(), limited(query), query.deadline)),
                  OutOfTime);
  for (const Sort sort : {Sort::kRelevance, Sort::kOldestFirst, Sort::kNewestFirst, Sort::kTitle}) {
    CHECK_THROWS_AS(static_cast<void>(page_of_places(index(), query, sort, {0, 10})), OutOfTime);
    CHECK_THROWS_AS(static_cast<void>(all_places(index(), query, sort)), OutOfTime);
  }
  const auto all = matching_documents(index(), limited(query));
  CHECK_EQ(all.size(), kItems);
  SharedFacetColumn column;
  for (int time = 0; time < 3; ++time) {  // One by one, and when the column is due.
    CHECK_THROWS_AS(static_cast<void>(count_facets(index(), "", query, all, column)), OutOfTime);
  }
}

TEST_CASE("deadline: a phrase looks at the clock where its words meet, though it matches nowhere") {
  for (const char* const text : {"\"alpha beta\"", "学习于", "\"beta alpha\" OR \"学习于\""}) {
    CAPTURE(text);
    const Xapian::Query query = limited(build(text, {}));
    CHECK(matching_documents(index(), query).empty());
    CHECK_THROWS_AS(static_cast<void>(matching_documents(index(), query, past())), OutOfTime);
    CHECK_THROWS_AS(static_cast<void>(matchable(index(), query, past())), OutOfTime);
  }
}

TEST_CASE("deadline: one that does not come changes nothing") {
  const Deadline tomorrow(steady_clock::now() + std::chrono::hours(24));
  for (const char* const text : {"alpha", "\"alpha gamma\"", "学习", "\"alpha beta\"",
                                 "+alpha -学习于 item", "country:KZ"}) {
    CAPTURE(text);
    const SearchQuery free = build(text, {});
    const SearchQuery timed = build(text, tomorrow);
    for (const Sort sort : {Sort::kRelevance, Sort::kNewestFirst, Sort::kTitle}) {
      CHECK(page_of_places(index(), timed, sort, {0, 700}) ==
            page_of_places(index(), free, sort, {0, 700}));
    }
    CHECK(matching_documents(index(), limited(timed), tomorrow) ==
          matching_documents(index(), limited(free)));
  }
}

TEST_CASE("deadline: a search gives all of its hits or none, whenever it is ended") {
  const test::TemporaryFolder folder;
  {
    IndexWriter writer(folder.at("index"));
    for (std::size_t number = 0; number < kItems; ++number) {
      writer.add(item(number));
    }
    writer.commit();
  }
  Searcher searcher(folder.at("index"));
  const SearchRequest request{.query = {.text = "alpha 学习"}};
  const SearchResult whole = searcher.search(request);
  CHECK_EQ(whole.total, kItems);
  CHECK_FALSE(whole.out_of_time);

  bool is_complete = false;
  bool has_failed = false;
  for (auto time = std::chrono::microseconds(0); !is_complete;
       time = time * 5 / 4 + std::chrono::microseconds(10)) {
    try {
      const SearchResult result = searcher.search(request, Deadline(steady_clock::now() + time));
      is_complete = !result.out_of_time;
      CHECK_EQ(result.total, kItems);
      CHECK_EQ(result.hits.size(), whole.hits.size());
      CHECK_EQ(result.facets.has_value(), is_complete);
      CHECK_EQ(result.notes.size(), whole.notes.size() + (is_complete ? 0 : 1));
    } catch (const Error& error) {
      has_failed = true;
      CHECK(error.code() == ErrorCode::kOutOfTime);
    }
  }
  CHECK(has_failed);
  CHECK_THROWS_AS(static_cast<void>(searcher.explain("0", {.text = "alpha"}, past())), Error);
}

}  // namespace
}  // namespace bulletin
