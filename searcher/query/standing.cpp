#include "searcher/query/standing.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"
#include "indexer/schema/term_places.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/query/query_parts.hpp"
#include "searcher/query/slot_values.hpp"

namespace bulletin {
namespace {

using Documents = std::vector<Xapian::docid>;  // Ascending.

bool ends_in_title(const Xapian::Query& phrase) {
  const std::size_t parts = phrase.get_num_subqueries();
  return parts > 0 && term_of(phrase.get_subquery(parts - 1)) == prefix::kTitle;
}

Arrangement arrangement_of(const Xapian::Query& phrase) {
  Arrangement arrangement{.terms = {}, .in_title = ends_in_title(phrase)};
  for (const Xapian::Query& word : words_of(phrase)) {
    arrangement.terms.push_back(term_hash(term_of(word)));
  }
  if (phrase.get_type() == Xapian::Query::OP_NEAR) {
    arrangement.window = window_of(phrase);
  }
  return arrangement;
}

// The rarest term's documents, and of those the ones that have the others.
Documents with_all(const Xapian::Database& database, const std::vector<Xapian::Query>& words,
                   const Deadline& deadline) {
  std::vector<std::string> terms;
  std::ranges::transform(words, std::back_inserter(terms), term_of);
  std::ranges::sort(terms, {},
                    [&](const std::string& term) { return database.get_termfreq(term); });
  terms.erase(std::ranges::unique(terms).begin(), terms.end());
  Documents found(database.postlist_begin(terms.front()), database.postlist_end(terms.front()));
  for (auto term = terms.begin() + 1; term != terms.end(); ++term) {
    found = with_term(database, found, *term, deadline);
  }
  return found;
}

// All that have the words come with their places.
Documents standing_asked(const Xapian::Database& database, const Xapian::Query& phrase,
                         const Deadline& deadline, std::size_t most) {
  const Arrangement arrangement = arrangement_of(phrase);
  Documents found;
  for (const auto& [document, places] :
       ask_values(database, slot::kPlaces, widened(phrase), deadline)) {
    deadline.check();
    if (found.size() < most && stand(arrangement, places)) {
      found.push_back(document);
    }
  }
  return found;
}

}  // namespace

Documents with_term(const Xapian::Database& database, std::span<const Xapian::docid> candidates,
                    const std::string& term, const Deadline& deadline) {
  Documents found;
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  auto candidate = candidates.begin();
  while (candidate != candidates.end()) {
    deadline.check();
    posting.skip_to(*candidate);
    if (posting == end) {
      break;
    }
    const Xapian::docid document = *posting;
    while (candidate != candidates.end() && *candidate < document) {
      ++candidate;
    }
    if (candidate != candidates.end() && *candidate == document) {
      found.push_back(document);
      ++candidate;
    }
  }
  return found;
}

std::vector<Xapian::Query> words_of(const Xapian::Query& phrase) {
  std::vector<Xapian::Query> words = parts_of(phrase);
  if (ends_in_title(phrase)) {
    words.pop_back();
  }
  return words;
}

Documents standing_among(const Xapian::Database& database, const Xapian::Query& phrase,
                         std::span<const Xapian::docid> candidates, const Deadline& deadline,
                         std::size_t most) {
  const Arrangement arrangement = arrangement_of(phrase);
  Documents found;
  if (most > 0) {
    SlotValues(database, slot::kPlaces, phrase, deadline)
        .each(candidates, [&](std::size_t place, const std::string& places) {
          if (stand(arrangement, places)) {
            found.push_back(candidates[place]);
          }
          return found.size() < most;
        });
  }
  return found;
}

Documents standing(const Xapian::Database& database, const Xapian::Query& phrase,
                   const Deadline& deadline, std::size_t most) {
  const std::vector<Xapian::Query> words = words_of(phrase);
  if (words.empty()) {
    return {};
  }
  return is_at_hand(database)
             ? standing_among(database, phrase, with_all(database, words, deadline), deadline, most)
             : standing_asked(database, phrase, deadline, most);
}

}  // namespace bulletin
