#include "searcher/search/facet_column_builder.hpp"

#include <algorithm>
#include <utility>

#include "indexer/schema/facet_values.hpp"
#include "indexer/understanding/regions.hpp"

namespace bulletin {
namespace {

// Returns the number of `packed`, from 1; calls `add(packed)` when it is a new one.
template <typename Numbers, typename Add>
std::uint32_t number_of(Numbers& numbers, std::string_view packed, Add add) {
  if (const auto known = numbers.find(packed); known != numbers.end()) {
    return known->second;
  }
  add(packed);
  const auto number = static_cast<std::uint32_t>(numbers.size() + 1);
  numbers.emplace(packed, number);
  return number;
}

}  // namespace

void FacetColumnBuilder::Table::add_combination(std::span<const std::string> values) {
  for (const std::string& value : values) {
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    values_.push_back(numbers_.try_emplace(value, next).first->second);
  }
  begins_.push_back(static_cast<std::uint32_t>(values_.size()));
}

FacetTable FacetColumnBuilder::Table::sorted() const {
  std::vector<std::pair<std::string, std::uint32_t>> names(numbers_.begin(), numbers_.end());
  std::ranges::sort(names);
  FacetTable table{.names = {}, .begins = begins_, .numbers = values_};
  std::vector<std::uint32_t> places(names.size());
  for (auto& [name, number] : names) {
    places[number] = static_cast<std::uint32_t>(table.names.size());
    table.names.push_back(std::move(name));
  }
  for (std::uint32_t& number : table.numbers) {
    number = places[number];
  }
  return table;
}

FacetColumnBuilder::FacetColumnBuilder(std::size_t rows) {
  column_.rows_.resize(rows);
}

void FacetColumnBuilder::add_places(std::string_view packed) {
  const std::vector<std::string> countries = unpack_countries(packed);
  std::vector<std::string> regions;
  const auto touch = [&](const std::string& region) {
    if (std::ranges::find(regions, region) == regions.end()) {
      regions.push_back(region);
    }
  };
  for (const std::string& country : countries) {
    if (const auto region = region_of(country)) {
      touch(region->subregion.code);
      touch(region->continent.code);
    }
  }
  countries_.add_combination(countries);
  regions_.add_combination(regions);
}

void FacetColumnBuilder::add_times(std::string_view packed) {
  const FacetDates dates = unpack_dates(packed);
  std::vector<std::string> years, months;
  for (const std::uint16_t year : dates.years) {
    years.push_back(format_month(MonthNumber{year} * 12).substr(0, 4));
  }
  for (const MonthNumber month : dates.months) {
    months.push_back(format_month(month));
  }
  years_.add_combination(years);
  months_.add_combination(months);
}

void FacetColumnBuilder::add(std::size_t row, std::string_view packed) {
  const PackedFacets parts = split_facets(packed);
  const auto add_sorts = [&](std::string_view /*key*/) {
    langs_.add_combination({{std::string(parts.lang)}});
    kinds_.add_combination(unpack_kinds(parts.kinds));
  };
  const std::string sorts = std::string(parts.kinds) + std::string(parts.lang);
  column_.rows_[row] = {
      .places = number_of(places_, parts.countries, [&](auto text) { add_places(text); }),
      .times = number_of(times_, parts.dates, [&](auto text) { add_times(text); }),
      .sorts = number_of(sorts_, sorts, add_sorts)};
}

FacetColumn FacetColumnBuilder::build(std::size_t documents) {
  column_.countries_ = countries_.sorted();
  column_.regions_ = regions_.sorted();
  column_.years_ = years_.sorted();
  column_.months_ = months_.sorted();
  column_.langs_ = langs_.sorted();
  column_.kinds_ = kinds_.sorted();
  column_.documents_ = documents;
  column_.all_ = column_.count_rows();
  return std::move(column_);
}

}  // namespace bulletin
