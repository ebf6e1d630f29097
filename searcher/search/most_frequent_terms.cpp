#include "searcher/search/most_frequent_terms.hpp"

#include <algorithm>
#include <utility>

namespace bulletin {

std::vector<std::string> most_frequent_terms(const IndexTerms& terms, const std::string& start,
                                             std::size_t most) {
  std::vector<std::pair<std::string, Xapian::doccount>> counted;
  terms.each(start, [&](const std::string& term, Xapian::doccount items) {
    counted.emplace_back(term, items);
    return true;
  });
  if (counted.size() > most) {
    std::ranges::nth_element(counted, counted.begin() + static_cast<std::ptrdiff_t>(most),
                             std::ranges::greater(), &decltype(counted)::value_type::second);
    counted.resize(most);
  }
  std::vector<std::string> found;
  for (auto& [term, items] : counted) {
    found.push_back(std::move(term));
  }
  return found;
}

IndexLookups expansion_of(const IndexTerms& terms, const Deadline& deadline) {
  return {.expand = [terms](const std::string& start,
                            std::size_t most) { return most_frequent_terms(terms, start, most); },
          .held = {},
          .deadline = deadline};
}

}  // namespace bulletin
