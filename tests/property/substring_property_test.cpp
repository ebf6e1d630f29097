// Exhaustive, over the shipped archive: nothing Chinese in a title is out of reach.

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "indexer/analysis/utf8.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/support/corpus_index.hpp"

namespace bulletin::test {
namespace {

constexpr std::size_t kLongest = 6;  // Characters.

using Ids = std::set<std::string>;

Ids found(Searcher& searcher, const std::string& text, bool literal) {
  Ids ids;
  const SearchRequest request{.query = {.text = text, .literal = literal}, .limit = 100000};
  for (const Ranked& item : searcher.rank(request)) {
    ids.insert(item.id);
  }
  return ids;
}

// Returns each stretch of 1 to kLongest Chinese characters of `text`, which is well-formed.
std::set<std::string> stretches_of(std::string_view text) {
  std::set<std::string> stretches;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    for (std::size_t length = 0; length < kLongest && end < text.size(); ++length) {
      std::size_t ahead = end;
      if (!is_han(next_code_point(text, ahead))) {
        break;
      }
      end = ahead;
      stretches.emplace(text.substr(begin, end - begin));
    }
    static_cast<void>(next_code_point(text, begin));
  }
  return stretches;
}

std::map<std::string, Ids> stretches_of_titles(const CorpusIndex& archive) {
  std::map<std::string, Ids> stretches;
  for (const Bulletin& item : archive.items()) {
    for (const std::string& stretch : stretches_of(item.title)) {
      stretches[stretch].insert(item.id);
    }
  }
  return stretches;
}

}  // namespace

TEST_CASE("property: every stretch of Chinese in every title finds its items") {
  const CorpusIndex archive;
  REQUIRE_EQ(archive.items().size(), 121U);
  Searcher searcher(archive.path());
  const auto stretches = stretches_of_titles(archive);
  REQUIRE_GT(stretches.size(), 1000U);
  for (const auto& [stretch, expected] : stretches) {
    CAPTURE(stretch);
    CHECK(std::ranges::includes(found(searcher, stretch, true), expected));
  }
}

TEST_CASE("property: a quoted stretch finds exactly the items that hold it") {
  const CorpusIndex archive;
  Searcher searcher(archive.path());
  std::map<std::string, std::pair<std::string, std::string>> folded;  // By id: title, text.
  for (const Bulletin& item : archive.items()) {
    folded[item.id] = {FoldedText::fold(item.title).text(), FoldedText::fold(item.text).text()};
  }
  for (const auto& [stretch, ids] : stretches_of_titles(archive)) {
    const std::string wanted = FoldedText::fold(stretch).text();
    Ids expected;
    for (const auto& [id, parts] : folded) {
      if (parts.first.find(wanted) != std::string::npos ||
          parts.second.find(wanted) != std::string::npos) {
        expected.insert(id);
      }
    }
    CAPTURE(stretch);
    CHECK_EQ(found(searcher, '"' + stretch + '"', true), expected);
  }
}

TEST_CASE("property: every item is found by its own title and by its first clause") {
  const CorpusIndex archive;
  Searcher searcher(archive.path());
  for (const Bulletin& item : archive.items()) {
    for (const std::string& text : {item.title, headline(item, 1000)}) {
      CAPTURE(item.id);
      CAPTURE(text);
      CHECK(found(searcher, text, true).contains(item.id));
      CHECK(found(searcher, text, false).contains(item.id));
    }
  }
}

TEST_CASE("property: every country and date read in an item's own words finds the item") {
  const CorpusIndex archive;
  Searcher searcher(archive.path());
  for (const Bulletin& item : archive.items()) {
    for (const DateSpan& span : dated_spans(item)) {
      const SearchRequest request{.query = {.dates = {format_span(span)}}, .limit = 100000};
      Ids ids;
      for (const Ranked& ranked : searcher.rank(request)) {
        ids.insert(ranked.id);
      }
      CAPTURE(item.id);
      CAPTURE(format_span(span));
      CHECK(ids.contains(item.id));
    }
    for (const std::string& code : offered_countries(item)) {
      CAPTURE(item.id);
      CAPTURE(code);
      CHECK(found(searcher, "country:" + code, false).contains(item.id));
    }
  }
}

}  // namespace bulletin::test
