// What must hold for every bulletin: evidence quotes it, unrelated paragraphs take nothing away,
// and the script does not matter.

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"
#include "indexer/understanding/kinds.hpp"
#include "tests/property/random_bulletins.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

std::optional<Date> some_day() {
  return *rc::gen::element(make_date(2020, 5, 20), std::optional<Date>());
}

void check_quote(const RandomBulletin& bulletin, const Evidence& evidence) {
  const std::string& field = evidence.field == TextField::kTitle ? bulletin.title : bulletin.text;
  RC_ASSERT(evidence.begin_byte < evidence.end_byte);
  RC_ASSERT(evidence.end_byte <= field.size());
  RC_ASSERT(evidence.surface ==
            field.substr(evidence.begin_byte, evidence.end_byte - evidence.begin_byte));
  RC_ASSERT(is_well_formed(evidence.surface));
  RC_ASSERT(!evidence.rule.empty());
}

template <typename Mention>
void check_quotes(const RandomBulletin& bulletin, const std::vector<Mention>& mentions,
                  bool may_lack_evidence) {
  for (const Mention& mention : mentions) {
    RC_ASSERT(may_lack_evidence || !mention.evidence.empty());
    for (const Evidence& evidence : mention.evidence) {
      check_quote(bulletin, evidence);
    }
  }
}

std::set<std::string> codes_of(const RandomBulletin& bulletin) {
  std::set<std::string> codes;
  for (const CountryMention& mention :
       find_countries(ItemText::of(bulletin.title, bulletin.text))) {
    codes.insert(mention.code);
  }
  return codes;
}

// From and to, as people read them.
std::set<std::pair<std::string, std::string>> spans_of(const RandomBulletin& bulletin,
                                                       std::optional<Date> published) {
  std::set<std::pair<std::string, std::string>> spans;
  const ItemText item = ItemText::of(bulletin.title, bulletin.text);
  for (const DateMention& mention : find_dates(item, published).dates) {
    spans.emplace(format_date(mention.span.from), format_date(mention.span.to));
  }
  return spans;
}

// Says which values went missing; empty when none did.
template <typename Value>
std::set<Value> missing(const std::set<Value>& before, const std::set<Value>& after) {
  std::set<Value> gone;
  std::ranges::set_difference(before, after, std::inserter(gone, gone.end()));
  return gone;
}

TEST_CASE("understanding: evidence lies in the bulletin and quotes it") {
  CHECK(rc::check([] {
    RandomBulletin bulletin = *random_bulletin();
    if (*rc::gen::arbitrary<bool>()) {
      bulletin = {traditional(bulletin.title), traditional(bulletin.text)};
    }
    const ItemText item = ItemText::of(bulletin.title, bulletin.text);
    check_quotes(bulletin, find_countries(item), false);
    check_quotes(bulletin, find_dates(item, some_day()).dates, false);
    check_quotes(bulletin, find_kinds(item), true);  // `other` rests on nothing.
    for (const RejectedCountry& rejected : rejected_countries(item)) {
      check_quote(bulletin, rejected.evidence);
    }
  }));
}

TEST_CASE("understanding: an unrelated paragraph before or behind removes no country") {
  CHECK(rc::check([] {
    const RandomBulletin bulletin = *random_bulletin();
    const std::string more = *rc::gen::elementOf(neutral_sentences());
    const std::set<std::string> alone = codes_of(bulletin);
    RC_ASSERT(missing(alone, codes_of({bulletin.title, more + "\n\n" + bulletin.text})).empty());
    RC_ASSERT(missing(alone, codes_of({bulletin.title, bulletin.text + "\n\n" + more})).empty());
  }));
}

TEST_CASE("understanding: an unrelated paragraph before or behind removes no date") {
  CHECK(rc::check([] {
    const RandomBulletin bulletin = *random_bulletin();
    const std::string more = *rc::gen::elementOf(neutral_sentences());
    const std::optional<Date> day = some_day();
    const auto alone = spans_of(bulletin, day);
    const auto behind_it = spans_of({bulletin.title, more + "\n\n" + bulletin.text}, day);
    const auto before_it = spans_of({bulletin.title, bulletin.text + "\n\n" + more}, day);
    RC_LOG() << more;
    RC_ASSERT(missing(alone, behind_it).empty());
    RC_ASSERT(missing(alone, before_it).empty());
  }));
}

TEST_CASE("understanding: folding Traditional to Simplified never changes the countries") {
  CHECK(rc::check([] {
    const RandomBulletin bulletin = *random_bulletin();
    const RandomBulletin written{traditional(bulletin.title), traditional(bulletin.text)};
    const RandomBulletin folded{simplified(written.title), simplified(written.text)};
    RC_ASSERT(codes_of(folded) == codes_of(written));
  }));
}

}  // namespace
}  // namespace bulletin::test
