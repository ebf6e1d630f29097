// An address and the request it stands for, both ways.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/query/chosen_limits.hpp"
#include "searcher/web/search_address.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

using namespace std::chrono_literals;

constexpr Date kToday = 2026y / 1 / 9;

template <typename... Values>
std::vector<std::string> any_of(Values... values) {
  const std::vector<std::string> all{values...};
  std::vector<std::string> chosen;
  for (const std::string& value : all) {
    if (*rc::gen::arbitrary<bool>()) {
      chosen.push_back(value);
    }
  }
  return chosen;
}

SearchRequest random_request() {
  SearchRequest request{
      .query = {.text = *any_text(),
                .countries = any_of("none", "KZ", "西班牙", "Côte d'Ivoire", "KZ,ES"),
                .dates = any_of("2019-12", "none", "2019-03..2020-02", "2019年12月", "last month"),
                .langs = any_of("zh", "en"),
                .kinds = any_of("visit", "other"),
                .regions = any_of("143", "Central Asia", "中亚"),
                .sources = any_of("People's Daily, Beijing", "www.example.org", "中建集团"),
                .rules = any_of("city", "name"),
                .literal = *rc::gen::arbitrary<bool>(),
                .strict = *rc::gen::arbitrary<bool>(),
                .translate = *rc::gen::arbitrary<bool>(),
                .sound = *rc::gen::arbitrary<bool>(),
                .today = kToday},
      .sort =
          *rc::gen::element(Sort::kRelevance, Sort::kOldestFirst, Sort::kNewestFirst, Sort::kTitle),
      .limit = *rc::gen::inRange<std::size_t>(0, kMaxPageHits + 1),
      .facets = *rc::gen::arbitrary<bool>(),
      .group = *rc::gen::arbitrary<bool>()};
  const bool whole_pages = *rc::gen::arbitrary<bool>();
  request.offset = whole_pages ? request.limit * *rc::gen::inRange<std::size_t>(0, 1000)
                               : *rc::gen::inRange<std::size_t>(0, kMaxOffset + 1);
  return request;
}

}  // namespace

TEST_CASE("property: the address of a request reads as that request") {
  CHECK(rc::check([] {
    const SearchRequest request = random_request();
    const auto split = read_target("/" + query_string(search_parameters(request)));
    RC_ASSERT(split.has_value());
    const SearchAddress address = read_search_address(split->second, kToday);
    RC_ASSERT(address.bad.empty());
    RC_ASSERT(address.request == request);
  }));
}

TEST_CASE("property: any parameters give a request that can be searched, and its own address") {
  static const Analyzer analyzer;
  CHECK(rc::check([] {
    WebParameters parameters;
    const std::vector<std::string> names{"q",      "country", "date",  "lang",   "kind",
                                         "rule",   "region",  "limit", "page",   "offset",
                                         "sort",   "literal", "",      "facets", "translate",
                                         "source", "strict",  "sound", "group"};
    const std::size_t count = *rc::gen::inRange<std::size_t>(0, 12);
    for (std::size_t i = 0; i < count; ++i) {
      parameters.emplace_back(*rc::gen::elementOf(names), *any_text());
    }
    const SearchAddress address = read_search_address(parameters, kToday);
    static_cast<void>(build_query(address.request.query, analyzer));
    const WebParameters canonical = search_parameters(address.request);
    const SearchAddress again = read_search_address(canonical, kToday);
    RC_ASSERT(again.bad.empty());
    RC_ASSERT(again.request == address.request);
    RC_ASSERT(search_parameters(again.request) == canonical);
  }));
}

}  // namespace bulletin::test
