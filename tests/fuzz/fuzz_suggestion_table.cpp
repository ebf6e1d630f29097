// Any bytes as the table of completions of a damaged index: what can be read of it, in bounds. The
// first byte says where the directory of its blocks ends; one block stands for all.

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/schema/suggestion_table.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

using bulletin::fuzz::expect;

Xapian::WritableDatabase index_with(const std::string& directory, const std::string& block) {
  Xapian::WritableDatabase index(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const std::string kind : {"i", "s", "t"}) {
    index.set_metadata("bulletin_suggest:a" + kind, directory);
    for (const std::string number : {"0", "1", "2"}) {
      index.set_metadata("bulletin_suggest:a" + kind + ":" + number, block);
    }
  }
  index.set_metadata("bulletin_suggest", directory);
  return index;
}

void check_heaviest(bulletin::SuggestionTable& table, const std::string& beginning) {
  constexpr std::size_t kCount = 5;
  const auto best = table.heaviest(beginning, kCount);
  expect(best.size() <= kCount);
  expect(std::ranges::is_sorted(best, std::ranges::greater(), &bulletin::SuggestionEntry::weight));
  expect(std::ranges::all_of(best, [&](const auto& e) { return e.key.starts_with(beginning); }));
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(bulletin::fuzz::text_of(data, size));
  const std::size_t end = bytes.empty() ? 0 : 1 + static_cast<unsigned char>(bytes.front());
  const std::string directory = bytes.substr(std::min<std::size_t>(1, size), end);
  const Xapian::WritableDatabase index =
      index_with(directory, bytes.substr(std::min(end + 1, size)));
  static_cast<void>(bulletin::read_table_state(index));
  bulletin::SuggestionTable table(index, bulletin::TablePart::kWhole);
  for (const char kind : {'i', 's', 't'}) {
    for (const std::string letters : {"", "a", "zh"}) {
      check_heaviest(table, kind + letters);
    }
    for (const bulletin::SuggestionEntry& entry : table.entries(kind)) {
      expect(entry.key.size() <= bulletin::kLongestKey);
      static_cast<void>(table.contains(entry));
    }
  }
  return 0;
}
