#include "searcher/search/kept_match.hpp"

#include <algorithm>

#include "searcher/query/ask_shards.hpp"
#include "searcher/query/query_parts.hpp"
#include "searcher/query/standing.hpp"
#include "searcher/search/matcher.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

// Fewer documents than these are read for a phrase rather than all that it may stand in.
constexpr std::size_t kFew = 1000;

bool is_term_or_all_of_terms(const Query& query) {
  const auto is_term = [](const Query& part) { return part.get_type() == Query::LEAF_TERM; };
  return is_term(query) ||
         (query.get_type() == Query::OP_AND && std::ranges::all_of(parts_of(query), is_term));
}

bool holds_text(const Query& query) {
  return std::ranges::any_of(parts_of(query), is_held_text);
}

// What is looked at document by document is dear: places, and texts even more.
int cost_of(const Query& query) {
  return is_held_text(query) ? 2 : is_about_places(query) ? 1 : 0;
}

}  // namespace

bool is_word(const Query& synonym) {
  return std::ranges::all_of(parts_of(synonym), is_term_or_all_of_terms);
}

KeptMatch::KeptMatch(const Xapian::Database& database, std::string_view state,
                     KeptPostings& postings, const Deadline& deadline)
    : database_(database),
      state_(state),
      postings_(postings),
      deadline_(deadline),
      is_at_hand_(bulletin::is_at_hand(database)),
      held_(database, deadline) {}

std::vector<Xapian::docid> KeptMatch::documents(const Query& query) {
  held_.expect(query);
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

DocumentBits KeptMatch::everything() {
  return set_of(postings_.of_term(database_, state_, "", deadline_)->documents);
}

// Of what gives no weight only the documents are wanted: one message for all its terms.
DocumentBits KeptMatch::limit(const Query& query) {
  const bool is_asked = !is_at_hand_ && query.get_num_subqueries() > 0 && is_for_servers(query);
  return is_asked ? set_of(postings_
                               .of_query(state_, query,
                                         [&] { return ask_documents(database_, query, deadline_); })
                               ->documents)
                  : bits(query);
}

DocumentBits KeptMatch::without(const Query& query) {
  DocumentBits found = bits(query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    found.drop(limit(query.get_subquery(i)));
  }
  return found;
}

DocumentBits KeptMatch::bits(const Query& query) {
  deadline_.look();
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return set_of(postings_of(query)->documents);
    case Query::LEAF_MATCH_ALL:
      return everything();
    case Query::LEAF_MATCH_NOTHING:
      return DocumentBits(database_.get_lastdocid());
    case Query::OP_SYNONYM:
      if (!is_at_hand_ && is_word(query)) {
        return set_of(word_of(query)->documents);
      }
      [[fallthrough]];
    case Query::OP_OR:
    case Query::OP_MAX: {
      DocumentBits found(database_.get_lastdocid());
      add_any(query, found);
      return found;
    }
    case Query::OP_AND_NOT:
      return without(query);
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return bits(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER:
      return !is_at_hand_ && holds_text(query) ? kept_in_all(query) : in_all(query);
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      return standing_in(query);
    default:
      return is_held_text(query)
                 ? set_of(held_.among(everything().documents(), query))
                 : set_of(postings_
                              .of_query(state_, query,
                                        [&] { return run_matcher(database_, query, deadline_); })
                              ->documents);
  }
}

// Texts that come from afar are not read again for the same question.
DocumentBits KeptMatch::kept_in_all(const Query& query) {
  return set_of(
      postings_.of_query(state_, query, [&] { return in_all(query).documents(); })->documents);
}

// Dear ones last, where everything else is there.
DocumentBits KeptMatch::in_all(const Query& query) {
  struct Part {
    Query query;
    bool limits;
  };
  std::vector<Part> parts;
  for (const Query& part : parts_of(query)) {
    parts.push_back({part, query.get_type() == Query::OP_FILTER && !parts.empty()});
  }
  std::ranges::stable_sort(parts, {}, [](const Part& part) { return cost_of(part.query); });
  const auto bits_of = [&](const Part& part) {
    return part.limits ? limit(part.query) : bits(part.query);
  };
  DocumentBits found = bits_of(parts.front());
  for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
    if (is_held_text(part->query)) {
      found = set_of(held_.among(found.documents(), part->query));
    } else if (is_about_places(part->query)) {
      found = standing_in(part->query, found);
    } else {
      found.keep(bits_of(*part));
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

KeptPostings::Kept KeptMatch::word_of(const Query& synonym) {
  deadline_.look();
  return postings_.of_synonym(database_, state_, synonym, deadline_);
}

std::vector<Xapian::termcount> KeptMatch::lengths_of(std::span<const Xapian::docid> documents,
                                                     const Query& found_by) {
  return postings_.lengths(database_, state_, documents, found_by, deadline_);
}

}  // namespace bulletin
