// Stories among hits: whatever is linked with what, each hit is shown in exactly one story, and
// pages of stories show all of them once.

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/link_value.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/story_groups.hpp"
#include "tests/property/random_corpus.hpp"

namespace bulletin::test {
namespace {

constexpr int kQuestions = 10;
constexpr Sort kSorts[] = {Sort::kRelevance, Sort::kOldestFirst, Sort::kNewestFirst, Sort::kTitle};

// An archive whose items are linked at random, both ways, some with items that are gone.
std::vector<Bulletin> linked_corpus() {
  std::vector<Bulletin> corpus = *random_corpus();
  const auto size = static_cast<int>(corpus.size());
  for (int left = size == 0 ? 0 : *rc::gen::inRange(0, size + 1); left > 0; --left) {
    Bulletin& a = corpus[static_cast<std::size_t>(*rc::gen::inRange(0, size))];
    Bulletin& b = corpus[static_cast<std::size_t>(*rc::gen::inRange(0, size))];
    if (&a == &b) {
      a.also.push_back({"gone", "en", true});
      continue;
    }
    const bool same_words = *rc::gen::arbitrary<bool>();
    a.also.push_back({b.id, b.lang, same_words});
    b.also.push_back({a.id, a.lang, same_words});
  }
  return corpus;
}

Xapian::WritableDatabase database_of(const std::vector<Bulletin>& corpus) {
  static const DocumentBuilder builder;
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Bulletin& item : corpus) {
    database.add_document(builder.build(item));
  }
  return database;
}

SearchQuery random_search() {
  static const Analyzer analyzer;
  const ModelQuery query = *random_query();
  return build_query({.text = typed(query.clauses),
                      .countries = query.countries,
                      .dates = query.dates,
                      .langs = query.langs,
                      .literal = true},
                     analyzer);
}

// The stories of `hits` by walking from link to link; documents count from 1 in the corpus.
std::set<std::set<Xapian::docid>> stories_of(const std::vector<Bulletin>& corpus,
                                             const std::vector<Xapian::docid>& hits) {
  std::map<std::string, Xapian::docid> by_id;
  for (const Xapian::docid hit : hits) {
    by_id[corpus[hit - 1].id] = hit;
  }
  std::set<std::set<Xapian::docid>> stories;
  for (const Xapian::docid hit : hits) {
    std::set<Xapian::docid> story;
    std::vector<Xapian::docid> waiting{hit};
    while (!waiting.empty()) {
      const Xapian::docid next = waiting.back();
      waiting.pop_back();
      if (!story.insert(next).second) {
        continue;
      }
      for (const StoryLink& link : corpus[next - 1].also) {
        if (const auto other = by_id.find(link.id); other != by_id.end()) {
          waiting.push_back(other->second);
        }
      }
    }
    stories.insert(story);
  }
  return stories;
}

}  // namespace

TEST_CASE("property: pages of stories show each hit once, stories in the order of their best") {
  CHECK(rc::check([] {
    const std::vector<Bulletin> corpus = linked_corpus();
    const Xapian::WritableDatabase database = database_of(corpus);
    for (int i = 0; i < kQuestions; ++i) {
      const SearchQuery query = random_search();
      const std::vector<Xapian::docid> hits = matching_documents(database, limited(query));
      const StoryGroups groups(database, hits);
      const std::set<std::set<Xapian::docid>> expected = stories_of(corpus, hits);
      RC_ASSERT(groups.count() == expected.size());
      RC_ASSERT(groups.has_larger() == (expected.size() < hits.size()));
      const std::size_t limit = *rc::gen::inRange<std::size_t>(1, 9);
      for (const Sort sort : kSorts) {
        const std::vector<Place> places = all_places(database, query, sort);
        const auto rank = [&](Xapian::docid document) {
          return std::ranges::find(places, document, &Place::document) - places.begin();
        };
        std::set<std::set<Xapian::docid>> shown;
        std::vector<std::ptrdiff_t> order;
        for (std::size_t offset = 0; offset < groups.count(); offset += limit) {
          const GroupedPage page = page_of_stories(places, groups, {offset, limit});
          RC_ASSERT(page.best.size() == std::min(limit, groups.count() - offset));
          for (const Place& best : page.best) {
            std::set<Xapian::docid> story{best.document};
            order.push_back(rank(best.document));
            std::ptrdiff_t last = order.back();
            const auto others = page.others.find(best.document);
            for (const Xapian::docid other :
                 others == page.others.end() ? std::vector<Xapian::docid>() : others->second) {
              RC_ASSERT(rank(other) > last);
              last = rank(other);
              RC_ASSERT(story.insert(other).second);
            }
            RC_ASSERT(shown.insert(story).second);
          }
        }
        RC_ASSERT(shown == expected);
        RC_ASSERT(std::ranges::is_sorted(order));
        RC_ASSERT(page_of_stories(places, groups, {groups.count(), limit}).best.empty());
      }
    }
  }));
}

TEST_CASE("property: the value of links is the links of the item, and any bytes can be read") {
  CHECK(rc::check([](const std::string& bytes, const std::vector<std::string>& ids) {
    static_cast<void>(unpack_links(bytes));
    Bulletin item{.id = "own"};
    for (const std::string& id : ids) {
      item.also.push_back({id, "en", false});
    }
    Xapian::Document document;
    store_bulletin(document, item);
    const LinkValue value = unpack_links(document.get_value(slot::kLinks));
    RC_ASSERT(value.others.size() == ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        RC_ASSERT((value.others[i] == value.others[j]) == (ids[i] == ids[j]));
      }
      RC_ASSERT((value.others[i] == value.self) == (ids[i] == "own"));
    }
    item.also.clear();
    store_bulletin(document, item);
    RC_ASSERT(document.get_value(slot::kLinks).empty());
  }));
}

}  // namespace bulletin::test
