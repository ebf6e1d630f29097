// Cost of each step from text to document, English and Chinese apart, in bytes of text a second.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/analysis/word_cutter.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"
#include "tests/bench/bench_items.hpp"

namespace bulletin {
namespace {

// A bulletin's length of text, so that per-item costs count as they do in an archive.
std::string repeated(std::string_view sentence) {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text += sentence;
  }
  return text;
}

std::string english() {
  return repeated(
      "From 24 to 28 December 2019 a delegation of four members visited Almaty and Pavlodar in "
      "Kazakhstan and discussed cooperation with universities, banks and enterprises there. ");
}

std::string chinese() {
  return repeated(
      "2019年12月24日至28日，代表团一行四人访问哈萨克斯坦阿拉木图和巴甫洛达尔，与当地大学、银行和"
      "企业就合作事宜进行了深入交流。");
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void bm_fold(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(FoldedText::fold(text));
  }
  count_bytes(state, text);
}

void bm_analyze(benchmark::State& state, const std::string& text) {
  const Analyzer analyzer;
  std::size_t tokens = 0;
  for (auto _ : state) {
    tokens = analyzer.analyze(text).size();
  }
  if (tokens == 0) {
    state.SkipWithError("the analyzer found no tokens");
  }
  count_bytes(state, text);
}

constexpr std::size_t kItemBytes = 2000;
constexpr std::size_t kArchiveBytes = std::size_t{1} << 20U;

// News items end to end, folded: what the cutter sees of an archive.
std::string archive(std::string_view lang) {
  std::string text;
  for (const bench::BenchItem& item : bench::mixed_items(lang, kItemBytes, kArchiveBytes)) {
    text += item.title + '\n' + item.text + '\n';
  }
  return FoldedText::fold(text).text();
}

enum class Cut : std::uint8_t { kOwn, kIcu };

// Word borders alone, by the tables and by ICU's iterator.
void bm_cut(benchmark::State& state, std::string_view lang, Cut by) {
  const std::string text = archive(lang);
  WordCutter cutter;
  const bool same = std::vector(cutter.cut(text)) == cutter.cut_by_icu(text);
  for (auto _ : state) {
    const auto& pieces = by == Cut::kOwn ? cutter.cut(text) : cutter.cut_by_icu(text);
    benchmark::DoNotOptimize(pieces.data());
  }
  if (!same || !cutter.uses_tables()) {
    state.SkipWithError("the tables are not in use or cut otherwise than ICU");
  }
  count_bytes(state, text);
}

// The whole way from text to tokens, item by item.
void bm_archive(benchmark::State& state, std::string_view lang) {
  const std::vector<bench::BenchItem> items = bench::mixed_items(lang, kItemBytes, kArchiveBytes);
  const Analyzer analyzer;
  for (auto _ : state) {
    for (const bench::BenchItem& item : items) {
      benchmark::DoNotOptimize(analyzer.analyze(item.text));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench::bytes_of(items)));
}

void bm_dates(benchmark::State& state, const std::string& text) {
  const ItemText item = ItemText::of("", text);
  std::size_t found = 0;
  for (auto _ : state) {
    found = find_dates(item, std::nullopt).dates.size();
  }
  if (found == 0) {
    state.SkipWithError("no date was found");
  }
  count_bytes(state, text);
}

void bm_countries(benchmark::State& state, const std::string& text) {
  const ItemText item = ItemText::of("", text);
  std::size_t found = 0;
  for (auto _ : state) {
    found = find_countries(item).size();
  }
  if (found == 0) {
    state.SkipWithError("no country was found");
  }
  count_bytes(state, text);
}

void bm_build_document(benchmark::State& state, const std::string& text) {
  const DocumentBuilder builder;
  const Bulletin item = make_bulletin({.text = text});
  for (auto _ : state) {
    benchmark::DoNotOptimize(builder.build(item));
  }
  count_bytes(state, text);
}

BENCHMARK_CAPTURE(bm_fold, en, english());
BENCHMARK_CAPTURE(bm_fold, zh, chinese());
BENCHMARK_CAPTURE(bm_analyze, en, english());
BENCHMARK_CAPTURE(bm_analyze, zh, chinese());
BENCHMARK_CAPTURE(bm_cut, en_own, "en", Cut::kOwn);
BENCHMARK_CAPTURE(bm_cut, en_icu, "en", Cut::kIcu);
BENCHMARK_CAPTURE(bm_cut, zh_own, "zh", Cut::kOwn);
BENCHMARK_CAPTURE(bm_cut, zh_icu, "zh", Cut::kIcu);
BENCHMARK_CAPTURE(bm_archive, en, "en");
BENCHMARK_CAPTURE(bm_archive, zh, "zh");
BENCHMARK_CAPTURE(bm_dates, en, english());
BENCHMARK_CAPTURE(bm_dates, zh, chinese());
BENCHMARK_CAPTURE(bm_countries, en, english());
BENCHMARK_CAPTURE(bm_countries, zh, chinese());
BENCHMARK_CAPTURE(bm_build_document, en, english());
BENCHMARK_CAPTURE(bm_build_document, zh, chinese());

}  // namespace
}  // namespace bulletin
