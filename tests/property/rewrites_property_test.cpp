// What a reading's rewritten queries promise: a limit that every hit keeps to, words instead of the
// reading, and the other readings as they were.

#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/query/query_builder.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/support/corpus_index.hpp"

namespace bulletin::test {
namespace {

using Strings = std::vector<std::string>;
using Kind = QueryReading::Kind;

const Date kToday = make_date(2026, 1, 9).value();

const Strings kEnglish{"Kazakhstan", "zambia",  "Hong Kong",  "New Zealand", "KZ",     "dec 2019",
                       "2019-12",    "library", "university", "visits",      "in",     "2019",
                       "last year",  "of",      "Tanzania",   "since 2015",  "12/2019"};
const Strings kChinese{"哈萨克斯坦", "赞比亚", "哈薩克", "刚果（金）", "2019年12月", "去年",
                       "图书馆",     "大学",   "的",     "访问",       "和",         "上个月"};

template <typename T>
T pick(const std::vector<T>& from) {
  return *rc::gen::elementOf(from);
}

// Words with readings among them, in Chinese also without spaces (figures would run together);
// some in a group or excluded.
std::string random_question() {
  std::string text;
  for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
    const bool is_chinese = *rc::gen::arbitrary<bool>();
    const std::string word = is_chinese ? pick(kChinese) : pick(kEnglish);
    const bool is_apart = !is_chinese || word.starts_with("2") || *rc::gen::arbitrary<bool>();
    text += (text.empty() || !is_apart ? "" : " ") + word;
  }
  const std::string word = *rc::gen::element<std::string>("赞比亚", "tanzania", "2019", "library");
  return *rc::gen::element<std::string>("", "", "", "-" + word + " ", "(" + word + " visit) ",
                                        word + " OR 大学 ", "\"study centre\" ") +
         text;
}

std::multiset<std::string> values_of(const std::vector<QueryReading>& readings) {
  std::multiset<std::string> values;
  for (const QueryReading& reading : readings) {
    values.insert(reading.kind == Kind::kCountry ? reading.country : format_span(reading.span));
  }
  return values;
}

bool keeps_to(const Bulletin& item, const QueryReading& reading) {
  if (reading.kind == Kind::kCountry) {
    const Strings codes = offered_countries(item);
    return std::ranges::find(codes, reading.country) != codes.end();
  }
  return std::ranges::any_of(dated_spans(item), [&](const DateSpan& span) {
    return span.from <= reading.span.to && reading.span.from <= span.to;
  });
}

}  // namespace

TEST_CASE("property: a rewritten query loses its reading and keeps the others") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const std::string text = random_question();
    const SearchQuery query = build_query({.text = text, .today = kToday}, analyzer);
    for (const QueryReading& reading : query.readings) {
      auto others = values_of(query.readings);
      others.erase(others.find(*values_of({reading}).begin()));
      for (const std::string& rewritten : {reading.as_words, reading.as_filter}) {
        RC_LOG() << text << " => " << rewritten << '\n';
        const SearchQuery again = build_query({.text = rewritten, .today = kToday}, analyzer);
        RC_ASSERT(values_of(again.readings) == others);
      }
    }
  }));
}

TEST_CASE("property: every hit of a reading as a limit has its country or date") {
  const CorpusIndex corpus;
  Searcher searcher(corpus.path());
  CHECK(rc::check([&] {
    std::string text =
        pick(kEnglish) + ' ' + pick(kChinese) + pick(kChinese) + ' ' + pick(kEnglish);
    const SearchRequest request{.query = {.text = text, .today = kToday}, .limit = kAllHits};
    for (const QueryReading& reading : searcher.search(request).readings) {
      SearchRequest limited = request;
      limited.query.text = reading.as_filter;
      for (const Hit& hit : searcher.search(limited).hits) {
        RC_LOG() << text << " => " << reading.as_filter << ": " << hit.bulletin.id << '\n';
        RC_ASSERT(keeps_to(hit.bulletin, reading));
      }
    }
  }));
}

}  // namespace bulletin::test
