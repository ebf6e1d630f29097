// One order of hits, however it is cut into pages and on whichever road it is found; and what the
// parts of a query say about each item agrees with it.

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/pipeline/document_builder.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/explanation.hpp"
#include "searcher/search/facet_column.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/hit_order.hpp"
#include "searcher/search/kept_postings.hpp"
#include "searcher/search/known_hits.hpp"
#include "tests/property/random_corpus.hpp"

namespace bulletin::test {
namespace {

constexpr int kQuestions = 20;
constexpr Sort kSorts[] = {Sort::kRelevance, Sort::kOldestFirst, Sort::kNewestFirst, Sort::kTitle};

// Each item `copies` times.
Xapian::WritableDatabase database_of(const std::vector<Bulletin>& corpus, int copies = 1) {
  static const DocumentBuilder builder;
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Bulletin& item : corpus) {
    const Xapian::Document document = builder.build(item);
    for (int left = copies; left > 0; --left) {
      database.add_document(document);
    }
  }
  return database;
}

const Analyzer& analyzer() {
  static const Analyzer made;
  return made;
}

SearchQuery random_search() {
  const ModelQuery query = *random_query();
  return build_query({.text = typed(query.clauses),
                      .countries = query.countries,
                      .dates = query.dates,
                      .langs = query.langs,
                      .literal = true},
                     analyzer());
}

}  // namespace

TEST_CASE("property: the order of all hits is the order of the pages, each hit once") {
  CHECK(rc::check([] {
    const Xapian::WritableDatabase database = database_of(*random_corpus());
    for (int i = 0; i < kQuestions; ++i) {
      const SearchQuery query = random_search();
      const std::size_t limit = *rc::gen::inRange<std::size_t>(1, 9);
      for (const Sort sort : kSorts) {
        const std::vector<Place> all = all_places(database, query, sort);
        std::vector<Place> paged;
        std::set<Xapian::docid> seen;
        for (std::size_t offset = 0; offset < all.size(); offset += limit) {
          for (const Place& place : page_of_places(database, query, sort, {offset, limit})) {
            RC_ASSERT(seen.insert(place.document).second);
            paged.push_back(place);
          }
        }
        RC_ASSERT(paged == all);
        RC_ASSERT(page_of_places(database, query, sort, {all.size(), limit}).empty());
      }
    }
  }));
}

TEST_CASE("property: the order is the same with the days of all items in memory") {
  CHECK(rc::check([] {
    Xapian::WritableDatabase database = database_of(*random_corpus(), 3);
    for (Xapian::docid document = 1; document <= database.get_lastdocid(); document += 4) {
      database.delete_document(document);
    }
    const auto column = std::make_shared<const FacetColumn>(FacetColumn::read(database));
    KeptPostings postings;
    for (int i = 0; i < kQuestions; ++i) {
      const SearchQuery query = random_search();
      KnownHits known = known_hits(database, "state", postings, query, {.weights = query.ranks});
      known.all_days = {column, &column->days()};
      const std::size_t hits = known.documents.size();
      const PageCut page{*rc::gen::inRange<std::size_t>(0, hits + 2),
                         *rc::gen::inRange<std::size_t>(1, hits + 2)};
      for (const Sort sort : kSorts) {
        RC_ASSERT(all_places(database, query, sort, &known) == all_places(database, query, sort));
        RC_ASSERT(page_of_places(database, query, sort, page, &known) ==
                  page_of_places(database, query, sort, page));
      }
    }
  }));
}

TEST_CASE("property: pages of many items alike are cut from one order") {
  constexpr int kCopies = 40;  // More than are asked for beyond a page at first.
  CHECK(rc::check([] {
    const Xapian::WritableDatabase database = database_of(*random_corpus(), kCopies);
    const SearchQuery query = random_search();
    const std::vector<Place> all = all_places(database, query, Sort::kRelevance);
    for (const std::size_t limit : {1U, 7U, 30U}) {
      const std::size_t offset = *rc::gen::inRange<std::size_t>(0, all.size() + 2);
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(std::min(offset, all.size()));
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(
                                         std::min<std::size_t>(offset + limit, all.size()));
      RC_ASSERT(page_of_places(database, query, Sort::kRelevance, {offset, limit}) ==
                std::vector<Place>(begin, std::max(begin, end)));
    }
  }));
}

TEST_CASE("property: an item is a hit unless a part keeps it out, and the scores of parts add up") {
  CHECK(rc::check([] {
    const std::vector<Bulletin> corpus = *random_corpus();
    const Xapian::WritableDatabase database = database_of(corpus);
    for (int i = 0; i < kQuestions; ++i) {
      const SearchQuery query = random_search();
      const std::vector<Place> all = all_places(database, query, Sort::kRelevance);
      RC_ASSERT(matching_documents(database, query_of(query.parts)) ==
                matching_documents(database, limited(query)));
      for (Xapian::docid document = 1; document <= corpus.size(); ++document) {
        const Explanation told =
            explain(database, document, corpus[document - 1], query, analyzer());
        const auto place = std::ranges::find(all, document, &Place::document);
        RC_ASSERT(told.is_hit == (place != all.end()));
        RC_ASSERT(told.is_hit == std::ranges::none_of(told.parts, &PartReport::keeps_out));
        double sum = 0;
        for (const PartReport& part : told.parts) {
          sum += part.score;
        }
        if (told.is_hit) {
          RC_ASSERT(all.at(told.rank - 1) == *place);
          RC_ASSERT(std::abs(sum - told.score) < 1e-6);  // Told to nine digits.
        }
      }
    }
  }));
}

}  // namespace bulletin::test
