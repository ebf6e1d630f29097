#include "indexer/understanding/countries.hpp"

#include <map>

#include "indexer/understanding/country_readings.hpp"

namespace bulletin {
namespace {

Evidence evidence_of(const ItemText& item, const NameReading& reading) {
  const bool in_title = reading.field == TextField::kTitle;
  const FieldView view{reading.field, in_title ? item.title : item.text,
                       in_title ? &item.folded_title : &item.folded_text, false};
  return quote(view, {reading.match.begin, reading.match.end}, kind_name(reading.rule));
}

}  // namespace

std::vector<CountryMention> find_countries(const ItemText& item, const Publisher& publisher) {
  return publisher == default_publisher() ? find_countries(item, PublisherMatcher::of_default())
                                          : find_countries(item, PublisherMatcher(publisher));
}

std::vector<CountryMention> find_countries(const ItemText& item,
                                           const PublisherMatcher& publisher) {
  std::map<std::string_view, std::vector<Evidence>> found;
  for (const NameReading& reading : read_names(item, publisher)) {
    if (reading.countries == 0) {
      continue;
    }
    const auto claims = claims_of(*reading.meaning);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if ((reading.countries >> i & 1U) != 0) {
        found[claims[i].country()].push_back(evidence_of(item, reading));
      }
    }
  }
  std::vector<CountryMention> mentions;
  mentions.reserve(found.size());
  for (auto& [code, evidence] : found) {
    mentions.push_back({std::string(code), std::move(evidence)});
  }
  return mentions;
}

}  // namespace bulletin
