// Suggestions against a naive scan of random archives, with a table of completions, without one,
// and with one that is out of date.

#include <algorithm>
#include <atomic>
#include <thread>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/pipeline/suggestion_pass.hpp"
#include "indexer/understanding/countries.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/property/random_corpus.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {
namespace {

constexpr std::size_t kAll = 1000;

using Corpus = std::vector<Bulletin>;

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    static_cast<void>(next_code_point(text, at));
  }
  return count;
}

bool names(const Bulletin& item, const std::string& country) {
  const std::vector<std::string> codes = offered_countries(item);
  const std::optional<std::string> code = country_from_name(country);
  return code && std::ranges::find(codes, *code) != codes.end();
}

template <typename Has>
std::size_t count(const Corpus& corpus, Has has) {
  return static_cast<std::size_t>(std::ranges::count_if(corpus, has));
}

// What is suggested is there, in as many items as it says.
void check_counts(const Corpus& corpus, const std::vector<Suggestion>& suggestions) {
  std::vector<std::string> queries;
  for (const Suggestion& suggestion : suggestions) {
    RC_LOG() << suggestion.text << ' ' << suggestion.items << '\n';
    RC_ASSERT(suggestion.items > 0);
    queries.push_back(suggestion.query);
    if (suggestion.kind == SuggestionKind::kCountry) {
      RC_ASSERT(suggestion.items ==
                count(corpus, [&](const Bulletin& item) { return names(item, suggestion.text); }));
      continue;
    }
    const std::size_t items =
        count(corpus, [&](const Bulletin& item) { return holds(item, suggestion.text); });
    // A longer Chinese word counts where ICU cuts it so; a pair wherever it stands.
    const bool is_cut = characters_in(suggestion.text) > 2 && suggestion.text[0] < 0;
    RC_ASSERT((is_cut ? suggestion.items <= items : suggestion.items == items));
  }
  std::ranges::sort(queries);
  RC_ASSERT(std::ranges::adjacent_find(queries) == queries.end());
}

// The words that begin as typed are all there, the commonest first.
void check_words(const Corpus& corpus, const std::vector<Suggestion>& suggestions,
                 const std::string& word) {
  const std::size_t items = count(corpus, [&](const Bulletin& item) { return holds(item, word); });
  const auto found = std::ranges::find(suggestions, word, &Suggestion::text);
  RC_ASSERT((found != suggestions.end()) == (items > 0));
}

void check_order(const std::vector<Suggestion>& suggestions) {
  std::size_t last = kAll;
  for (const Suggestion& suggestion : suggestions) {
    if (suggestion.kind == SuggestionKind::kWord && suggestion.text[0] > 0) {
      RC_ASSERT(suggestion.items <= last);
      last = suggestion.items;
    }
  }
}

// An archive in memory, with what the writer keeps for completing.
class Archive {
 public:
  explicit Archive(const Corpus& corpus) : corpus_(corpus) {
    for (const Bulletin& item : corpus) {
      database_.add_document(builder_.build(item));
    }
  }

  void write_table() { write_suggestions(database_); }

  void remove(std::size_t item) {
    database_.delete_document("Q" + corpus_[item].id);
    corpus_.erase(corpus_.begin() + static_cast<std::ptrdiff_t>(item));
  }

  void add(const Bulletin& item) {
    database_.add_document(builder_.build(item));
    corpus_.push_back(item);
  }

  void check_query(const std::string& typed) const {
    for (const Suggestion& suggestion : suggest(database_, typed, kAll)) {
      RC_ASSERT(suggestion.query.ends_with(suggestion.text));
      const std::string kept(suggestion.query, 0, suggestion.query.size() - suggestion.text.size());
      RC_ASSERT(typed.starts_with(kept));
    }
  }

  void check() const {
    for (const std::string word :
         {"library", "coach", "lesson", "turnip", "engine", "planet", "orchid"}) {
      for (std::size_t length = 3; length <= word.size(); ++length) {
        const auto suggestions = suggest(database_, word.substr(0, length), kAll);
        check_counts(corpus_, suggestions);
        check_words(corpus_, suggestions, word);
      }
    }
    for (const std::string typed : {"图", "书馆", "公司", "招商公", "学", "tushu", "zs", "gongs",
                                    "k", "l", "kaz", "spa", "zamb", "bot", "x 图"}) {
      const auto suggestions = suggest(database_, typed, kAll);
      check_counts(corpus_, suggestions);
    }
    check_order(suggest(database_, "l", kAll));
  }

 private:
  Corpus corpus_;
  DocumentBuilder builder_;
  Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
};

}  // namespace

TEST_CASE("suggest: every suggestion is there as often as it says, no word is missing") {
  CHECK(rc::check([] {
    const Corpus corpus = *random_corpus();
    Archive archive(corpus);
    archive.check();
    archive.write_table();
    archive.check();
    const std::size_t removed = *rc::gen::inRange<std::size_t>(0, corpus.size() + 1);
    for (std::size_t i = 0; i < removed; ++i) {
      archive.remove(0);
    }
    archive.check();  // The table speaks of items that are gone.
    for (std::size_t i = 0; i < removed; i += 2) {
      archive.add(corpus[i]);
    }
    archive.check();
  }));
}

TEST_CASE("suggest: while a writer works, a reader sees one state after the other") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  IndexWriter writer(index);
  writer.add(make_bulletin({.id = "first", .text = "lesson 招商公司"}));
  writer.refresh_suggestions();
  std::atomic<bool> is_done = false;
  std::thread writing([&] {
    for (int i = 0; i < 60; ++i) {
      const std::string id = std::to_string(i);
      writer.add(make_bulletin(
          {.id = id,
           .text = "lesson " + std::string(static_cast<std::size_t>(i % 7 + 2), 'l') + "公司"}));
      writer.refresh_suggestions();
    }
    is_done = true;
  });
  Searcher searcher(index);
  std::size_t last = 1;
  while (!is_done) {
    const std::vector<Suggestion> found = searcher.suggest("less");
    CHECK_EQ(found.size(), 1);
    CHECK_GE(found.at(0).items, last);
    last = found.at(0).items;
    CHECK_FALSE(searcher.suggest("gongsi").empty());
  }
  writing.join();
  CHECK_EQ(searcher.suggest("less").at(0).items, 61);
}

TEST_CASE("suggest: any bytes are taken") {
  CHECK(rc::check([](const std::string& before) {
    Archive archive(*random_corpus());
    archive.write_table();
    for (const char* const typed : {"", "l", "图", " 2019", "gong s"}) {
      archive.check_query(before + typed);
    }
  }));
}

}  // namespace bulletin::test
