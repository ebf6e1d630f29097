#include "searcher/query/query_builder.hpp"

#include <algorithm>
#include <utility>

#include "indexer/schema/schema.hpp"
#include "searcher/query/clause_parts.hpp"
#include "searcher/query/limits.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/query/readings.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

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

std::vector<std::string_view> words_between_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) {
      words.push_back(text.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return words;
}

// Builds one query; a class only because its steps share the result.
class QueryBuilder {
 public:
  QueryBuilder(const QueryRequest& request, const Analyzer& analyzer, Translator* translator,
               SoundReader* sound, const IndexLookups& lookups)
      : request_(request),
        analyzer_(analyzer),
        translator_(request.translate && !request.literal ? translator : nullptr),
        sound_(request.sound && !request.literal ? sound : nullptr),
        parsed_(parse_query(request.text)),
        limits_(request, analyzer, query_),
        words_(analyzer, query_.needles, lookups) {
    query_.deadline = lookups.deadline;
  }

  SearchQuery run() {
    query_.notes = std::move(parsed_.notes);
    ClauseParts parts;
    for (Clause& clause : parsed_.clauses) {
      if (!limits_.take(clause)) {
        add(clause, parts);
      }
    }
    if (!read_dates_.empty()) {
      limits_.add("date", read_date_words_,
                  Query(Query::OP_OR, read_dates_.begin(), read_dates_.end()));
    }
    weigh_sounds(parts);
    query_.ranks = !parts.should.empty() || !parts.must.empty();
    if (const Query match = parts.combine(); !match.empty()) {
      query_.match = match;
    }
    const bool says_nothing = query_.readings.empty() && parts.is_empty() && limits_.is_empty();
    constexpr std::string_view kSpaces = " \t\r\n\u3000";  // Its bytes make no other character.
    if (says_nothing && request_.text.find_first_not_of(kSpaces) != std::string::npos) {
      query_.notes.emplace_back("the query holds no word: everything is listed");
    }
    limits_.take_chosen();
    if (limits_.overflowed()) {
      query_.notes.push_back("the query has too many fields: only the first " +
                             std::to_string(kMaxValues) + " values were read");
    }
    if (is_cut_) {
      query_.notes.push_back("the query names too many countries and dates: only the first " +
                             std::to_string(kMaxReadings) + " were read");
    }
    if (words_.overflowed()) {
      query_.notes.push_back("the query has too many words: only the first " +
                             std::to_string(kMaxQueryTerms) + " terms were searched");
    }
    return std::move(query_);
  }

 private:
  // Adds what a clause asks for; a part of its own unless it stands inside a group.
  void take(PartKind kind, const std::string& text, Occur occur, Query query, ClauseParts& parts) {
    if (depth_ == 0 && !query.empty()) {
      query_.parts.push_back({kind, occur, false, without_spare_spaces(text), query});
    }
    parts.add(occur, std::move(query));
  }

  // What no hit may have is not marked.
  void add(Clause& clause, ClauseParts& parts) {
    const bool outer = std::exchange(is_excluded_, is_excluded_ || clause.occur == Occur::kMustNot);
    words_.set_marking(!is_excluded_);
    add_clause(clause, parts);
    is_excluded_ = outer;
    words_.set_marking(!is_excluded_);
  }

  void add_clause(Clause& clause, ClauseParts& parts) {
    switch (clause.kind) {
      case ClauseKind::kWords:
        add_words(clause, parts);
        break;
      case ClauseKind::kPhrase:
        take(PartKind::kPhrase, clause.text, clause.occur,
             words_.phrase(clause.text, {.distance = clause.distance}), parts);
        break;
      case ClauseKind::kPrefix:
        take(PartKind::kPrefix, clause.text, clause.occur, words_.prefix(clause.text), parts);
        break;
      case ClauseKind::kField:
        add_field(clause, parts);
        break;
      case ClauseKind::kAny:
        add_any(clause, parts);
        break;
      case ClauseKind::kGroup: {
        const std::string text = clause_text(clause);
        take(PartKind::kGroup, text, clause.occur, group(clause), parts);
        break;
      }
    }
  }

  Query group(Clause& clause) {
    ClauseParts inner;
    const bool outer = std::exchange(in_any_, false);
    ++depth_;
    for (Clause& child : clause.children) {
      add(child, inner);
    }
    --depth_;
    in_any_ = outer;
    return inner.combine();
  }

  // Each alternative by itself, or what one of them requires would be required of all.
  Query any_of(Clause& clause) {
    std::vector<Query> ways;
    const bool outer = std::exchange(in_any_, true);
    ++depth_;
    for (Clause& child : clause.children) {
      ClauseParts inner;
      add(child, inner);
      if (Query way = inner.combine(); !way.empty()) {
        ways.push_back(std::move(way));
      }
    }
    --depth_;
    in_any_ = outer;
    return {Query::OP_OR, ways.begin(), ways.end()};
  }

  void add_any(Clause& clause, ClauseParts& parts) {
    if (depth_ > 0 || !are_dates(clause.children)) {
      const std::string text = clause_text(clause);
      take(PartKind::kGroup, text, clause.occur, any_of(clause), parts);
      return;
    }
    in_any_ = true;
    for (Clause& child : clause.children) {
      add(child, parts);  // `2019 OR 2020` limits as two dates side by side do.
    }
    in_any_ = false;
  }

  [[nodiscard]] bool are_dates(const std::vector<Clause>& clauses) const {
    return !request_.literal && std::ranges::all_of(clauses, [&](const Clause& clause) {
      return clause.kind == ClauseKind::kWords && is_date(clause.text);
    });
  }

  [[nodiscard]] bool is_date(std::string_view text) const {
    const ReadText read = read_text(text, request_.today);
    return !read.readings.empty() && without_spare_spaces(read.rest).empty() &&
           std::ranges::all_of(read.readings, [](const QueryReading& reading) {
             return reading.kind == QueryReading::Kind::kDate;
           });
  }

  void add_field(const Clause& clause, ClauseParts& parts) {
    if (clause.field == "title") {
      const Clause& value = clause.children.front();
      take(PartKind::kTitle, clause_text(value), clause.occur, in_title(value), parts);
      return;
    }
    if (!limits_.spend_value()) {
      return;
    }
    Query query = field(clause);
    if (clause.occur == Occur::kMust && depth_ > 0 && !query.empty()) {
      parts.limits.push_back(std::move(query));
    } else {
      take(part_kind_of(clause.field), clause.text, clause.occur, std::move(query), parts);
    }
  }

  Query field(const Clause& clause) {
    if (clause.field == "id") {
      return Query(0.0, Query(id_term(clause.text)));
    }
    const std::optional<FilterValue> value = limits_.value_of(clause.field, clause.text);
    if (!value) {
      query_.notes.push_back("'" + clause.text + "' is no " + clause.field + ": searched as words");
      return words_.phrase(clause.text);
    }
    return Query(0.0, value->query);
  }

  Query in_title(const Clause& clause) {
    constexpr Standing kInTitle{.in_title = true};
    switch (clause.kind) {
      case ClauseKind::kWords:
        return words_.phrase(without_escapes(clause.text), kInTitle);
      case ClauseKind::kPhrase:
        if (clause.distance > 0) {
          query_.notes.emplace_back("in a title a phrase is searched as it stands, without ~");
        }
        return words_.phrase(clause.text, kInTitle);
      case ClauseKind::kPrefix:
        return words_.prefix(clause.text, kInTitle);
      case ClauseKind::kField:
      case ClauseKind::kAny:
      case ClauseKind::kGroup:
        break;
    }
    ClauseParts inner;
    ++depth_;
    if (clause.kind == ClauseKind::kField) {
      add_field(clause, inner);
    }
    for (const Clause& child :
         clause.kind == ClauseKind::kField ? std::vector<Clause>() : clause.children) {
      add_to_title(child, inner);
    }
    --depth_;
    return inner.combine();
  }

  // In a title each word and each run of Chinese characters stands as it is.
  void add_to_title(const Clause& clause, ClauseParts& parts) {
    const bool marks = words_.set_marking(!is_excluded_ && clause.occur != Occur::kMustNot);
    if (clause.kind == ClauseKind::kWords) {
      for (const std::string_view word : words_between_spaces(clause.text)) {
        parts.add(clause.occur, words_.phrase(without_escapes(word), {.in_title = true}));
      }
    } else {
      parts.add(clause.occur, in_title(clause));
    }
    words_.set_marking(marks);
  }

  void add_words(Clause& clause, ClauseParts& parts) {
    if (request_.literal) {
      const std::string text = without_escapes(clause.text);
      take(PartKind::kWords, text, clause.occur, plain(text, clause.occur), parts);
      return;
    }
    ReadText read = read_text(clause.text, request_.today, kMaxReadings - query_.readings.size());
    is_cut_ = is_cut_ || read.is_cut;
    for (std::size_t i = 0; i < read.readings.size(); ++i) {
      add_rewrites(clause, read, i);
      add_reading(read.readings[i], clause.occur, parts);
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
  void add_plain_words(const std::string& text, ClauseParts& parts) {
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

  void add_translations(std::vector<Translation> translations, ClauseParts& parts) {
    for (Translation& translation : translations) {
      Query names = words_.one_of(translation);
      if (names.empty()) {
        return;  // So many words are a text, not a question.
      }
      take(PartKind::kTranslation, translation.surface, Occur::kShould, std::move(names), parts);
      query_.translations.push_back(std::move(translation));
    }
  }

  void add_sounds(std::vector<SoundMatch> sounds, ClauseParts& parts) {
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
  void weigh_sounds(const ClauseParts& parts) {
    const Query text = parts.text();
    for (QueryPart& part : query_.parts) {
      if (part.kind == PartKind::kSound) {
        part.query = weighed_by_sound(part.query, text);
      }
    }
  }

  // A word that every hit has, or none, is meant as it stands.
  Query plain(std::string_view text, Occur occur) {
    return occur == Occur::kShould ? words_.any_word(text) : words_.phrase(text);
  }

  // Tells whether `rest` is read as all but one of the readings: words that were apart may now say
  // something together, as 2019 and 上个月 in `2019 zambia 上个月`.
  [[nodiscard]] bool keeps_others(std::string_view rest, const ReadText& read,
                                  std::size_t number) const {
    std::vector<QueryReading> others = read.readings;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(number));
    const auto is_same = [](const QueryReading& a, const QueryReading& b) {
      return a.kind == b.kind && a.country == b.country && a.span == b.span;
    };
    return std::ranges::equal(read_text(rest, request_.today).readings, others, is_same);
  }

  // Prints the query with one reading of `clause` changed. Its text is changed in its place in the
  // tree: what the printer puts out there is read again as clauses.
  void add_rewrites(Clause& clause, ReadText& read, std::size_t number) {
    if (query_.readings.size() >= kMaxRewrites) {
      return;
    }
    const auto rewritten = [&](std::string text) {
      std::swap(clause.text, text);
      std::string query = query_text(parsed_);
      std::swap(clause.text, text);
      return query;
    };
    QueryReading& reading = read.readings[number];
    const std::string field = reading.kind == QueryReading::Kind::kCountry
                                  ? "country:" + reading.country
                                  : "date:" + format_span(reading.span);
    const std::string limit = (clause.occur == Occur::kMustNot ? "-" : "") + field;
    const std::string rest = without_spare_spaces(without_reading(clause.text, read, number));
    std::string both = rest + ' ' + limit;
    if (!read.keeps_words && !keeps_others(rest, read, number)) {
      const QueryBytes place = read.places[number];
      both = without_spare_spaces(clause.text.substr(0, place.begin) + ' ' + limit + ' ' +
                                  clause.text.substr(place.end));
    }
    reading.as_words = rewritten(with_plain_words(clause.text, read, number));
    reading.as_filter = rewritten(rest.empty() ? field : in_any_ ? '(' + both + ')' : both);
  }

  void add_reading(const QueryReading& reading, Occur occur, ClauseParts& parts) {
    const bool is_country = reading.kind == QueryReading::Kind::kCountry;
    Query query = is_country ? having(prefix::kCountry, reading.country) : touching(reading.span);
    query_.readings.push_back(reading);
    mark(reading);
    if (occur == Occur::kMustNot || (is_country && !request_.strict)) {
      take(is_country ? PartKind::kCountry : PartKind::kDate, reading.surface, occur,
           std::move(query), parts);
    } else if (depth_ > 0) {
      parts.limits.push_back(std::move(query));
    } else if (is_country) {
      limits_.add("country", reading.surface, std::move(query));
    } else {
      read_dates_.push_back(std::move(query));
      read_date_words_ += (read_date_words_.empty() ? "" : ", ") + reading.surface;
    }
  }

  void mark(const QueryReading& reading) {
    if (is_excluded_) {
      return;
    }
    if (reading.kind == QueryReading::Kind::kCountry) {
      query_.needles.countries.insert(reading.country);
    } else {
      query_.needles.dates.push_back(reading.span);
    }
  }

  const QueryRequest& request_;
  const Analyzer& analyzer_;
  Translator* translator_;
  SoundReader* sound_;
  ParsedQuery parsed_;
  SearchQuery query_;
  Limits limits_;
  TextQueryBuilder words_;
  std::vector<Query> read_dates_;  // Several dates in one query: any of them.
  std::string read_date_words_;
  int depth_ = 0;             // Groups around the clause being added.
  bool is_cut_ = false;       // Countries or dates were left among the words.
  bool in_any_ = false;       // It is itself an alternative.
  bool is_excluded_ = false;  // It, or a group around it, stands behind a minus.
};

}  // namespace

SearchQuery build_query(const QueryRequest& request, const Analyzer& analyzer,
                        Translator* translator, SoundReader* sound, const IndexLookups& lookups) {
  return QueryBuilder(request, analyzer, translator, sound, lookups).run();
}

}  // namespace bulletin
