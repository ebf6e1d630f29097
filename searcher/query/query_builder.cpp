#include "searcher/query/query_builder.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/filters.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/readings.hpp"
#include "searcher/query/text_query.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

// The three ways in which clauses take part, gathered.
struct Parts {
  std::vector<Query> should, must, must_not;
  std::vector<Query> heard;  // Names by sound; see weighed_by_sound().

  void add(Occur occur, Query query) {
    if (query.empty()) {
      return;
    }
    auto& part = occur == Occur::kShould ? should : occur == Occur::kMust ? must : must_not;
    part.push_back(std::move(query));
  }

  [[nodiscard]] bool is_empty() const { return should.empty() && must.empty() && must_not.empty(); }

  // Must clauses select and rank, should clauses then only rank.
  [[nodiscard]] Query text() const {
    Query query(Query::OP_AND, must.begin(), must.end());
    const Query optional(Query::OP_OR, should.begin(), should.end());
    if (query.empty()) {
      query = optional;
    } else if (!optional.empty()) {
      query = Query(Query::OP_AND_MAYBE, query, optional);
    }
    return query;
  }

  // The same, with what is found by sound.
  [[nodiscard]] Query combine() const {
    Query query = text();
    if (!heard.empty()) {
      const Query names = weighed_by_sound({Query::OP_OR, heard.begin(), heard.end()}, query);
      query = {must.empty() ? Query::OP_OR : Query::OP_AND_MAYBE, query, names};
    }
    if (must_not.empty()) {
      return query;
    }
    return {Query::OP_AND_NOT, query.empty() ? Query(Query::MatchAll) : query,
            Query(Query::OP_OR, must_not.begin(), must_not.end())};
  }
};

// Readings leave spaces behind where their words stood.
std::string without_spare_spaces(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (c != ' ' || (!kept.empty() && kept.back() != ' ')) {
      kept += c;
    }
  }
  return kept.ends_with(' ') ? kept.substr(0, kept.size() - 1) : kept;
}

// Tells whether `words` are among the words of `surface`.
bool stands_in(std::string_view surface, std::string_view words) {
  return (' ' + std::string(surface) + ' ').find(' ' + std::string(words) + ' ') !=
         std::string::npos;
}

// Builds one query; a class only because its steps share the result.
class QueryBuilder {
 public:
  QueryBuilder(const QueryRequest& request, const Analyzer& analyzer, Translator* translator,
               SoundReader* sound)
      : request_(request),
        analyzer_(analyzer),
        translator_(request.translate && !request.literal ? translator : nullptr),
        sound_(request.sound && !request.literal ? sound : nullptr),
        words_(analyzer, query_.needles) {}

  SearchQuery run() {
    ParsedQuery parsed = parse_query(request_.text);
    query_.notes = std::move(parsed.notes);
    Parts parts;
    for (const Clause& clause : parsed.clauses) {
      if (!limit_by(clause)) {
        add(clause, parts);
      }
    }
    if (!read_dates_.empty()) {
      query_.filters.date.emplace_back(Query::OP_OR, read_dates_.begin(), read_dates_.end());
      note_limit("date", read_date_words_, query_.filters.date.back());
    }
    weigh_sounds(parts);
    query_.ranks = !parts.should.empty() || !parts.must.empty();
    if (const Query match = parts.combine(); !match.empty()) {
      query_.match = match;
    }
    const bool says_nothing = query_.readings.empty() && parts.is_empty() && !is_limited();
    constexpr std::string_view kSpaces = " \t\r\n\u3000";  // Its bytes make no other character.
    if (says_nothing && request_.text.find_first_not_of(kSpaces) != std::string::npos) {
      query_.notes.emplace_back("the query holds no word: everything is listed");
    }
    add_chosen_limits();
    if (words_.overflowed()) {
      query_.notes.push_back("the query has too many words: only the first " +
                             std::to_string(kMaxQueryTerms) + " terms were searched");
    }
    return std::move(query_);
  }

 private:
  // A field at the top level limits like an option does, so that facets can leave it out.
  bool limit_by(const Clause& clause) {
    if (clause.kind != ClauseKind::kField || clause.occur != Occur::kMust) {
      return false;
    }
    const auto read = [&](std::string_view value) { return field_value(clause.field, value); };
    std::vector<Query>* const group = group_of(clause.field);
    if (group == nullptr || !limit(*group, values_of(clause.text, read))) {
      return false;
    }
    note_limit(clause.field, clause.text, group->back());
    return true;
  }

  void note_limit(std::string_view field, const std::string& text, const Query& query) {
    query_.parts.push_back({part_kind_of(field), Occur::kMust, true, text, query});
  }

  // Adds what a clause asks for; a part of its own unless it stands inside a group.
  void take(PartKind kind, const std::string& text, Occur occur, Query query, Parts& parts) {
    if (depth_ == 0 && !query.empty()) {
      query_.parts.push_back({kind, occur, false, without_spare_spaces(text), query});
    }
    parts.add(occur, std::move(query));
  }

  std::vector<Query>* group_of(std::string_view field) {
    Filters& filters = query_.filters;
    const std::pair<std::string_view, std::vector<Query>*> groups[] = {
        {"country", &filters.country},
        {"date", &filters.date},
        {"lang", &filters.lang},
        {"kind", &filters.kind},
        {"region", &filters.region}};
    const auto* found = std::ranges::find(groups, field, [](const auto& g) { return g.first; });
    return found == std::end(groups) ? nullptr : found->second;
  }

  [[nodiscard]] std::optional<FilterValue> field_value(std::string_view field,
                                                       std::string_view value) const {
    if (field == "country") {
      return country_filter(value, request_.rules);
    }
    if (field == "date") {
      return date_filter(value, request_.today);
    }
    if (field == "kind") {
      return kind_filter(value);
    }
    return field == "region" ? region_filter(value) : lang_filter(value);
  }

  // Reads `KZ,ES`: any of the values. Empty when one of them is none.
  template <typename Read>
  static std::vector<FilterValue> values_of(std::string_view text, Read read) {
    std::vector<FilterValue> values;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      std::optional<FilterValue> value = read(text.substr(begin, end - begin));
      if (!value) {
        return {};
      }
      values.push_back(std::move(*value));
      begin = end + 1;
    }
    return values;
  }

  bool limit(std::vector<Query>& group, const std::vector<FilterValue>& values) {
    std::vector<Query> queries;
    for (const FilterValue& value : values) {
      queries.push_back(value.query);
      if (!value.country.empty()) {
        query_.needles.countries.insert(value.country);
      }
      if (!value.kind.empty()) {
        query_.needles.kinds.insert(value.kind);
      }
      if (value.span) {
        query_.needles.dates.push_back(*value.span);
      }
    }
    if (queries.empty()) {
      return false;
    }
    group.emplace_back(Query::OP_OR, queries.begin(), queries.end());
    return true;
  }

  void add(const Clause& clause, Parts& parts) {
    switch (clause.kind) {
      case ClauseKind::kWords:
        add_words(clause, parts);
        break;
      case ClauseKind::kPhrase:
        take(PartKind::kPhrase, clause.text, clause.occur,
             clause.occur == Occur::kMustNot ? words_.excluded(clause.text)
                                             : words_.phrase(clause.text),
             parts);
        break;
      case ClauseKind::kPrefix:
        take(PartKind::kPrefix, clause.text, clause.occur, words_.prefix(clause.text), parts);
        break;
      case ClauseKind::kField:
        take(part_kind_of(clause.field), clause.text, clause.occur, field(clause), parts);
        break;
      case ClauseKind::kAny:
      case ClauseKind::kGroup:
        take(PartKind::kGroup, clause_text(clause), clause.occur, nested(clause), parts);
        break;
    }
  }

  Query nested(const Clause& clause) {
    Parts inner;
    ++depth_;
    for (const Clause& child : clause.children) {
      add(child, inner);
    }
    --depth_;
    return inner.combine();
  }

  void add_words(const Clause& clause, Parts& parts) {
    if (request_.literal) {
      take(PartKind::kWords, clause.text, clause.occur, plain(clause.text, clause.occur), parts);
      return;
    }
    const ReadText read = read_text(clause.text, request_.today);
    for (const QueryReading& reading : read.readings) {
      add_reading(reading, clause.occur, parts);
    }
    if (read.is_sentence) {
      query_.notes.emplace_back(
          "the query reads as a sentence: its date is searched as words; date:2019-12 limits");
    }
    if (clause.occur == Occur::kShould) {
      add_plain_words(read.rest, parts);
    } else {
      take(PartKind::kWords, read.rest, clause.occur, plain(read.rest, clause.occur), parts);
    }
  }

  // Words with what they are called in the other language and what they say by sound.
  void add_plain_words(const std::string& text, Parts& parts) {
    std::vector<Translation> translations = translator_ == nullptr
                                                ? std::vector<Translation>()
                                                : translator_->translate(text, analyzer_);
    std::vector<SoundMatch> sounds =
        sound_ == nullptr ? std::vector<SoundMatch>() : sound_->read(text, analyzer_, translations);
    std::string others = text;
    Query spelled;
    for (const SoundMatch& match : sounds) {
      if (match.is_spelled) {
        others.replace(match.begin_byte, match.surface.size(), match.surface.size(), ' ');
        spelled = Query(Query::OP_OR, spelled, words_.spelled(match.surface));
        std::erase_if(translations, [&](const Translation& translation) {
          return stands_in(match.surface, translation.surface);
        });
      }
    }
    take(PartKind::kWords, text, Occur::kShould,
         Query(Query::OP_OR, words_.any_word(others), spelled), parts);
    add_translations(std::move(translations), parts);
    add_sounds(std::move(sounds), parts);
  }

  void add_translations(std::vector<Translation> translations, Parts& parts) {
    for (Translation& translation : translations) {
      Query names = words_.one_of(translation);
      if (names.empty()) {
        return;  // So many words are a text, not a question.
      }
      take(PartKind::kTranslation, translation.surface, Occur::kShould, std::move(names), parts);
      query_.translations.push_back(std::move(translation));
    }
  }

  void add_sounds(std::vector<SoundMatch> sounds, Parts& parts) {
    for (SoundMatch& match : sounds) {
      Query names = words_.heard(match);
      if (names.empty()) {
        return;
      }
      if (depth_ == 0) {
        query_.parts.push_back({PartKind::kSound, Occur::kShould, false, match.surface, names});
      }
      parts.heard.push_back(std::move(names));
      query_.sounds.push_back(std::move(match));
    }
  }

  // Only now all is known beside which the names stand.
  void weigh_sounds(const Parts& parts) {
    const Query text = parts.text();
    for (QueryPart& part : query_.parts) {
      if (part.kind == PartKind::kSound) {
        part.query = weighed_by_sound(part.query, text);
      }
    }
  }

  void add_translations(std::string_view text, Parts& parts) {
    if (translator_ == nullptr) {
      return;
    }
    for (Translation& translation : translator_->translate(text, analyzer_)) {
      Query names = words_.one_of(translation);
      if (names.empty()) {
        return;  // So many words are a text, not a question.
      }
      take(PartKind::kTranslation, translation.surface, Occur::kShould, std::move(names), parts);
      query_.translations.push_back(std::move(translation));
    }
  }

  // A word that every hit has, or none, is meant as it stands.
  Query plain(std::string_view text, Occur occur) {
    switch (occur) {
      case Occur::kShould:
        return words_.any_word(text);
      case Occur::kMust:
        return words_.phrase(text);
      case Occur::kMustNot:
        break;
    }
    return words_.excluded(text);
  }

  void add_reading(const QueryReading& reading, Occur occur, Parts& parts) {
    const bool is_country = reading.kind == QueryReading::Kind::kCountry;
    Query query = is_country ? having(prefix::kCountry, reading.country) : touching(reading.span);
    query_.readings.push_back(reading);
    const PartKind kind = is_country ? PartKind::kCountry : PartKind::kDate;
    if (occur == Occur::kMustNot) {
      take(kind, reading.surface, occur, std::move(query), parts);
    } else if (is_country) {
      query_.needles.countries.insert(reading.country);
      take(kind, reading.surface, occur, std::move(query), parts);
    } else {
      query_.needles.dates.push_back(reading.span);
      read_dates_.push_back(std::move(query));
      read_date_words_ += (read_date_words_.empty() ? "" : ", ") + reading.surface;
    }
  }

  Query field(const Clause& clause) {
    if (clause.field == "id") {
      return Query(0.0, Query(id_term(clause.text)));
    }
    const std::optional<FilterValue> value = field_value(clause.field, clause.text);
    if (!value) {
      query_.notes.push_back("'" + clause.text + "' is no " + clause.field + ": searched as words");
      return words_.phrase(clause.text);
    }
    return Query(0.0, value->query);
  }

  [[nodiscard]] bool is_limited() const {
    const Filters& filters = query_.filters;
    return !filters.country.empty() || !filters.date.empty() || !filters.lang.empty() ||
           !filters.kind.empty() || !filters.region.empty();
  }

  void add_chosen_limits() {
    for (const std::string& rule : request_.rules) {
      if (!is_country_rule(rule)) {
        throw Error(ErrorCode::kBadUsage, "cannot read '" + rule +
                                              "' as a rule: write name, city, demonym, "
                                              "institution or another that show prints");
      }
    }
    query_.filters.rules = request_.rules;
    choose("country", request_.countries,
           "a country: name an ISO code such as KZ or a name in English or Chinese");
    choose("date", request_.dates,
           "a date: write 2019, 2019-12, 2019-12-24 or a range such as 2019-03..2020-02");
    choose("lang", request_.langs, "a language: write en or zh");
    choose("kind", request_.kinds,
           "a kind of event: write visit, signing, meeting, training, opening, award, exchange, "
           "publication or other");
    choose("region", request_.regions, "a region: write a name such as Central Asia or 中亚");
  }

  void choose(std::string_view field, const std::vector<std::string>& texts,
              const std::string& expected) {
    const auto read = [&](std::string_view value) { return field_value(field, value); };
    std::vector<FilterValue> all;
    for (const std::string& text : texts) {
      const std::vector<FilterValue> values = values_of(text, read);
      if (values.empty()) {
        throw Error(ErrorCode::kBadUsage, "cannot read '" + text + "' as " + expected);
      }
      all.insert(all.end(), values.begin(), values.end());
    }
    std::vector<Query>* const group = group_of(field);
    if (limit(*group, all)) {
      std::string typed;
      for (const std::string& text : texts) {
        typed += (typed.empty() ? "" : ",") + text;
      }
      note_limit(field, typed, group->back());
    }
  }

  const QueryRequest& request_;
  const Analyzer& analyzer_;
  Translator* translator_;
  SoundReader* sound_;
  SearchQuery query_;
  TextQueryBuilder words_;
  std::vector<Query> read_dates_;  // Several dates in one query: any of them.
  std::string read_date_words_;
  int depth_ = 0;  // Groups around the clause being added.
};

}  // namespace

SearchQuery build_query(const QueryRequest& request, const Analyzer& analyzer,
                        Translator* translator, SoundReader* sound) {
  return QueryBuilder(request, analyzer, translator, sound).run();
}

}  // namespace bulletin
