// The index against a naive scan: random archives, random questions, the same answers.

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/pipeline/index_writer.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/property/random_corpus.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {
namespace {

constexpr int kQuestions = 20;  // A corpus; making its index costs more than asking it.

// An index of `corpus` in a folder that goes away with it.
class OpenedCorpus {
 public:
  explicit OpenedCorpus(const std::vector<Bulletin>& corpus) : searcher_(written(corpus)) {}

  SearchResult search(const SearchRequest& request) { return searcher_.search(request); }

 private:
  std::filesystem::path written(const std::vector<Bulletin>& corpus) const {
    IndexWriter writer(folder_.at("index"));
    for (const Bulletin& item : corpus) {
      writer.add(item);
    }
    writer.commit();
    return folder_.at("index");
  }

  TemporaryFolder folder_;
  Searcher searcher_;
};

SearchRequest request_of(const ModelQuery& query) {
  return {.query = {.text = typed(query.clauses),
                    .countries = query.countries,
                    .dates = query.dates,
                    .langs = query.langs,
                    .sources = query.sources,
                    .literal = true},
          .limit = 1000};
}

std::set<std::string> ids_of(const SearchResult& result) {
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) {
    ids.insert(hit.bulletin.id);
  }
  return ids;
}

std::map<std::string, std::size_t> counts_of(const std::vector<Bucket>& buckets) {
  std::map<std::string, std::size_t> counts;
  for (const Bucket& bucket : buckets) {
    RC_ASSERT(counts.emplace(bucket.value, bucket.count).second);  // Each value once.
  }
  return counts;
}

void log_question(const SearchRequest& request, const std::vector<Bulletin>& corpus) {
  std::ostream& log = RC_LOG();
  log << "query: " << request.query.text;
  const std::pair<const char*, const std::vector<std::string>*> limits[] = {
      {" country:", &request.query.countries},
      {" date:", &request.query.dates},
      {" lang:", &request.query.langs},
      {" source:", &request.query.sources}};
  for (const auto& [name, values] : limits) {
    for (const std::string& value : *values) {
      log << name << value;
    }
  }
  for (const Bulletin& item : corpus) {
    log << '\n'
        << item.id << " [" << item.title << "] " << item.text << " | " << item.lang << ' '
        << item.source << ' ' << item.url;
    for (const std::string& code : offered_countries(item)) {
      log << ' ' << code;
    }
    for (const DateSpan& span : dated_spans(item)) {
      log << ' ' << format_span(span);
    }
  }
}

void check_answer(const SearchResult& result, const std::vector<Bulletin>& corpus,
                  const ModelQuery& query) {
  const std::set<std::string> expected = naive_matches(corpus, query);
  RC_ASSERT(ids_of(result) == expected);
  RC_ASSERT(result.hits.size() == expected.size());
  RC_ASSERT(result.total == expected.size());

  const ModelFacets facets = naive_facets(corpus, query);
  RC_ASSERT(counts_of(result.facets->country) == facets.country);
  RC_ASSERT(counts_of(result.facets->year) == facets.year);
  RC_ASSERT(counts_of(result.facets->month) == facets.month);
  RC_ASSERT(counts_of(result.facets->lang) == facets.lang);
  if (query.langs.empty()) {
    std::size_t sum = 0;
    for (const Bucket& bucket : result.facets->lang) {
      sum += bucket.count;
    }
    RC_ASSERT(sum == result.total);
  }
}

}  // namespace

TEST_CASE("property: words, phrases, exclusions, limits and facets equal a naive scan") {
  CHECK(rc::check([] {
    const std::vector<Bulletin> corpus = *random_corpus();
    OpenedCorpus opened(corpus);
    for (int i = 0; i < kQuestions; ++i) {
      const ModelQuery query = *random_query();
      const SearchRequest request = request_of(query);
      log_question(request, corpus);
      check_answer(opened.search(request), corpus, query);
    }
  }));
}

TEST_CASE("property: any order and any page size give the same hits") {
  CHECK(rc::check([] {
    OpenedCorpus opened(*random_corpus());
    for (int i = 0; i < kQuestions; ++i) {
      SearchRequest request = request_of(*random_query());
      const std::set<std::string> all = ids_of(opened.search(request));
      request.sort =
          *rc::gen::element(Sort::kRelevance, Sort::kOldestFirst, Sort::kNewestFirst, Sort::kTitle);
      request.facets = false;
      request.limit = *rc::gen::inRange<std::size_t>(1, 8);
      std::set<std::string> seen;
      for (; request.offset < all.size(); request.offset += request.limit) {
        for (const Hit& hit : opened.search(request).hits) {
          RC_ASSERT(seen.insert(hit.bulletin.id).second);
          RC_ASSERT(hit.rank > request.offset);
        }
      }
      RC_ASSERT(seen == all);
    }
  }));
}

TEST_CASE("property: a limit only takes away") {
  CHECK(rc::check([] {
    OpenedCorpus opened(*random_corpus());
    for (int i = 0; i < kQuestions; ++i) {
      const ModelQuery limited = *random_query();
      const std::set<std::string> all = ids_of(opened.search(request_of({limited.clauses})));
      const std::set<std::string> some = ids_of(opened.search(request_of(limited)));
      RC_ASSERT(std::ranges::includes(all, some));
    }
  }));
}

TEST_CASE("property: every item is found by its own title, its id and its first words") {
  CHECK(rc::check([] {
    const std::vector<Bulletin> corpus = *random_corpus();
    OpenedCorpus opened(corpus);
    for (const Bulletin& item : corpus) {
      for (const std::string& text : {item.title, "id:" + item.id, item.text}) {
        const SearchRequest request{.query = {.text = text}, .limit = 1000, .facets = false};
        RC_ASSERT(ids_of(opened.search(request)).contains(item.id));
      }
    }
  }));
}

TEST_CASE("property: hits come by falling score, and equal scores by falling date") {
  CHECK(rc::check([] {
    OpenedCorpus opened(*random_corpus());
    for (int i = 0; i < kQuestions; ++i) {
      const SearchResult result = opened.search(request_of(*random_query()));
      const auto key = [](const Hit& hit) {
        const auto date = shown_date(hit.bulletin);
        return std::pair(hit.score, date ? format_date(date->from) : std::string());
      };
      RC_ASSERT(std::ranges::is_sorted(result.hits, std::ranges::greater(), key));
    }
  }));
}

}  // namespace bulletin::test
