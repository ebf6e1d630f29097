#include "tests/bench/bench_items.hpp"

#include <fstream>
#include <random>

#include "indexer/ingest/read_path.hpp"
#include "indexer/understanding/language.hpp"

namespace bulletin::bench {
namespace {

constexpr unsigned kSeed = 20191224;
constexpr int kSentencesInParagraph = 5;
constexpr int kParagraphsPerBulletin = 4;

std::vector<std::string> sentences(std::string_view lang) {
  std::ifstream file(std::string(BULLETIN_SHARED_DIR) + "/bench/sentences-" + std::string(lang) +
                     ".txt");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) {
      lines.push_back(line);
    }
  }
  if (lines.empty()) {
    for (const BenchItem& item : corpus_items(lang)) {
      lines.push_back(item.text);
    }
  }
  return lines;
}

// Draws without std::uniform_int_distribution, whose numbers differ between libraries.
template <typename T>
const T& drawn(const std::vector<T>& from, std::mt19937& random) {
  return from[random() % from.size()];
}

}  // namespace

std::vector<BenchItem> corpus_items(std::string_view lang) {
  std::vector<BenchItem> items;
  const auto keep = [&](const RawItem& item) {
    if (detect_language(item.title + item.text) == lang) {
      items.push_back({item.title, item.text});
    }
  };
  read_path(BULLETIN_CORPUS_DIR, {}, {.on_item = keep, .on_problem = [](const Problem&) {}});
  return items;
}

std::vector<BenchItem> mixed_items(std::string_view lang, std::size_t item_bytes,
                                   std::size_t total_bytes) {
  const std::vector<std::string> lines = sentences(lang);
  const std::vector<BenchItem> bulletins = corpus_items(lang);
  std::mt19937 random(kSeed);
  std::vector<BenchItem> items;
  int paragraph = 0;
  for (std::size_t made = 0; made < total_bytes; made += items.back().text.size()) {
    BenchItem& item = items.emplace_back();
    item.title = drawn(bulletins, random).title;
    while (item.text.size() < item_bytes) {
      if (paragraph++ % kParagraphsPerBulletin == 0) {
        item.text += drawn(bulletins, random).text;
      } else {
        for (int i = 0; i < kSentencesInParagraph; ++i) {
          item.text += drawn(lines, random);
          item.text += lang == "zh" ? "" : " ";
        }
      }
      item.text += "\n\n";
    }
  }
  return items;
}

std::size_t bytes_of(const std::vector<BenchItem>& items) {
  std::size_t bytes = 0;
  for (const BenchItem& item : items) {
    bytes += item.title.size() + item.text.size();
  }
  return bytes;
}

}  // namespace bulletin::bench
