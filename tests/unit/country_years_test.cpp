// Names of other years: the rule is in the head of overlay.tsv.

#include <doctest/doctest.h>

#include "tests/unit/countries_case.hpp"

namespace bulletin {
namespace {

TEST_CASE("find_countries: a former name is the country of today, in any year") {
  check_codes({
      {"a visit to Astana in 2018", "KZ"},
      {"a visit to Nur-Sultan in 2020", "KZ"},
      {"2020年访问努尔苏丹，2023年访问阿斯塔纳", "KZ"},
      {"Akmola in 1995, Tselinograd in 1985", "KZ"},
      {"Swaziland in 2017", "SZ"},
      {"Eswatini in 2019", "SZ"},
      {"Zaire in 1985", "CD"},
      {"Burma in 1988", "MM"},
      {"Ceylon in 1970", "LK"},
      {"East Timor and 东帝汶", "TL"},
      {"Macedonia in 2010", "MK"},
      {"the former Yugoslav Republic of Macedonia", "MK"},
      {"North Macedonia", "MK"},
      {"Turkey, Türkiye and Turkiye", "TR"},
      {"Upper Volta", "BF"},
      {"上沃尔特", "BF"},
      {"访问上沃尔特的代表团", "BF"},
      {"登上沃尔特豪华游艇", ""},
      {"Dahomey and 达荷美", "BJ"},
      {"Tanganyika", "TZ"},
      {"Nyasaland, Bechuanaland and Basutoland", "BW LS MW"},
      {"Rhodesia", "ZW"},
      {"罗得西亚", "ZW"},
      {"the New Hebrides", "VU"},
      {"Abyssinia", "ET"},
      {"West Germany and East Germany", "DE"},
      {"西德和东德", "DE"},
      {"North Vietnam and South Vietnam", "VN"},
      {"北也门", "YE"},
      {"Cabo Verde, then Cape Verde", "CV"},
      {"Kiev in 1990", "UA"},
      {"Bombay, Calcutta and Madras", "IN"},
      {"列宁格勒", "RU"},
      {"Saigon", "VN"},
  });
}

TEST_CASE("find_countries: an older name may hold that of another country") {
  check_codes({
      {"Southern Sudan in 2009", "SS"},
      {"Sudan in 2005", "SD"},
      {"French Sudan", "ML"},
      {"法属苏丹", "ML"},
      {"Northern Rhodesia", "ZM"},
      {"北罗得西亚", "ZM"},
      {"Portuguese Guinea", "GW"},
      {"Spanish Guinea", "GQ"},
      {"French Guinea, not French Guiana", "GF GN"},
      {"British Guiana", "GY"},
      {"荷属圭亚那", "SR"},
      {"British Honduras", "BZ"},
      {"英属洪都拉斯", "BZ"},
      {"French Somaliland", "DJ"},
      {"Belgian Congo", "CD"},
      {"比属刚果", "CD"},
      {"East Pakistan", "BD"},
      {"東巴基斯坦", "BD"},
      {"West Pakistan", "PK"},
      {"British India", "IN"},
      {"British Hong Kong", "HK"},
      {"the Dutch East Indies", "ID"},
      {"Portuguese Timor", "TL"},
      {"Spanish Sahara", "EH"},
      {"Central Macedonia, Greece", "GR"},
  });
}

TEST_CASE("find_countries: a state that is now several has no code, one that names them has all") {
  check_codes({
      {"Czechoslovakia in 1968", ""},
      {"捷克斯洛伐克", ""},
      {"Yugoslavia in 1985", ""},
      {"the Federal Republic of Yugoslavia", ""},
      {"前南斯拉夫", ""},
      {"南联盟", ""},
      {"the Soviet Union and the USSR", ""},
      {"前苏联", ""},
      {"the Netherlands Antilles", ""},
      {"荷属安的列斯", ""},
      {"French Indochina", ""},
      {"Austria-Hungary", ""},
      {"Serbia and Montenegro in 2005", "ME RS"},
      {"塞尔维亚和黑山", "ME RS"},
      {"塞黑", "ME RS"},
      {"苏联时期的哈萨克斯坦", "KZ"},
  });
}

TEST_CASE("find_countries: names that changed hands need another word") {
  check_codes({
      {"中华民国时期", ""},
      {"中華民國臨時政府", ""},
      {"中华民国成立", ""},
      {"民国时期", ""},
      {"the Republic of China era", ""},
      {"the Republic of China", ""},
      {"the Republic of China (Taiwan)", "TW"},
      {"the Republic of China, Taipei", "TW"},
      {"the People’s Republic of China", "CN"},
      {"P.R. China", "CN"},
      {"Congo in 1980", ""},
      {"Congo in 1980, Brazzaville", "CG"},
      {"Congo in 1965, Léopoldville", "CD"},
      {"西贡", ""},
      {"香港西贡", "HK"},
      {"越南西贡", "VN"},
  });
}

}  // namespace
}  // namespace bulletin
