// What is read from postings is what Xapian's matcher finds, whatever a query is made of.

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/search/matcher.hpp"
#include "searcher/search/matching_documents.hpp"
#include "tests/support/placed_document.hpp"

namespace bulletin::test {
namespace {

using Xapian::Query;

constexpr int kDocuments = 150;
constexpr int kQuestions = 20;
constexpr int kDeepest = 4;

// From one that all documents have to one that none has.
std::string random_term() {
  return std::string(1, static_cast<char>('a' + *rc::gen::inRange(0, 8)));
}

bool has_term(int number) {
  return *rc::gen::inRange(0, 8) >= number;
}

Xapian::WritableDatabase random_database() {
  Xapian::WritableDatabase made(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < kDocuments; ++i) {
    PlacedDocument item;
    Xapian::termpos place = 0;
    for (int number = 0; number < 7; ++number) {
      if (has_term(number)) {
        item.put(std::string(1, static_cast<char>('a' + number)), ++place);
      }
    }
    made.add_document(item.document());
  }
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
    try {
      made.delete_document(static_cast<Xapian::docid>(*rc::gen::inRange(1, kDocuments + 1)));
    } catch (const Xapian::DocNotFoundError&) {  // Gone already.
    }
  }
  return made;
}

// Phrases stand where they have to match: among alternatives that are asked about one document
// after the other Xapian takes them for found where they are not.
Query random_leaf(bool has_to_match) {
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      return Query::MatchAll;
    case 1:
      return {};
    case 2:
      return has_to_match ? Query(Query::OP_PHRASE, Query(random_term()), Query(random_term()))
                          : Query(random_term());
    case 3:
      return {Query::OP_WILDCARD, random_term()};
    default:
      return Query(random_term());
  }
}

Query random_query(int depth = 0, bool has_to_match = true) {
  constexpr Query::op kJoints[] = {Query::OP_OR,     Query::OP_OR,      Query::OP_AND,
                                   Query::OP_FILTER, Query::OP_AND_NOT, Query::OP_AND_MAYBE,
                                   Query::OP_XOR,    Query::OP_SYNONYM, Query::OP_MAX};
  if (depth == kDeepest || *rc::gen::inRange(0, 4) == 0) {
    return random_leaf(has_to_match);
  }
  if (*rc::gen::inRange(0, 8) == 0) {
    return {0.5, random_query(depth + 1, has_to_match)};
  }
  const Query::op joint = *rc::gen::elementOf(std::vector(std::begin(kJoints), std::end(kJoints)));
  const bool all_have_to = joint == Query::OP_AND || joint == Query::OP_FILTER;
  const bool first_has_to =
      all_have_to || joint == Query::OP_AND_NOT || joint == Query::OP_AND_MAYBE;
  std::vector<Query> parts;
  for (int left = *rc::gen::inRange(2, 5); left > 0; --left) {
    if (joint == Query::OP_AND_NOT && !parts.empty()) {  // Xapian misjudges more than a term there.
      parts.emplace_back(random_term());
      continue;
    }
    const bool has_to = parts.empty() ? first_has_to : all_have_to;
    parts.push_back(random_query(depth + 1, has_to_match && has_to));
  }
  return {joint, parts.begin(), parts.end()};
}

std::vector<Xapian::docid> found_by_xapian(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> documents(found.begin(), found.end());
  std::ranges::sort(documents);
  return documents;
}

}  // namespace

TEST_CASE("property: documents read from postings are those that the matcher finds") {
  CHECK(rc::check([] {
    const Xapian::WritableDatabase database = random_database();
    const Deadline tomorrow(std::chrono::steady_clock::now() + std::chrono::hours(24));
    for (int i = 0; i < kQuestions; ++i) {
      const Query query = random_query();
      RC_LOG() << query.get_description() << '\n';
      const std::vector<Xapian::docid> right = found_by_xapian(database, query);
      RC_ASSERT(matching_documents(database, query, tomorrow) == right);
      RC_ASSERT(run_matcher(database, query, tomorrow) == right);
    }
  }));
}

}  // namespace bulletin::test
