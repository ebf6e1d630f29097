#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/understanding/dates.hpp"

namespace bulletin {
namespace {

// Pieces that make and break dates; glued at random they reach deep into the grammar.
const std::vector<std::string> kPieces = {
    "2019",    "年",       "12",   "月",       "24",    "日",   "至",   "-",
    " ",       "December", "May",  "th",       "to",    "and",  "of",   "the",
    "between", ",",        ".",    "/",        "31",    "0",    "二",   "十",
    "〇",      "上旬",     "民國", "since",    "last",  "year", "起",   "、",
    "Beijing", "\n",       "–",    "\xff",     "É",     "Q3",   "..",   "９",
    "(",       ")",        "周二", "第一",     "本月",  "今",   "th,",  "108",
    "月",      "曾",       "截至", "地震",     "on",    "臺灣", "2011", "级",
    "昨天",    "五四",     "运动", "founded ", "born ", "号",   "人",   "31 February"};

rc::Gen<std::string> date_like_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& piece : pieces) {
                          text += piece;
                        }
                        return text;
                      });
}

std::optional<Date> some_day() {
  return make_date(2020, 5, 20);
}

void check_found(const std::string& title, const std::string& text) {
  const DatesFound found = find_dates(ItemText::of(title, text), some_day());
  bool has_item_date = !found.item_date.has_value();
  for (const DateMention& mention : found.dates) {
    RC_ASSERT(mention.span.from.ok() && mention.span.to.ok());
    RC_ASSERT(mention.span.from <= mention.span.to);
    RC_ASSERT(!mention.evidence.empty());
    has_item_date = has_item_date || mention.span == *found.item_date;
    for (const Evidence& evidence : mention.evidence) {
      const std::string& source = evidence.field == TextField::kTitle ? title : text;
      RC_ASSERT(evidence.begin_byte < evidence.end_byte);
      RC_ASSERT(evidence.end_byte <= source.size());
      RC_ASSERT(evidence.surface ==
                source.substr(evidence.begin_byte, evidence.end_byte - evidence.begin_byte));
      RC_ASSERT(!evidence.rule.empty());
    }
  }
  RC_ASSERT(has_item_date);
}

void check_query(const std::string& query) {
  std::size_t last_end = 0;
  for (const QueryDate& date : read_query_dates(query, *some_day())) {
    RC_ASSERT(date.span.from.ok() && date.span.to.ok());
    RC_ASSERT(date.span.from <= date.span.to);
    RC_ASSERT(last_end <= date.begin_byte && date.begin_byte < date.end_byte);
    RC_ASSERT(date.end_byte <= query.size());
    last_end = date.end_byte;
  }
}

TEST_CASE("find_dates: evidence lies in the text and quotes it, for any bytes") {
  CHECK(rc::check(
      [](const std::string& title, const std::string& text) { check_found(title, text); }));
  CHECK(rc::check([] { check_found(*date_like_text(), *date_like_text()); }));
}

bool is_inside(const Evidence& evidence, const std::string& source) {
  return evidence.begin_byte < evidence.end_byte && evidence.end_byte <= source.size() &&
         evidence.surface ==
             source.substr(evidence.begin_byte, evidence.end_byte - evidence.begin_byte);
}

bool overlap(const Evidence& a, const Evidence& b) {
  return a.field == b.field && a.begin_byte < b.end_byte && b.begin_byte < a.end_byte;
}

void check_rejected(const std::string& title, const std::string& text,
                    std::optional<Date> published) {
  const ItemText item = ItemText::of(title, text);
  const DatesFound found = find_dates(item, published);
  const std::vector<RejectedDate> rejected = rejected_dates(item, published);
  RC_ASSERT(rejected.size() <= 20U);
  TextField last_field = TextField::kTitle;
  std::size_t last_end = 0;
  for (const RejectedDate& reading : rejected) {
    const Evidence& e = reading.evidence;
    const bool in_title = e.field == TextField::kTitle;
    RC_ASSERT(is_inside(e, in_title ? title : text));
    RC_ASSERT(!e.rule.empty() && e.rule != "none");
    RC_ASSERT(std::pair(last_field, last_end) <= std::pair(e.field, e.begin_byte));
    last_field = e.field;
    last_end = e.end_byte;
    for (const DateMention& mention : found.dates) {
      RC_ASSERT(reading.span != mention.span);
      RC_ASSERT(std::ranges::none_of(mention.evidence,
                                     [&](const Evidence& taken) { return overlap(taken, e); }));
    }
  }
}

TEST_CASE("rejected_dates: each quotes the text, in order, and is none that was taken") {
  CHECK(rc::check(
      [](const std::string& title, const std::string& text) { check_rejected(title, text, {}); }));
  CHECK(rc::check([] {
    const auto published = *rc::gen::element(some_day(), std::optional<Date>());
    check_rejected(*date_like_text(), *date_like_text(), published);
  }));
}

TEST_CASE("find_dates: each span comes once") {
  CHECK(rc::check([] {
    const std::string text = *date_like_text();
    const DatesFound found = find_dates(ItemText::of("", text), some_day());
    for (std::size_t i = 0; i < found.dates.size(); ++i) {
      for (std::size_t j = i + 1; j < found.dates.size(); ++j) {
        RC_ASSERT(found.dates[i].span != found.dates[j].span);
      }
    }
  }));
}

// Sentences without a date, and without a year or a place of Taiwan that would date another.
const std::vector<std::string> kUnrelated = {
    "The two sides exchanged gifts.",
    "They had seen the library, which was renamed.",
    "It will be held since every member may march.",
    "双方曾就此签署协议。",
    "学校自成立以来培训学员1400余人。",
    "五四运动与汶川地震之后更名。",
    "“双十一”！",
    "!?",
};

bool contains(const std::vector<DateMention>& mentions, const DateSpan& span) {
  return std::ranges::any_of(mentions, [&](const DateMention& m) { return m.span == span; });
}

TEST_CASE("find_dates: an unrelated paragraph before or behind removes no value") {
  CHECK(rc::check([] {
    const std::string text = *date_like_text();
    const std::string more = *rc::gen::elementOf(kUnrelated);
    const bool in_front = *rc::gen::arbitrary<bool>();
    const std::string longer = in_front ? more + "\n\n" + text : text + "\n\n" + more;
    const auto published = *rc::gen::element(some_day(), std::optional<Date>());
    const DatesFound alone = find_dates(ItemText::of("", text), published);
    const DatesFound together = find_dates(ItemText::of("", longer), published);
    for (const DateMention& mention : alone.dates) {
      RC_ASSERT(contains(together.dates, mention.span));
    }
  }));
}

TEST_CASE("find_dates: an unrelated sentence in the same paragraph removes no value") {
  const std::vector<std::string> reports = {
      "On 5 May 2019 they met.",
      "From 24 to 28 December they travelled.",
      "In June 2015 the press opened.",
      "On the 23rd, they left.",
      "2019年12月24日至28日，代表团来访。",
      "9月24日上午，代表团来访。",
      "截至2020年3月，累计1400余人。",
      "30日返回。",
      "今(18)日签约。",
      "上月28至30日开会。",
      "19年12月24日签约。",
      "至2019年12月24。",
  };
  CHECK(rc::check([&] {
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(reports));
    const std::string more = *rc::gen::elementOf(kUnrelated);
    const auto place = *rc::gen::inRange<std::size_t>(0, chosen.size() + 1);
    std::string text;
    std::string longer;
    for (std::size_t i = 0; i <= chosen.size(); ++i) {
      longer += i == place ? more + " " : "";
      text += i < chosen.size() ? chosen[i] + " " : "";
      longer += i < chosen.size() ? chosen[i] + " " : "";
    }
    const DatesFound together = find_dates(ItemText::of("", longer), some_day());
    for (const DateMention& mention : find_dates(ItemText::of("", text), some_day()).dates) {
      RC_ASSERT(contains(together.dates, mention.span));
    }
  }));
}

TEST_CASE("read_query_dates: dates are ordered, apart and inside the query, for any bytes") {
  CHECK(rc::check([](const std::string& query) { check_query(query); }));
  CHECK(rc::check([] { check_query(*date_like_text()); }));
}

TEST_CASE("dates: what format_date writes is found again") {
  CHECK(rc::check([] {
    const auto date = make_date(*rc::gen::inRange(1900, 2100), *rc::gen::inRange(1U, 13U),
                                *rc::gen::inRange(1U, 29U));
    const std::string text = "held on " + format_date(*date) + " in Beijing";
    const DatesFound found = find_dates(ItemText::of("", text), {});
    RC_ASSERT(found.dates.size() == 1U);
    RC_ASSERT(found.item_date == day_span(*date));
  }));
}

}  // namespace
}  // namespace bulletin
