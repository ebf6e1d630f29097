// The part of correction.hpp that changes an item.

#include <algorithm>
#include <array>

#include "indexer/pipeline/correction.hpp"
#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {
namespace {

Evidence set_evidence() {
  return {.field = TextField::kText, .begin_byte = 0, .end_byte = 0, .surface = {}, .rule = "set"};
}

bool holds(const auto& values, const auto& value) {
  return std::ranges::find(values, value) != values.end();
}

void correct_countries(const Correction& correction, Bulletin& item) {
  std::erase_if(item.countries, [&](const CountryMention& country) {
    return holds(correction.removed_countries, country.code);
  });
  for (const std::string& code : correction.countries) {
    const auto at = std::ranges::lower_bound(item.countries, code, {}, &CountryMention::code);
    if (at != item.countries.end() && at->code == code) {
      at->evidence.push_back(set_evidence());
    } else {
      item.countries.insert(at, {code, {set_evidence()}});
    }
  }
}

void correct_dates(const Correction& correction, Bulletin& item) {
  std::erase_if(item.dates, [&](const DateMention& mention) {
    return holds(correction.removed_dates, mention.span);
  });
  if (item.item_date && holds(correction.removed_dates, *item.item_date)) {
    item.item_date.reset();
  }
  if (correction.dates.empty()) {
    return;
  }
  std::vector<DateMention> dates;
  for (const DateSpan& span : correction.dates) {
    const auto known = std::ranges::find(item.dates, span, &DateMention::span);
    dates.push_back(known == item.dates.end() ? DateMention{span, {}} : *known);
    dates.back().evidence.push_back(set_evidence());
  }
  item.dates = std::move(dates);
  item.item_date = correction.dates.front();
}

std::size_t rank_of(const KindMention& kind) {
  return static_cast<std::size_t>(std::ranges::find(kKindNames, kind.kind) - kKindNames.begin());
}

void correct_kinds(const Correction& correction, Bulletin& item) {
  const std::string other(kKindNames.back());
  std::erase_if(item.kinds, [&](const KindMention& kind) {
    return holds(correction.removed_kinds, kind.kind) ||
           (kind.kind == other && !correction.kinds.empty());
  });
  for (const std::string& kind : correction.kinds) {
    auto at = std::ranges::find(item.kinds, kind, &KindMention::kind);
    if (at == item.kinds.end()) {
      at = item.kinds.insert(at, {.kind = kind, .evidence = {}});
    }
    at->evidence.push_back(set_evidence());
  }
  if (item.kinds.empty()) {
    item.kinds.push_back({.kind = other, .evidence = {}});
  }
  std::ranges::sort(item.kinds, {}, rank_of);
}

}  // namespace

Bulletin corrected(const Bulletin& bulletin, const Correction& correction,
                   const PublisherMatcher& publisher) {
  RawItem raw = raw_item_of(bulletin);
  const std::string given_title = raw.title;
  raw.title = correction.title.value_or(given_title);
  Bulletin item = make_bulletin(raw, publisher);
  if (raw.title != given_title) {
    item.given_title = given_title;
  }
  item.sources = bulletin.sources;
  item.history = bulletin.history;
  item.also = bulletin.also;
  correct_countries(correction, item);
  correct_dates(correction, item);
  correct_kinds(correction, item);
  return item;
}

}  // namespace bulletin
