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
  explicit TokenWriter(TermCounts& terms) : terms_(terms) {}

  void add(const std::vector<Token>& tokens, TextField field) {
    const std::uint32_t weight = field == TextField::kTitle ? kTitleWeight : 1;
    std::uint32_t run_with_pair = 0;
    for (const Token& token : tokens) {
      switch (token.kind) {
        case TokenKind::kWord:
          add_word(token, field, weight);
          break;
        case TokenKind::kHanWord:
          terms_.add(prefix::kHanWord, token.term, weight);
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

  // Behind all tokens.
  [[nodiscard]] std::string places() const { return places_.packed(); }

 private:
  void put(const std::string& term, const Token& token, TextField field, std::uint32_t weight) {
    terms_.add(term, weight);
    places_.put(field, token.position, term);
  }

  // A stop word keeps its place for phrases but adds nothing to rank or length.
  void add_word(const Token& token, TextField field, std::uint32_t weight) {
    put(prefixed(prefix::kStem, token.term), token, field, token.is_stop_word ? 0 : weight);
    if (token.word != token.term) {
      const std::string word = prefixed(prefix::kWord, token.word);
      terms_.add(word, 0);
      places_.put_word(field, word);
    }
  }

  TermCounts& terms_;
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

void add_value(PlainDocument& document, Xapian::valueno slot, std::string value) {
  if (!value.empty()) {
    document.values.emplace_back(slot, std::move(value));
  }
}

// The first day of the date that is shown, `20191224`.
std::string shown_day(const Bulletin& bulletin) {
  const auto date = shown_date(bulletin);
  std::string day = date ? format_date(date->from) : std::string();
  std::erase(day, '-');
  return day;
}

// By what items that tell the same story are found and compared.
void add_story(PlainDocument& document, const Bulletin& bulletin, std::span<const StoryPart> parts,
               const CutText& text) {
  const TextShape shape = shape_of(shingles_of(text.tokens));
  const StorySketch sketch{
      .lang = story_lang(bulletin.lang),
      .days = story_days(bulletin),
      .shape = shape.smallest.empty() ? std::nullopt : std::optional(shape.bits),
      .keys = story_keys({bulletin.lang, parts, bulletin.dates, bulletin.countries})};
  for (const std::uint32_t key : meeting_keys(sketch, bulletin)) {
    document.terms.add(meeting_term(sketch.lang, key), 0);
  }
  for (const std::uint64_t shingle : shape.smallest) {
    document.terms.add(shingle_term(shingle), 0);
  }
  add_value(document, slot::kStory, pack_sketch(sketch));
}

void add_country_rules(TermCounts& terms, const Bulletin& bulletin,
                       const std::vector<std::string>& offered) {
  for (const CountryMention& country : bulletin.countries) {
    if (std::ranges::find(offered, country.code) == offered.end()) {
      continue;
    }
    for (const Evidence& evidence : country.evidence) {
      terms.add(prefix::kCountryRule, evidence.rule + ":" + country.code, 0);
    }
  }
}

void add_filters(TermCounts& terms, const Bulletin& bulletin) {
  terms.add(id_term(bulletin.id), 0);
  terms.add(prefix::kLang, bulletin.lang, 0);
  const std::vector<std::string> countries = offered_countries(bulletin);
  for (const std::string& code : countries) {
    // Weighted, unlike the other filters: a country named in a query ranks too.
    terms.add(prefix::kCountry, code, 1);
  }
  add_country_rules(terms, bulletin, countries);
  for (const KindMention& kind : bulletin.kinds) {
    terms.add(prefix::kKind, kind.kind, 0);
  }
  if (countries.empty()) {
    terms.add(prefix::kCountry, kNone, 0);
  }
  for (const ItemSource& source : bulletin.sources) {
    terms.add(file_term(file_of(source)), 0);
  }
  for (const std::string& term : date_terms(dated_spans(bulletin))) {
    terms.add(term, 0);
  }
}

}  // namespace

PlainDocument DocumentBuilder::build_plain(const Bulletin& bulletin) const {
  PlainDocument document;
  const CutText title = cut(analyzer_, bulletin.title);
  const CutText text = cut(analyzer_, bulletin.text);
  TokenWriter writer(document.terms);
  writer.add(title.tokens, TextField::kTitle);
  writer.add(text.tokens, TextField::kText);
  add_filters(document.terms, bulletin);
  for (const std::string& term : source_terms(bulletin, analyzer_)) {
    document.terms.add(term, 0);
  }
  const StoryPart parts[] = {{TextField::kTitle, bulletin.title, title.folded, title.tokens},
                             {TextField::kText, bulletin.text, text.folded, text.tokens}};
  for (const std::string& name : item_names(bulletin, parts)) {
    document.terms.add(prefix::kName, name, 0);
  }
  add_value(document, slot::kDate, shown_day(bulletin));
  add_value(document, slot::kFacets, pack_facets(facet_values(bulletin)));
  add_story(document, bulletin, parts, text);
  add_value(document, slot::kLinks, pack_links(bulletin));
  add_value(document, slot::kPlaces, writer.places());
  document.terms.sort();
  document.data = encode_bulletin(bulletin);
  return document;
}

Xapian::Document DocumentBuilder::build(const Bulletin& bulletin) const {
  const PlainDocument plain = build_plain(bulletin);
  Xapian::Document document;
  for (std::size_t index = 0; index < plain.terms.size(); ++index) {
    document.add_term(std::string(plain.terms.term(index)), plain.terms.count(index));
  }
  for (const auto& [slot, value] : plain.values) {
    document.add_value(slot, value);
  }
  document.set_data(plain.data);
  return document;
}

}  // namespace bulletin
