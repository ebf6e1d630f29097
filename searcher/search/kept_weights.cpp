#include "searcher/search/kept_weights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "searcher/query/query_parts.hpp"
#include "searcher/search/ranking.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

// Tells whether weights are sums of those of terms, and of synonyms that are one word to a weight.
bool adds_up(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return true;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return adds_up(query.get_subquery(0));
    case Query::OP_SYNONYM:
      return is_word(query);
    case Query::OP_AND:
    case Query::OP_AND_MAYBE:
    case Query::OP_OR:
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
    case Query::OP_SCALE_WEIGHT:
      return std::ranges::all_of(parts_of(query), adds_up);
    default:
      return false;
  }
}

// What one word weighs in documents.
class TermWeight {
 public:
  // So many documents have it; it was asked for `wqf` times.
  TermWeight(const Xapian::Database& database, double documents, double wqf, double factor) {
    const double rarity = (database.get_doccount() - documents + 0.5) / (documents + 0.5);
    const double steady = rarity < 2 ? rarity * 0.5 + 1 : rarity;  // Its logarithm is not negative.
    const double asked = (kRanking.k3 + 1) * wqf / (kRanking.k3 + wqf);
    most_ = factor * std::log(steady) * asked * (kRanking.k1 + 1);
    const double average = database.get_average_length();
    of_length_ = average == 0 ? 0 : kRanking.k1 * kRanking.b / average;
  }

  // In a document of that length that has it `wdf` times.
  [[nodiscard]] double of(double wdf, double length) const {
    return most_ * (wdf / (of_length_ * length + kRanking.k1 * (1 - kRanking.b) + wdf));
  }

 private:
  double most_;
  double of_length_;
};

// Guesses how many documents have one of several things, from how many have each, as Xapian does
// for synonyms: two at a time, the rarest first, each guess a whole number.
double guess_any(std::vector<double> counts, double items) {
  std::ranges::make_heap(counts, std::greater());
  while (counts.size() > 1) {
    std::ranges::pop_heap(counts, std::greater());
    const double rarest = counts.back();
    counts.pop_back();
    std::ranges::pop_heap(counts, std::greater());
    const double next = counts.back();
    counts.back() = std::floor(next + rarest - next * rarest / items + 0.5);
    std::ranges::push_heap(counts, std::greater());
  }
  return counts.front();
}

// The same for all of several things, the rarest first.
double guess_all(std::vector<double> counts, double items) {
  std::ranges::sort(counts);
  double guess = counts.front();
  for (std::size_t i = 1; i < counts.size(); ++i) {
    guess = guess * counts[i] / items;
  }
  return std::floor(guess + 0.5);
}

// Adds up the weights of documents found.
class Weigher {
 public:
  Weigher(KeptMatch& match, const Query& query, const std::vector<Xapian::docid>& found)
      : match_(match),
        query_(query),
        found_(match.set_of(found)),
        ranks_(found_),
        lengths_(match.lengths_of(found, query)),
        weights_(found.size()) {}

  // Returns the weight of each document found for the query, or nothing.
  [[nodiscard]] std::optional<std::vector<double>> weigh_found();

 private:
  void weigh(const Query& query, const DocumentBits& among, double factor);
  void weigh_all(const Query& query, const DocumentBits& found, double factor);
  void weigh_term(const Query& term, const DocumentBits& among, double factor);
  void weigh_synonym(const Query& query, const DocumentBits& among, double factor);
  [[nodiscard]] double count_wdfs(const Query& term, const DocumentBits& among);
  [[nodiscard]] double add_wdfs(const Query& synonym, const DocumentBits& among);
  [[nodiscard]] double ask_wdfs(const Query& synonym, const DocumentBits& among);
  void note_wdfs(const Postings& postings, const DocumentBits& among);

  KeptMatch& match_;
  const Query& query_;
  DocumentBits found_;
  DocumentRanks ranks_;
  std::vector<Xapian::termcount> lengths_;  // By rank, as are the next.
  std::vector<double> weights_;
  std::vector<Xapian::termcount> wdfs_;  // All 0 but while a synonym is weighed.
  bool is_exact_ = true;
};

std::optional<std::vector<double>> Weigher::weigh_found() {
  weigh_all(query_, found_, 1);
  return is_exact_ ? std::optional(std::move(weights_)) : std::nullopt;
}

// Adds what `query` gives to those of its documents that are `among`.
void Weigher::weigh(const Query& query, const DocumentBits& among, double factor) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      weigh_term(query, among, factor);
      return;
    case Query::OP_OR:
      for (const Query& part : parts_of(query)) {
        weigh(part, among, factor);
      }
      return;
    case Query::OP_SCALE_WEIGHT: {
      const std::optional<double> scale = factor_of(query);
      is_exact_ = is_exact_ && scale;
      weigh(query.get_subquery(0), among, factor * scale.value_or(1));
      return;
    }
    case Query::OP_SYNONYM:
      weigh_synonym(query, among, factor);
      return;
    default: {
      DocumentBits found = match_.bits(query);
      found.keep(among);
      weigh_all(query, found, factor);
    }
  }
}

// As weigh(), where all of `found` match.
void Weigher::weigh_all(const Query& query, const DocumentBits& found, double factor) {
  const auto part = [&](std::size_t i) { return query.get_subquery(i); };
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_SCALE_WEIGHT:
      weigh(query, found, factor);
      return;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      weigh_all(part(0), found, factor);
      return;
    case Query::OP_AND_MAYBE:
      weigh_all(part(0), found, factor);
      for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
        weigh(part(i), found, factor);
      }
      return;
    default:
      for (const Query& each : parts_of(query)) {
        weigh_all(each, found, factor);
      }
  }
}

void Weigher::weigh_term(const Query& term, const DocumentBits& among, double factor) {
  const auto postings = match_.postings_of(term);
  const TermWeight weight(match_.database(), static_cast<double>(postings->documents.size()),
                          term.get_length(), factor);
  for (std::size_t i = 0; i < postings->documents.size(); ++i) {
    const Xapian::docid document = postings->documents[i];
    if (among.has(document)) {
      const std::size_t rank = ranks_.of(document);
      weights_[rank] += weight.of(postings->wdf(i), lengths_[rank]);
    }
  }
}

// One word to a weight: how often a document has any part of it counts.
void Weigher::weigh_synonym(const Query& query, const DocumentBits& among, double factor) {
  wdfs_.resize(weights_.size());
  const double documents = match_.is_at_hand() ? add_wdfs(query, among) : ask_wdfs(query, among);
  const TermWeight weight(match_.database(), documents, 1, factor);
  for (std::size_t rank = 0; rank < wdfs_.size(); ++rank) {
    if (wdfs_[rank] > 0) {
      const Xapian::termcount length = lengths_[rank];
      weights_[rank] += weight.of(std::min(std::exchange(wdfs_[rank], 0), length), length);
    }
  }
}

// Adds up how often documents `among` have any part, and guesses how many documents of the index
// have one.
double Weigher::add_wdfs(const Query& synonym, const DocumentBits& among) {
  const double items = match_.database().get_doccount();
  std::vector<double> guesses;
  for (const Query& part : parts_of(synonym)) {
    if (part.get_type() == Query::LEAF_TERM) {
      guesses.push_back(count_wdfs(part, among));
      continue;
    }
    DocumentBits with_all = match_.bits(part);
    with_all.keep(among);
    std::vector<double> counts;
    for (const Query& term : parts_of(part)) {
      counts.push_back(count_wdfs(term, with_all));
    }
    guesses.push_back(guess_all(std::move(counts), items));
  }
  return guess_any(std::move(guesses), items);
}

// The same where the sums come from afar.
double Weigher::ask_wdfs(const Query& synonym, const DocumentBits& among) {
  const double items = match_.database().get_doccount();
  const auto postings = match_.word_of(synonym);
  note_wdfs(*postings, among);
  std::vector<double> guesses;
  auto frequency = postings->frequencies.begin();
  for (const Query& part : parts_of(synonym)) {
    const auto terms = std::max<std::ptrdiff_t>(1, std::ssize(parts_of(part)));
    guesses.push_back(guess_all({frequency, frequency + terms}, items));
    frequency += terms;
  }
  return guess_any(std::move(guesses), items);
}

// The same of a term; returns how many documents of the index have it.
double Weigher::count_wdfs(const Query& term, const DocumentBits& among) {
  const auto postings = match_.postings_of(term);
  note_wdfs(*postings, among);
  return static_cast<double>(postings->documents.size());
}

void Weigher::note_wdfs(const Postings& postings, const DocumentBits& among) {
  for (std::size_t i = 0; i < postings.documents.size(); ++i) {
    const Xapian::docid document = postings.documents[i];
    if (postings.wdfs[i] > 0 && among.has(document)) {
      wdfs_[ranks_.of(document)] += postings.wdf(i);
    }
  }
}

}  // namespace

std::optional<std::vector<double>> kept_weights(KeptMatch& match, const Query& query,
                                                const std::vector<Xapian::docid>& found) {
  return adds_up(query) ? Weigher(match, query, found).weigh_found() : std::nullopt;
}

}  // namespace bulletin
