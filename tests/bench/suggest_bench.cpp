// How long a suggestion takes, by what was typed, on an index of its own making: as many items as
// BULLETIN_SUGGEST_ITEMS says (20,000), kept where BULLETIN_SUGGEST_INDEX says (else thrown away).

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/index_folder.hpp"
#include "searcher/search/suggest.hpp"
#include "tests/bench/bench_items.hpp"

namespace bulletin::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr unsigned kSeed = 20191224;
constexpr std::size_t kPoolBytes = 8'000'000;
constexpr std::size_t kPoolItemBytes = 300;
constexpr int kMadeUp = 4;  // An item.

// Words that no sentence has, some often and most seldom, so that the vocabulary grows as that of a
// real archive does.
std::string made_up_word(std::mt19937& random) {
  constexpr std::string_view kSyllables[] = {"ka",  "lor", "min", "sta", "ven", "qui",
                                             "dra", "po",  "shi", "tel", "bru", "ox",
                                             "hen", "gly", "um",  "zar"};
  const std::size_t rank = random() % (1U + random() % 400'000U);
  std::string word;
  for (std::size_t left = rank + 1; left > 0; left /= std::size(kSyllables)) {
    word += kSyllables[left % std::size(kSyllables)];
  }
  return word;
}

std::string made_up_name(std::mt19937& random) {
  constexpr std::u32string_view kSurnames = U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
  std::string name;
  const auto put = [&](char32_t c) {
    name += static_cast<char>(0xE0U | c >> 12U);
    name += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    name += static_cast<char>(0x80U | (c & 0x3FU));
  };
  put(kSurnames[random() % kSurnames.size()]);
  put(0x5A00 + static_cast<char32_t>(random() % 300));
  put(0x6C00 + static_cast<char32_t>(random() % 300));
  return name;
}

// Up to `kPoolItemBytes`, whole characters.
std::string beginning(const std::string& text) {
  std::size_t end = std::min(text.size(), kPoolItemBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

std::size_t items_wanted() {
  const char* const wanted = std::getenv("BULLETIN_SUGGEST_ITEMS");
  return wanted == nullptr ? 20'000 : std::strtoul(wanted, nullptr, 10);
}

// Of this thread: what others do on the machine does not count.
double processor_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void build(const fs::path& index, std::size_t items) {
  const std::vector<BenchItem> english = mixed_items("en", kPoolItemBytes, kPoolBytes);
  const std::vector<BenchItem> chinese = mixed_items("zh", kPoolItemBytes, kPoolBytes);
  std::mt19937 random(kSeed);
  IndexWriter writer(index);
  const Clock::time_point start = Clock::now();
  for (std::size_t i = 0; i < items; ++i) {
    const bool is_english = i % 2 == 0;
    const std::vector<BenchItem>& pool = is_english ? english : chinese;
    RawItem item{.id = "item-" + std::to_string(i)};
    item.title = pool[random() % pool.size()].title;
    item.text = beginning(pool[random() % pool.size()].text);
    for (int word = 0; word < kMadeUp; ++word) {
      item.text += is_english ? " The " + made_up_word(random) + "." : "，" + made_up_name(random);
    }
    static_cast<void>(writer.add(make_bulletin(item)));
  }
  writer.commit();
  const double writing = seconds_since(start);
  const Clock::time_point refresh = Clock::now();
  writer.refresh_suggestions();
  std::cerr << items << " items written in " << writing << " s, table of completions in "
            << seconds_since(refresh) << " s\n";
}

// Median, 95th percentile and worst of single calls, in milliseconds of processor time.
void bm_suggest(benchmark::State& state, const Xapian::Database& database,
                const std::vector<std::string>& typed) {
  std::vector<double> taken;
  std::size_t next = 0, found = 0;
  for (auto _ : state) {
    const double start = processor_ms();
    found += suggest(database, typed[next++ % typed.size()]).size();
    taken.push_back(processor_ms() - start);
  }
  if (found == 0) {
    state.SkipWithError("nothing was suggested");
    return;
  }
  std::ranges::sort(taken);
  state.counters["p50_ms"] = taken[taken.size() / 2];
  state.counters["p95_ms"] = taken[taken.size() * 95 / 100];
  state.counters["max_ms"] = taken.back();
}

struct TypedClass {
  std::string what;
  std::vector<std::string> typed;
};

std::vector<TypedClass> typed_classes() {
  std::vector<TypedClass> classes{{"letters_1", {}}, {"letters_2", {}}};
  for (char a = 'a'; a <= 'z'; ++a) {
    classes[0].typed.emplace_back(1, a);
    for (const char b : {'a', 'e', 'o', 'r', 't'}) {
      classes[1].typed.push_back({a, b});
    }
  }
  classes.push_back({"letters_3", {"com", "int", "pro", "uni", "con", "kaz", "chi", "sta", "ven"}});
  classes.push_back({"letters_6", {"commun", "intern", "univer", "educat", "beijin", "presid"}});
  classes.push_back({"han_1", {"中", "国", "大", "一", "人", "学", "王", "李", "哈", "不"}});
  classes.push_back({"han_2", {"中国", "国家", "大学", "北京", "人民", "美国", "王娄", "经济"}});
  classes.push_back({"han_5", {"中国人民", "国家开放", "联合国教", "哈萨克斯", "公司和大学"}});
  classes.push_back({"pinyin",
                     {"shi", "zhongg", "beij", "guojia k", "hasa", "chongq", "li", "wang", "dax",
                      "renm", "xian", "ji"}});
  classes.push_back({"initials", {"zg", "gjkfdx", "hskst", "bj", "zgrm", "sj", "jj"}});
  classes.push_back({"in_query",
                     {"university of ch", "training in kaz", "中国和哈萨", "open university of c",
                      "报告 zhongg"}});
  classes.push_back({"date", {"2019-1", "2018年", "20", "2019"}});
  return classes;
}

}  // namespace
}  // namespace bulletin::bench

int main(int argc, char** argv) {
  using bulletin::bench::bm_suggest;
  using bulletin::bench::build;
  using bulletin::bench::items_wanted;
  using bulletin::bench::typed_classes;
  using bulletin::bench::TypedClass;
  namespace fs = std::filesystem;
  const char* const kept = std::getenv("BULLETIN_SUGGEST_INDEX");
  const fs::path index =
      kept != nullptr ? fs::path(kept)
                      : fs::temp_directory_path() / ("suggest-bench-" + std::to_string(::getpid()));
  if (!bulletin::holds_index(index)) {
    build(index, items_wanted());
  }
  {
    const Xapian::Database database = bulletin::open_index(index);
    for (const TypedClass& typed : typed_classes()) {
      benchmark::RegisterBenchmark(typed.what.c_str(), [&database, typed](benchmark::State& state) {
        bm_suggest(state, database, typed.typed);
      })->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    if (!benchmark::ReportUnrecognizedArguments(argc, argv)) {
      benchmark::RunSpecifiedBenchmarks();
    }
  }
  if (kept == nullptr) {
    fs::remove_all(index);
  }
  return 0;
}
