#include "searcher/search/facet_part_builder.hpp"

#include <algorithm>
#include <utility>

namespace bulletin {

void FacetPartBuilder::add_combination(const Values& values) {
  auto& list = lists_.emplace_back();
  for (std::size_t facet = 0; facet < values.size(); ++facet) {
    for (const std::string& value : values[facet]) {
      const auto next = static_cast<std::uint32_t>(values_[facet].size());
      list[facet].push_back(values_[facet].try_emplace(value, next).first->second);
    }
  }
}

// Sorts the names of a facet and returns, by number as it came, the number it has for good.
std::vector<std::uint32_t> FacetPartBuilder::final_numbers(std::size_t facet) {
  std::vector<std::pair<std::string, std::uint32_t>> came(values_[facet].begin(),
                                                          values_[facet].end());
  std::ranges::sort(came);
  auto next = static_cast<std::uint32_t>(FacetPart::kFirstValue + part_.names_[0].size());
  std::vector<std::uint32_t> numbers(came.size());
  for (auto& [name, number] : came) {
    numbers[number] = next++;
    part_.names_[facet].push_back(std::move(name));
  }
  return numbers;
}

FacetPart FacetPartBuilder::build() {
  constexpr std::size_t kBlock = FacetPart::kBlock;
  const std::array numbers{final_numbers(0), final_numbers(1)};  // In this order.
  std::vector<std::uint32_t>& values = part_.values_;
  std::vector<std::uint32_t> begins;  // By combination: its first block.
  for (std::size_t combination = 0; combination < lists_.size(); ++combination) {
    const auto& list = lists_[combination];
    const std::size_t begin = values.size();
    values.push_back(0);
    if (combination > 0 && list[0].empty()) {
      values.push_back(FacetPart::kWithoutFirst);
    }
    for (std::size_t facet = 0; facet < list.size(); ++facet) {
      for (const std::uint32_t number : list[facet]) {
        values.push_back(numbers[facet][number]);
      }
    }
    values.resize((values.size() + kBlock - 1) / kBlock * kBlock, FacetPart::kFill);
    values[begin] = static_cast<std::uint32_t>((values.size() - begin) / kBlock);
    begins.push_back(static_cast<std::uint32_t>(begin / kBlock));
  }
  for (std::uint32_t& row : part_.rows_) {
    row = begins[row];
  }
  return std::move(part_);
}

}  // namespace bulletin
