// Cost of understanding an item, beside that of cutting it into tokens and of indexing it, and of
// texts made to hurt: 1 MB must cost 16 times what 64 kB cost.

#include <cstdint>
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>
#include <unistd.h>
#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/country_boundaries.hpp"
#include "indexer/understanding/country_readings.hpp"
#include "indexer/understanding/dates.hpp"
#include "indexer/understanding/kinds.hpp"
#include "indexer/understanding/publisher_matcher.hpp"
#include "tests/bench/bench_items.hpp"

namespace bulletin::bench {
namespace {

using Items = std::vector<BenchItem>;

// As make_bulletin does it; returns how much was found.
std::size_t understand(const BenchItem& item) {
  const ItemText text = ItemText::of(item.title, item.text);
  return find_dates(text, std::nullopt).dates.size() +
         find_countries(text, PublisherMatcher::of_default()).size() + find_kinds(text).size();
}

void report(benchmark::State& state, const Items& items, std::size_t found) {
  if (found == 0) {
    state.SkipWithError("nothing was found");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(items)));
}

void bm_understand(benchmark::State& state, const Items& items) {
  std::size_t found = 0;
  for (auto _ : state) {
    for (const BenchItem& item : items) {
      found += understand(item);
    }
  }
  report(state, items, found);
}

void bm_tokenize(benchmark::State& state, const Items& items) {
  const Analyzer analyzer;
  std::size_t found = 0;
  for (auto _ : state) {
    for (const BenchItem& item : items) {
      found += analyzer.analyze(item.title).size() + analyzer.analyze(item.text).size();
    }
  }
  report(state, items, found);
}

// A database on disk that goes away again.
class ScratchDatabase {
 public:
  ScratchDatabase()
      : folder_(std::filesystem::temp_directory_path() /
                ("understanding_bench." + std::to_string(getpid()))),
        database_(folder_.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC) {}
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;
  ~ScratchDatabase() {
    database_.close();
    std::filesystem::remove_all(folder_);
  }

  [[nodiscard]] Xapian::WritableDatabase& get() { return database_; }

 private:
  std::filesystem::path folder_;
  Xapian::WritableDatabase database_;
};

// Tokens, document and index, of bulletins that were understood before.
void bm_tokenize_and_index(benchmark::State& state, const Items& items) {
  const DocumentBuilder builder;
  std::vector<Bulletin> bulletins;
  for (const BenchItem& item : items) {
    bulletins.push_back(make_bulletin({.title = item.title, .text = item.text}));
  }
  std::size_t found = 0;
  for (auto _ : state) {
    ScratchDatabase database;
    for (const Bulletin& bulletin : bulletins) {
      database.get().replace_document(id_term(bulletin.id), builder.build(bulletin));
    }
    database.get().commit();
    found += database.get().get_doccount();
  }
  report(state, items, found);
}

void bm_part_fold(benchmark::State& state, const Items& items) {
  std::size_t found = 0;
  for (auto _ : state) {
    for (const BenchItem& item : items) {
      found += ItemText::of(item.title, item.text).folded_text.text().size();
    }
  }
  report(state, items, found);
}

// One reader over texts that are folded already.
template <typename Read>
void read_folded(benchmark::State& state, const Items& items, Read read) {
  std::vector<ItemText> texts;
  for (const BenchItem& item : items) {
    texts.push_back(ItemText::of(item.title, item.text));
  }
  std::size_t found = 0;
  for (auto _ : state) {
    for (const ItemText& text : texts) {
      found += read(text).size();
    }
  }
  report(state, items, found);
}

void bm_part_countries(benchmark::State& state, const Items& items) {
  read_folded(state, items, [](const ItemText& text) {
    return find_countries(text, PublisherMatcher::of_default());
  });
}

void bm_part_dates(benchmark::State& state, const Items& items) {
  read_folded(state, items, [](const ItemText& text) { return find_dates(text, {}).dates; });
}

void bm_part_kinds(benchmark::State& state, const Items& items) {
  read_folded(state, items, [](const ItemText& text) { return find_kinds(text); });
}

// The share of `understand` that goes into cutting the words around Chinese names.
void bm_part_segmentation(benchmark::State& state, const Items& items) {
  struct Names {
    ItemText text;
    std::vector<NameReading> readings;
  };
  std::vector<Names> names;
  for (const BenchItem& item : items) {
    const ItemText text = ItemText::of(item.title, item.text);
    names.push_back({text, read_names(text)});
  }
  std::size_t asked = 0;
  for (auto _ : state) {
    for (const Names& item : names) {
      for (const NameReading& reading : item.readings) {
        const bool in_title = reading.field == TextField::kTitle;
        benchmark::DoNotOptimize(lies_across_words(
            in_title ? item.text.folded_title.text() : item.text.folded_text.text(),
            reading.match));
        ++asked;
      }
    }
  }
  report(state, items, asked);
}

void bm_hard(benchmark::State& state, std::string_view piece) {
  BenchItem item;
  while (item.text.size() < static_cast<std::size_t>(state.range(0))) {
    item.text += piece;
  }
  std::size_t found = 0;
  for (auto _ : state) {
    found += understand(item);
  }
  report(state, {item}, found);
}

struct HardText {
  const char* what;
  std::string_view piece;  // Repeated to the length asked for.
};
constexpr HardText kHardTexts[] = {
    {"yearless_days_en", "On 24 December they met. "},
    {"yearless_days_zh", "12月24日会谈。"},
    {"yearless_days_unbroken_en", "24 December, "},
    {"yearless_days_unbroken_zh", "12月24日、"},
    {"bare_days_zh", "12月24日、25日、"},
    {"dated_days_en", "24 December 2019; "},
    {"dated_days_zh", "2019年12月24日"},
    {"numeric_days", "2019-12-24 "},
    {"years_and_days", "In 2018, on 24 December; "},
    {"roc_years", "108年12月24日，臺北。"},
    {"name_en", "Kazakhstan "},
    {"name_zh", "哈萨克斯坦"},
    {"name_traditional", "哈薩克斯坦"},
    {"city_en", "Cambridge, "},
    {"ambiguous_en", "Georgia and San José "},
    {"persons_en", "Jordan Smith, Chad Israel, "},
    {"persons_zh", "约旦·哈桑·本·"},
    {"acronyms", "(OUC) (UK) US "},
    {"acronyms_explained", "Open University of Kenya (OUK) "},
    {"pairs_zh", "中巴中吉中非"},
    {"one_character_zh", "中"},
    {"across_words_zh", "道德国学"},
    {"digits", "1234567890"},
    {"one_digit", "1"},
    {"spaces", " "},
    {"line_ends", "\n"},
    {"brackets_open", "("},
    {"brackets_zh", "（）"},
    {"book_titles", "《"},
    {"dashes", "-"},
    {"full_stops", "."},
    {"dots_zh", "·"},
    {"date_marks", "年月日"},
    {"han_digits", "二〇一九"},
    {"ten", "十"},
    {"letters", "a"},
    {"capitals", "A"},
    {"and", "and "},
    {"of_the", "of the "},
    {"open_university", "Open University of "},
    {"visits_en", "visited and signed an agreement, "},
    {"visits_zh", "访问签约会议"},
    {"muted_en", "discussed visits "},
    {"combining_marks", "\u0301"},
    {"ill_formed", "\xE5\x8C"},
};

constexpr std::size_t kItemBytes = 2000;
constexpr std::size_t kTotalBytes = std::size_t{1} << 20;

void register_items(const std::string& name, const Items& items) {
  using Measure = void (*)(benchmark::State&, const Items&);
  const std::pair<const char*, Measure> measures[] = {{"understand", bm_understand},
                                                      {"tokenize", bm_tokenize},
                                                      {"tokenize_and_index", bm_tokenize_and_index},
                                                      {"part_fold", bm_part_fold},
                                                      {"part_countries", bm_part_countries},
                                                      {"part_segmentation", bm_part_segmentation},
                                                      {"part_dates", bm_part_dates},
                                                      {"part_kinds", bm_part_kinds}};
  for (const auto& [what, measure] : measures) {
    benchmark::RegisterBenchmark((name + "/" + what).c_str(), [measure,
                                                               items](benchmark::State& state) {
      measure(state, items);
    })->Unit(benchmark::kMillisecond);
  }
}

void register_all() {
  for (const std::string lang : {"en", "zh"}) {
    register_items(lang + "/mixed", mixed_items(lang, kItemBytes, kTotalBytes));
    register_items(lang + "/one_long", mixed_items(lang, kTotalBytes, kTotalBytes));
    register_items(lang + "/corpus", corpus_items(lang));
  }
  for (const HardText& text : kHardTexts) {
    benchmark::RegisterBenchmark((std::string("hard/") + text.what).c_str(),
                                 [text](benchmark::State& state) { bm_hard(state, text.piece); })
        ->Arg(1 << 16)
        ->Arg(1 << 20)
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace bulletin::bench

int main(int argc, char** argv) {
  bulletin::bench::register_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
    return 2;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
