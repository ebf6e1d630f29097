#include "searcher/search/hit_order.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>

#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/query/slot_values.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/matcher.hpp"
#include "searcher/search/ranking.hpp"
#include "searcher/search/title_order.hpp"

namespace bulletin {
namespace {

// Beyond this Xapian's own result list costs more than sorting all hits once.
constexpr std::size_t kLargestPage = 10000;

bool ranks(const SearchQuery& query, Sort sort) {
  return query.ranks && sort == Sort::kRelevance;
}

// Notes document and weight of each hit. No result list is built: for a list of the best Xapian
// skips hits that cannot be among them, and with synonyms it skips some that are.
class WeightCollector : public Xapian::MatchSpy {
 public:
  WeightCollector(std::vector<Place>& places, const Deadline& deadline)
      : places_(places), deadline_(deadline) {}

  void operator()(const Xapian::Document& document, double weight) override {
    deadline_.check();
    places_.push_back({document.get_docid(), comparable(weight)});
  }

 private:
  std::vector<Place>& places_;
  Deadline deadline_;
};

std::vector<Place> places_of(const KnownHits& known) {
  std::vector<Place> places;
  places.reserve(known.documents.size());
  for (std::size_t i = 0; i < known.documents.size(); ++i) {
    places.push_back({known.documents[i], comparable((*known.weights)[i])});
  }
  return places;
}

std::vector<Place> weighted_places(const Xapian::Database& database, const SearchQuery& query,
                                   const KnownHits* known) {
  if (known != nullptr && known->weights) {
    return places_of(*known);
  }
  if (!is_at_hand(database)) {
    KeptPostings postings;
    return places_of(known_hits(database, {}, postings, query, {.weights = true, .days = false}));
  }
  std::vector<Place> places;
  WeightCollector collector(places, query.deadline);
  Xapian::Enquire enquire(database);
  enquire.set_query(matchable(database, limited(query), query.deadline));
  enquire.set_weighting_scheme(ranking_weight());
  enquire.add_matchspy(&collector);
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount()));
  std::ranges::sort(places, {}, &Place::document);
  return places;
}

std::vector<Place> unweighted_places(const Xapian::Database& database, const SearchQuery& query,
                                     const KnownHits* known) {
  const std::vector<Xapian::docid> found =
      known != nullptr ? known->documents
                       : matching_documents(database, limited(query), query.deadline);
  std::vector<Place> places;
  places.reserve(found.size());
  for (const Xapian::docid document : found) {
    places.push_back({document, 0});
  }
  return places;
}

// A hit with what its order is decided by.
struct Keyed {
  Place place;
  std::uint32_t day = 0;  ///< 20191224; 0 without a date.
  std::string title;      ///< Key; only when sorted by title.
};

using Days = std::vector<std::uint32_t>;

// A damaged index may name a document that it does not have.
std::uint32_t day_of(const Days& days, Xapian::docid document) {
  return document < days.size() ? days[document] : 0;
}

std::vector<Keyed> with_days_of(const Days& days, const std::vector<Place>& places) {
  std::vector<Keyed> keyed;
  keyed.reserve(places.size());
  for (const Place& place : places) {
    keyed.push_back({.place = place, .day = day_of(days, place.document)});
  }
  return keyed;
}

// `places`, ascending by document, are among those `known`.
std::vector<Keyed> with_known_days(const std::vector<Place>& places, const KnownHits& known) {
  std::vector<Keyed> keyed;
  keyed.reserve(places.size());
  auto at = known.documents.begin();
  for (const Place& place : places) {
    at = std::lower_bound(at, known.documents.end(), place.document);
    const auto rank = static_cast<std::size_t>(at - known.documents.begin());
    keyed.push_back({.place = place, .day = (*known.days)[rank]});
  }
  return keyed;
}

// `places`, ascending by document, are among the hits of `query`.
std::vector<Keyed> with_days(const Xapian::Database& database, const std::vector<Place>& places,
                             const SearchQuery& query, const KnownHits* known) {
  if (known != nullptr && known->all_days) {
    return with_days_of(*known->all_days, places);
  }
  if (known != nullptr && known->days) {
    return with_known_days(places, *known);
  }
  std::vector<Keyed> keyed;
  std::vector<Xapian::docid> documents;
  keyed.reserve(places.size());
  documents.reserve(places.size());
  for (const Place& place : places) {
    keyed.push_back({.place = place});
    documents.push_back(place.document);
  }
  SlotValues(database, slot::kDate, limited(query), query.deadline)
      .each(documents, [&](std::size_t place, const std::string& day) {
        keyed[place].day = day_number(day);
        return true;
      });
  return keyed;
}

void add_titles(const Xapian::Database& database, std::vector<Keyed>& hits,
                const Deadline& deadline) {
  const TitleOrder order;
  for (Keyed& hit : hits) {
    deadline.check();
    hit.title = order.key(decode_headline(database.get_document(hit.place.document).get_data()));
  }
}

// The larger, the sooner a hit comes; without a date, 0, it comes last either way round.
std::uint32_t rank_by_day(std::uint32_t day, Sort sort) {
  return sort == Sort::kOldestFirst ? 0 - day : day;
}

// No two hits are equal: documents differ.
bool comes_first(const Keyed& a, const Keyed& b, Sort sort) {
  if (sort == Sort::kTitle && a.title != b.title) {
    return a.title < b.title;
  }
  if (sort == Sort::kRelevance && a.place.weight != b.place.weight) {
    return a.place.weight > b.place.weight;
  }
  return a.day != b.day ? rank_by_day(a.day, sort) > rank_by_day(b.day, sort)
                        : a.place.document < b.place.document;
}

// Sorts by date with undated items last, whichever way round.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string day = document.get_value(slot::kDate);
    return day.empty() ? "99999999" : day;
  }
};

// Takes every candidate as long as there is time.
class InTime : public Xapian::MatchDecider {
 public:
  explicit InTime(const Deadline& deadline) : deadline_(deadline) {}

  bool operator()(const Xapian::Document&) const override {
    deadline_.check();
    return true;
  }

 private:
  Deadline deadline_;
};

// Returns the best hits of an enquiry that is set up.
Xapian::MSet best_of(const Xapian::Enquire& enquire, PageCut page, const Deadline& deadline,
                     bool is_at_hand) {
  deadline.look();
  const InTime in_time(deadline);
  return enquire.get_mset(static_cast<Xapian::doccount>(page.offset),
                          static_cast<Xapian::doccount>(page.limit), 0, nullptr,
                          deadline.is_set() && is_at_hand ? &in_time : nullptr);
}

// Which of so many things the first `count` are among, by the key of each from 0 on: all whose key
// is that of the last one or more.
template <typename Key>
std::vector<std::size_t> with_largest(std::size_t size, std::size_t count, Key key) {
  std::vector<std::invoke_result_t<Key, std::size_t>> best;  // A heap, its least in front.
  for (std::size_t i = 0; i < size; ++i) {
    if (best.size() < count || key(i) > best.front()) {
      best.push_back(key(i));
      std::ranges::push_heap(best, std::greater());
      if (best.size() > count) {
        std::ranges::pop_heap(best, std::greater());
        best.pop_back();
      }
    }
  }
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < size; ++i) {
    if (key(i) >= best.front()) {
      found.push_back(i);
    }
  }
  return found;
}

// The places that the first `count` by weight are among, ascending by document.
std::vector<Place> weightiest_places(const Xapian::Database& database, const SearchQuery& query,
                                     const KnownHits* known, std::size_t count) {
  std::vector<Place> places;
  if (known != nullptr && known->weights) {  // Of many hits few become places.
    const std::vector<double>& weights = *known->weights;
    const auto weight = [&](std::size_t i) { return comparable(weights[i]); };
    for (const std::size_t i : with_largest(weights.size(), count, weight)) {
      places.push_back({known->documents[i], weight(i)});
    }
    return places;
  }
  const std::vector<Place> all = weighted_places(database, query, known);
  const auto weight = [&](std::size_t i) { return all[i].weight; };
  for (const std::size_t i : with_largest(all.size(), count, weight)) {
    places.push_back(all[i]);
  }
  return places;
}

// The same by day, where the days of all documents are known.
std::vector<Keyed> first_by_day(const KnownHits& known, Sort sort, std::size_t count) {
  const auto day = [&](std::size_t i) { return day_of(*known.all_days, known.documents[i]); };
  const auto rank = [&](std::size_t i) { return rank_by_day(day(i), sort); };
  std::vector<Keyed> first;
  for (const std::size_t i : with_largest(known.documents.size(), count, rank)) {
    first.push_back({.place = {known.documents[i], 0}, .day = day(i)});
  }
  return first;
}

// Tells whether newest_places() can be asked of a database.
bool is_sorted_there(const Xapian::Database& database, const SearchQuery& query, Sort sort) {
  return is_at_hand(database) || (sort != Sort::kOldestFirst && is_for_servers(limited(query)));
}

std::vector<Place> newest_places(const Xapian::Database& database, const SearchQuery& query,
                                 Sort sort, PageCut page) {
  const bool at_hand = is_at_hand(database);
  const Xapian::Query asked = limited(query);
  Xapian::Enquire enquire(database);
  enquire.set_query(at_hand ? matchable(database, asked, query.deadline) : asked);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  OldestFirst oldest_first;
  if (sort == Sort::kOldestFirst) {
    enquire.set_sort_by_key(&oldest_first, false);
  } else {
    enquire.set_sort_by_value(slot::kDate, true);
  }
  const Xapian::MSet matches = best_of(enquire, page, query.deadline, at_hand);
  std::vector<Place> places;
  for (auto item = matches.begin(); item != matches.end(); ++item) {
    places.push_back({*item, 0});
  }
  return places;
}

// Returns the part of the hits that a page shows, in order; only that part is sorted.
std::vector<Place> cut(std::vector<Keyed> hits, Sort sort, PageCut page) {
  const std::size_t offset = std::min(page.offset, hits.size());
  const std::size_t size = std::min(page.limit, hits.size() - offset);
  if (size == 0) {
    return {};
  }
  const auto order = [&](const Keyed& a, const Keyed& b) { return comes_first(a, b, sort); };
  const auto begin = hits.begin() + static_cast<std::ptrdiff_t>(offset);
  const auto end = begin + static_cast<std::ptrdiff_t>(size);
  if (offset > 0) {
    std::ranges::nth_element(hits, begin, order);
  }
  if (end != hits.end()) {
    std::ranges::nth_element(begin, end, hits.end(), order);
  }
  std::ranges::sort(begin, end, order);
  std::vector<Place> places;
  places.reserve(size);
  std::ranges::transform(begin, end, std::back_inserter(places), &Keyed::place);
  return places;
}

// All hits as cut() takes them.
std::vector<Keyed> all_hits(const Xapian::Database& database, const SearchQuery& query, Sort sort,
                            const KnownHits* known) {
  std::vector<Keyed> hits =
      with_days(database,
                ranks(query, sort) ? weighted_places(database, query, known)
                                   : unweighted_places(database, query, known),
                query, known);
  if (sort == Sort::kTitle) {
    add_titles(database, hits, query.deadline);
  }
  return hits;
}

}  // namespace

std::vector<Place> all_places(const Xapian::Database& database, const SearchQuery& query, Sort sort,
                              const KnownHits* known) {
  return cut(all_hits(database, query, sort, known), sort, {0, database.get_doccount()});
}

std::vector<Place> page_of_places(const Xapian::Database& database, const SearchQuery& query,
                                  Sort sort, PageCut page, const KnownHits* known) {
  const std::size_t size = database.get_doccount();
  page.offset = std::min(page.offset, size);
  page.limit = std::min(page.limit, size - page.offset);
  if (page.limit == 0) {
    return {};
  }
  if (const std::size_t end = page.offset + page.limit;
      sort != Sort::kTitle && end <= kLargestPage) {
    if (ranks(query, sort)) {
      const std::vector<Place> places = weightiest_places(database, query, known, end);
      return cut(with_days(database, places, query, known), sort, page);
    }
    if (known != nullptr && known->all_days) {
      return cut(first_by_day(*known, sort, end), sort, page);
    }
    if (is_sorted_there(database, query, sort)) {
      return newest_places(database, query, sort, page);
    }
  }
  return cut(all_hits(database, query, sort, known), sort, page);
}

}  // namespace bulletin
