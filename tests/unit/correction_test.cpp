#include "indexer/pipeline/correction.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {
namespace {

Correction read(const std::vector<std::string>& assignments) {
  Correction correction;
  for (const std::string& assignment : assignments) {
    take_assignment(assignment, correction);
  }
  return correction;
}

// `KZ(name,set) 2019-12-10(set)! visit(cue)`: `!` marks the main event.
std::string values_of(const Bulletin& item) {
  std::string line;
  const auto add = [&line](const std::string& value, const std::vector<Evidence>& evidence) {
    line += (line.empty() ? "" : " ") + value;
    for (const Evidence& e : evidence) {
      line += (&e == &evidence.front() ? "(" : ",") + e.rule;
    }
    line += evidence.empty() ? "" : ")";
  };
  for (const CountryMention& country : item.countries) {
    add(country.code, country.evidence);
  }
  for (const DateMention& date : item.dates) {
    add(format_span(date.span) + (item.item_date == date.span ? "!" : ""), date.evidence);
  }
  for (const KindMention& kind : item.kinds) {
    add(kind.kind, kind.evidence);
  }
  return line;
}

std::string corrected_values(const RawItem& item, const std::vector<std::string>& assignments) {
  return values_of(
      corrected(make_bulletin(item), read(assignments), PublisherMatcher::of_default()));
}

}  // namespace

TEST_CASE("corrected: what a person says goes before what was read and supplied") {
  const RawItem read_item{.text = "On 5 May 2019 a delegation visited Zambia."};
  const RawItem given{
      .text = "Words.", .countries = {"ES"}, .dates = {year_span(std::chrono::year(2018))}};
  struct Case {
    std::string_view what;
    RawItem item;
    std::vector<std::string> assignments;
    std::string_view expect;
  };
  const Case cases[] = {
      {"nothing is said", read_item, {}, "ZM(name) 2019-05-05!(day) visit(cue,cue)"},
      {"a country more",
       read_item,
       {"country=KZ"},
       "KZ(set) ZM(name) 2019-05-05!(day) visit(cue,cue)"},
      {"a country less", read_item, {"country=-ZM"}, "2019-05-05!(day) visit(cue,cue)"},
      {"a country confirmed",
       read_item,
       {"country=ZM"},
       "ZM(name,set) 2019-05-05!(day) visit(cue,cue)"},
      {"dates in place of those read",
       read_item,
       {"date=2019-12-10..2019-12-11,2020"},
       "ZM(name) 2019-12-10..2019-12-11!(set) 2020(set) visit(cue,cue)"},
      {"a date less", read_item, {"date=-2019-05-05"}, "ZM(name) visit(cue,cue)"},
      {"another kind",
       read_item,
       {"kind=signing,-visit"},
       "ZM(name) 2019-05-05!(day) signing(set)"},
      {"no kind left", read_item, {"kind=-visit"}, "ZM(name) 2019-05-05!(day) other"},
      {"against the source itself",
       given,
       {"country=-ES,KZ", "date=2019"},
       "KZ(set) 2019!(set) other"},
      {"a title that names a country",
       given,
       {"title=Zambia"},
       "ES(metadata) ZM(name) 2018!(metadata) other"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(corrected_values(c.item, c.assignments), c.expect);
  }
}

TEST_CASE("corrected: twice is once, and taking it back brings the source's values back") {
  const PublisherMatcher& publisher = PublisherMatcher::of_default();
  const Bulletin item =
      make_bulletin({.id = "n1", .title = "Kazakhstan", .text = "Words.", .countries = {"ES"}});
  const Correction correction = read({"country=-ES,-KZ,ZM", "title=Zambia", "date=2019"});
  const Bulletin once = corrected(item, correction, publisher);
  CHECK_EQ(once.title, "Zambia");
  CHECK_EQ(once.given_title, "Kazakhstan");
  CHECK(corrected(once, correction, publisher) == once);
  CHECK(corrected(once, {}, publisher) == item);
}

TEST_CASE("take_assignment: later words go before earlier ones") {
  CHECK_EQ(correction_text(read({"country=KZ,ES", "country=-ES,ZM"})), "country=KZ,ZM,-ES");
  CHECK_EQ(correction_text(read({"date=2019", "date=2020-05,-2018"})), "date=2020-05,-2018");
  CHECK_EQ(correction_text(read({"date=2019", "date=-2018"})), "date=2019,-2018");
  CHECK_EQ(correction_text(read({"kind=visit,-signing", "title= A \"new\" title "})),
           "kind=visit,-signing title=\"A \\\"new\\\" title\"");
  CHECK_EQ(correction_text(read({"country=Kazakhstan,-哈薩克"})), "country=-KZ");
}

TEST_CASE("take_assignment: what cannot be meant is refused by name") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"country=XX", "cannot set country 'XX': no such country"},
      {"country=", "cannot set 'country=': not key=value"},
      {"country=KZ,-", "cannot set country: a value is empty"},
      {"date=yesterday", "cannot set date 'yesterday': not a day, month, year or range of them"},
      {"date=2020..2019", "cannot set date '2020..2019': not a day, month, year or range of them"},
      {"kind=other",
       "cannot set kind 'other': not one of visit, signing, meeting, training, opening, award, "
       "exchange, publication"},
      {"lang=en", "cannot set 'lang': only country, date, kind and title can be set"},
      {"KZ", "cannot set 'KZ': not key=value"},
      {"title=\xFF", "cannot set title: text is not valid UTF-8 (byte 1 of the item)"},
  };
  for (const auto& [assignment, message] : cases) {
    Correction correction;
    CHECK_THROWS_WITH_AS(take_assignment(assignment, correction), message.data(), Error);
  }
}

TEST_CASE("correction_json: comes back as it was") {
  for (const auto& correction :
       {Correction{},
        read({"country=KZ,ES,-ZM,-GB", "date=2019-12-10..2019-12-11,2019,-2020-01,-2018",
              "kind=visit,opening,-signing,-award", "title=标题"})}) {
    CHECK(parse_correction(correction_json(correction)) == correction);
  }
  CHECK_THROWS_AS((void)parse_correction("[]"), Error);
}

}  // namespace bulletin
