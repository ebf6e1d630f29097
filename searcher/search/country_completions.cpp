#include "searcher/search/country_completions.hpp"

#include <algorithm>
#include <optional>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/schema/spoken_keys.hpp"
#include "indexer/understanding/gazetteer.hpp"

namespace bulletin {
namespace {

struct NamedCountry {
  const LabelRow* label;
  std::string en, zh;  // Folded.
  SpokenKeys keys;
};

const std::vector<NamedCountry>& named_countries() {
  static const std::vector<NamedCountry> kCountries = [] {
    std::vector<NamedCountry> countries;
    for (const LabelRow& label : country_labels()) {
      const std::string zh = FoldedText::fold(label.zh).text();
      countries.push_back({&label, FoldedText::fold(label.en).text(), zh, spoken_keys(zh)});
    }
    return countries;
  }();
  return kCountries;
}

bool one_begins(const std::vector<std::string>& keys, const std::string& typed) {
  return std::ranges::any_of(keys, [&](const std::string& key) { return key.starts_with(typed); });
}

std::string letters_of(const TypedEnding& ending) {
  std::string letters;
  for (const std::string& piece : ending.pieces) {
    letters += piece;
  }
  return letters;
}

std::optional<AgreesBy> agreement(const NamedCountry& country, const TypedEnding& ending,
                                  const std::string& letters) {
  if ((ending.is_han ? country.zh : country.en).starts_with(ending.folded)) {
    return AgreesBy::kText;
  }
  if (letters.size() < 2) {
    return std::nullopt;
  }
  if (one_begins(country.keys.sounds, letters) && is_spoken(country.zh, ending.pieces)) {
    return AgreesBy::kSound;
  }
  return ending.pieces.size() == 1 && one_begins(country.keys.initials, letters)
             ? std::optional(AgreesBy::kInitials)
             : std::nullopt;
}

}  // namespace

std::vector<CountryCompletion> countries_beginning(const TypedEnding& ending) {
  const std::string letters = letters_of(ending);
  std::vector<CountryCompletion> found;
  for (const NamedCountry& country : named_countries()) {
    const auto by = agreement(country, ending, letters);
    if (!by) {
      continue;
    }
    const bool is_english = *by == AgreesBy::kText && !ending.is_han;
    found.push_back({.code = std::string(country.label->code),
                     .text = std::string(is_english ? country.label->en : country.label->zh),
                     .other_name = std::string(is_english ? country.label->zh : country.label->en),
                     .folded = is_english ? country.en : country.zh,
                     .by = *by,
                     .names = {country.en, country.zh}});
  }
  return found;
}

}  // namespace bulletin
