#include "searcher/search/similar.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/search/ranking.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

constexpr std::size_t kTopTerms = 30;  // More find the same items more slowly.
constexpr std::size_t kMaxShared = 8;  // Told of each item.
constexpr double kCommon = 0.5;        // A term of more than half of all items says nothing.

struct WeighedTerm {
  std::string term;
  Xapian::termcount count = 0;  // In the item; a title word counts twice.
  double idf = 0;
};

// What the item says, sorted by what each term is.
struct Features {
  std::vector<WeighedTerm> words;  // Stems, Chinese words.
  std::vector<WeighedTerm> latin;  // Stems alone: numbers and names that both languages write.
  std::vector<WeighedTerm> countries;
  std::vector<WeighedTerm> kinds;
  std::vector<WeighedTerm> days, months;
  std::string lang;  // Term.
};

// A lone Chinese character is a particle or half a name.
bool is_lone_character(std::string_view term) {
  constexpr std::size_t kCharacterBytes = 4;  // At most.
  return term.starts_with(prefix::kHanWord) &&
         term.size() <= prefix::kHanWord.size() + kCharacterBytes;
}

bool has_prefix(std::string_view term, std::string_view prefix) {
  return term.starts_with(prefix) && term != prefixed(prefix, kNone);
}

struct CountedTerm {
  std::string term;
  Xapian::termcount wdf = 0;
  Xapian::doccount frequency = 0;
};

// The terms of an item: made again of it, its list may be short.
TermCounts terms_of(const Xapian::Database& database, const Analyzer& analyzer,
                    Xapian::docid document) {
  return searched_terms(decode_bulletin(database.get_document(document).get_data()), analyzer);
}

// The same and in how many items each is.
std::vector<CountedTerm> counted_terms_of(const Xapian::Database& database,
                                          const Analyzer& analyzer, Xapian::docid document) {
  const bool at_hand = is_at_hand(database);
  const TermCounts own = terms_of(database, analyzer, document);
  std::vector<CountedTerm> terms;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < own.size(); ++i) {
    std::string name(own.term(i));
    terms.push_back({name, own.count(i), at_hand ? database.get_termfreq(name) : 0});
    names.push_back(at_hand ? std::string() : std::move(name));
  }
  if (!at_hand) {
    const std::vector<Xapian::doccount> frequencies = ask_frequencies(database, names);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      terms[i].frequency = frequencies[i];
    }
  }
  return terms;
}

Features features_of(const Xapian::Database& database, const Analyzer& analyzer,
                     Xapian::docid document) {
  Features features;
  const auto items = static_cast<double>(database.get_doccount());
  const std::pair<std::string_view, std::vector<WeighedTerm>*> groups[] = {
      {prefix::kStem, &features.words},        {prefix::kHanWord, &features.words},
      {prefix::kCountry, &features.words},     {prefix::kStem, &features.latin},
      {prefix::kCountry, &features.countries}, {prefix::kKind, &features.kinds},
      {prefix::kDay, &features.days},          {prefix::kMonth, &features.months}};
  for (const CountedTerm& term : counted_terms_of(database, analyzer, document)) {
    if (has_prefix(term.term, prefix::kLang)) {
      features.lang = term.term;
    }
    const auto frequency = static_cast<double>(term.frequency);
    const bool is_word =
        has_prefix(term.term, prefix::kStem) || has_prefix(term.term, prefix::kHanWord);
    if (frequency < 2 || (is_word && (term.wdf == 0 || frequency > kCommon * items)) ||
        is_lone_character(term.term)) {
      continue;  // In no other item, a stop word, or everywhere.
    }
    for (const auto& [prefix, group] : groups) {
      if (has_prefix(term.term, prefix)) {
        group->push_back({term.term, term.wdf, std::log(1 + items / frequency)});
      }
    }
  }
  return features;
}

void keep_top(std::vector<WeighedTerm>& terms) {
  const auto weight = [](const WeighedTerm& term) {
    return (1 + std::log(std::max<double>(term.count, 1))) * term.idf;
  };
  std::ranges::stable_sort(terms, std::ranges::greater(), weight);
  terms.resize(std::min(terms.size(), kTopTerms));
}

// `D20191224` as 2019-12-24, others without their prefix.
std::string shown(const std::string& term) {
  std::string value = term.substr(1);
  const bool is_date = has_prefix(term, prefix::kDay) || has_prefix(term, prefix::kMonth);
  if (is_date) {
    value.insert(4, "-");
    value.insert(value.size() > 7 ? 7 : value.size(), value.size() > 7 ? "-" : "");
  }
  return value;
}

// The terms of `top` that an item with the terms `own` has, too.
std::vector<std::string> shared_terms(const TermCounts& own, const std::vector<WeighedTerm>& top) {
  std::vector<std::string> shared;
  for (const WeighedTerm& term : top) {
    const std::size_t found = own.first_from(term.term);
    if (found < own.size() && own.term(found) == term.term && shared.size() < kMaxShared) {
      shared.push_back(shown(term.term));
    }
  }
  return shared;
}

struct RankedItem {
  Xapian::docid document = 0;
  double weight = 0;
  double compared = 0;  // The weight as comparable() gives it.
  std::string day;
};

// The best of an enquiry, the newer of two alike first. Weights that Xapian holds for different are
// compared again, so some more are looked at.
std::vector<RankedItem> best_items(Xapian::Enquire& enquire, std::size_t count) {
  enquire.set_weighting_scheme(ranking_weight());
  enquire.set_sort_by_relevance_then_value(slot::kDate, true);
  std::vector<RankedItem> items;
  for (std::size_t asked = count + 8;; asked *= 2) {
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(asked));
    items.clear();
    for (auto item = found.begin(); item != found.end(); ++item) {
      const double weight = item.get_weight();
      items.push_back({*item, weight, comparable(weight), item.get_sort_key()});
    }
    if (items.size() < asked || items.back().compared < items[count - 1].compared) {
      break;
    }
  }
  std::ranges::sort(items, [](const RankedItem& a, const RankedItem& b) {
    return std::tie(b.compared, b.day, a.document) < std::tie(a.compared, a.day, b.document);
  });
  items.resize(std::min(items.size(), count));
  return items;
}

std::vector<SimilarPlace> same_language(const Xapian::Database& database, const Analyzer& analyzer,
                                        Xapian::docid document, Features features,
                                        std::size_t count) {
  keep_top(features.words);
  if (features.words.empty()) {
    return {};
  }
  std::vector<Query> words;
  for (const WeighedTerm& term : features.words) {
    words.emplace_back(term.term, term.count);
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, Query(Query::OP_OR, words.begin(), words.end()),
                          Query(features.lang)));
  std::vector<SimilarPlace> places;
  for (const RankedItem& item : best_items(enquire, count + 1)) {
    if (item.document != document && places.size() < count) {
      places.push_back({item.document, item.weight,
                        shared_terms(terms_of(database, analyzer, item.document), features.words)});
    }
  }
  return places;
}

// How the terms of one group count together.
enum class Together : std::uint8_t {
  kSum,
  kBest  // A span of days is one fact, however many of its days are shared.
};

struct Shared {
  double score = 0;
  std::vector<std::pair<double, std::string>> terms;
};

template <typename Take>
void each_with(const Xapian::Database& database, const std::string& term, Take take) {
  if (!is_at_hand(database)) {
    std::ranges::for_each(ask_documents(database, Query(term), Deadline()), take);
    return;
  }
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    take(*at);
  }
}

void add_group(const Xapian::Database& database, const std::vector<WeighedTerm>& terms,
               Together together, std::unordered_map<Xapian::docid, Shared>& found) {
  std::unordered_map<Xapian::docid, Shared> group;
  for (const WeighedTerm& term : terms) {
    each_with(database, term.term, [&](Xapian::docid document) {
      Shared& shared = group[document];
      if (together == Together::kSum) {
        shared.score += term.idf;
        shared.terms.emplace_back(term.idf, term.term);
      } else if (term.idf > shared.score) {
        shared = {term.idf, {{term.idf, term.term}}};
      }
    });
  }
  for (auto& [document, shared] : group) {
    Shared& whole = found[document];
    whole.score += shared.score;
    std::ranges::move(shared.terms, std::back_inserter(whole.terms));
  }
}

std::vector<SimilarPlace> other_languages(const Xapian::Database& database,
                                          const Features& features, std::size_t count) {
  std::unordered_map<Xapian::docid, Shared> found;
  add_group(database, features.days.empty() ? features.months : features.days, Together::kBest,
            found);
  add_group(database, features.countries, Together::kSum, found);
  add_group(database, features.kinds, Together::kBest, found);
  add_group(database, features.latin, Together::kSum, found);
  each_with(database, features.lang, [&](Xapian::docid document) { found.erase(document); });
  std::vector<std::pair<Xapian::docid, Shared>> ranked(found.begin(), found.end());
  std::ranges::sort(ranked, [](const auto& a, const auto& b) {
    return a.second.score != b.second.score ? a.second.score > b.second.score : a.first < b.first;
  });
  ranked.resize(std::min(ranked.size(), count));
  std::vector<SimilarPlace> places;
  for (auto& [document, shared] : ranked) {
    SimilarPlace place{.document = document, .score = shared.score};
    std::ranges::stable_sort(shared.terms, std::ranges::greater(),
                             &std::pair<double, std::string>::first);
    for (const auto& [idf, term] : shared.terms) {
      if (place.shared.size() < kMaxShared) {
        place.shared.push_back(shown(term));
      }
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace

SimilarPlaces find_similar(const Xapian::Database& database, const Analyzer& analyzer,
                           Xapian::docid document, std::size_t count) {
  const Features features = features_of(database, analyzer, document);
  return {.same_language = same_language(database, analyzer, document, features, count),
          .other_languages = other_languages(database, features, count)};
}

}  // namespace bulletin
