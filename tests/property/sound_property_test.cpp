// Any bytes are read by sound: no exception, nothing out of place, and text before sound.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/pinyin.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/query/readings.hpp"
#include "searcher/search/ranking.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

// Syllables that sound like the characters of `chinese` and like other text.
rc::Gen<std::string> pinyin_word() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "liu", "de", "hua", "xi", "an", "li", "na", "Liu2", "dé", " ", "'", "-", "zh", "g", "u")),
      [](const std::vector<std::string>& pieces) {
        std::string word;
        for (const std::string& piece : pieces) {
          word += piece;
        }
        return word;
      });
}

rc::Gen<std::string> item_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "刘", "德", "华", "西", "安", "李", "娜", "劉", "話", "。", " liu ", " dehua ", " li ")),
      [](const std::vector<std::string>& pieces) {
        std::string text;
        for (const std::string& piece : pieces) {
          text += piece;
        }
        return text;
      });
}

TEST_CASE("split_pinyin: any text; syllables put together are the letters typed") {
  CHECK(rc::check([] {
    for (const std::string& text : {*any_text(), *pinyin_word()}) {
      const auto splits = split_pinyin(text, 5);
      RC_ASSERT(splits.size() <= 5U);
      RC_ASSERT(std::ranges::is_sorted(splits, {}, &std::vector<TypedSyllable>::size));
      for (const auto& split : splits) {
        RC_ASSERT(!split.empty());
        std::string letters;
        for (const TypedSyllable& typed : split) {
          letters += syllable_text(typed.syllable);
        }
        RC_ASSERT(letters.size() <= text.size());
      }
    }
  }));
}

TEST_CASE("sound: names stand in items, and no hit by sound stands above one by text") {
  const Analyzer analyzer;
  const DocumentBuilder builder;
  CHECK(rc::check([&] {
    Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    for (const std::string& text : *rc::gen::container<std::vector<std::string>>(item_text())) {
      database.add_document(builder.build({.id = "x", .text = text}));
    }
    const std::string text = *rc::gen::oneOf(pinyin_word(), hard_text());
    SoundReader sound(database, nullptr);
    const SearchQuery heard = build_query({.text = text}, analyzer, nullptr, &sound);
    const std::string words = without_escapes(query_text(parse_query(text)));
    std::size_t from = 0;
    for (const SoundMatch& match : heard.sounds) {
      RC_ASSERT(words.find(match.surface, from) != std::string::npos);
      from = words.find(match.surface, from) + match.surface.size();
      RC_ASSERT(!match.names.empty() && match.names.size() <= 5U);
      for (const SoundName& name : match.names) {
        RC_ASSERT(name.items > 0U);
        RC_ASSERT(characters_of(name.text).size() >= 2U);
      }
    }
    if (heard.sounds.empty() || std::ranges::any_of(heard.sounds, &SoundMatch::is_spelled)) {
      return;
    }
    // Without sound the query finds the hits by text; they go first with it, too.
    const SearchQuery typed = build_query({.text = text, .sound = false}, analyzer);
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(ranking_weight());
    enquire.set_query(typed.match);
    const auto by_text = enquire.get_mset(0, database.get_doccount()).size();
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND_NOT, heard.match, typed.match));
    const auto only_sound = enquire.get_mset(0, database.get_doccount());
    enquire.set_query(heard.match);
    const auto all = enquire.get_mset(0, database.get_doccount());
    RC_ASSERT(all.size() == by_text + only_sound.size());
    for (auto hit = only_sound.begin(); hit != only_sound.end(); ++hit) {
      const auto place = std::find(all.begin(), all.end(), *hit);
      RC_ASSERT(static_cast<Xapian::doccount>(place - all.begin()) >= by_text);
    }
  }));
}

}  // namespace
}  // namespace bulletin::test
