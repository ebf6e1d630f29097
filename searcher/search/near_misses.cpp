#include "searcher/search/near_misses.hpp"

#include <algorithm>

#include "searcher/query/text_query.hpp"
#include "searcher/search/explanation.hpp"
#include "searcher/search/facets.hpp"
#include "searcher/search/most_frequent_terms.hpp"
#include "searcher/search/same_sound.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostParts = 20;  // A longer query was pasted: not worth a search each.

bool looks_for_words(const QueryPart& part) {
  return part.occur != Occur::kMustNot &&
         (part.kind == PartKind::kWords || part.kind == PartKind::kPhrase);
}

bool is_nowhere(const IndexTerms& terms, const std::string& word, const Analyzer& analyzer,
                const Deadline& deadline) {
  Needles needles;
  const Xapian::Query query =
      TextQueryBuilder(analyzer, needles, expansion_of(terms)).any_word(word);
  return !query.empty() && matching_documents(terms.database(), query, deadline).empty();
}

MissingWord missing_word(const IndexTerms& terms, const std::string& word) {
  std::vector<IndexWord> alike = same_sound(terms, word);
  const bool by_sound = !alike.empty();
  return {.word = word,
          .by_sound = by_sound,
          .near = by_sound ? std::move(alike) : near_in_index(terms, word)};
}

std::vector<MissingWord> missing_words(const IndexTerms& terms, const SearchQuery& query,
                                       const Analyzer& analyzer) {
  std::vector<MissingWord> missing = misheard(terms, query, analyzer);
  for (const QueryPart& part : query.parts) {
    if (!looks_for_words(part)) {
      continue;
    }
    for (const std::string& word : words_of(part.text, analyzer)) {
      const auto is_told = [&](const MissingWord& known) {
        return known.word.find(word) != std::string::npos;
      };
      if (missing.size() < kMostParts && std::ranges::none_of(missing, is_told) &&
          is_nowhere(terms, word, analyzer, query.deadline)) {
        missing.push_back(missing_word(terms, word));
      }
    }
  }
  return missing;
}

bool is_wanted(const QueryPart& part) {
  return part.occur != Occur::kMustNot;
}

std::vector<LooserSearch> looser_searches(const Xapian::Database& database,
                                          const SearchQuery& query) {
  const std::vector<QueryPart>& parts = query.parts;
  std::vector<LooserSearch> looser;
  if (parts.size() < 2 || parts.size() > kMostParts) {
    return looser;
  }
  const auto wanted = std::ranges::count_if(parts, is_wanted);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_wanted(parts[i]) && wanted == 1) {
      continue;  // Only exclusions would be left: nearly everything.
    }
    const std::size_t total =
        matching_documents(database, query_of(parts, i), query.deadline).size();
    if (total > 0) {
      looser.push_back({parts[i].kind, parts[i].occur, parts[i].text, total});
    }
  }
  return looser;
}

}  // namespace

NearMisses near_misses(const IndexTerms& terms, const SearchQuery& query,
                       const Analyzer& analyzer) {
  return {.missing = missing_words(terms, query, analyzer),
          .looser = looser_searches(terms.database(), query)};
}

}  // namespace bulletin
