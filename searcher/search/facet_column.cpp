#include "searcher/search/facet_column.hpp"

#include <cassert>

#include "indexer/schema/schema.hpp"
#include "searcher/search/facet_column_builder.hpp"

namespace bulletin {
namespace {

// Adds up, for each value, how often the combinations occur that have it.
std::vector<Bucket> summed(const FacetTable& table, const std::vector<std::uint32_t>& occurrences) {
  std::vector<std::uint32_t> sums(table.names.size());
  for (std::size_t combination = 0; combination < occurrences.size(); ++combination) {
    if (const std::uint32_t count = occurrences[combination]; count > 0) {
      for (auto at = table.begins[combination]; at < table.begins[combination + 1]; ++at) {
        sums[table.numbers[at]] += count;
      }
    }
  }
  std::vector<Bucket> found;
  for (std::size_t value = 0; value < sums.size(); ++value) {
    if (sums[value] > 0) {
      found.push_back({table.names[value], sums[value]});
    }
  }
  return found;
}

std::size_t without_values(const FacetTable& table, const std::vector<std::uint32_t>& occurrences) {
  std::size_t count = 0;
  for (std::size_t combination = 1; combination < occurrences.size(); ++combination) {
    const bool is_empty = table.begins[combination] == table.begins[combination + 1];
    count += is_empty ? occurrences[combination] : 0;
  }
  return count;
}

}  // namespace

void FacetColumn::Occurrences::add(const Row& row) {
  ++places[row.places];
  ++times[row.times];
  ++sorts[row.sorts];
}

FacetColumn::Occurrences FacetColumn::none() const {
  const auto combinations = [](const FacetTable& table) { return table.begins.size() - 1; };
  return {.places = std::vector<std::uint32_t>(combinations(countries_)),
          .times = std::vector<std::uint32_t>(combinations(years_)),
          .sorts = std::vector<std::uint32_t>(combinations(langs_))};
}

FacetCounts FacetColumn::counted(const Occurrences& occurrences) const {
  return {.langs = summed(langs_, occurrences.sorts),
          .countries = summed(countries_, occurrences.places),
          .regions = summed(regions_, occurrences.places),
          .kinds = summed(kinds_, occurrences.sorts),
          .years = summed(years_, occurrences.times),
          .months = summed(months_, occurrences.times),
          .without_country = without_values(countries_, occurrences.places),
          .without_date = without_values(years_, occurrences.times)};
}

FacetCounts FacetColumn::count(std::span<const Xapian::docid> documents) const {
  if (documents.size() == documents_) {
    return all_;
  }
  Occurrences occurrences = none();
  for (const Xapian::docid document : documents) {
    assert(document < rows_.size() && "documents are those of the state that was read");
    occurrences.add(rows_[document]);
  }
  return counted(occurrences);
}

FacetCounts FacetColumn::count_rows() const {
  Occurrences occurrences = none();
  for (const Row& row : rows_) {
    occurrences.add(row);
  }
  return counted(occurrences);
}

FacetColumn FacetColumn::of_all(const Xapian::Database& database, const Deadline& deadline) {
  FacetColumnBuilder builder(std::size_t{database.get_lastdocid()} + 1);
  const auto end = database.valuestream_end(slot::kFacets);
  for (auto value = database.valuestream_begin(slot::kFacets); value != end; ++value) {
    deadline.check();
    builder.add(value.get_docid(), *value);
  }
  return builder.build(database.get_doccount());
}

FacetCounts FacetColumn::count_by_reading(const Xapian::Database& database,
                                          std::span<const Xapian::docid> documents,
                                          const Deadline& deadline) {
  FacetColumnBuilder builder(documents.size());
  auto value = database.valuestream_begin(slot::kFacets);
  const auto end = database.valuestream_end(slot::kFacets);
  for (std::size_t at = 0; at < documents.size() && value != end; ++at) {
    deadline.check();
    value.skip_to(documents[at]);
    if (value != end && value.get_docid() == documents[at]) {
      builder.add(at, *value);
    }
  }
  return builder.build(documents.size()).all_;
}

}  // namespace bulletin
