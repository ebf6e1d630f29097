#include "searcher/search/facet_column.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/understanding/regions.hpp"
#include "searcher/query/slot_values.hpp"
#include "searcher/search/facet_part_builder.hpp"

namespace bulletin {
namespace {

FacetPartBuilder::Values places_of(std::string_view packed) {
  FacetPartBuilder::Values places{unpack_countries(packed), {}};
  std::vector<std::string>& regions = places[1];
  const auto touch = [&](const std::string& region) {
    if (std::ranges::find(regions, region) == regions.end()) {
      regions.push_back(region);
    }
  };
  for (const std::string& country : places[0]) {
    if (const auto region = region_of(country)) {
      touch(region->subregion.code);
      touch(region->continent.code);
    }
  }
  return places;
}

FacetPartBuilder::Values times_of(std::string_view packed) {
  const FacetDates dates = unpack_dates(packed);
  FacetPartBuilder::Values times;
  for (const std::uint16_t year : dates.years) {
    times[0].push_back(format_month(MonthNumber{year} * 12).substr(0, 4));
  }
  for (const MonthNumber month : dates.months) {
    times[1].push_back(format_month(month));
  }
  return times;
}

FacetCounts together(FacetPart::Counts places, FacetPart::Counts times, FacetPart::Counts sorts) {
  return {.langs = std::move(sorts.facets[0]),
          .countries = std::move(places.facets[0]),
          .regions = std::move(places.facets[1]),
          .kinds = std::move(sorts.facets[1]),
          .years = std::move(times.facets[0]),
          .months = std::move(times.facets[1]),
          .without_country = places.without_first,
          .without_date = times.without_first};
}

// A damaged index may have values of documents beyond the last.
std::vector<std::uint32_t> read_days(const Xapian::Database& database, const Deadline& deadline) {
  std::vector<std::uint32_t> days(std::size_t{database.get_lastdocid()} + 1);
  const auto end = database.valuestream_end(slot::kDate);
  for (auto value = database.valuestream_begin(slot::kDate); value != end; ++value) {
    deadline.check();
    if (const Xapian::docid document = value.get_docid(); document < days.size()) {
      days[document] = day_number(*value);
    }
  }
  return days;
}

}  // namespace

// Takes packed values apart.
class FacetColumnBuilder {
 public:
  explicit FacetColumnBuilder(std::size_t rows) : places_(rows), times_(rows), sorts_(rows) {}

  void set(std::size_t row, std::string_view packed) {
    const PackedFacets parts = split_facets(packed);
    places_.set(row, parts.countries, [&] { return places_of(parts.countries); });
    times_.set(row, parts.dates, [&] { return times_of(parts.dates); });
    key_.assign(parts.kinds).append(parts.lang);
    sorts_.set(row, key_, [&] {
      return FacetPartBuilder::Values{{{std::string(parts.lang)}, unpack_kinds(parts.kinds)}};
    });
  }

  [[nodiscard]] FacetColumn build(std::size_t documents) {
    return {places_.build(), times_.build(), sorts_.build(), documents};
  }

 private:
  FacetPartBuilder places_, times_, sorts_;
  std::string key_;
};

FacetColumn::FacetColumn(FacetPart places, FacetPart times, FacetPart sorts, std::size_t documents)
    : places_(std::move(places)),
      times_(std::move(times)),
      sorts_(std::move(sorts)),
      documents_(documents),
      all_(together(places_.count_all(), times_.count_all(), sorts_.count_all())) {}

FacetCounts FacetColumn::count(std::span<const Xapian::docid> documents) const {
  return documents.size() == documents_
             ? all_
             : together(places_.count(documents), times_.count(documents), sorts_.count(documents));
}

FacetColumn FacetColumn::read(const Xapian::Database& database, const Deadline& deadline) {
  FacetColumnBuilder builder(std::size_t{database.get_lastdocid()} + 1);
  if (!is_at_hand(database)) {
    for (const auto& [document, value] :
         ask_values(database, slot::kFacets, Xapian::Query(std::string()), deadline)) {
      builder.set(document, value);
    }
    return builder.build(database.get_doccount());
  }
  const auto end = database.valuestream_end(slot::kFacets);
  for (auto value = database.valuestream_begin(slot::kFacets); value != end; ++value) {
    deadline.check();
    builder.set(value.get_docid(), *value);
  }
  FacetColumn column = builder.build(database.get_doccount());
  column.days_ = read_days(database, deadline);
  return column;
}

FacetCounts FacetColumn::count_by_reading(const Xapian::Database& database,
                                          std::span<const Xapian::docid> documents,
                                          const Xapian::Query& found_by, const Deadline& deadline) {
  FacetColumnBuilder builder(documents.size());
  SlotValues(database, slot::kFacets, found_by, deadline)
      .each(documents, [&](std::size_t place, const std::string& value) {
        builder.set(place, value);
        return true;
      });
  return builder.build(documents.size()).all_;
}

}  // namespace bulletin
