#include "searcher/output/facets_text.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "searcher/search/columns.hpp"

namespace bulletin {
namespace {

TEST_CASE("facets_text: countries under their regions, continents below") {
  const Facets facets{.country = {{"KZ", 2}, {"JP", 2}, {"CN", 1}, {"none", 1}},
                      .region = {{"142", 4}, {"030", 3}, {"143", 2}, {"155", 1}, {"150", 1}}};
  CHECK_EQ(facets_text(facets, Labels(), {.columns = 80}),
           "Country/Region 国家/地区\n"
           "  Eastern Asia 东亚 3\n"
           "    JP Japan 日本 2 · CN China 中国 1\n"
           "  Central Asia 中亚 2\n"
           "    KZ Kazakhstan 哈萨克斯坦 2\n"
           "  Western Europe 西欧 1\n"
           "  none no country 无国家/地区 1\n"
           "Continent 大洲\n"
           "  Asia 亚洲 4 · Europe 欧洲 1\n");
}

TEST_CASE("facets_text: a region that counts nothing is a heading") {
  const Facets facets{.country = {{"KZ", 2}, {"JP", 1}}, .region = {{"030", 1}, {"142", 1}}};
  CHECK_EQ(facets_text(facets, Labels(), {.columns = 80}),
           "Country/Region 国家/地区\n"
           "  Eastern Asia 东亚 1\n"
           "    JP Japan 日本 1\n"
           "  Central Asia 中亚\n"
           "    KZ Kazakhstan 哈萨克斯坦 2\n"
           "Continent 大洲\n"
           "  Asia 亚洲 1\n");
}

TEST_CASE("facets_text: nothing counted, nothing printed") {
  CHECK_EQ(facets_text({}, Labels(), {}), "");
}

TEST_CASE("facets_text: lines fit, and a long facet says how many values it left out") {
  Facets facets;
  for (const std::string code :
       {"GS", "KN", "CC", "BA", "TT", "HM", "ST", "PG", "IO", "UM", "TF", "VC", "PM", "GB"}) {
    facets.country.push_back({code, 1000 - facets.country.size()});
  }
  const std::string page = facets_text(facets, Labels(), {.columns = 80});
  CAPTURE(page);
  CHECK_NE(page.find("  and 2 more countries\n"), std::string::npos);
  CHECK_EQ(page.find("United Kingdom"), std::string::npos);
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    CHECK_LE(columns_of(line), 80);
  }
}

}  // namespace
}  // namespace bulletin
