#include "searcher/query/ask_shards.hpp"

#include <algorithm>
#include <cmath>

#include "indexer/schema/schema.hpp"
#include "searcher/query/query_parts.hpp"

namespace bulletin {
namespace {

using Xapian::Query;

Query all_of(const std::vector<Query>& parts) {
  return {Query::OP_AND, parts.begin(), parts.end()};
}

// A server may name documents that it said it does not have; what is kept by number has no room for
// them.
void expect_known(const Xapian::Database& database, const Xapian::MSet& found) {
  const Xapian::docid last = database.get_lastdocid();
  if (std::any_of(found.begin(), found.end(),
                  [&](Xapian::docid document) { return document == 0 || document > last; })) {
    throw Xapian::NetworkError("a server of a shard names documents that it does not have");
  }
}

// The whole result of a match that is set up.
Xapian::MSet whole_result(const Xapian::Database& database, const Xapian::Enquire& enquire,
                          const Deadline& deadline) {
  deadline.look();
  Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  deadline.look();
  expect_known(database, found);
  return found;
}

// Reads a result into pairs, ascending by document.
template <typename Value, typename Read>
std::vector<std::pair<Xapian::docid, Value>> pairs_of(const Xapian::MSet& found, Read read) {
  std::vector<std::pair<Xapian::docid, Value>> pairs;
  pairs.reserve(found.size());
  for (auto item = found.begin(); item != found.end(); ++item) {
    pairs.emplace_back(*item, read(item));
  }
  std::ranges::sort(pairs, {}, &std::pair<Xapian::docid, Value>::first);
  return pairs;
}

// One word to a weight that all documents have once; no document has its term.
Query one_in_all() {
  return {Query::OP_SYNONYM, Query(std::string()), Query(std::string(prefix::kTitle))};
}

// What that word gives a document of no length.
double most_of_one_in_all(double documents) {
  const double rarity = 0.5 / (documents + 0.5);
  return 2 * std::log(rarity * 0.5 + 1);
}

// A weight that grows with how often a word is there and shrinks with the length, nothing else.
Xapian::BM25Weight length_weight() {
  return {1, 0, 0, 1, 0};
}

}  // namespace

// Xapian tells what a database is by what it has: one in files a revision, one in memory no name.
bool is_at_hand(const Xapian::Database& database) {
  if (database.size() != 1) {
    return database.size() == 0;
  }
  try {
    static_cast<void>(database.get_revision());
    return true;
  } catch (const Xapian::UnimplementedError&) {
    return database.get_uuid().empty();
  }
}

bool is_for_servers(const Query& query) {
  return !is_about_places(query) && query.get_type() != Query::LEAF_POSTING_SOURCE &&
         std::ranges::all_of(parts_of(query), is_for_servers);
}

Query widened(const Query& query) {
  const Query::op type = query.get_type();
  if (is_for_servers(query)) {
    return query;
  }
  if (type == Query::LEAF_POSTING_SOURCE) {
    return Query(std::string());
  }
  if (is_about_places(query)) {
    std::vector<Query> words = parts_of(query);
    std::erase_if(words, [](const Query& word) { return term_of(word) == prefix::kTitle; });
    return words.empty() ? query.get_subquery(0) : all_of(words);
  }
  if (type == Query::OP_SCALE_WEIGHT || type == Query::OP_AND_MAYBE) {
    return widened(query.get_subquery(0));
  }
  std::vector<Query> parts;
  for (const Query& part : parts_of(query)) {
    // What is taken away must not be more than it is.
    if (parts.empty() || type != Query::OP_AND_NOT || is_for_servers(part)) {
      parts.push_back(widened(part));
    }
  }
  return parts.size() == 1 ? parts.front() : Query(type, parts.begin(), parts.end());
}

std::vector<Xapian::docid> ask_documents(const Xapian::Database& database, const Query& query,
                                         const Deadline& deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = whole_result(database, enquire, deadline);
  std::vector<Xapian::docid> documents(found.begin(), found.end());
  std::ranges::sort(documents);
  return documents;
}

Xapian::docid ask_first(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, 1);
  expect_known(database, found);
  return found.empty() ? 0 : *found.begin();
}

AskedCounts ask_counts(const Xapian::Database& database, const Query& words,
                       const std::vector<std::string>& terms, const Deadline& deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_query(words);
  enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));  // The number itself.
  const Xapian::MSet found = whole_result(database, enquire, deadline);
  AskedCounts counts{.wdfs = pairs_of<Xapian::termcount>(found,
                                                         [](const Xapian::MSetIterator& item) {
                                                           return static_cast<Xapian::termcount>(
                                                               std::llround(item.get_weight()));
                                                         }),
                     .frequencies = {}};
  for (const std::string& term : terms) {
    counts.frequencies.push_back(found.get_termfreq(term));
  }
  return counts;
}

std::vector<Xapian::doccount> ask_frequencies(const Xapian::Database& database,
                                              const std::vector<std::string>& terms) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_OR, terms.begin(), terms.end()));
  const Xapian::MSet told = enquire.get_mset(0, 0);
  std::vector<Xapian::doccount> frequencies;
  frequencies.reserve(terms.size());
  for (const std::string& term : terms) {
    frequencies.push_back(told.get_termfreq(term));
  }
  return frequencies;
}

std::vector<std::pair<Xapian::docid, Xapian::termcount>> ask_lengths(
    const Xapian::Database& database, const Query& query, const Deadline& deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, one_in_all(), query));
  enquire.set_weighting_scheme(length_weight());
  const double most = most_of_one_in_all(database.get_doccount());
  const double average = database.get_average_length();
  return pairs_of<Xapian::termcount>(
      whole_result(database, enquire, deadline), [&](const Xapian::MSetIterator& item) {
        const double weight = item.get_weight();  // most / (length / average + 1)
        return weight == 0
                   ? Xapian::termcount{0}
                   : static_cast<Xapian::termcount>(std::llround(average * (most / weight - 1)));
      });
}

std::vector<std::pair<Xapian::docid, double>> ask_weights(const Xapian::Database& database,
                                                          const Query& query,
                                                          const Xapian::Weight& weight,
                                                          const Deadline& deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  return pairs_of<double>(whole_result(database, enquire, deadline),
                          [](const Xapian::MSetIterator& item) { return item.get_weight(); });
}

std::vector<std::pair<Xapian::docid, std::string>> ask_values(const Xapian::Database& database,
                                                              Xapian::valueno slot,
                                                              const Query& query,
                                                              const Deadline& deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  return pairs_of<std::string>(
      whole_result(database, enquire, deadline),
      [](const Xapian::MSetIterator& item) { return item.get_sort_key(); });
}

std::string ask_value(const Xapian::Database& database, Xapian::docid document,
                      Xapian::valueno slot) {
  try {
    return database.get_document(document).get_value(slot);
  } catch (const Xapian::DocNotFoundError&) {
    return {};
  }
}

}  // namespace bulletin
