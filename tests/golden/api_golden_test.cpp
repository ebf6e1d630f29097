// What each route of the API answers over the small archive, for readers to judge.

#include <doctest/doctest.h>

#include "tests/support/api_archive.hpp"
#include "tests/support/golden.hpp"

namespace bulletin::test {
namespace {

// The six items as the API test has them, made once a process.
const ApiArchive& archive() {
  static const ApiArchive made;
  return made;
}

}  // namespace

TEST_CASE("api: what a program is answered") {
  struct Case {
    std::string name, target;
  };
  const Case cases[] = {
      {"api_search_en", "/api/v1/search?q=kazakhstan+dec+2019+library&translate=0"},
      {"api_search_zh",
       "/api/v1/search?q=%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6+"
       "2019%E5%B9%B412%E6%9C%88+%E5%9B%BE%E4%B9%A6%E9%A6%86&translate=0"},
      {"api_facets", "/api/v1/facets?lang=zh"},
      {"api_item", "/api/v1/items/zh-kz"},
      {"api_why", "/api/v1/why/plain"},
      {"api_why_query", "/api/v1/why/zh-kz?q=%E5%9B%BE%E4%B9%A6%E9%A6%86&date=2020&translate=0"},
      {"api_similar", "/api/v1/similar/kz?limit=1"},
      {"api_search_group", "/api/v1/search?q=library&group=1&facets=0&translate=0"},
      {"api_suggest", "/api/v1/suggest?q=football+lib"},
      {"api_suggest_zh", "/api/v1/suggest?q=%E5%9B%BE%E4%B9%A6&limit=3"},
      {"api_export", "/api/v1/export?q=football&translate=0&facets=0"},
      {"api_bad_parameter", "/api/v1/search?date=soon"},
      {"api_not_found", "/api/v1/items/nobody"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    check_golden(c.name + ".json", readable_json(archive().get(c.target).body));
  }
}

TEST_CASE("api: feeds and the description for browsers") {
  std::string generator = "bulletin-search " BULLETIN_VERSION;
  for (const auto& [name, target] : {std::pair("api_feed.rss", "/feed.rss?country=KZ"),
                                     std::pair("api_feed.atom", "/feed.atom?country=KZ"),
                                     std::pair("api_opensearch.xml", "/opensearch.xml")}) {
    std::string body = archive().get(target).body;
    if (const auto at = body.find(generator); at != std::string::npos) {
      body.replace(at, generator.size(), "bulletin-search");
    }
    check_golden(name, body);
  }
}

}  // namespace bulletin::test
