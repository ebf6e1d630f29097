// Any bytes are looked up, and any entry is found again: no exception, no word out of place.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/folded_text.hpp"
#include "searcher/query/dictionary/dictionary_builder.hpp"
#include "searcher/query/translator.hpp"
#include "tests/property/texts.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {
namespace {

Dictionary opened(const DictionaryBuilder& builder) {
  const TemporaryFolder folder;
  auto dictionary = Dictionary::open(folder.write("table", builder.table("random")));
  RC_ASSERT(dictionary.has_value());
  return std::move(*dictionary);
}

void check_translations(const std::string& text, const Dictionary& dictionary,
                        const Analyzer& analyzer) {
  Translator translator(dictionary, [](const std::string& term) {
    return term.empty() ? std::size_t{1000} : term.size();
  });
  std::size_t from = 0;
  for (const Translation& translation : translator.translate(text, analyzer)) {
    const std::size_t at = text.find(translation.surface, from);
    RC_ASSERT(!translation.surface.empty());
    RC_ASSERT(at != std::string::npos);
    from = at + translation.surface.size();
    RC_ASSERT(!translation.names.empty());
    RC_ASSERT(!translation.typed.empty());
    RC_ASSERT(translation.weight >= 0 && translation.weight <= 1);
    for (const TranslatedName& name : translation.names) {
      RC_ASSERT(!name.text.empty() && !name.terms.empty());
    }
  }
}

TEST_CASE("translate: any text, with a dictionary made of its own words") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const std::string text = *hard_text();
    const std::string english = *any_text();
    DictionaryBuilder builder;
    builder.add_name("visit", "访问");
    for (const Token& token : analyzer.analyze(text)) {
      const std::vector<std::string> senses{english, "visit"};
      builder.add_word(token.term, read_glosses(senses));
    }
    check_translations(text, opened(builder), analyzer);
  }));
}

TEST_CASE("dictionary: an entry of any bytes is left out or found from both sides") {
  CHECK(rc::check([&] {
    const std::string chinese = *any_text();
    const std::vector<std::string> senses{*any_text(), "visit"};
    DictionaryBuilder builder;
    builder.add_word(chinese, read_glosses(senses));
    const Dictionary dictionary = opened(builder);
    const std::string folded = FoldedText::fold(chinese).text();
    const auto there = dictionary.find("visit");
    RC_ASSERT(there.size() <= 1U);
    for (const DictionaryEntry& entry : there) {
      RC_ASSERT(entry.text == folded);
    }
    RC_ASSERT(there.empty() == dictionary.find(folded).empty());
  }));
}

}  // namespace
}  // namespace bulletin::test
