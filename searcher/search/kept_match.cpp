#include "searcher/search/kept_match.hpp"

#include <algorithm>

#include "searcher/query/query_parts.hpp"
#include "searcher/query/standing.hpp"
#include "searcher/search/matcher.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

// Fewer documents than these are read for a phrase rather than all that it may stand in.
constexpr std::size_t kFew = 1000;

}  // namespace

KeptMatch::KeptMatch(const Xapian::Database& database, std::string_view state,
                     KeptPostings& postings, const Deadline& deadline)
    : database_(database), state_(state), postings_(postings), deadline_(deadline) {}

std::vector<Xapian::docid> KeptMatch::documents(const Query& query) {
  return bits(query).documents();
}

DocumentBits KeptMatch::set_of(std::span<const Xapian::docid> documents) const {
  DocumentBits set(database_.get_lastdocid());
  set.add(documents);
  return set;
}

// Adds the documents of a query that any of several have.
void KeptMatch::add_any(const Query& query, DocumentBits& found) {
  for (const Query& part : parts_of(query)) {
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
      return set_of(postings_of(query)->documents);
    case Query::LEAF_MATCH_ALL:
      return set_of(postings_.of_term(database_, state_, "", deadline_)->documents);
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
      return in_all(query);
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      return standing_in(query);
    default:
      return set_of(
          postings_
              .of_query(state_, query, [&] { return run_matcher(database_, query, deadline_); })
              ->documents);
  }
}

// Places are compared last, where everything else is there.
DocumentBits KeptMatch::in_all(const Query& query) {
  std::vector<Query> parts = parts_of(query);
  std::ranges::stable_partition(parts, [](const Query& part) { return !is_about_places(part); });
  DocumentBits found = bits(parts.front());
  for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
    if (is_about_places(*part)) {
      found = standing_in(*part, found);
    } else {
      found.keep(bits(*part));
    }
  }
  return found;
}

DocumentBits KeptMatch::with_words(const Query& phrase) {
  const std::vector<Query> words = words_of(phrase);
  DocumentBits found(database_.get_lastdocid());
  if (!words.empty()) {
    found.add(postings_of(words.front())->documents);
    for (auto word = words.begin() + 1; word != words.end(); ++word) {
      found.keep(set_of(postings_of(*word)->documents));
    }
  }
  return found;
}

DocumentBits KeptMatch::standing_in(const Query& phrase) {
  return set_of(postings_
                    .of_query(state_, phrase,
                              [&] {
                                return standing_among(database_, phrase,
                                                      with_words(phrase).documents(), deadline_);
                              })
                    ->documents);
}

DocumentBits KeptMatch::standing_in(const Query& phrase, const DocumentBits& among) {
  if (!postings_.kept_of_query(state_, phrase)) {
    DocumentBits with_all = with_words(phrase);
    with_all.keep(among);
    const std::vector<Xapian::docid> candidates = with_all.documents();
    if (candidates.size() <= kFew) {
      return set_of(standing_among(database_, phrase, candidates, deadline_));
    }
  }
  DocumentBits found = standing_in(phrase);
  found.keep(among);
  return found;
}

KeptPostings::Kept KeptMatch::postings_of(const Query& term) {
  deadline_.look();
  return postings_.of_term(database_, state_, *term.get_terms_begin(), deadline_);
}

std::vector<Xapian::termcount> KeptMatch::lengths_of(std::span<const Xapian::docid> documents) {
  return postings_.lengths(database_, state_, documents, deadline_);
}

}  // namespace bulletin
