#include "searcher/search/facet_part.hpp"

#include <cassert>
#include <ranges>

namespace bulletin {

void FacetPart::add(std::uint32_t combination, std::uint32_t count, Sums& sums) const {
  const std::uint32_t end = begins_[combination + 1];
  for (std::uint32_t at = begins_[combination]; at < end; at += kStep) {
    for (std::size_t i = 0; i < kStep; ++i) {
      sums[values_[at + i]] += count;
    }
  }
}

FacetPart::Counts FacetPart::named(const Sums& sums) const {
  Counts counts{.facets = {}, .without_first = sums[kWithoutFirst]};
  std::size_t value = kFirstValue;
  for (std::size_t facet = 0; facet < names_.size(); ++facet) {
    for (const std::string& name : names_[facet]) {
      if (const std::uint32_t count = sums[value++]; count > 0) {
        counts.facets[facet].push_back({name, count});
      }
    }
  }
  return counts;
}

// Of many rows it is counted first how often each combination occurs: for 17,000 of 100,000 items
// that is a quarter cheaper. Few have hardly two of the same.
template <typename Combinations>
FacetPart::Counts FacetPart::counts_of(const Combinations& combinations) const {
  Sums sums(kFirstValue + names_[0].size() + names_[1].size());
  const std::size_t different = begins_.size() - 1;
  if (combinations.size() < different / 4) {
    for (const std::uint32_t combination : combinations) {
      add(combination, 1, sums);
    }
    return named(sums);
  }
  std::vector<std::uint32_t> occurrences(different);
  for (const std::uint32_t combination : combinations) {
    ++occurrences[combination];
  }
  for (std::uint32_t combination = 0; combination < different; ++combination) {
    if (occurrences[combination] > 0) {
      add(combination, occurrences[combination], sums);
    }
  }
  return named(sums);
}

FacetPart::Counts FacetPart::count(std::span<const Xapian::docid> rows) const {
  return counts_of(rows | std::views::transform([this](Xapian::docid row) {
                     assert(row < rows_.size() && "rows are those that were read");
                     return rows_[row];
                   }));
}

FacetPart::Counts FacetPart::count_all() const {
  return counts_of(rows_);
}

}  // namespace bulletin
