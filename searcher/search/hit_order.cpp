#include "searcher/search/hit_order.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/ranking.hpp"
#include "searcher/search/title_order.hpp"

namespace bulletin {
namespace {

// Beyond this Xapian's own result list costs more than sorting all hits once.
constexpr std::size_t kLargestPage = 10000;

bool ranks(const SearchQuery& query, Sort sort) {
  return query.ranks && sort == Sort::kRelevance;
}

// Xapian drops clauses that can no longer matter as the page fills, and then adds up the same
// weights in another order: equal ones differ in their last bits, so only the first 32 count.
double comparable(double weight) {
  constexpr int kBits = 32;
  int exponent = 0;
  const double fraction = std::frexp(weight, &exponent);
  return std::ldexp(std::round(std::ldexp(fraction, kBits)), exponent - kBits);
}

// Notes document and weight of each hit; no result list is built.
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

std::vector<Place> weighted_places(const Xapian::Database& database, const SearchQuery& query) {
  std::vector<Place> places;
  WeightCollector collector(places, query.deadline);
  Xapian::Enquire enquire(database);
  enquire.set_query(limited(query));
  enquire.set_weighting_scheme(ranking_weight());
  enquire.add_matchspy(&collector);
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount()));
  std::ranges::sort(places, {}, &Place::document);
  return places;
}

std::vector<Place> unweighted_places(const Xapian::Database& database, const SearchQuery& query) {
  std::vector<Place> places;
  for (const Xapian::docid document :
       matching_documents(database, limited(query), query.deadline)) {
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

// `places` ascending by document.
std::vector<Keyed> with_days(const Xapian::Database& database, const std::vector<Place>& places,
                             const Deadline& deadline) {
  std::vector<Keyed> keyed;
  keyed.reserve(places.size());
  auto value = database.valuestream_begin(slot::kDate);
  const auto end = database.valuestream_end(slot::kDate);
  for (const Place& place : places) {
    deadline.check();
    Keyed hit{.place = place};
    if (value != end) {
      value.skip_to(place.document);
    }
    if (value != end && value.get_docid() == place.document) {
      const std::string day = *value;
      std::from_chars(day.data(), day.data() + day.size(), hit.day);
    }
    keyed.push_back(std::move(hit));
  }
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

bool newer(const Keyed& a, const Keyed& b) {
  return a.day != b.day ? a.day > b.day : a.place.document < b.place.document;
}

void sort_hits(std::vector<Keyed>& hits, Sort sort) {
  std::ranges::sort(hits, [&](const Keyed& a, const Keyed& b) {
    if (sort == Sort::kOldestFirst && a.day != b.day) {
      return a.day - 1 < b.day - 1;  // Without a date: 0 - 1 is the largest.
    }
    if (sort == Sort::kTitle && a.title != b.title) {
      return a.title < b.title;
    }
    if (sort == Sort::kRelevance && a.place.weight != b.place.weight) {
      return a.place.weight > b.place.weight;
    }
    return newer(a, b);
  });
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
Xapian::MSet best_of(const Xapian::Enquire& enquire, std::size_t offset, std::size_t limit,
                     const Deadline& deadline) {
  deadline.look();
  const InTime in_time(deadline);
  return enquire.get_mset(static_cast<Xapian::doccount>(offset),
                          static_cast<Xapian::doccount>(limit), 0, nullptr,
                          deadline.is_set() ? &in_time : nullptr);
}

// The places that the first `count` are among: all whose weight is that of the last one or more,
// ascending by document. Nothing where too many tie with it.
std::optional<std::vector<Place>> heaviest_places(const Xapian::Database& database,
                                                  const SearchQuery& query, std::size_t count) {
  constexpr std::size_t kTies = 16;  // Asked for beyond the page; more, when they are not enough.
  Xapian::Enquire enquire(database);
  enquire.set_query(limited(query));
  enquire.set_weighting_scheme(ranking_weight());
  for (std::size_t asked = count + kTies; asked <= count + kLargestPage; asked *= 8) {
    const Xapian::MSet matches = best_of(enquire, 0, asked, query.deadline);
    std::vector<Place> places;
    for (auto item = matches.begin(); item != matches.end(); ++item) {
      places.push_back({*item, comparable(item.get_weight())});
    }
    if (places.size() < asked || places.back().weight < places[count - 1].weight) {
      std::ranges::sort(places, {}, &Place::document);
      return places;
    }
  }
  return std::nullopt;
}

std::vector<Place> newest_places(const Xapian::Database& database, const SearchQuery& query,
                                 Sort sort, PageCut page) {
  Xapian::Enquire enquire(database);
  enquire.set_query(limited(query));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  OldestFirst oldest_first;
  if (sort == Sort::kOldestFirst) {
    enquire.set_sort_by_key(&oldest_first, false);
  } else {
    enquire.set_sort_by_value(slot::kDate, true);
  }
  const Xapian::MSet matches = best_of(enquire, page.offset, page.limit, query.deadline);
  std::vector<Place> places;
  for (auto item = matches.begin(); item != matches.end(); ++item) {
    places.push_back({*item, 0});
  }
  return places;
}

// Sorts hits and returns the part that a page shows.
std::vector<Place> cut(std::vector<Keyed> hits, Sort sort, PageCut page) {
  sort_hits(hits, sort);
  const std::size_t begin = std::min(page.offset, hits.size());
  const std::size_t end = begin + std::min(page.limit, hits.size() - begin);
  std::vector<Place> places;
  places.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    places.push_back(hits[i].place);
  }
  return places;
}

// All hits as sort_hits() takes them.
std::vector<Keyed> all_hits(const Xapian::Database& database, const SearchQuery& query, Sort sort) {
  std::vector<Keyed> hits = with_days(
      database,
      ranks(query, sort) ? weighted_places(database, query) : unweighted_places(database, query),
      query.deadline);
  if (sort == Sort::kTitle) {
    add_titles(database, hits, query.deadline);
  }
  return hits;
}

}  // namespace

std::vector<Place> all_places(const Xapian::Database& database, const SearchQuery& query,
                              Sort sort) {
  return cut(all_hits(database, query, sort), sort, {0, database.get_doccount()});
}

std::vector<Place> page_of_places(const Xapian::Database& database, const SearchQuery& query,
                                  Sort sort, PageCut page) {
  const std::size_t size = database.get_doccount();
  page.offset = std::min(page.offset, size);
  page.limit = std::min(page.limit, size - page.offset);
  if (page.limit == 0) {
    return {};
  }
  if (sort != Sort::kTitle && page.offset + page.limit <= kLargestPage) {
    if (!ranks(query, sort)) {
      return newest_places(database, query, sort, page);
    }
    if (const auto places = heaviest_places(database, query, page.offset + page.limit)) {
      return cut(with_days(database, *places, query.deadline), sort, page);
    }
  }
  return cut(all_hits(database, query, sort), sort, page);
}

}  // namespace bulletin
