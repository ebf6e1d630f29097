#include "searcher/search/searcher.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

// Sorts by date with undated items last, whichever way round.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string day = document.get_value(slot::kDate);
    return day.empty() ? "99999999" : day;
  }
};

// With pruning Xapian drops clauses as the page fills, which adds up the same weights in another
// order for another page size: ties then break differently, and an item can stand on two pages.
enum class Pruning : std::uint8_t { kOff, kOn };

Xapian::MSet match(const Xapian::Database& database, const SearchRequest& request,
                   const SearchQuery& query, Pruning pruning) {
  Xapian::Enquire enquire(database);
  enquire.set_query(limited(query));
  OldestFirst oldest_first;
  const bool ranks = query.ranks && request.sort == Sort::kRelevance;
  if (ranks) {
    // k1, k2, k3, b as measured best over seven English and seven Chinese collections.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 8, 0.75, 0));
    enquire.set_sort_by_relevance_then_value(slot::kDate, true);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (request.sort == Sort::kOldestFirst) {
      enquire.set_sort_by_key(&oldest_first, false);
    } else {
      enquire.set_sort_by_value(slot::kDate, true);
    }
  }
  return enquire.get_mset(static_cast<Xapian::doccount>(request.offset),
                          static_cast<Xapian::doccount>(request.limit),
                          pruning == Pruning::kOff ? database.get_doccount() : 0);
}

bool has_all(const Xapian::Document& document, const std::vector<std::string>& terms) {
  return std::ranges::all_of(terms, [&](const std::string& term) {
    auto found = document.termlist_begin();
    found.skip_to(term);
    return found != document.termlist_end() && *found == term;
  });
}

std::vector<std::string> translations_in(const Xapian::Document& document,
                                         const std::vector<Translation>& translations) {
  std::vector<std::string> names;
  for (const Translation& translation : translations) {
    if (has_all(document, translation.typed)) {
      continue;
    }
    for (const TranslatedName& name : translation.names) {
      if (has_all(document, name.terms)) {
        names.push_back(name.text);
      }
    }
  }
  return names;
}

// The id is in the terms, too, and cheaper there; long ids stand there only as a hash.
std::string id_of(const Xapian::Document& document) {
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kId));
  const std::string found = term == document.termlist_end() ? std::string() : *term;
  const bool is_whole = found.starts_with(prefix::kId) && !found.starts_with(id_term("#"));
  return is_whole ? found.substr(prefix::kId.size()) : decode_bulletin(document.get_data()).id;
}

}  // namespace

Hit Searcher::make_hit(const Xapian::Database& database, const Xapian::MSetIterator& match,
                       const SearchQuery& query) const {
  const Needles& needles = query.needles;
  Hit hit{.rank = match.get_rank() + 1,
          .score = match.get_weight(),
          .bulletin = decode_bulletin(match.get_document().get_data()),
          .title_highlights = {},
          .snippet = {},
          .translations = translations_in(match.get_document(), query.translations),
          .also = {}};
  hit.also = linked_items(database, hit.bulletin);
  hit.title_highlights = find_highlights(hit.bulletin, TextField::kTitle, needles, analyzer_);
  hit.snippet = make_snippet(hit.bulletin.text,
                             find_highlights(hit.bulletin, TextField::kText, needles, analyzer_));
  return hit;
}

SearchQuery Searcher::built(const QueryRequest& request, const Xapian::Database& database) const {
  if (!dictionary_) {
    return build_query(request, analyzer_);
  }
  Translator translator(*dictionary_, [&](const std::string& term) -> std::size_t {
    return database.get_termfreq(term);
  });
  return build_query(request, analyzer_, &translator);
}

void Searcher::note_missing_dictionary(const QueryRequest& request, SearchQuery& query) const {
  const bool has_dictionary = dictionary_ && !dictionary_->source().empty();
  if (!has_dictionary && request.translate && !request.literal && query.ranks) {
    query.notes.emplace_back(
        "no dictionary is installed: words are not translated (scripts/setup fetches it)");
  }
}

SearchResult Searcher::search(const SearchRequest& request) {
  return reader_.read("search", [&](const Xapian::Database& database) {
    SearchResult found;
    SearchQuery query = built(request.query, database);
    const Xapian::MSet matches = match(database, request, query, Pruning::kOff);
    for (auto item = matches.begin(); item != matches.end(); ++item) {
      found.hits.push_back(make_hit(database, item, query));
    }
    const std::vector<Xapian::docid> all = matching_documents(database, limited(query));
    found.total = all.size();
    if (request.facets) {
      found.facets = count_facets(database, query, all);
    }
    note_missing_dictionary(request.query, query);
    found.readings = std::move(query.readings);
    found.translations = std::move(query.translations);
    found.notes = std::move(query.notes);
    return found;
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
    const SearchQuery query = built(request.query, database);
    const Xapian::MSet matches = match(database, request, query, Pruning::kOn);
    for (auto item = matches.begin(); item != matches.end(); ++item) {
      ranked.push_back({id_of(item.get_document()), item.get_weight()});
    }
    return ranked;
  });
}

}  // namespace bulletin
