#include "indexer/pipeline/story_neighbours.hpp"

#include <algorithm>
#include <utility>

#include "indexer/pipeline/story_terms.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/near_copy.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostVisited = 400;
constexpr std::size_t kMostCandidates = 6;
constexpr std::size_t kMostCopies = 8;
constexpr std::size_t kMostCompared = 16;
constexpr std::size_t kMostLookedAt = 64;        // Of the items with one shingle.
constexpr std::size_t kMostRemembered = 50'000;  // Sketches and lists; some 50 MB.
constexpr std::size_t kMostBesideShelf = 1000;   // Sketches; as many as a core's cache holds.
constexpr Xapian::doccount kOneMore = 2;         // Somebody beside the item itself.
constexpr double kLeastInCommon = 28;            // One rare word alone: not worth a look.
constexpr double kMeetingValue = 30;             // A country and a day together.

bool is_nearer(const Neighbour& a, const Neighbour& b) {
  return std::pair(-a.score, a.document) < std::pair(-b.score, b.document);
}

StoryLang other_lang(StoryLang lang) {
  return lang == StoryLang::kEnglish ? StoryLang::kChinese : StoryLang::kEnglish;
}

std::uint64_t number_of_key(StoryLang lang, std::uint32_t key) {
  return std::uint64_t{static_cast<unsigned char>(lang)} << 32U | key;
}

// The keys that only find candidates have no place in the sketch.
double value_of(const StorySketch& sketch, std::uint32_t key) {
  const auto found = std::ranges::lower_bound(sketch.keys, key, {}, &StoryKey::key);
  return found != sketch.keys.end() && found->key == key ? key_value(found->weight) : kMeetingValue;
}

bool have_near_shapes(const StorySketch& a, const StorySketch& b) {
  return a.lang == b.lang && a.shape && b.shape && bits_apart(*a.shape, *b.shape) <= kMostBits;
}

// Sums up what is said of each document and returns the documents that enough is said of, best
// first.
std::vector<Xapian::docid> best_of(std::vector<Neighbour> said) {
  std::ranges::sort(said, {}, &Neighbour::document);
  std::vector<Neighbour> sums;
  for (std::size_t i = 0; i < said.size();) {
    Neighbour sum{said[i].document, 0};
    for (; i < said.size() && said[i].document == sum.document; ++i) {
      sum.score += said[i].score;
    }
    if (sum.score >= kLeastInCommon) {
      sums.push_back(sum);
    }
  }
  const std::size_t count = std::min(sums.size(), kMostCandidates);
  std::ranges::partial_sort(sums, sums.begin() + static_cast<std::ptrdiff_t>(count), is_nearer);
  std::vector<Xapian::docid> best;
  best.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    best.push_back(sums[i].document);
  }
  return best;
}

}  // namespace

const StorySketch& StoryNeighbours::sketch(Xapian::docid document) {
  const auto [at, is_new] = sketches_.try_emplace(document);
  if (is_new) {
    at->second = shelf_ != nullptr
                     ? shelf_->sketch(document)
                     : unpack_sketch(database_.get_document(document).get_value(slot::kStory));
  }
  return at->second;
}

StorySketch StoryNeighbours::sketch_head(Xapian::docid document) {
  if (shelf_ != nullptr) {
    return shelf_->head(document);
  }
  const StorySketch& whole = sketch(document);
  return {.lang = whole.lang, .days = whole.days, .shape = whole.shape, .keys = {}};
}

const StoryNeighbours::OwnTerms& StoryNeighbours::own_terms(Xapian::docid document) {
  const auto [at, is_new] = own_terms_.try_emplace(document);
  OwnTerms& own = at->second;
  if (!is_new) {
    return own;
  }
  const TermCounts terms = builder_.terms_of(database_, document);
  const auto each = [&](std::string_view prefix, auto take) {  // In the order in which terms stand.
    for (std::size_t i = terms.first_from(prefix);
         i < terms.size() && terms.term(i).starts_with(prefix); ++i) {
      take(terms.term(i));
    }
  };
  each(prefix::kStory,
       [&](std::string_view text) { own.meeting_keys.push_back(key_of_term(std::string(text))); });
  each(prefix::kShingle,
       [&](std::string_view text) { own.shingles.push_back(shingle_of_term(std::string(text))); });
  return own;
}

// Empty for a list too long to use, or shorter than `least`.
StoryNeighbours::Postings StoryNeighbours::postings(const std::string& term,
                                                    Xapian::doccount least) const {
  // Looking up the frequency is much cheaper than opening a list, and most are not there.
  const Xapian::doccount length = database_.get_termfreq(term);
  if (length < least || length > kMostPostings) {
    return {};
  }
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

const StoryNeighbours::Postings& StoryNeighbours::items_with_key(StoryLang lang,
                                                                 std::uint32_t key) {
  const auto [at, is_new] = by_key_.try_emplace(number_of_key(lang, key));
  if (is_new) {
    at->second = postings(meeting_term(lang, key), 1);
  }
  return at->second;
}

const StoryNeighbours::Postings& StoryNeighbours::items_with_shingle(std::uint64_t shingle) {
  const auto [at, is_new] = by_shingle_.try_emplace(shingle);
  if (is_new) {
    at->second = postings(shingle_term(shingle), kOneMore);
  }
  return at->second;
}

void StoryNeighbours::forget_postings() {
  if (by_key_.size() + by_shingle_.size() > kMostRemembered) {
    by_key_.clear();
    by_shingle_.clear();
  }
}

void StoryNeighbours::prefetch(std::span<const Xapian::docid> documents) {
  if (shelf_ != nullptr) {
    return;
  }
  by_key_.clear();
  by_shingle_.clear();
  own_terms_.clear();
  std::vector<std::pair<StoryLang, std::uint32_t>> theirs;
  std::vector<std::uint64_t> shingles;
  for (const Xapian::docid document : documents) {
    const OwnTerms& own = own_terms(document);
    const StoryLang lang = other_lang(sketch(document).lang);
    for (const std::uint32_t key : own.meeting_keys) {
      theirs.emplace_back(lang, key);
    }
    shingles.insert(shingles.end(), own.shingles.begin(), own.shingles.end());
  }
  std::ranges::sort(theirs);
  for (const auto& [lang, key] : theirs) {
    (void)items_with_key(lang, key);
  }
  std::ranges::sort(shingles);
  for (const std::uint64_t shingle : shingles) {
    (void)items_with_shingle(shingle);
  }
}

// The lists stay until postings are forgotten.
std::vector<Meeting> StoryNeighbours::meetings(Xapian::docid document) {
  if (shelf_ != nullptr) {
    return shelf_->meetings(document);
  }
  const StoryLang lang = other_lang(sketch(document).lang);
  std::vector<Meeting> meetings;
  for (const std::uint32_t key : own_terms(document).meeting_keys) {
    meetings.push_back({key, items_with_key(lang, key)});
  }
  return meetings;
}

std::vector<std::span<const Xapian::docid>> StoryNeighbours::with_shingles(Xapian::docid document) {
  if (shelf_ != nullptr) {
    return shelf_->with_shingles(document);
  }
  std::vector<std::span<const Xapian::docid>> lists;
  for (const std::uint64_t shingle : own_terms(document).shingles) {
    lists.emplace_back(items_with_shingle(shingle));
  }
  return lists;
}

std::vector<Xapian::docid> StoryNeighbours::candidates(Xapian::docid document) {
  forget_postings();
  const StorySketch& own = sketch(document);
  std::vector<Meeting> shortest = meetings(document);
  std::ranges::stable_sort(shortest, {}, [](const Meeting& list) { return list.items.size(); });
  std::vector<Neighbour> met;
  for (const Meeting& list : shortest) {
    if (met.size() + list.items.size() > kMostVisited) {
      break;
    }
    const double value = value_of(own, list.key);
    for (const Xapian::docid other : list.items) {
      met.push_back({other, value});
    }
  }
  return best_of(std::move(met));
}

const std::vector<Neighbour>& StoryNeighbours::counterparts(Xapian::docid document) {
  if (sketches_.size() > (shelf_ == nullptr ? kMostRemembered : kMostBesideShelf)) {
    sketches_.clear();
    counterparts_.clear();
  }
  if (const auto known = counterparts_.find(document); known != counterparts_.end()) {
    return known->second;
  }
  std::vector<Neighbour> near;
  const std::vector<Xapian::docid> others = candidates(document);
  const StorySketch& own = sketch(document);  // Nodes of the map stay where they are.
  for (const Xapian::docid other : others) {
    const double score = story_score(own, sketch(other));
    if (score >= kStoryScore * kRivalShare) {
      near.push_back({other, score});
    }
  }
  std::ranges::sort(near, is_nearer);
  return counterparts_.emplace(document, std::move(near)).first->second;
}

// 0 for none.
Xapian::docid StoryNeighbours::first_choice(Xapian::docid document) {
  const std::vector<Neighbour>& near = counterparts(document);
  return near.empty() ? 0 : near.front().document;
}

// Two that are each other's first choice stand in nobody's way; copies of a first choice share it.
bool StoryNeighbours::is_taken(Xapian::docid counterpart, Xapian::docid document) {
  const Xapian::docid choice = first_choice(counterpart);
  return choice != 0 && choice != document && first_choice(choice) == counterpart &&
         !have_near_shapes(sketch(choice), sketch(document));
}

std::vector<Neighbour> StoryNeighbours::best_counterparts(Xapian::docid document) {
  const std::vector<Neighbour> near = counterparts(document);
  std::vector<Neighbour> best;
  for (const Neighbour& each : near) {
    if (is_taken(each.document, document)) {
      continue;
    }
    if (best.empty() || have_near_shapes(sketch(best.front().document), sketch(each.document))) {
      best.push_back(each);
    } else if (each.score > best.front().score * kRivalShare) {
      return {};
    }
  }
  std::erase_if(best, [](const Neighbour& each) { return each.score < kStoryScore; });
  return best;
}

std::vector<std::uint64_t> StoryNeighbours::shingles(Xapian::docid document) const {
  const Bulletin bulletin = decode_bulletin(database_.get_document(document).get_data());
  return shingles_of(analyzer_.analyze(bulletin.text));
}

std::vector<Xapian::docid> StoryNeighbours::copy_candidates(Xapian::docid document) {
  forget_postings();
  std::vector<Neighbour> near;
  const StorySketch own = sketch_head(document);
  for (const std::span<const Xapian::docid> all : with_shingles(document)) {
    for (const Xapian::docid other : all.first(std::min(all.size(), kMostLookedAt))) {
      if (other == document) {
        continue;
      }
      const StorySketch theirs = sketch_head(other);
      if (have_near_shapes(own, theirs) && !on_other_days(own, theirs)) {
        near.push_back({other, -static_cast<double>(
                                   bits_apart(own.shape.value_or(0), theirs.shape.value_or(0)))});
      }
    }
  }
  std::ranges::sort(near, is_nearer);
  const auto same = std::ranges::unique(near, {}, &Neighbour::document);
  near.erase(same.begin(), same.end());
  near.resize(std::min(near.size(), kMostCompared));
  std::vector<Xapian::docid> documents;
  documents.reserve(near.size());
  for (const Neighbour& each : near) {
    documents.push_back(each.document);
  }
  return documents;
}

std::vector<Neighbour> StoryNeighbours::near_copies(Xapian::docid document) {
  std::vector<Neighbour> copies;
  const std::vector<Xapian::docid> others = copy_candidates(document);
  if (others.empty()) {
    return copies;
  }
  const std::vector<std::uint64_t> own = shingles(document);
  for (const Xapian::docid other : others) {
    const double shared = overlap(own, shingles(other));
    if (shared >= kLeastOverlap) {
      copies.push_back({other, shared});
    }
  }
  std::ranges::sort(copies, is_nearer);
  copies.resize(std::min(copies.size(), kMostCopies));
  return copies;
}

}  // namespace bulletin
