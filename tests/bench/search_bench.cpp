// What a search costs, by kind of query, by the number of matches that facets count, and by what an
// excerpt is cut from; on the index that BULLETIN_BENCH_INDEX names, else on one of its own making
// of BULLETIN_BENCH_ITEMS items (5,000).

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/bench/bench_items.hpp"

namespace bulletin::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kItemBytes = 800;

std::size_t items_wanted() {
  const char* const wanted = std::getenv("BULLETIN_BENCH_ITEMS");
  return wanted == nullptr ? 5'000 : std::strtoul(wanted, nullptr, 10);
}

void build(const fs::path& index) {
  const std::size_t half = items_wanted() / 2;
  IndexWriter writer(index);
  std::size_t number = 0;
  for (const std::string_view lang : {"en", "zh"}) {
    for (const BenchItem& item : mixed_items(lang, kItemBytes, half * kItemBytes)) {
      static_cast<void>(writer.add(make_bulletin(
          {.id = "item-" + std::to_string(++number), .title = item.title, .text = item.text})));
    }
  }
  writer.commit();
}

struct NamedQuery {
  std::string_view kind;
  std::string_view text;
  std::string_view dates = {};
};

constexpr NamedQuery kQueries[] = {
    {"all", ""},
    {"en_1", "university"},
    {"en_4", "university training package visit"},
    {"zh_1", "大学"},
    {"zh_3", "大学 合作 中国"},
    {"zh_run", "国家开放大学"},
    {"phrase_en", "\"open source\""},
    {"phrase_zh", "\"人民共和国\""},
    {"and", "package AND source"},
    {"prefix", "univ*"},
    {"months", "university", "2012-03..2019-02"},
    {"country", "country:KZ"},
};

SearchRequest request_for(const NamedQuery& query) {
  SearchRequest request;
  request.query.text = query.text;
  request.query.literal = true;
  request.query.translate = false;
  request.query.sound = false;
  if (!query.dates.empty()) {
    request.query.dates.emplace_back(query.dates);
  }
  request.facets = false;
  request.excerpts = false;
  return request;
}

// Ten hits with their texts and the exact total.
void bm_search(benchmark::State& state, Searcher& searcher, const SearchRequest& request) {
  std::size_t total = 0;
  for (auto _ : state) {
    total = searcher.search(request).total;
  }
  if (total == 0) {
    state.SkipWithError("nothing was found");
  }
  state.counters["hits"] = static_cast<double>(total);
}

// The hits of one page again and again: what marks and excerpts add.
void bm_excerpts(benchmark::State& state, Searcher& searcher, const SearchRequest& request) {
  const OpenedResult result = searcher.open(request);
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const Hit& hit : searcher.read_hits(result, 0, request.limit)) {
      bytes += hit.bulletin.text.size();
    }
  }
  if (bytes == 0) {
    state.SkipWithError("no hit was read");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void register_all(Searcher& searcher) {
  for (const NamedQuery& query : kQueries) {
    const std::string kind(query.kind);
    const auto add = [&](const std::string& what, const SearchRequest& request, auto* measure) {
      benchmark::RegisterBenchmark((what + "/" + kind).c_str(),
                                   [&searcher, request, measure](benchmark::State& state) {
                                     measure(state, searcher, request);
                                   });
    };
    SearchRequest request = request_for(query);
    add("page", request, bm_search);
    request.facets = true;
    add("facets", request, bm_search);
    request.facets = false;
    add("read", request, bm_excerpts);
    request.excerpts = true;
    add("excerpts", request, bm_excerpts);
  }
}

}  // namespace
}  // namespace bulletin::bench

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  using bulletin::bench::build;
  using bulletin::bench::register_all;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
    return 2;
  }
  const char* const kept = std::getenv("BULLETIN_BENCH_INDEX");
  const fs::path index =
      kept != nullptr ? fs::path(kept)
                      : fs::temp_directory_path() / ("search-bench-" + std::to_string(::getpid()));
  if (kept == nullptr) {
    build(index);
  }
  {
    bulletin::Searcher searcher(index);
    register_all(searcher);
    benchmark::RunSpecifiedBenchmarks();
  }
  if (kept == nullptr) {
    fs::remove_all(index);
  }
  return 0;
}
