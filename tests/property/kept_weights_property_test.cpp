// Kept postings give the documents and weights that Xapian's own match gives, whatever is asked.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/query/ask_shards.hpp"
#include "searcher/search/kept_weights.hpp"
#include "searcher/search/ranking.hpp"
#include "tests/support/placed_document.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

// Terms `a` to `h`, rarer and rarer, and `i`, which no document has.
std::string term(int number) {
  return {static_cast<char>('a' + number)};
}

Xapian::WritableDatabase random_database() {
  Xapian::WritableDatabase made(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const int size = *rc::gen::inRange(0, 100);
  for (int i = 0; i < size; ++i) {
    test::PlacedDocument item;
    const int words = *rc::gen::inRange(0, 20);
    for (int at = 1; at <= words; ++at) {
      item.put(term(*rc::gen::inRange(0, *rc::gen::inRange(1, 9))),
               static_cast<Xapian::termpos>(at));
    }
    made.add_document(item.document());
  }
  if (size > 2) {
    made.delete_document(2);
  }
  return made;
}

Query random_phrase() {
  std::vector<Query> parts;
  for (int i = *rc::gen::inRange(2, 4); i > 0; --i) {
    parts.emplace_back(term(*rc::gen::inRange(0, 3)));
  }
  const auto size = static_cast<Xapian::termcount>(parts.size());
  return *rc::gen::arbitrary<bool>()
             ? Query(Query::OP_PHRASE, parts.begin(), parts.end(), size)
             : Query(Query::OP_NEAR, parts.begin(), parts.end(), size + *rc::gen::inRange(0U, 4U));
}

// Words that are one to a weight: some of a word, some of all of several.
Query random_synonym() {
  std::vector<Query> parts;
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
    std::vector<std::string> all;
    for (int j = *rc::gen::inRange(1, 4); j > 0; --j) {
      all.push_back(term(*rc::gen::inRange(0, 9)));
    }
    parts.emplace_back(Query::OP_AND, all.begin(), all.end());
  }
  return {Query::OP_SYNONYM, parts.begin(), parts.end()};
}

// Phrases stand where they have to match: beside OR, where it has to, Xapian gives their weight to
// documents without them.
Query random_query(int depth, bool has_to_match) {
  const int kind = *rc::gen::inRange(0, depth == 0 ? 7 : 16);
  if (kind == 3 && has_to_match) {
    return random_phrase();
  }
  if (kind < 4) {
    return {term(*rc::gen::inRange(0, 9)), static_cast<Xapian::termcount>(*rc::gen::inRange(1, 4))};
  }
  if (kind == 4) {
    return Query::MatchAll;
  }
  if (kind < 7) {
    return random_synonym();
  }
  if (kind < 9) {
    return {*rc::gen::element(0.35, 0.65, 2.5), random_query(depth - 1, has_to_match)};
  }
  const Query::op operators[] = {Query::OP_AND,      Query::OP_OR,     Query::OP_OR,
                                 Query::OP_AND_NOT,  Query::OP_FILTER, Query::OP_AND_MAYBE,
                                 Query::OP_AND_MAYBE};
  const Query::op chosen = operators[kind - 9];
  if (chosen == Query::OP_AND_NOT) {  // Xapian misjudges more than a term there.
    return {chosen, random_query(depth - 1, has_to_match), Query(term(*rc::gen::inRange(0, 9)))};
  }
  const bool is_and = chosen == Query::OP_AND || chosen == Query::OP_FILTER;
  const bool first_has_to = has_to_match && chosen != Query::OP_OR;
  return {chosen, random_query(depth - 1, first_has_to),
          random_query(depth - 1, has_to_match && is_and)};
}

std::map<Xapian::docid, double> weights_by_xapian(const Xapian::Database& database,
                                                  const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(ranking_weight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::map<Xapian::docid, double> weights;
  for (auto item = found.begin(); item != found.end(); ++item) {
    weights[*item] = item.get_weight();
  }
  return weights;
}

std::map<Xapian::docid, double> weights_by_kept(const Xapian::Database& database,
                                                std::string_view state, KeptPostings& postings,
                                                const Query& query) {
  const Deadline deadline;
  KeptMatch match(database, state, postings, deadline);
  const std::vector<Xapian::docid> found = match.documents(query);
  RC_ASSERT(std::ranges::is_sorted(found));
  const auto weights = kept_weights(match, query, found);
  RC_ASSERT(weights.has_value());
  std::map<Xapian::docid, double> by_document;
  for (std::size_t i = 0; i < found.size(); ++i) {
    by_document[found[i]] = (*weights)[i];
  }
  return by_document;
}

void check_same(const std::map<Xapian::docid, double>& ours,
                const std::map<Xapian::docid, double>& theirs, const Query& query) {
  if (ours.size() != theirs.size()) {
    RC_FAIL(query.get_description() + ": " + std::to_string(ours.size()) + " instead of " +
            std::to_string(theirs.size()) + " documents");
  }
  for (const auto& [document, weight] : theirs) {
    const auto found = ours.find(document);
    RC_ASSERT(found != ours.end());
    if (std::abs(found->second - weight) > 1e-12 * weight) {
      RC_FAIL(query.get_description() + " of " + std::to_string(document) + ": " +
              std::to_string(found->second) + " instead of " + std::to_string(weight));
    }
  }
}

TEST_CASE("KeptMatch: documents and weights are Xapian's, in each state of the index") {
  CHECK(rc::check([] {
    KeptPostings postings(
        *rc::gen::element(std::size_t{0}, std::size_t{1500}, std::size_t{1} << 20));
    for (const std::string state : {"a", "b"}) {
      const Xapian::WritableDatabase database = random_database();
      for (int i = 0; i < 10; ++i) {
        const Query query = random_query(3, true);
        check_same(weights_by_kept(database, state, postings, query),
                   weights_by_xapian(database, query), query);
      }
    }
  }));
}

// The same documents under the same numbers in two databases, of which no class of ours may be
// asked.
Xapian::Database dealt_out(const Xapian::Database& whole) {
  const auto empty = [] {
    return Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
  };
  Xapian::WritableDatabase parts[] = {empty(), empty()};
  for (auto at = whole.postlist_begin({}); at != whole.postlist_end({}); ++at) {
    parts[(*at - 1) % 2].replace_document((*at - 1) / 2 + 1, whole.get_document(*at));
  }
  Xapian::Database together;
  together.add_database(parts[0]);
  together.add_database(parts[1]);
  return together;
}

TEST_CASE("KeptMatch: what is asked of shards gives the weights that one database has") {
  CHECK(rc::check([] {
    KeptPostings postings(1 << 20), asked(1 << 20);
    const Xapian::WritableDatabase whole = random_database();
    const Xapian::Database together = dealt_out(whole);
    RC_ASSERT(is_at_hand(whole));
    RC_ASSERT(!is_at_hand(together));
    for (int i = 0; i < 10; ++i) {
      const Query query = random_query(3, true);
      RC_ASSERT(weights_by_kept(together, "a", asked, query) ==
                weights_by_kept(whole, "a", postings, query));
    }
    for (const auto& [document, length] : ask_lengths(together, Query::MatchAll, {})) {
      RC_ASSERT(length == whole.get_doclength(document));
    }
  }));
}

TEST_CASE("KeptMatch: weights of patterns are left to Xapian, documents are found") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const char* word : {"a", "b", "c"}) {
    Xapian::Document document;
    document.add_term(word);
    database.add_document(document);
  }
  KeptPostings postings(1 << 20);
  const Deadline deadline;
  KeptMatch match(database, "a", postings, deadline);
  const Query best(Query::OP_MAX, Query("a"), Query("c"));
  for (const Query& query :
       {best, Query(Query::OP_OR, Query("c"), Query(Query::OP_WILDCARD, "a"))}) {
    const auto found = match.documents(query);
    CHECK(found == std::vector<Xapian::docid>{1, 3});
    CHECK_FALSE(kept_weights(match, query, found).has_value());
  }
  // What only limits is not weighed.
  const Query limited(Query::OP_FILTER, Query("a"), best);
  CHECK(kept_weights(match, limited, match.documents(limited)).has_value());
}

TEST_CASE("KeptPostings: no more is kept than their capacity") {
  const Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  constexpr std::size_t kCapacity = 1000;
  KeptPostings postings(kCapacity);
  for (int number = 0; number < 26; ++number) {
    CHECK(postings.of_term(database, "a", term(number), {}) != nullptr);
    CHECK_LE(postings.bytes(), kCapacity);
  }
  CHECK_GT(postings.bytes(), 0);
}

// Matches one document, and does not say which.
class OneDocument : public Xapian::PostingSource {
 public:
  explicit OneDocument(Xapian::docid document) : document_(document) {}
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 1; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return 1; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return 1; }
  void init(const Xapian::Database& /*database*/) override { reads_ = 0; }
  void next(double /*min_weight*/) override { ++reads_; }
  [[nodiscard]] bool at_end() const override { return reads_ > 1; }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }
  [[nodiscard]] OneDocument* clone() const override { return new OneDocument(document_); }

 private:
  Xapian::docid document_;
  int reads_ = 0;
};

TEST_CASE("KeptPostings: what does not describe itself is not taken for another") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 3; ++i) {
    Xapian::Document document;
    document.add_term("a");
    database.add_document(document);
  }
  KeptPostings postings(1 << 20);
  const Deadline deadline;
  KeptMatch match(database, "a", postings, deadline);
  for (const Xapian::docid wanted : {2U, 3U, 1U}) {
    OneDocument source(wanted);
    const Query query(Query::OP_FILTER, Query("a"), Query(&source));
    CHECK(match.documents(query) == std::vector<Xapian::docid>{wanted});
  }
}

TEST_CASE("KeptPostings: a word may be in an item more often than is kept in place") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Xapian::termcount wdf : {65'534U, 65'535U, 70'000U, 3U}) {
    Xapian::Document document;
    document.add_term("a", wdf);
    document.add_term("b", 5);
    database.add_document(document);
  }
  KeptPostings postings(1 << 20);
  for (const Query& query : {Query("a"), Query(Query::OP_SYNONYM, Query("a"), Query("b"))}) {
    check_same(weights_by_kept(database, "a", postings, query), weights_by_xapian(database, query),
               query);
  }
}

// Documents of which most have the term `a`, some several thousand of them, on disk.
void write_many(const std::string& folder, std::uint32_t seed) {
  std::mt19937 random(seed);
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (Xapian::docid number = 1; number < 4000;
       number += 1 + static_cast<Xapian::docid>(random() % 40 / 39)) {
    Xapian::Document document;
    document.add_term(random() % 9 == 0 ? "b" : "a",
                      1 + static_cast<Xapian::termcount>(random() % 300));
    document.add_term("c");
    database.replace_document(number, document);
  }
  database.commit();
}

TEST_CASE("KeptPostings: files say what Xapian says, and those of another state are not believed") {
  const test::TemporaryFolder scratch;
  const std::string folder = (scratch.path() / "database").string();
  write_many(folder, 1);
  const CommittedDatabase files{.folder = folder, .head = read_head(folder)};
  enum class Files : std::uint8_t { kThese, kWrittenTo, kReplaced };
  for (const Files state : {Files::kThese, Files::kWrittenTo, Files::kReplaced}) {
    CAPTURE(state);
    if (state == Files::kWrittenTo) {
      for (int commit = 0; commit < 3; ++commit) {
        Xapian::WritableDatabase writer(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        Xapian::Document more;
        more.add_term("a", 7);
        writer.add_document(more);
        writer.commit();
      }
    } else if (state == Files::kReplaced) {
      std::filesystem::remove_all(folder);
      write_many(folder, 2);
    }
    const Xapian::Database database(folder);
    KeptPostings by_xapian;
    KeptPostings by_files;
    by_files.read_from("state", files);
    const auto expected = by_xapian.of_term(database, "state", "a", {});
    const auto found = by_files.of_term(database, "state", "a", {});
    CHECK(found->documents == expected->documents);
    CHECK(found->wdfs == expected->wdfs);
    std::vector<Xapian::docid> some;
    for (std::size_t i = 0; i < expected->documents.size(); i += 40) {
      some.push_back(expected->documents[i]);
    }
    const Query all("a");
    // The first are read one by one, later all are.
    for (const auto& documents : {some, expected->documents, expected->documents, some}) {
      CHECK(by_files.lengths(database, "state", documents, all, {}) ==
            by_xapian.lengths(database, "state", documents, all, {}));
    }
  }
}

}  // namespace
}  // namespace bulletin
