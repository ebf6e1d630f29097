#include "indexer/pipeline/document_builder.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/pipeline/item_names.hpp"
#include "indexer/pipeline/story_sketch.hpp"
#include "indexer/pipeline/story_terms.hpp"
#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/link_value.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/source_terms.hpp"
#include "indexer/schema/term_places.hpp"
#include "indexer/understanding/near_copy.hpp"
#include "indexer/understanding/story_keys.hpp"

namespace bulletin {
namespace {

// Puts the tokens of an item into its document, and notes where they stand.
class TokenWriter {
 public:
  explicit TokenWriter(Xapian::Document& document) : document_(document) {}

  void add(const std::vector<Token>& tokens, TextField field) {
    const Xapian::termcount weight = field == TextField::kTitle ? kTitleWeight : 1;
    std::uint32_t run_with_pair = 0;
    for (const Token& token : tokens) {
      switch (token.kind) {
        case TokenKind::kWord:
          add_word(token, field, weight);
          break;
        case TokenKind::kHanWord:
          document_.add_term(prefixed(prefix::kHanWord, token.term), weight);
          break;
        case TokenKind::kHanPair:
          run_with_pair = token.run;
          put(prefixed(prefix::kHanPair, token.term), token, field, weight);
          break;
        case TokenKind::kHanTail:
          // Behind a pair the tail only makes its character findable; alone it is the whole run.
          put(prefixed(prefix::kHanPair, token.term), token, field,
              token.run == run_with_pair ? 0 : weight);
          break;
      }
    }
  }

  // Once, behind all tokens.
  void finish() { document_.add_value(slot::kPlaces, places_.packed()); }

 private:
  void put(const std::string& term, const Token& token, TextField field, Xapian::termcount weight) {
    document_.add_term(term, weight);
    places_.put(field, token.position, term);
  }

  // A stop word keeps its place for phrases but adds nothing to rank or length.
  void add_word(const Token& token, TextField field, Xapian::termcount weight) {
    put(prefixed(prefix::kStem, token.term), token, field, token.is_stop_word ? 0 : weight);
    if (token.word != token.term) {
      const std::string word = prefixed(prefix::kWord, token.word);
      document_.add_term(word, 0);
      places_.put_word(field, word);
    }
  }

  Xapian::Document& document_;
  TermPlaces places_;
};

// Title and text of an item, folded and cut once for all that need them.
struct CutText {
  FoldedText folded;
  std::vector<Token> tokens;
};

CutText cut(const Analyzer& analyzer, const std::string& text) {
  FoldedText folded = FoldedText::fold(text);
  std::vector<Token> tokens = analyzer.analyze(folded);
  return {std::move(folded), std::move(tokens)};
}

// By what items that tell the same story are found and compared.
void add_story(Xapian::Document& document, const Bulletin& bulletin,
               std::span<const StoryPart> parts, const CutText& text) {
  const TextShape shape = shape_of(shingles_of(text.tokens));
  const StorySketch sketch{
      .lang = story_lang(bulletin.lang),
      .days = story_days(bulletin),
      .shape = shape.smallest.empty() ? std::nullopt : std::optional(shape.bits),
      .keys = story_keys({bulletin.lang, parts, bulletin.dates, bulletin.countries})};
  for (const std::uint32_t key : meeting_keys(sketch, bulletin)) {
    document.add_boolean_term(meeting_term(sketch.lang, key));
  }
  for (const std::uint64_t shingle : shape.smallest) {
    document.add_boolean_term(shingle_term(shingle));
  }
  document.add_value(slot::kStory, pack_sketch(sketch));
}

void add_country_rules(Xapian::Document& document, const Bulletin& bulletin,
                       const std::vector<std::string>& offered) {
  for (const CountryMention& country : bulletin.countries) {
    if (std::ranges::find(offered, country.code) == offered.end()) {
      continue;
    }
    for (const Evidence& evidence : country.evidence) {
      document.add_boolean_term(prefixed(prefix::kCountryRule, evidence.rule + ":" + country.code));
    }
  }
}

void add_filters(Xapian::Document& document, const Bulletin& bulletin) {
  document.add_boolean_term(id_term(bulletin.id));
  document.add_boolean_term(prefixed(prefix::kLang, bulletin.lang));
  const std::vector<std::string> countries = offered_countries(bulletin);
  for (const std::string& code : countries) {
    // Weighted, unlike the other filters: a country named in a query ranks too.
    document.add_term(prefixed(prefix::kCountry, code), 1);
  }
  add_country_rules(document, bulletin, countries);
  for (const KindMention& kind : bulletin.kinds) {
    document.add_boolean_term(prefixed(prefix::kKind, kind.kind));
  }
  if (countries.empty()) {
    document.add_boolean_term(prefixed(prefix::kCountry, kNone));
  }
  for (const ItemSource& source : bulletin.sources) {
    document.add_boolean_term(file_term(file_of(source)));
  }
  for (const std::string& term : date_terms(dated_spans(bulletin))) {
    document.add_boolean_term(term);
  }
}

}  // namespace

Xapian::Document DocumentBuilder::build(const Bulletin& bulletin) const {
  Xapian::Document document;
  const CutText title = cut(analyzer_, bulletin.title);
  const CutText text = cut(analyzer_, bulletin.text);
  TokenWriter writer(document);
  writer.add(title.tokens, TextField::kTitle);
  writer.add(text.tokens, TextField::kText);
  writer.finish();
  add_filters(document, bulletin);
  for (const std::string& term : source_terms(bulletin, analyzer_)) {
    document.add_boolean_term(term);
  }
  const StoryPart parts[] = {{TextField::kTitle, bulletin.title, title.folded, title.tokens},
                             {TextField::kText, bulletin.text, text.folded, text.tokens}};
  add_story(document, bulletin, parts, text);
  for (const std::string& name : item_names(bulletin, parts)) {
    document.add_boolean_term(prefixed(prefix::kName, name));
  }
  if (const auto date = shown_date(bulletin)) {
    std::string day = format_date(date->from);
    std::erase(day, '-');
    document.add_value(slot::kDate, day);
  }
  document.add_value(slot::kFacets, pack_facets(facet_values(bulletin)));
  store_bulletin(document, bulletin);
  return document;
}

}  // namespace bulletin
