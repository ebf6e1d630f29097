#include "searcher/search/facet_column.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"
#include "indexer/understanding/regions.hpp"

namespace bulletin {
namespace {

constexpr std::uint32_t kNoValue = 0xFFFFFFFF;

// Adds up, for each value, the counts of the combinations that have it.
template <typename Value>
ValueCounts<Value> summed(const std::vector<std::vector<std::uint32_t>>& combinations,
                          const std::vector<std::size_t>& counts, const std::vector<Value>& names) {
  std::vector<std::size_t> sums(names.size());
  for (std::size_t number = 0; number < combinations.size(); ++number) {
    if (counts[number] > 0) {
      for (const std::uint32_t value : combinations[number]) {
        sums[value] += counts[number];
      }
    }
  }
  ValueCounts<Value> found;
  for (std::size_t value = 0; value < sums.size(); ++value) {
    if (sums[value] > 0) {
      found.emplace_back(names[value], sums[value]);
    }
  }
  return found;
}

}  // namespace

template <typename Value>
std::uint32_t FacetColumn::Numbering<Value>::number_of(const Value& value) {
  const auto [place, is_new] =
      numbers.try_emplace(value, static_cast<std::uint32_t>(values.size()));
  if (is_new) {
    values.push_back(value);
  }
  return place->second;
}

template <typename Unpack>
std::uint32_t FacetColumn::Part::number_of(std::string_view packed, Unpack unpack) {
  const auto known = combinations.find(packed);
  if (known != combinations.end()) {
    return known->second;
  }
  const auto number = static_cast<std::uint32_t>(values.size());
  values.push_back(unpack());
  counts.push_back(0);
  combinations.emplace(packed, number);
  return number;
}

void FacetColumn::Part::begin() {
  std::ranges::fill(counts, 0);
}

std::size_t FacetColumn::Part::without_values() const {
  std::size_t count = 0;
  for (std::size_t number = 0; number < values.size(); ++number) {
    count += values[number].empty() ? counts[number] : 0;
  }
  return count;
}

template <typename Value>
ValueCounts<Value> FacetColumn::Part::by_value(const std::vector<Value>& names) const {
  return summed(values, counts, names);
}

std::uint32_t FacetColumn::number_of_countries(std::string_view packed) {
  return countries_.number_of(packed, [&] {
    std::vector<std::uint32_t> numbers, regions;
    const auto touch = [&](const RegionLabel& region) {
      const std::uint32_t number = region_names_.number_of(region.code);
      if (std::ranges::find(regions, number) == regions.end()) {
        regions.push_back(number);
      }
    };
    for (const std::string& country : unpack_countries(packed)) {
      numbers.push_back(country_names_.number_of(country));
      if (const auto region = region_of(country)) {
        touch(region->subregion);
        touch(region->continent);
      }
    }
    regions_of_countries_.push_back(std::move(regions));
    return numbers;
  });
}

std::uint32_t FacetColumn::number_of_dates(std::string_view packed) {
  return dates_.number_of(packed, [&] {
    const FacetDates dates = unpack_dates(packed);
    std::vector<std::uint32_t> years, months;
    for (const std::uint16_t year : dates.years) {
      years.push_back(years_.number_of(year));
    }
    for (const MonthNumber month : dates.months) {
      months.push_back(months_.number_of(month));
    }
    months_of_dates_.push_back(std::move(months));
    return years;
  });
}

FacetColumn::Numbers FacetColumn::numbers_of(std::string_view packed) {
  const PackedFacets parts = split_facets(packed);
  const auto lang = [&] { return std::vector{lang_names_.number_of(std::string(parts.lang))}; };
  const auto kinds = [&] {
    std::vector<std::uint32_t> numbers;
    for (const std::string& kind : unpack_kinds(parts.kinds)) {
      numbers.push_back(kind_names_.number_of(kind));
    }
    return numbers;
  };
  return {.lang = langs_.number_of(parts.lang, lang),
          .countries = number_of_countries(parts.countries),
          .kinds = kinds_.number_of(parts.kinds, kinds),
          .dates = number_of_dates(parts.dates)};
}

void FacetColumn::begin() {
  langs_.begin();
  countries_.begin();
  kinds_.begin();
  dates_.begin();
}

void FacetColumn::add(const Numbers& numbers) {
  ++langs_.counts[numbers.lang];
  ++countries_.counts[numbers.countries];
  ++kinds_.counts[numbers.kinds];
  ++dates_.counts[numbers.dates];
}

FacetCounts FacetColumn::counted() const {
  return {.langs = langs_.by_value(lang_names_.values),
          .countries = countries_.by_value(country_names_.values),
          .regions = summed(regions_of_countries_, countries_.counts, region_names_.values),
          .kinds = kinds_.by_value(kind_names_.values),
          .years = dates_.by_value(years_.values),
          .months = summed(months_of_dates_, dates_.counts, months_.values),
          .without_country = countries_.without_values(),
          .without_date = dates_.without_values()};
}

void FacetColumn::follow(std::string_view state, std::size_t documents) {
  if (state == state_) {
    return;
  }
  // Numbers stay true whatever the documents are; only tables mostly of what is gone are dropped.
  if (countries_.values.size() > documents || dates_.values.size() > documents) {
    *this = FacetColumn();
  }
  state_ = state;
  column_.clear();
  values_read_ = 0;
}

void FacetColumn::read_column(const Xapian::Database& database, const Deadline& deadline) {
  std::vector<Numbers> column(std::size_t{database.get_lastdocid()} + 1, Numbers{.lang = kNoValue});
  const auto end = database.valuestream_end(slot::kFacets);
  for (auto value = database.valuestream_begin(slot::kFacets); value != end; ++value) {
    deadline.check();
    column[value.get_docid()] = numbers_of(*value);
  }
  column_ = std::move(column);  // Only now: half a column would count wrong.
}

FacetCounts FacetColumn::count(const Xapian::Database& database, std::string_view state,
                               const std::vector<Xapian::docid>& documents,
                               const Deadline& deadline) {
  follow(state, database.get_doccount());
  if (column_.empty() && (values_read_ += documents.size()) > database.get_doccount()) {
    read_column(database, deadline);
  }
  begin();  // A count before this one may have been cut short.
  if (column_.empty()) {
    auto value = database.valuestream_begin(slot::kFacets);
    const auto end = database.valuestream_end(slot::kFacets);
    for (const Xapian::docid document : documents) {
      deadline.check();
      value.skip_to(document);
      if (value == end) {
        break;
      }
      if (value.get_docid() == document) {
        add(numbers_of(*value));
      }
    }
  } else {
    for (const Xapian::docid document : documents) {
      if (const Numbers& numbers = column_[document]; numbers.lang != kNoValue) {
        add(numbers);
      }
    }
  }
  return counted();
}

}  // namespace bulletin
