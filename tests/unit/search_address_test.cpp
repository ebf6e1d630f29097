// What an address asks for, what is wrong with it, and the address of a request.

#include "searcher/web/search_address.hpp"

#include <doctest/doctest.h>

#include "searcher/query/chosen_limits.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

constexpr Date kToday = 2026y / 1 / 9;

SearchAddress read(std::string_view target) {
  const auto split = read_target(target);
  REQUIRE(split.has_value());
  return read_search_address(split->second, kToday);
}

std::string complaints(const SearchAddress& address) {
  std::string lines;
  for (const BadParameter& bad : address.bad) {
    lines += bad.name + ": " + bad.message + "; " + bad.hint + "\n";
  }
  return lines;
}

TEST_CASE("search address: its canonical form says the same in order and without defaults") {
  struct Case {
    std::string_view what, target, expect;
  };
  const Case cases[] = {
      {"nothing", "/", ""},
      {"a query", "/?q=dec+2019", "?q=dec%202019"},
      {"names in any order", "/?sort=-date&country=KZ&q=a", "?q=a&country=KZ&sort=-date"},
      {"a limit twice", "/?country=KZ&country=ES&country=KZ", "?country=KZ&country=ES"},
      {"every limit",
       "/?source=CSCEC%2C%20Ltd.&rule=city&region=143&kind=visit&lang=zh&date=2019-12&country="
       "哈萨克斯坦",
       "?country=%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6&date=2019-12&lang=zh&kind=visit"
       "&region=143&rule=city&source=CSCEC%2C%20Ltd."},
      {"defaults",
       "/?sort=relevance&limit=10&page=1&literal=0&strict=0&exact_script=0&translate=1&sound=1&"
       "facets=1&group=0&"
       "offset=",
       ""},
      {"switches", "/?group=1&facets=0&sound=0&translate=0&exact_script=1&strict=1&literal=1",
       "?literal=1&strict=1&exact_script=1&translate=0&sound=0&facets=0&group=1"},
      {"empty fields of a form", "/?q=&country=&date=&sort=&page=&limit=", ""},
      {"a page", "/?page=3&limit=20", "?limit=20&page=3"},
      {"an offset that is a page", "/?offset=20", "?page=3"},
      {"an offset that is none", "/?offset=25", "?offset=25"},
      {"no hits, only facets", "/?limit=0&page=4", "?limit=0"},
      {"names of others", "/?ui=zh&utm=x&Q=a", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::string target(c.target);
    if (const auto at = target.find("哈萨克斯坦"); at != std::string::npos) {
      target.replace(at, std::string("哈萨克斯坦").size(),
                     "%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6");
    }
    const SearchAddress address = read(target);
    CHECK_EQ(complaints(address), "");
    CHECK_EQ(query_string(search_parameters(address.request)), c.expect);
  }
}

TEST_CASE("search address: what cannot be read is told and left out") {
  struct Case {
    std::string_view what, target, expect, left;
  };
  const Case cases[] = {
      {"a country", "/?country=atlantis&country=KZ",
       "country: cannot read 'atlantis' as a country; name an ISO code such as KZ or a name in "
       "English or Chinese\n",
       "?country=KZ"},
      {"a date", "/?date=soon",
       "date: cannot read 'soon' as a date; write 2019, 2019-12, 2019-12-24 or a range such as "
       "2019-03..2020-02\n",
       ""},
      {"one of two with a comma", "/?lang=en,E%20N",
       "lang: cannot read 'en,E N' as a language; write en or zh\n", ""},
      {"a kind", "/?kind=party",
       "kind: cannot read 'party' as a kind of event; write visit, signing, meeting, training, "
       "opening, award, exchange, publication or other\n",
       ""},
      {"a region", "/?region=x",
       "region: cannot read 'x' as a region; write a name such as Central Asia or 中亚\n", ""},
      {"a rule", "/?rule=x",
       "rule: cannot read 'x' as a rule; write name, city, demonym, institution or another that "
       "show prints\n",
       ""},
      {"a source", "/?source=%20&source=cscec",
       "source: cannot read ' ' as a source; write a name, a host or the name of a file\n",
       "?source=cscec"},
      {"an order", "/?sort=size",
       "sort: cannot read 'size' as sort; write relevance, date (oldest first), -date or title\n",
       ""},
      {"a switch", "/?facets=yes", "facets: cannot read 'yes' as facets; write 1 or 0\n", ""},
      {"a limit too high", "/?limit=1001",
       "limit: cannot read '1001' as limit; write a number from 0 to 1000\n", ""},
      {"a negative limit", "/?limit=-1",
       "limit: cannot read '-1' as limit; write a number from 0 to 1000\n", ""},
      {"page 0", "/?page=0", "page: cannot read '0' as page; write a number from 1 to 100000001\n",
       ""},
      {"a page beyond all numbers", "/?page=99999999999999999999",
       "page: cannot read '99999999999999999999' as page; write a number from 1 to 100000001\n",
       ""},
      {"a page and an offset", "/?page=3&offset=5",
       "offset: cannot begin at a page and at an offset; give page or offset\n", "?page=3"},
      {"two queries", "/?q=a&q=b", "q: cannot read q: it is given twice; give it once\n", "?q=a"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const SearchAddress address = read(c.target);
    CHECK_EQ(complaints(address), c.expect);
    CHECK_EQ(query_string(search_parameters(address.request)), c.left);
  }
}

TEST_CASE("search address: many and long values are bounded") {
  WebParameters many;
  for (int i = 0; i < 60; ++i) {
    many.emplace_back("date", std::to_string(1950 + i));
  }
  const SearchAddress cut = read_search_address(many, kToday);
  CHECK_EQ(cut.request.query.dates.size(), kMaxLimitValues);
  CHECK_EQ(complaints(cut), "date: cannot read every date: there are too many; give at most 50\n");

  const SearchAddress narrow =
      read_search_address({{"region", std::string(kMaxLimitBytes + 1, 'a')}}, kToday);
  CHECK_EQ(complaints(narrow),
           "region: cannot read region: a value is too long; give at most 200 bytes\n");
}

TEST_CASE("search parameters: all hits have no page") {
  CHECK_EQ(search_parameters({.offset = 7, .limit = kAllHits}), WebParameters{});
}

TEST_CASE("search parameters: their names are known") {
  for (const char* name : {"q", "country", "rule", "page", "facets"}) {
    CHECK(is_search_parameter(name));
  }
  CHECK_FALSE(is_search_parameter("ui"));
  CHECK_FALSE(is_search_parameter(""));
}

}  // namespace
}  // namespace bulletin
