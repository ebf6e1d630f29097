#include "searcher/search/searcher.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/search/held_text.hpp"
#include "searcher/search/most_frequent_terms.hpp"
#include "searcher/search/same_sound.hpp"

namespace bulletin {
namespace {

std::set<std::string> terms_of(const std::vector<Translation>& translations) {
  std::set<std::string> terms;
  for (const Translation& translation : translations) {
    terms.insert(translation.typed.begin(), translation.typed.end());
    for (const TranslatedName& name : translation.names) {
      terms.insert(name.terms.begin(), name.terms.end());
    }
  }
  return terms;
}

// The names that an item with the terms `there` has in the place of typed words.
std::vector<std::string> names_there(const std::vector<Translation>& translations,
                                     const std::set<std::string>& there) {
  const auto has_all = [&](const std::vector<std::string>& terms) {
    return std::ranges::all_of(terms,
                               [&](const std::string& term) { return there.contains(term); });
  };
  std::vector<std::string> names;
  for (const Translation& translation : translations) {
    if (has_all(translation.typed)) {
      continue;
    }
    for (const TranslatedName& name : translation.names) {
      if (has_all(name.terms)) {
        names.push_back(name.text);
      }
    }
  }
  return names;
}

// The names as they stand in the item, whatever its script.
std::vector<std::string> sounds_in(const Bulletin& item, const std::vector<SoundMatch>& sounds) {
  std::vector<std::string> names;
  if (sounds.empty()) {
    return names;
  }
  const std::string title = FoldedText::fold(item.title).text();
  const std::string text = FoldedText::fold(item.text).text();
  for (const SoundMatch& match : sounds) {
    for (const SoundName& name : match.names) {
      if (title.find(name.text) != std::string::npos || text.find(name.text) != std::string::npos) {
        names.push_back(name.text);
      }
    }
  }
  return names;
}

void add_excerpts(const Highlighter& highlighter, Hit& hit) {
  hit.title_highlights = highlighter.find(hit.bulletin, TextField::kTitle);
  hit.snippet = make_snippet(hit.bulletin.text, highlighter.find(hit.bulletin, TextField::kText));
}

// The id is in the terms, too, and cheaper there where they are at hand; long ids stand there only
// as a hash.
std::string id_of(const Xapian::Document& document, bool is_at_hand) {
  if (!is_at_hand) {
    return std::string(decode_front(document.get_data()).id);
  }
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kId));
  const std::string found = term == document.termlist_end() ? std::string() : *term;
  const bool is_whole = found.starts_with(prefix::kId) && !found.starts_with(id_term("#"));
  return is_whole ? found.substr(prefix::kId.size())
                  : std::string(decode_front(document.get_data()).id);
}

template <typename Search>
auto in_time(Search&& search) {
  try {
    return search();
  } catch (const OutOfTime&) {
    throw Error(ErrorCode::kOutOfTime, "cannot finish the search in time: it looks at too much",
                "use fewer words or rarer ones, or a limit by date or country");
  }
}

// Nothing for an item that has been removed since: it has no data then. To ask Xapian first whether
// there is such a document costs a quarter of the reading.
std::optional<std::string> stored_bytes(const Xapian::Database& database, Xapian::docid document) {
  try {
    std::string stored = database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
    return stored.empty() ? std::nullopt : std::optional(std::move(stored));
  } catch (const Xapian::DocNotFoundError&) {  // Servers ask first.
    return std::nullopt;
  }
}

// Stories are found among all hits in order, which costs more than a page; where no two hits are
// linked their order is that of hits.
void take_page(const Xapian::Database& database, const SearchQuery& query,
               const SearchRequest& request, const KnownHits& known, OpenedResult& result) {
  const PageCut page{request.offset, request.limit};
  std::optional<StoryGroups> groups;
  if (request.group) {
    groups.emplace(database, known.documents, limited(query));
    result.head.stories = groups->count();
  }
  if (!groups || !groups->has_larger()) {
    result.places = page_of_places(database, query, request.sort, page, &known);
    return;
  }
  GroupedPage shown =
      page_of_stories(all_places(database, query, request.sort, &known), *groups, page);
  result.places = std::move(shown.best);
  result.others = std::move(shown.others);
}

std::vector<GroupedItem> grouped_items(const Xapian::Database& database, const OpenedResult& result,
                                       Xapian::docid best) {
  std::vector<GroupedItem> items;
  const auto others = result.others.find(best);
  if (others == result.others.end()) {
    return items;
  }
  for (const Xapian::docid document : others->second) {
    if (const std::optional<std::string> stored = stored_bytes(database, document)) {
      const StoredFront front = decode_front(*stored);
      items.push_back(
          {std::string(front.id), std::string(front.lang), headline(front.title, front.text)});
    }
  }
  return items;
}

}  // namespace

void Searcher::check_generation(const OpenedResult& result) const {
  if (result.generation != reader_.generation()) {
    throw Error(ErrorCode::kIndexChanged, "cannot read more hits: the index has been rebuilt",
                "search again");
  }
}

SearchQuery Searcher::built(const QueryRequest& request, const Xapian::Database& database,
                            const Deadline& deadline) const {
  const std::string state = reader_.last_state();
  const IndexTerms terms(database, kept_postings_->terms(), state);
  SoundReader sound(terms, dictionary_ ? &*dictionary_ : nullptr);
  IndexLookups lookups = expansion_of(terms, deadline);
  if (request.exact_script) {
    lookups.held = held_text(database, deadline);
  }
  if (!dictionary_) {
    return build_query(request, analyzer_, nullptr, &sound, std::move(lookups));
  }
  Translator translator(
      *dictionary_, [&](const std::string& term) -> std::size_t { return terms.frequency(term); });
  return build_query(request, analyzer_, &translator, &sound, std::move(lookups));
}

void Searcher::note_missing_dictionary(const QueryRequest& request, SearchQuery& query) const {
  const bool has_dictionary = dictionary_ && !dictionary_->source().empty();
  if (!has_dictionary && request.translate && !request.literal && query.ranks) {
    query.notes.emplace_back(
        "no dictionary is installed: words are not translated (scripts/setup fetches it)");
  }
}

// What the answer can do without when time runs out.
void Searcher::add_counts(const Xapian::Database& database, const SearchRequest& request,
                          const std::vector<Xapian::docid>& all, SearchQuery& query,
                          SearchResult& head) {
  const std::string state = reader_.last_state();
  const IndexTerms terms(database, kept_postings_->terms(), state);
  try {
    if (request.facets) {
      head.facets = count_facets(database, state, query, all, *facet_column_);
    }
    if (all.empty()) {
      head.near_misses = near_misses(terms, query, analyzer_);
    } else if (request.query.sound) {
      std::vector<MissingWord> words = misheard(terms, query, analyzer_);
      if (!words.empty()) {
        head.near_misses = NearMisses{.missing = std::move(words), .looser = {}};
      }
    }
  } catch (const OutOfTime&) {
    head.out_of_time = true;
    query.notes.emplace_back(all.empty() ? "out of time: what is near was not looked for"
                                         : "out of time: counts are left out");
  }
}

KnownHits Searcher::find_all(const Xapian::Database& database, const SearchQuery& query,
                             Sort sort) const {
  const bool ranks = query.ranks && sort == Sort::kRelevance;
  // Newest first is sorted where it is, or by days in memory.
  const bool sorts = ranks || sort == Sort::kOldestFirst || sort == Sort::kTitle;
  kept_postings_->read_from(reader_.last_state(), reader_.files());
  KnownHits known = known_hits(database, reader_.last_state(), *kept_postings_, query,
                               {.weights = ranks, .days = sorts});
  if (is_at_hand(database)) {
    known.all_days = facet_column_->days(reader_.last_state());
  }
  return known;
}

OpenedResult Searcher::open_on(const Xapian::Database& database, const SearchRequest& request,
                               const Deadline& deadline) {
  SearchQuery query = built(request.query, database, deadline);
  OpenedResult result{.offset = request.offset, .excerpts = request.excerpts};
  const KnownHits known = find_all(database, query, request.sort);
  result.head.total = known.documents.size();
  take_page(database, query, request, known, result);
  note_missing_dictionary(request.query, query);
  add_counts(database, request, known.documents, query, result.head);
  result.head.readings = std::move(query.readings);
  result.head.translations = query.translations;
  result.head.sounds = std::move(query.sounds);
  result.head.notes = std::move(query.notes);
  std::ranges::move(reader_.absences(), std::back_inserter(result.head.notes));
  result.needles = std::move(query.needles);
  return result;
}

// Those of `terms` that a document has; what comes from afar is kept for the next one.
std::set<std::string> Searcher::terms_there(const Xapian::Database& database,
                                            Xapian::docid document,
                                            const std::set<std::string>& terms) const {
  std::set<std::string> there;
  if (terms.empty()) {
    return there;
  }
  if (!is_at_hand(database)) {
    for (const std::string& term : terms) {
      const auto with = kept_postings_->of_term(database, reader_.last_state(), term, {});
      if (std::ranges::binary_search(with->documents, document)) {
        there.insert(term);
      }
    }
    return there;
  }
  for (const std::string& term : terms) {
    auto with = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    with.skip_to(document);
    if (with != end && *with == document) {
      there.insert(term);
    }
  }
  return there;
}

std::vector<Hit> Searcher::hits_on(const Xapian::Database& database, const OpenedResult& result,
                                   std::size_t from, std::size_t count) const {
  std::vector<Hit> hits;
  const Highlighter highlighter(result.needles, analyzer_);
  const std::set<std::string> terms = terms_of(result.head.translations);
  const std::size_t begin = std::min(from, result.places.size());
  const std::size_t end = begin + std::min(count, result.places.size() - begin);
  hits.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    const std::optional<std::string> stored = stored_bytes(database, result.places[i].document);
    if (!stored) {
      continue;
    }
    hits.push_back({.rank = result.offset + i + 1,
                    .score = result.places[i].weight,
                    .bulletin = decode_bulletin(*stored)});
    if (result.excerpts) {
      Hit& hit = hits.back();
      add_excerpts(highlighter, hit);
      hit.translations = names_there(result.head.translations,
                                     terms_there(database, result.places[i].document, terms));
      hit.sounds = sounds_in(hit.bulletin, result.head.sounds);
      hit.also = linked_items(database, hit.bulletin);
    }
    if (result.head.stories) {
      hits.back().group = grouped_items(database, result, result.places[i].document);
    }
  }
  return hits;
}

OpenedResult Searcher::open(const SearchRequest& request, const Deadline& deadline,
                            std::size_t along) {
  return in_time([&] {
    return reader_.read("search", [&](const Xapian::Database& database) {
      OpenedResult result = open_on(database, request, deadline);
      result.first = hits_on(database, result, 0, along);
      result.generation = reader_.generation();
      return result;
    });
  });
}

std::vector<Hit> Searcher::read_hits(const OpenedResult& result, std::size_t from,
                                     std::size_t count) {
  return reader_.read("read hits", [&](const Xapian::Database& database) {
    check_generation(result);
    return hits_on(database, result, from, count);
  });
}

std::vector<std::string> Searcher::read_ids(const OpenedResult& result) {
  return reader_.read("read ids", [&](const Xapian::Database& database) {
    check_generation(result);
    const bool at_hand = is_at_hand(database);
    std::vector<std::string> ids;
    for (const Place& place : result.places) {
      try {
        ids.push_back(id_of(database.get_document(place.document), at_hand));
      } catch (const Xapian::DocNotFoundError&) {
        ids.emplace_back();
      }
    }
    return ids;
  });
}

SearchResult Searcher::search(const SearchRequest& request, const Deadline& deadline) {
  OpenedResult opened = open(request, deadline, kAllHits);
  opened.head.hits = std::move(opened.first);
  return std::move(opened.head);
}

std::optional<std::vector<MonthDays>> Searcher::days(const QueryRequest& request,
                                                     const std::vector<std::string>& months,
                                                     const Deadline& deadline) {
  try {
    return reader_.read("count days", [&](const Xapian::Database& database) {
      const SearchQuery query = built(request, database, deadline);
      std::vector<MonthDays> counted;
      for (const std::string& month : months) {
        counted.push_back(count_days(database, query, month));
      }
      return counted;
    });
  } catch (const OutOfTime&) {
    return std::nullopt;
  }
}

std::optional<ExplainedItem> Searcher::explain(std::string_view id, const QueryRequest& request,
                                               const Deadline& deadline) {
  return in_time([&] {
    return reader_.read(
        "explain", [&](const Xapian::Database& database) -> std::optional<ExplainedItem> {
          const Xapian::docid document = document_of(database, id);
          if (document == 0) {
            return std::nullopt;
          }
          SearchQuery query = built(request, database, deadline);
          ExplainedItem explained{.item =
                                      decode_bulletin(database.get_document(document).get_data())};
          explained.explanation =
              bulletin::explain(database, document, explained.item, query, analyzer_);
          explained.readings = std::move(query.readings);
          explained.notes = std::move(query.notes);
          return explained;
        });
  });
}

std::vector<SimilarItem> Searcher::similar_items(const Xapian::Database& database,
                                                 const std::vector<SimilarPlace>& places) const {
  std::vector<SimilarItem> items;
  const Needles nothing;
  const Highlighter highlighter(nothing, analyzer_);
  for (const SimilarPlace& place : places) {
    SimilarItem item{
        .hit = {.rank = items.size() + 1,
                .score = place.score,
                .bulletin = decode_bulletin(database.get_document(place.document).get_data())},
        .shared = place.shared};
    add_excerpts(highlighter, item.hit);
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<Suggestion> Searcher::suggest(std::string_view text, std::size_t limit) {
  return reader_.read("complete what is typed", [&](const Xapian::Database& database) {
    const std::string state = reader_.last_state();
    return bulletin::suggest(IndexTerms(database, kept_postings_->terms(), state), text, limit);
  });
}

std::optional<SimilarItems> Searcher::similar(std::string_view id, std::size_t count) {
  return reader_.read(
      "find similar items", [&](const Xapian::Database& database) -> std::optional<SimilarItems> {
        const Xapian::docid document = document_of(database, id);
        if (document == 0) {
          return std::nullopt;
        }
        const SimilarPlaces found = find_similar(database, analyzer_, document, count);
        return SimilarItems{.item = decode_bulletin(database.get_document(document).get_data()),
                            .same_language = similar_items(database, found.same_language),
                            .other_languages = similar_items(database, found.other_languages)};
      });
}

std::size_t Searcher::size() {
  return reader_.read("count items", [](const Xapian::Database& database) -> std::size_t {
    return database.get_doccount();
  });
}

std::vector<LinkedItem> Searcher::linked_with(const Bulletin& bulletin) {
  return reader_.read(
      "read what is linked with " + bulletin.id,
      [&](const Xapian::Database& database) { return linked_items(database, bulletin); });
}

std::vector<Ranked> Searcher::rank(const SearchRequest& request) {
  return reader_.read("search", [&](const Xapian::Database& database) {
    std::vector<Ranked> ranked;
    const SearchQuery query = built(request.query, database, {});
    const KnownHits known = find_all(database, query, request.sort);
    const PageCut page{request.offset, request.limit};
    for (const Place& place : page_of_places(database, query, request.sort, page, &known)) {
      const Xapian::Document found = database.get_document(place.document);
      ranked.push_back({id_of(found, is_at_hand(database)), place.weight});
    }
    return ranked;
  });
}

}  // namespace bulletin
