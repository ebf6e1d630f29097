#include "searcher/search/hit_order.hpp"

#include <algorithm>
#include <charconv>
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

// Notes document and weight of each hit; no result list is built.
class WeightCollector : public Xapian::MatchSpy {
 public:
  explicit WeightCollector(std::vector<Place>& places) : places_(places) {}

  void operator()(const Xapian::Document& document, double weight) override {
    places_.push_back({document.get_docid(), weight});
  }

 private:
  std::vector<Place>& places_;
};

std::vector<Place> weighted_places(const Xapian::Database& database, const SearchQuery& query) {
  std::vector<Place> places;
  WeightCollector collector(places);
  Xapian::Enquire enquire(database);
  enquire.set_query(limited(query));
  set_ranking(enquire);
  enquire.add_matchspy(&collector);
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount()));
  std::ranges::sort(places, {}, &Place::document);
  return places;
}

std::vector<Place> unweighted_places(const Xapian::Database& database, const SearchQuery& query) {
  std::vector<Place> places;
  for (const Xapian::docid document : matching_documents(database, limited(query))) {
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
std::vector<Keyed> with_days(const Xapian::Database& database, const std::vector<Place>& places) {
  std::vector<Keyed> keyed;
  keyed.reserve(places.size());
  auto value = database.valuestream_begin(slot::kDate);
  const auto end = database.valuestream_end(slot::kDate);
  for (const Place& place : places) {
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

void add_titles(const Xapian::Database& database, std::vector<Keyed>& hits) {
  const TitleOrder order;
  for (Keyed& hit : hits) {
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

// With pruning Xapian drops clauses as the page fills, which adds up the same weights in another
// order for another page size: ties then break differently, and an item can stand on two pages.
enum class Pruning : std::uint8_t { kOff, kOn };

std::vector<Place> first_places(const Xapian::Database& database, const SearchQuery& query,
                                Sort sort, PageCut page, Pruning pruning) {
  Xapian::Enquire enquire(database);
  enquire.set_query(limited(query));
  OldestFirst oldest_first;
  if (ranks(query, sort)) {
    set_ranking(enquire);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (sort == Sort::kOldestFirst) {
      enquire.set_sort_by_key(&oldest_first, false);
    } else {
      enquire.set_sort_by_value(slot::kDate, true);
    }
  }
  const Xapian::MSet matches = enquire.get_mset(
      static_cast<Xapian::doccount>(page.offset), static_cast<Xapian::doccount>(page.limit),
      pruning == Pruning::kOff ? database.get_doccount() : 0);
  std::vector<Place> places;
  for (auto item = matches.begin(); item != matches.end(); ++item) {
    places.push_back({*item, item.get_weight()});
  }
  return places;
}

std::vector<Place> cut_places(const Xapian::Database& database, const SearchQuery& query, Sort sort,
                              PageCut page, Pruning pruning) {
  const std::size_t size = database.get_doccount();
  page.offset = std::min(page.offset, size);
  page.limit = std::min(page.limit, size - page.offset);
  if (sort != Sort::kTitle && page.offset + page.limit <= kLargestPage) {
    return first_places(database, query, sort, page, pruning);
  }
  std::vector<Place> places = all_places(database, query, sort);
  const auto at = [&](std::size_t rank) {
    return places.begin() + static_cast<std::ptrdiff_t>(std::min(rank, places.size()));
  };
  return {at(page.offset), at(page.offset + page.limit)};
}

}  // namespace

std::vector<Place> all_places(const Xapian::Database& database, const SearchQuery& query,
                              Sort sort) {
  std::vector<Keyed> hits =
      with_days(database, ranks(query, sort) ? weighted_places(database, query)
                                             : unweighted_places(database, query));
  if (sort == Sort::kTitle) {
    add_titles(database, hits);
  }
  sort_hits(hits, sort);
  std::vector<Place> places;
  places.reserve(hits.size());
  std::ranges::transform(hits, std::back_inserter(places), &Keyed::place);
  return places;
}

std::vector<Place> page_of_places(const Xapian::Database& database, const SearchQuery& query,
                                  Sort sort, PageCut page) {
  return cut_places(database, query, sort, page, Pruning::kOff);
}

std::vector<Place> pruned_places(const Xapian::Database& database, const SearchQuery& query,
                                 Sort sort, PageCut page) {
  return cut_places(database, query, sort, page, Pruning::kOn);
}

}  // namespace bulletin
