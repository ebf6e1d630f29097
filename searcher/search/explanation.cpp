#include "searcher/search/explanation.hpp"

#include <algorithm>
#include <map>

#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/query/text_query.hpp"
#include "searcher/search/hit_order.hpp"
#include "searcher/search/kept_weights.hpp"
#include "searcher/search/matcher.hpp"
#include "searcher/search/most_frequent_terms.hpp"
#include "searcher/search/near_words.hpp"
#include "searcher/search/ranking.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

constexpr std::size_t kWholeRun = 3;  // As searched: up to here a run stands together.

// Asks one document whether, and how well, it matches a query.
class OneDocument {
 public:
  // `postings` are of `database`, wherever it is.
  OneDocument(const Xapian::Database& database, Xapian::docid document, std::string_view id,
              KeptPostings& postings)
      : database_(database),
        document_(document),
        id_(id_term(id)),
        match_(database, {}, postings, deadline_) {}

  // The weight, or nothing when it does not match.
  [[nodiscard]] std::optional<double> weight(const Query& query) {
    if (query.empty()) {
      return std::nullopt;
    }
    return match_.is_at_hand() ? weight_by_match(query) : weight_by_postings(query);
  }

  [[nodiscard]] const Xapian::Database& database() const { return database_; }

 private:
  [[nodiscard]] std::optional<double> weight_by_match(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(
        Query(Query::OP_FILTER, matchable(database_, query, deadline_, document_), Query(id_)));
    enquire.set_weighting_scheme(ranking_weight());
    const Xapian::MSet found = enquire.get_mset(0, 1);
    return found.empty() ? std::nullopt : std::optional(found.begin().get_weight());
  }

  [[nodiscard]] std::optional<double> weight_by_postings(const Query& query) {
    const std::vector<Xapian::docid> found = match_.documents(query);
    if (!std::ranges::binary_search(found, document_)) {
      return std::nullopt;
    }
    const auto weights = kept_weights(match_, query, {document_});
    return weights ? weights->front() : 0;
  }

  const Xapian::Database& database_;
  Deadline deadline_;
  Xapian::docid document_;
  std::string id_;
  KeptMatch match_;
};

std::vector<std::string> dates_of(const Bulletin& item) {
  std::vector<std::string> spans;
  for (const DateSpan& span : dated_spans(item)) {
    spans.push_back(format_span(span));
  }
  return spans;
}

std::vector<std::string> kinds_of(const Bulletin& item) {
  std::vector<std::string> kinds;
  for (const KindMention& kind : item.kinds) {
    kinds.push_back(kind.kind);
  }
  return kinds;
}

std::vector<std::string> sources_of(const Bulletin& item) {
  std::vector<std::string> sources;
  for (const std::string& name : {item.source, item.url}) {
    if (!name.empty()) {
      sources.push_back(name);
    }
  }
  for (const ItemSource& source : item.sources) {
    sources.push_back(source.path);
  }
  return sources;
}

std::vector<std::string> what_it_has(const Bulletin& item, PartKind kind) {
  switch (kind) {
    case PartKind::kCountry:
    case PartKind::kRegion:
      return offered_countries(item);
    case PartKind::kDate:
      return dates_of(item);
    case PartKind::kLang:
      return {item.lang};
    case PartKind::kKind:
      return kinds_of(item);
    case PartKind::kId:
      return {item.id};
    case PartKind::kSource:
      return sources_of(item);
    case PartKind::kWords:
    case PartKind::kPhrase:
    case PartKind::kPrefix:
    case PartKind::kGroup:
    case PartKind::kTranslation:
    case PartKind::kSound:
    case PartKind::kTitle:
      break;
  }
  return {};
}

WordReport report_word(OneDocument& document, const Bulletin& item, const std::string& word,
                       PartKind kind, const Analyzer& analyzer) {
  Needles needles;
  TextQueryBuilder builder(analyzer, needles, expansion_of(document.database()));
  const Query query = kind == PartKind::kPrefix ? builder.prefix(word) : builder.any_word(word);
  WordReport report{.word = word, .found = document.weight(query).has_value()};
  if (report.found) {
    report.in_title = find_highlights(item, TextField::kTitle, needles, analyzer).size();
    report.in_text = find_highlights(item, TextField::kText, needles, analyzer).size();
  } else {
    report.near = near_in_item(item, word, analyzer);
  }
  return report;
}

bool has_words(PartKind kind) {
  return kind == PartKind::kWords || kind == PartKind::kPhrase || kind == PartKind::kPrefix;
}

PartReport report_part(OneDocument& document, const Bulletin& item, const QueryPart& part,
                       const Analyzer& analyzer) {
  const std::optional<double> weight = document.weight(part.query);
  PartReport report{.kind = part.kind,
                    .occur = part.occur,
                    .limits = part.limits,
                    .text = part.text,
                    .matches = weight.has_value(),
                    .keeps_out = part.occur == Occur::kMust      ? !weight
                                 : part.occur == Occur::kMustNot ? weight.has_value()
                                                                 : false,
                    .has = what_it_has(item, part.kind)};
  const bool scores = weight && !part.limits && part.occur != Occur::kMustNot;
  report.score = scores ? *weight : 0;
  if (has_words(part.kind)) {
    for (const std::string& word : words_of(part.text, analyzer)) {
      report.words.push_back(report_word(document, item, word, part.kind, analyzer));
    }
  }
  return report;
}

// Where nothing is required one of the wanted parts has to match.
void judge_wanted(std::vector<PartReport>& parts) {
  const auto selects = [](const PartReport& part) {
    return part.occur == Occur::kMust && !part.limits;
  };
  const auto matches_wanted = [](const PartReport& part) {
    return part.occur == Occur::kShould && part.matches;
  };
  if (std::ranges::any_of(parts, selects) || std::ranges::any_of(parts, matches_wanted)) {
    return;
  }
  for (PartReport& part : parts) {
    part.keeps_out = part.keeps_out || part.occur == Occur::kShould;
  }
}

std::vector<Place> places_of(const Xapian::Database& database, const SearchQuery& query,
                             KeptPostings& postings) {
  if (is_at_hand(database)) {
    return all_places(database, query, Sort::kRelevance);
  }
  const KnownHits known =
      known_hits(database, {}, postings, query, {.weights = query.ranks, .days = true});
  return all_places(database, query, Sort::kRelevance, &known);
}

void add_place(const std::vector<Place>& places, Xapian::docid document, Explanation& explanation) {
  explanation.total = places.size();
  const auto found = std::ranges::find(places, document, &Place::document);
  explanation.is_hit = found != places.end();
  if (explanation.is_hit) {
    explanation.rank = static_cast<std::size_t>(found - places.begin()) + 1;
    explanation.score = found->weight;
  }
}

}  // namespace

std::vector<std::string> words_of(std::string_view text, const Analyzer& analyzer) {
  const std::vector<Token> tokens = analyzer.analyze(text);
  std::map<std::uint32_t, std::size_t> lengths;
  for (const Token& token : tokens) {
    lengths[token.run] += token.kind != TokenKind::kHanWord ? 1 : 0;
  }
  std::vector<std::string> words;
  const auto add = [&](std::size_t begin, std::size_t end) {
    std::string word(text.substr(begin, end - begin));
    if (std::ranges::find(words, word) == words.end()) {
      words.push_back(std::move(word));
    }
  };
  const bool only_stop_words =
      std::ranges::all_of(tokens, [](const Token& token) { return token.is_stop_word; });
  std::size_t run_begin = 0;
  std::uint32_t open_run = 0;
  for (const Token& token : tokens) {
    if (token.run != open_run) {
      open_run = token.run;
      run_begin = token.begin_byte;
    }
    const bool is_whole = token.run != 0 && lengths[token.run] <= kWholeRun;
    if (token.kind == TokenKind::kWord ? only_stop_words || !token.is_stop_word
                                       : token.kind == TokenKind::kHanWord && !is_whole) {
      add(token.begin_byte, token.end_byte);
    } else if (token.kind == TokenKind::kHanTail && is_whole) {
      add(run_begin, token.end_byte);
    }
  }
  return words;
}

Explanation explain(const Xapian::Database& database, Xapian::docid document, const Bulletin& item,
                    const SearchQuery& query, const Analyzer& analyzer) {
  Explanation explanation;
  KeptPostings postings;
  add_place(places_of(database, query, postings), document, explanation);
  OneDocument one(database, document, item.id, postings);
  for (const QueryPart& part : query.parts) {
    explanation.parts.push_back(report_part(one, item, part, analyzer));
  }
  judge_wanted(explanation.parts);
  explanation.title_highlights = find_highlights(item, TextField::kTitle, query.needles, analyzer);
  explanation.text_highlights = find_highlights(item, TextField::kText, query.needles, analyzer);
  return explanation;
}

}  // namespace bulletin
