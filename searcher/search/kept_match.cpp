#include "searcher/search/kept_match.hpp"

#include <algorithm>

#include "searcher/search/query_parts.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

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
      return std::ranges::all_of(parts_of(query), is_made_of_terms);
    default:
      return false;
  }
}

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
      if (is_made_of_terms(query)) {
        return joined(query, &DocumentBits::keep);
      }
      [[fallthrough]];  // Positions are compared last, where everything else is there.
    default:
      return set_of(postings_.of_query(database_, state_, query, deadline_)->documents);
  }
}

KeptPostings::Kept KeptMatch::postings_of(const Query& term) {
  deadline_.look();
  return postings_.of_term(database_, state_, *term.get_terms_begin(), deadline_);
}

std::vector<Xapian::termcount> KeptMatch::lengths_of(std::span<const Xapian::docid> documents) {
  return postings_.lengths(database_, state_, documents, deadline_);
}

}  // namespace bulletin
