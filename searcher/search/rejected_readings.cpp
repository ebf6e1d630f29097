#include "searcher/search/rejected_readings.hpp"

#include <algorithm>

#include "indexer/understanding/item_text.hpp"

namespace bulletin {

RejectedReadings rejected_readings(const Bulletin& bulletin, const Publisher& publisher) {
  const ItemText item = ItemText::of(bulletin.title, bulletin.text);
  RejectedReadings rejected{.dates = rejected_dates(item, bulletin.published),
                            .countries = rejected_countries(item, publisher)};
  std::erase_if(rejected.dates, [&](const RejectedDate& reading) {
    return reading.span && std::ranges::find(bulletin.dates, *reading.span, &DateMention::span) !=
                               bulletin.dates.end();
  });
  std::erase_if(rejected.countries, [&](const RejectedCountry& reading) {
    return std::ranges::find(bulletin.countries, reading.code, &CountryMention::code) !=
           bulletin.countries.end();
  });
  return rejected;
}

}  // namespace bulletin
