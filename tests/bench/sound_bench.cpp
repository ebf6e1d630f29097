// What reading a query by sound costs beside the search, on an index of your own:
//   BULLETIN_BENCH_INDEX=news.db build/release/tests/bench/sound_bench

#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>

#include "indexer/schema/index_folder.hpp"
#include "searcher/query/sound.hpp"
#include "searcher/search/installed_dictionary.hpp"
#include "searcher/search/same_sound.hpp"

namespace bulletin {
namespace {

const Xapian::Database* index() {
  static const char* const folder = std::getenv("BULLETIN_BENCH_INDEX");
  static const Xapian::Database opened =
      folder == nullptr ? Xapian::Database() : open_index(folder);
  return folder == nullptr ? nullptr : &opened;
}

void bm_read(benchmark::State& state, const std::string& text) {
  if (index() == nullptr) {
    state.SkipWithError("BULLETIN_BENCH_INDEX names no index");
    return;
  }
  const Analyzer analyzer;
  const auto dictionary = installed_dictionary();
  std::size_t names = 0;
  for (auto _ : state) {
    SoundReader reader(*index(), dictionary ? &*dictionary : nullptr);
    for (const SoundMatch& match : reader.read(text, analyzer, {})) {
      names += match.names.size();
    }
  }
  state.counters["names"] =
      benchmark::Counter(static_cast<double>(names), benchmark::Counter::kAvgIterations);
}

void bm_same_sound(benchmark::State& state, const std::string& word) {
  if (index() == nullptr) {
    state.SkipWithError("BULLETIN_BENCH_INDEX names no index");
    return;
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(same_sound(*index(), word));
  }
}

BENCHMARK_CAPTURE(bm_read, name, std::string("liudehua"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, spelled, std::string("liu de hua"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, common_sounds, std::string("yishi"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, institution, std::string("guojiakaifangdaxue"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, three_initials, std::string("ldh"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, seven_initials, std::string("zgrmjfj"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, sentence_of_pinyin,
                  std::string("zhongguo dalu de xuesheng dao shijie ge di qu xuexi yingyu"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_read, english,
                  std::string("how do the women of china change long range plans he made"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_same_sound, two_characters, std::string("精点"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_same_sound, institution, std::string("国家开房大学"))
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bulletin
