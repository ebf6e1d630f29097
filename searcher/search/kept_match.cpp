#include "searcher/search/kept_match.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <string>
#include <system_error>

#include "searcher/search/ranking.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

template <typename Holds>
bool holds_for_all_parts(const Query& query, Holds holds) {
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!holds(query.get_subquery(i))) {
      return false;
    }
  }
  return true;
}

// Tells whether postings alone say what matches.
bool is_made_of_terms(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return true;
    case Query::OP_AND_MAYBE:
      return is_made_of_terms(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_SCALE_WEIGHT:
      return holds_for_all_parts(query, is_made_of_terms);
    default:
      return false;
  }
}

bool is_term_or_all_of_terms(const Query& query) {
  const auto is_term = [](const Query& part) { return part.get_type() == Query::LEAF_TERM; };
  return is_term(query) ||
         (query.get_type() == Query::OP_AND && holds_for_all_parts(query, is_term));
}

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
      return holds_for_all_parts(query, is_term_or_all_of_terms);
    case Query::OP_AND:
    case Query::OP_AND_MAYBE:
    case Query::OP_OR:
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
    case Query::OP_SCALE_WEIGHT:
      return holds_for_all_parts(query, adds_up);
    default:
      return false;
  }
}

// Returns the factor of a scaled query, which Xapian tells in its description only; nothing where
// it cannot be read there.
std::optional<double> factor_of(const Query& scaled) {
  const std::string description = scaled.get_description();
  const std::string_view start = "Query(";
  double factor = 0;
  const char* const end = description.data() + description.size();
  const auto [stop, error] =
      std::from_chars(description.data() + std::min(start.size(), description.size()), end, factor);
  const bool is_read = description.starts_with(start) && error == std::errc() &&
                       std::string_view(stop, end).starts_with(" * ");
  return is_read ? std::optional(factor) : std::nullopt;
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

}  // namespace

KeptMatch::KeptMatch(const Xapian::Database& database, std::string_view state,
                     KeptPostings& postings, const Deadline& deadline)
    : database_(database), state_(state), postings_(postings), deadline_(deadline) {}

std::vector<Xapian::docid> KeptMatch::documents(const Query& query) {
  return bits(query).documents();
}

DocumentBits KeptMatch::bits_of(const Postings& postings) const {
  DocumentBits found(database_.get_lastdocid());
  found.add(postings.documents);
  return found;
}

// Adds the documents of a query that any of several have.
void KeptMatch::add_any(const Query& query, DocumentBits& found) {
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::LEAF_TERM) {
      found.add(postings_of(part)->documents);
    } else {
      found.add(bits(part));
    }
  }
}

DocumentBits KeptMatch::joined(const Query& query,
                               void (DocumentBits::*join)(const DocumentBits&)) {
  DocumentBits found = bits(query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    (found.*join)(bits(query.get_subquery(i)));
  }
  return found;
}

DocumentBits KeptMatch::bits(const Query& query) {
  deadline_.look();
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return bits_of(*postings_of(query));
    case Query::LEAF_MATCH_ALL:
      return bits_of(*postings_.of_term(database_, state_, "", deadline_));
    case Query::LEAF_MATCH_NOTHING:
      return DocumentBits(database_.get_lastdocid());
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX: {
      DocumentBits found(database_.get_lastdocid());
      add_any(query, found);
      return found;
    }
    case Query::OP_AND_NOT:
      return joined(query, &DocumentBits::drop);
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return bits(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER:
      if (is_made_of_terms(query)) {
        return joined(query, &DocumentBits::keep);
      }
      [[fallthrough]];  // Positions are compared last, where everything else is there.
    default:
      return bits_of(*postings_.of_query(database_, state_, query, deadline_));
  }
}

std::optional<std::vector<double>> KeptMatch::weights(const Query& query,
                                                      const std::vector<Xapian::docid>& found) {
  if (!adds_up(query)) {
    return std::nullopt;
  }
  lengths_ = postings_.lengths(database_, state_, found, deadline_);
  weights_.assign(lengths_->size(), 0);
  is_exact_ = true;
  const Query::op type = query.get_type();
  if (type == Query::OP_OR || type == Query::OP_SCALE_WEIGHT ||
      type == Query::LEAF_TERM) {  // Nothing else can have a posting.
    weigh(query, nullptr, 1);
  } else {
    DocumentBits all(database_.get_lastdocid());
    all.add(found);
    weigh_all(query, all, 1);
  }
  if (!is_exact_) {
    return std::nullopt;
  }
  std::vector<double> weights;
  weights.reserve(found.size());
  for (const Xapian::docid document : found) {
    weights.push_back(weights_[document]);
  }
  return weights;
}

// Adds what `query` gives to those of its documents that are `among`.
void KeptMatch::weigh(const Query& query, const DocumentBits* among, double factor) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      weigh_term(query, among, factor);
      return;
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        weigh(query.get_subquery(i), among, factor);
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
      DocumentBits found = bits(query);
      if (among != nullptr) {
        found.keep(*among);
      }
      weigh_all(query, found, factor);
    }
  }
}

// As weigh(), where all of `found` match.
void KeptMatch::weigh_all(const Query& query, const DocumentBits& found, double factor) {
  const auto part = [&](std::size_t i) { return query.get_subquery(i); };
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_SCALE_WEIGHT:
      weigh(query, &found, factor);
      return;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      weigh_all(part(0), found, factor);
      return;
    case Query::OP_AND_MAYBE:
      weigh_all(part(0), found, factor);
      for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
        weigh(part(i), &found, factor);
      }
      return;
    default:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        weigh_all(part(i), found, factor);
      }
  }
}

KeptPostings::Kept KeptMatch::postings_of(const Query& term) {
  deadline_.look();
  auto postings = postings_.of_term(database_, state_, *term.get_terms_begin(), deadline_);
  is_exact_ = is_exact_ && postings->is_exact;
  return postings;
}

void KeptMatch::weigh_term(const Query& term, const DocumentBits* among, double factor) {
  const auto postings = postings_of(term);
  const TermWeight weight(database_, static_cast<double>(postings->documents.size()),
                          term.get_length(), factor);
  for (std::size_t i = 0; i < postings->documents.size(); ++i) {
    const Xapian::docid document = postings->documents[i];
    if (among == nullptr || among->has(document)) {
      weights_[document] += weight.of(postings->wdfs[i], (*lengths_)[document]);
    }
  }
}

// One word to a weight: how often a document has any part of it counts.
void KeptMatch::weigh_synonym(const Query& query, const DocumentBits* among, double factor) {
  const double items = database_.get_doccount();
  std::vector<double> guesses;
  std::vector<Xapian::docid> found;
  wdfs_.resize(lengths_->size());
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::LEAF_TERM) {
      guesses.push_back(count_wdfs(part, among, found));
      continue;
    }
    DocumentBits with_all = bits(part);
    if (among != nullptr) {
      with_all.keep(*among);
    }
    std::vector<double> counts;
    for (std::size_t j = 0; j < part.get_num_subqueries(); ++j) {
      counts.push_back(count_wdfs(part.get_subquery(j), &with_all, found));
    }
    guesses.push_back(guess_all(std::move(counts), items));
  }
  const TermWeight weight(database_, guess_any(std::move(guesses), items), 1, factor);
  for (const Xapian::docid document : found) {
    const Xapian::termcount length = (*lengths_)[document];
    weights_[document] += weight.of(std::min(wdfs_[document], length), length);
    wdfs_[document] = 0;
  }
}

// Adds up how often documents `among` have a term, notes those that had none, and returns how many
// documents of the index have it.
double KeptMatch::count_wdfs(const Query& term, const DocumentBits* among,
                             std::vector<Xapian::docid>& found) {
  const auto postings = postings_of(term);
  for (std::size_t i = 0; i < postings->documents.size(); ++i) {
    const Xapian::docid document = postings->documents[i];
    if (postings->wdfs[i] > 0 && (among == nullptr || among->has(document))) {
      if (wdfs_[document] == 0) {
        found.push_back(document);
      }
      wdfs_[document] += postings->wdfs[i];
    }
  }
  return static_cast<double>(postings->documents.size());
}

}  // namespace bulletin
