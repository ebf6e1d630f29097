#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/query/readings.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

SearchQuery build(const std::string& text, bool strict = false) {
  static const Analyzer analyzer;
  return build_query({.text = text, .strict = strict, .today = 2020y / 6 / 15}, analyzer);
}

struct Case {
  std::string_view what, query, as_filter, as_words;
};

// Of the last reading.
void check_rewrites(const Case& c) {
  CAPTURE(c.what);
  const SearchQuery query = build(std::string(c.query));
  REQUIRE_FALSE(query.readings.empty());
  CHECK_EQ(query.readings.back().as_filter, c.as_filter);
  CHECK_EQ(query.readings.back().as_words, c.as_words);
}

TEST_CASE("build_query: a reading carries the query that limits to it and the one without it") {
  const Case cases[] = {
      {"alone", "kazakhstan", "country:KZ", "\\kazakhstan"},
      {"behind words", "study centre zambia", "study centre country:ZM", "study centre \\zambia"},
      {"between words", "new zambia library", "new library country:ZM", "new \\zambia library"},
      {"several words", "visits New Zealand", "visits country:NZ", "visits \\New \\Zealand"},
      {"date", "library dec 2019", "library date:2019-12", "library \\dec \\2019"},
      {"range", "2019-12..2020-03", "date:2019-12..2020-03", "\\2019-12..2020-03"},
      {"inside a Chinese run", "访问哈萨克斯坦大学", "访问 大学 country:KZ",
       "访问\\哈萨克斯坦\\大学"},
      {"with its joint", "哈萨克斯坦的图书馆", "图书馆 country:KZ", "\\哈萨克斯坦\\的图书馆"},
      {"name with brackets", "刚果（金） 访问", "访问 country:CD", "\\刚果（\\金） 访问"},
      {"excluded", "visit -zambia", "visit -country:ZM", "visit -\\zambia"},
      {"required", "visit +zambia", "visit +country:ZM", "visit +\\zambia"},
      {"required with more", "+赞比亚大学", "+大学 country:ZM", "+\\赞比亚\\大学"},
      {"an alternative", "library OR zambia", "library OR country:ZM", "library OR \\zambia"},
      {"part of an alternative", "图书馆 OR 赞比亚大学", "图书馆 OR (大学 country:ZM)",
       "图书馆 OR \\赞比亚\\大学"},
      {"in a group", "(visit zambia) -draft", "(visit country:ZM) -draft",
       "(visit \\zambia) -draft"},
      {"beside phrases and fields", "“学习 中心” lang:zh 赞比亚", "“学习 中心” lang:zh country:ZM",
       "“学习 中心” lang:zh \\赞比亚"},
      {"in a sentence the words stay", "what happened in Zambia?",
       "what happened in \\Zambia? country:ZM", "what happened in \\Zambia?"},
  };
  for (const Case& c : cases) {
    check_rewrites(c);
  }
}

TEST_CASE("build_query: the other readings stay when one is changed") {
  const SearchQuery query = build("2019年12月和赞比亚 visits");
  REQUIRE_EQ(query.readings.size(), 2);
  for (const std::string& text : {query.readings[0].as_words, query.readings[0].as_filter}) {
    const SearchQuery without = build(text);
    REQUIRE_EQ(without.readings.size(), 1);
    CHECK_EQ(without.readings[0].country, "ZM");
  }
  CHECK(build(query.readings[1].as_words).readings[0].span == query.readings[0].span);
}

TEST_CASE("build_query: only the first readings of a long query are rewritten") {
  std::string text;
  for (std::size_t i = 0; i <= kMaxRewrites; ++i) {
    text += "赞比亚 2019 ";
  }
  const SearchQuery query = build(text);
  REQUIRE_GT(query.readings.size(), kMaxRewrites);
  CHECK_FALSE(query.readings[kMaxRewrites - 1].as_words.empty());
  CHECK(query.readings[kMaxRewrites].as_words.empty());
  CHECK(query.readings[kMaxRewrites].as_filter.empty());
}

TEST_CASE("build_query: a backslash keeps words from being read") {
  struct Plain {
    std::string_view what, query, readings;
  };
  const Plain cases[] = {
      {"one word", "\\kazakhstan zambia", "ZM"},
      {"to the next backslash", "中国\\赞比亚\\日本", "CN JP"},
      {"to a bracket", "\\赞比亚（日本）", "JP"},
      {"a date of two words", "dec \\2019", ""},
      {"in a path", "c:\\zambia\\visit", ""},
  };
  for (const Plain& c : cases) {
    CAPTURE(c.what);
    std::string codes;
    for (const QueryReading& reading : build(std::string(c.query)).readings) {
      codes += (codes.empty() ? "" : " ") + reading.country;
    }
    CHECK_EQ(codes, c.readings);
  }
  CHECK_EQ(without_escapes("中国\\赞比亚\\大学 \\Kazakhstan c:\\new"),
           "中国赞比亚大学 Kazakhstan c: new");
}

TEST_CASE("build_query: a limit stands between what would be read together without it") {
  const std::vector<QueryReading> readings = build("2019 zambia上个月").readings;
  REQUIRE_EQ(readings.size(), 3);
  CHECK_EQ(readings[1].as_filter, "2019 country:ZM 上个月");
  CHECK_EQ(readings[1].as_words, "2019 \\zambia\\上个月");
}

TEST_CASE("build_query: strict makes limits of all readings") {
  const SearchQuery query = build("library zambia dec 2019", true);
  CHECK_EQ(query.filters.country.size(), 1);
  CHECK_EQ(query.filters.date.size(), 1);
  CHECK_EQ(query.readings.size(), 2);
  CHECK_EQ(query.match.get_description(), build("library").match.get_description());
  CHECK(build("-zambia", true).filters.country.empty());
}

TEST_CASE("query_text: prints what was read: quotes as typed, other marks in ASCII") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"哈萨克斯坦　访问", "哈萨克斯坦 访问"},
      {"“学习中心”～3 －草稿", "“学习中心”~3 -草稿"},
      {"“a\"b”", "“a\"b”"},
      {"国家：“刚果（金）” 标题：univ＊", "country:“刚果（金）” title:univ*"},
      {"（赞比亚 OR 坦桑尼亚） AND NOT x", "(赞比亚 OR 坦桑尼亚) -x"},
      {"a AND b", "+a +b"},
      {"-a OR b", "-a OR b"},
      {"(f(x y) z", "(f(x y ) z"},
      {"title:(a \"b c\")", "title:(a \"b c\")"},
      {"(a \\", "(a \\ )"},
      {"+(a b)", "+(a b)"},
      {"\"never closed", "\"never closed"},
      {"a OR (b title:(“never closed", "a OR (b title:(“never closed"},
      {"中“\" country:中\"\"", "中“\" country:中\"\""},
      {"“a\" 「b\"c」", "“a\" 「b\"c」"},
  };
  for (const auto& [typed, printed] : cases) {
    CHECK_EQ(query_text(parse_query(typed)), printed);
  }
}

}  // namespace
}  // namespace bulletin
