#include "searcher/browse/chips.hpp"

namespace bulletin::browse {
namespace {

Chip reading_chip(const QueryReading& reading, const Labels& labels, Language language) {
  const bool is_country = reading.kind == QueryReading::Kind::kCountry;
  const std::string meaning =
      is_country ? name_in(language, labels.country(reading.country)) : format_span(reading.span);
  const std::string words =
      reading.surface == meaning ? meaning : reading.surface + " = " + meaning;
  return {.kind = Chip::Kind::kReading,
          .facet = is_country ? Facet::kCountry : Facet::kDate,
          .value = reading.surface,
          .label = std::string(words_of(language).read_as) + ' ' + words};
}

std::string limit_label(Facet facet, const std::string& value, const Labels& labels,
                        Language language) {
  switch (facet) {
    case Facet::kCountry:
      return name_in(language, labels.country(value));
    case Facet::kKind:
      return name_in(language, labels.kind(value));
    case Facet::kRegion:
      return name_in(language, labels.region(value));
    case Facet::kLang:
      return language_name(value);
    case Facet::kDate:
      break;
  }
  return value == "none" ? std::string(words_of(language).no_date) : value;
}

}  // namespace

std::vector<Chip> chips_of(const Question& question, const std::vector<QueryReading>& readings,
                           const Labels& labels, Language language) {
  std::vector<Chip> chips;
  for (const QueryReading& reading : readings) {
    chips.push_back(reading_chip(reading, labels, language));
  }
  const Words& words = words_of(language);
  if (question.query.literal) {
    chips.push_back({.kind = Chip::Kind::kLiteral, .label = std::string(words.plain_words)});
  } else if (!question.query.translate) {
    chips.push_back(
        {.kind = Chip::Kind::kNoTranslation, .label = std::string(words.not_translated)});
  }
  for (const Facet facet : kFacetOrder) {
    for (const std::string& value : chosen(question, facet)) {
      chips.push_back(
          {Chip::Kind::kLimit, facet, value, limit_label(facet, value, labels, language)});
    }
  }
  for (const std::string& rule : question.query.rules) {
    chips.push_back(
        {.kind = Chip::Kind::kRule, .value = rule, .label = std::string(words.rule) + ' ' + rule});
  }
  return chips;
}

Question without_chip(const Question& question, const Chip& chip) {
  Question next = question;
  switch (chip.kind) {
    case Chip::Kind::kReading:
      return without_words(std::move(next), chip.value);
    case Chip::Kind::kLimit:
      return toggled(std::move(next), chip.facet, chip.value);
    case Chip::Kind::kLiteral:
      next.query.literal = false;
      break;
    case Chip::Kind::kNoTranslation:
      next.query.translate = true;
      break;
    case Chip::Kind::kRule:
      std::erase(next.query.rules, chip.value);
      break;
  }
  return next;
}

}  // namespace bulletin::browse
