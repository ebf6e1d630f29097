#include "indexer/schema/item_terms.hpp"

#include <algorithm>
#include <utility>

#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

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

}  // namespace

CutText cut_text(const Analyzer& analyzer, const std::string& text) {
  FoldedText folded = FoldedText::fold(text);
  std::vector<Token> tokens = analyzer.analyze(folded);
  return {std::move(folded), std::move(tokens)};
}

void TokenWriter::add(const std::vector<Token>& tokens, TextField field) {
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
        put(prefix::kHanPair, token, field, weight);
        break;
      case TokenKind::kHanTail:
        // Behind a pair the tail only makes its character findable; alone it is the whole run.
        put(prefix::kHanPair, token, field, token.run == run_with_pair ? 0 : weight);
        break;
    }
  }
}

void TokenWriter::put(std::string_view prefix, const Token& token, TextField field,
                      std::uint32_t weight) {
  places_.put(field, token.position, terms_.add(prefix, token.term, weight));
}

// A stop word keeps its place for phrases but adds nothing to rank or length.
void TokenWriter::add_word(const Token& token, TextField field, std::uint32_t weight) {
  put(prefix::kStem, token, field, token.is_stop_word ? 0 : weight);
  if (token.word != token.term) {
    places_.put_word(field, terms_.add(prefix::kWord, token.word, 0));
  }
}

void add_filter_terms(const Bulletin& bulletin, TermCounts& terms) {
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

TermCounts searched_terms(const Bulletin& bulletin, const Analyzer& analyzer) {
  TermCounts terms;
  TokenWriter writer(terms);
  writer.add(cut_text(analyzer, bulletin.title).tokens, TextField::kTitle);
  writer.add(cut_text(analyzer, bulletin.text).tokens, TextField::kText);
  add_filter_terms(bulletin, terms);
  terms.sort();
  return terms;
}

ListedTerms listed_terms(std::size_t shards) {
  return {.only = shards == 1 ? prefix::kId : std::string_view()};
}

}  // namespace bulletin
