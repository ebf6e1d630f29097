#include "searcher/search/matching_documents.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "searcher/query/ask_shards.hpp"
#include "searcher/query/query_parts.hpp"
#include "searcher/query/standing.hpp"
#include "searcher/search/document_bits.hpp"
#include "searcher/search/kept_match.hpp"
#include "searcher/search/matcher.hpp"

namespace bulletin {
namespace {

using Xapian::Query;
using Documents = std::vector<Xapian::docid>;  // Ascending.

bool is_any(Query::op type) {
  return type == Query::OP_OR || type == Query::OP_SYNONYM || type == Query::OP_MAX;
}

bool is_all(Query::op type) {
  return type == Query::OP_AND || type == Query::OP_FILTER;
}

// Finds documents from postings as far as it can.
class Finder {
 public:
  Finder(const Xapian::Database& database, const Deadline& deadline)
      : database_(database), deadline_(deadline) {}

  // Returns all documents that match.
  [[nodiscard]] Documents all_of(const Query& query) const;

  // Returns those among `candidates` that match.
  [[nodiscard]] Documents among(const Documents& candidates, const Query& query) const;

 private:
  [[nodiscard]] Documents everything() const;
  [[nodiscard]] Documents satisfying_all(const Query& query) const;
  [[nodiscard]] Documents in_any(const Documents& candidates,
                                 const std::vector<Query>& parts) const;
  [[nodiscard]] Documents standing_in(const Documents& candidates, const Query& phrase) const;
  [[nodiscard]] bool is_read_here(const Query& query) const;
  [[nodiscard]] std::size_t most(const Query& query) const;
  void add(const Query& query, DocumentBits& found) const;

  const Xapian::Database& database_;
  Deadline deadline_;
};

Documents without(const Documents& documents, const Documents& others) {
  Documents left;
  std::ranges::set_difference(documents, others, std::back_inserter(left));
  return left;
}

// A joint of which only the first part decides what matches.
bool is_first_alone(Query::op type) {
  return type == Query::OP_SCALE_WEIGHT || type == Query::OP_AND_MAYBE;
}

Documents Finder::everything() const {
  if (database_.get_lastdocid() != database_.get_doccount()) {
    return {database_.postlist_begin({}), database_.postlist_end({})};
  }
  Documents found(database_.get_doccount());
  std::iota(found.begin(), found.end(), Xapian::docid{1});
  return found;
}

// Tells whether a query needs no matcher.
bool Finder::is_read_here(const Query& query) const {
  const Query::op type = query.get_type();
  if (is_first_alone(type)) {
    return is_read_here(query.get_subquery(0));
  }
  const bool joins = is_any(type) || is_all(type) || type == Query::OP_AND_NOT;
  return joins
             ? std::ranges::all_of(parts_of(query), [&](const Query& q) { return is_read_here(q); })
             : type == Query::LEAF_TERM || type == Query::LEAF_MATCH_ALL ||
                   type == Query::LEAF_MATCH_NOTHING || is_about_places(query);
}

// Returns how many documents can match at most; a guess where a matcher is needed.
std::size_t Finder::most(const Query& query) const {
  const Query::op type = query.get_type();
  if (type == Query::LEAF_TERM) {
    return database_.get_termfreq(term_of(query));
  }
  if (is_first_alone(type) || type == Query::OP_AND_NOT) {
    return most(query.get_subquery(0));
  }
  if (!is_any(type) && !is_all(type) && !is_about_places(query)) {
    return type == Query::LEAF_MATCH_NOTHING ? 0 : database_.get_doccount();
  }
  std::size_t sum = 0;
  std::size_t least = database_.get_doccount();
  for (const Query& part : is_about_places(query) ? words_of(query) : parts_of(query)) {
    const std::size_t count = most(part);
    sum += count;
    least = std::min(least, count);
  }
  return is_any(type) ? std::min<std::size_t>(sum, database_.get_doccount()) : least;
}

// The fewest first, and among them the others. What needs a matcher comes last; two of that kind
// are one match.
Documents Finder::satisfying_all(const Query& query) const {
  std::vector<Query> parts = parts_of(query);
  const auto others =
      std::ranges::stable_partition(parts, [&](const Query& part) { return is_read_here(part); });
  if (others.size() > 1) {
    return run_matcher(database_, query, deadline_);
  }
  std::vector<std::pair<std::size_t, Query>> ordered;
  for (auto part = parts.begin(); part != others.begin(); ++part) {
    ordered.emplace_back(most(*part), std::move(*part));
  }
  std::ranges::stable_sort(ordered, {}, &std::pair<std::size_t, Query>::first);
  std::ranges::for_each(others, [&](const Query& part) { ordered.emplace_back(0, part); });
  Documents found = all_of(ordered.front().second);
  for (auto part = ordered.begin() + 1; part != ordered.end(); ++part) {
    found = among(found, part->second);
  }
  return found;
}

void Finder::add(const Query& query, DocumentBits& found) const {
  const Query::op type = query.get_type();
  if (type == Query::LEAF_TERM) {
    const std::string term = term_of(query);
    const auto end = database_.postlist_end(term);
    for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
      deadline_.check();
      found.set(*posting);
    }
  } else if (is_any(type)) {
    std::ranges::for_each(parts_of(query), [&](const Query& part) { add(part, found); });
  } else if (is_first_alone(type)) {
    add(query.get_subquery(0), found);
  } else {
    std::ranges::for_each(all_of(query), [&](Xapian::docid document) { found.set(document); });
  }
}

Documents Finder::all_of(const Query& query) const {
  const Query::op type = query.get_type();
  if (type == Query::LEAF_MATCH_ALL) {
    return everything();
  }
  if (type == Query::LEAF_TERM || is_any(type)) {
    DocumentBits found(database_.get_lastdocid());
    add(query, found);
    return found.documents();
  }
  if (is_first_alone(type)) {
    return all_of(query.get_subquery(0));
  }
  if (is_all(type)) {
    return satisfying_all(query);
  }
  if (is_about_places(query)) {
    return standing(database_, query, deadline_);
  }
  if (type != Query::OP_AND_NOT) {
    return type == Query::LEAF_MATCH_NOTHING ? Documents()
                                             : run_matcher(database_, query, deadline_);
  }
  Documents found = all_of(query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    found = without(found, among(found, query.get_subquery(i)));
  }
  return found;
}

Documents Finder::standing_in(const Documents& candidates, const Query& phrase) const {
  Documents left = candidates;
  for (const Query& word : words_of(phrase)) {
    left = with_term(database_, left, term_of(word), deadline_);
  }
  return standing_among(database_, phrase, left, deadline_);
}

Documents Finder::among(const Documents& candidates, const Query& query) const {
  const Query::op type = query.get_type();
  if (candidates.empty() || type == Query::LEAF_MATCH_ALL) {
    return candidates;
  }
  if (is_first_alone(type)) {
    return among(candidates, query.get_subquery(0));
  }
  if (type == Query::LEAF_TERM) {
    return with_term(database_, candidates, term_of(query), deadline_);
  }
  if (is_about_places(query)) {
    return standing_in(candidates, query);
  }
  if (is_any(type)) {
    return in_any(candidates, parts_of(query));
  }
  if (!is_read_here(query)) {
    return run_matcher(database_, within(query, candidates), deadline_);
  }
  Documents found = candidates;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    Documents those = among(found, query.get_subquery(i));
    found = i > 0 && type == Query::OP_AND_NOT ? without(found, those) : std::move(those);
  }
  return query.get_num_subqueries() > 0 ? found : Documents();
}

Documents Finder::in_any(const Documents& candidates, const std::vector<Query>& parts) const {
  DocumentBits found(candidates.back());
  Documents left = candidates;  // One found is not looked for again.
  for (const Query& part : parts) {
    if (left.empty()) {
      break;
    }
    const Documents those = among(left, part);
    std::ranges::for_each(those, [&](Xapian::docid document) { found.set(document); });
    if (!those.empty()) {
      left = without(left, those);
    }
  }
  return found.documents();
}

}  // namespace

Documents matching_documents(const Xapian::Database& database, const Query& query,
                             const Deadline& deadline) {
  if (is_at_hand(database)) {
    return Finder(database, deadline).all_of(query);
  }
  if (is_for_servers(query)) {
    return ask_documents(database, query, deadline);
  }
  KeptPostings postings;
  return KeptMatch(database, {}, postings, deadline).documents(query);
}

}  // namespace bulletin
