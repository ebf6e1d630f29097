#include "searcher/search/facet_column.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::uint32_t kNoValue = 0xFFFFFFFF;

std::string as_text(std::string_view text) {
  return std::string(text);
}

}  // namespace

template <typename Values>
std::uint32_t FacetColumn::Part<Values>::number_of(std::string_view text,
                                                   Values (*unpack)(std::string_view)) {
  const auto known = numbers.find(text);
  if (known != numbers.end()) {
    return known->second;
  }
  const auto number = static_cast<std::uint32_t>(values.size());
  values.push_back(unpack(text));
  counts.push_back(0);
  numbers.emplace(text, number);
  return number;
}

template <typename Values>
void FacetColumn::Part<Values>::begin() {
  std::ranges::fill(counts, 0);
}

template <typename Values>
Combinations<Values> FacetColumn::Part<Values>::occurring() const {
  Combinations<Values> found;
  for (std::size_t number = 0; number < values.size(); ++number) {
    if (counts[number] > 0) {
      found.emplace_back(&values[number], counts[number]);
    }
  }
  return found;
}

FacetColumn::Numbers FacetColumn::numbers_of(std::string_view packed) {
  const PackedFacets parts = split_facets(packed);
  return {.lang = langs_.number_of(parts.lang, as_text),
          .countries = countries_.number_of(parts.countries, unpack_countries),
          .kinds = kinds_.number_of(parts.kinds, unpack_kinds),
          .dates = dates_.number_of(parts.dates, unpack_dates)};
}

void FacetColumn::add(const Numbers& numbers) {
  ++langs_.counts[numbers.lang];
  ++countries_.counts[numbers.countries];
  ++kinds_.counts[numbers.kinds];
  ++dates_.counts[numbers.dates];
}

void FacetColumn::follow(std::string_view state, std::size_t documents) {
  if (state == state_) {
    return;
  }
  state_ = state;
  column_.clear();
  values_read_ = 0;
  // Numbers stay true whatever the documents are; only a table mostly of what is gone is dropped.
  if (countries_.values.size() > documents || dates_.values.size() > documents) {
    langs_ = {};
    countries_ = {};
    kinds_ = {};
    dates_ = {};
  }
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
  langs_.begin();  // A count before this one may have been cut short.
  countries_.begin();
  kinds_.begin();
  dates_.begin();
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
  return {.langs = langs_.occurring(),
          .countries = countries_.occurring(),
          .kinds = kinds_.occurring(),
          .dates = dates_.occurring()};
}

}  // namespace bulletin
