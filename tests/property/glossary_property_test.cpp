// The glossary against its table, searched the plain way: at every place of any text the longest
// word of the table that stands there is found, with its stems.

#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/glossary.hpp"
#include "indexer/understanding/story_key.hpp"

namespace bulletin::test {
namespace {

std::vector<std::uint32_t> stem_keys(const Analyzer& analyzer, const std::string& english) {
  std::vector<std::uint32_t> keys;
  for (const Token& token : analyzer.analyze(english)) {
    if (token.kind == TokenKind::kWord && !token.is_stop_word) {
      keys.push_back(story_key(KeyKind::kWord, token.term));
    }
  }
  return keys;
}

// Folded Chinese to the keys of its first meaning that has stems.
using Table = std::map<std::string, std::vector<std::uint32_t>>;

Table read_table() {
  const Analyzer analyzer;
  std::ifstream file(BULLETIN_TEST_DIR "/../indexer/understanding/glossary/glossary.tsv");
  Table table;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) {
      continue;
    }
    const std::size_t chinese = line.find('\t') + 1;
    const std::size_t english = line.find('\t', chinese) + 1;
    std::vector<std::uint32_t> keys = stem_keys(analyzer, line.substr(english));
    if (!keys.empty()) {
      table.emplace(FoldedText::fold(line.substr(chinese, english - 1 - chinese)).text(),
                    std::move(keys));
    }
  }
  return table;
}

std::optional<std::string> longest_in(const Table& table, std::string_view text) {
  std::optional<std::string> longest;
  std::size_t at = 0;
  for (int length = 1; length <= 8 && at < text.size(); ++length) {
    (void)next_code_point(text, at);
    const auto known = table.find(std::string(text.substr(0, at)));
    longest = known == table.end() ? longest : known->first;
  }
  return longest;
}

TEST_CASE("property: the glossary finds what its table holds, and nothing else") {
  const Table table = read_table();
  REQUIRE_GT(table.size(), 10'000U);
  if (!longest_gloss("大学", 0)) {
    MESSAGE("built without its table");
    return;
  }
  std::vector<std::string_view> list;
  for (const auto& [chinese, keys] : table) {
    list.push_back(chinese);
  }
  CHECK(rc::check([&] {
    std::string text;
    const auto pieces = *rc::gen::inRange(1, 5);
    for (int i = 0; i < pieces; ++i) {  // Whole words, and some cut short.
      const std::string_view word = list[*rc::gen::inRange<std::size_t>(0, list.size())];
      text += word.substr(0, character_end(word, *rc::gen::element<std::size_t>(0, 3)));
      text += *rc::gen::element(word, std::string_view(), std::string_view("。"),
                                std::string_view("a"));
    }
    for (std::size_t at = 0; at < text.size(); at = character_end(text, at)) {
      const auto expected = longest_in(table, std::string_view(text).substr(at));
      const auto found = longest_gloss(text, at);
      RC_ASSERT(found.has_value() == expected.has_value());
      if (found) {
        RC_ASSERT(found->end == at + expected->size());
        std::vector<std::uint32_t> keys;
        for (const std::uint16_t word : found->words) {
          keys.push_back(glossary_word(word).key);
          RC_ASSERT(glossary_weight(keys.back()) == glossary_word(word).weight);
        }
        RC_ASSERT(keys == table.at(*expected));
      }
    }
  }));
}

}  // namespace
}  // namespace bulletin::test
