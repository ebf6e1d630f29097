#include "searcher/search/most_frequent_terms.hpp"

#include <algorithm>
#include <utility>

namespace bulletin {

std::vector<std::string> most_frequent_terms(const Xapian::Database& database,
                                             const std::string& start, std::size_t most) {
  std::vector<std::pair<std::string, Xapian::doccount>> counted;
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    counted.emplace_back(*term, term.get_termfreq());
  }
  if (counted.size() > most) {
    std::ranges::nth_element(counted, counted.begin() + static_cast<std::ptrdiff_t>(most),
                             std::ranges::greater(), &decltype(counted)::value_type::second);
    counted.resize(most);
  }
  std::vector<std::string> terms;
  for (auto& [term, items] : counted) {
    terms.push_back(std::move(term));
  }
  return terms;
}

IndexLookups expansion_of(const Xapian::Database& database, const Deadline& deadline) {
  return {.expand = [&database](
                        const std::string& start,
                        std::size_t most) { return most_frequent_terms(database, start, most); },
          .held = {},
          .deadline = deadline};
}

}  // namespace bulletin
