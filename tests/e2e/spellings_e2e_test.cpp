// One question, many spellings: the same items in the same order, whatever language or form a
// country or a date is written in.

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"
#include "tests/property/naive_search.hpp"
#include "tests/support/corpus_index.hpp"

namespace bulletin::test {
namespace {

struct Group {
  std::string_view what;
  std::vector<std::string> countries, dates;  // What all spellings mean.
  std::vector<std::string> spellings;
};

const std::vector<Group> kGroups = {
    {"country and month",
     {"KZ"},
     {"2019-12"},
     {"2019年12月 哈萨克斯坦", "Dec 2019 Kazakhstan", "2019-12 KZ", "哈薩克 十二月 2019",
      "12/2019 kazakhstan", "二〇一九年十二月 哈薩克", "哈国 2019年12月",
      "Kazakhstan, December 2019", "2019年12月的哈萨克斯坦", "哈萨克斯坦2019年12月",
      "２０１９年１２月 ＫＺ", "民国108年12月 哈薩克", "Republic of Kazakhstan 2019/12",
      "哈薩克斯坦 2019.12"}},
    {"Zambia",
     {"ZM"},
     {},
     {"Zambia", "zambia", "赞比亚", "尚比亞", "贊比亞", "ZM", "Republic of Zambia"}},
    {"United Kingdom",
     {"GB"},
     {},
     {
         "UK",
         "U.K.",
         "GB",
         "Britain",
         "Great Britain",
         "United Kingdom",
         "英国",
         "英國",
     }},
    {"United States",
     {"US"},
     {},
     {"USA", "U.S.A.", "United States", "United States of America", "America", "美国", "美國"}},
    {"South Korea", {"KR"}, {}, {"South Korea", "KR", "韩国", "南韓", "韓國", "Republic of Korea"}},
    {"Hong Kong",
     {"HK"},
     {},
     {"Hong Kong", "HK", "hongkong", "香港", "Hong Kong SAR", "香港特别行政区"}},
    {"Macao", {"MO"}, {}, {"Macao", "Macau", "MO", "澳门", "澳門"}},
    {"Taiwan", {"TW"}, {}, {"Taiwan", "TW", "台湾", "臺灣", "台灣"}},
    {"Thailand", {"TH"}, {}, {"Thailand", "TH", "泰国", "泰國"}},
    {"Spain", {"ES"}, {}, {"Spain", "ES", "西班牙", "Kingdom of Spain"}},
    {"Japan", {"JP"}, {}, {"Japan", "JP", "日本"}},
    {"Turkey", {"TR"}, {}, {"Turkey", "Türkiye", "Turkiye", "TR", "土耳其"}},
    {"Vietnam", {"VN"}, {}, {"Vietnam", "Viet Nam", "VN", "越南"}},
    {"Georgia", {"GE"}, {}, {"GE", "格鲁吉亚", "喬治亞"}},
    {"Laos", {"LA"}, {}, {"Laos", "LA", "老挝", "寮國", "Lao PDR"}},
    {"New Zealand", {"NZ"}, {}, {"New Zealand", "NZ", "新西兰", "紐西蘭"}},
    {"Congo-Kinshasa",
     {"CD"},
     {},
     {"DRC", "Democratic Republic of the Congo", "刚果（金）", "刚果(金)", "刚果民主共和国"}},
    {"Papua New Guinea",
     {"PG"},
     {},
     {"Papua New Guinea", "PG", "巴布亚新几内亚", "巴布亞紐幾內亞"}},
    {"United Arab Emirates",
     {"AE"},
     {},
     {"UAE", "AE", "United Arab Emirates", "阿联酋", "阿拉伯联合酋长国"}},
    {"Saudi Arabia", {"SA"}, {}, {"Saudi Arabia", "SA", "沙特阿拉伯", "沙烏地阿拉伯", "沙特"}},
    {"Ivory Coast",
     {"CI"},
     {},
     {"Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast", "CI", "科特迪瓦", "象牙海岸"}},
    {"two countries",
     {"ZM", "TZ"},
     {},
     {"Zambia Tanzania", "赞比亚 坦桑尼亚", "坦尚尼亞 ZM", "ZM、TZ", "赞比亚和坦桑尼亚"}},
    {"a month",
     {},
     {"2019-12"},
     {"2019年12月",
      "2019 年 12 月",
      "Dec 2019",
      "December 2019",
      "Dec. 2019",
      "December, 2019",
      "12/2019",
      "2019-12",
      "2019/12",
      "2019.12",
      "十二月 2019",
      "2019 十二月",
      "2019年十二月",
      "二〇一九年十二月",
      "二零一九年十二月",
      "民国108年12月",
      "民國一百零八年十二月",
      "12月 2019",
      "2019 Dec",
      "2019 December",
      "in December 2019",
      "December of 2019",
      "2019年12月份",
      "２０１９－１２"}},
    {"a day",
     {},
     {"2019-12-24"},
     {"2019-12-24", "24 December 2019", "December 24, 2019", "Dec 24th 2019", "24/12/2019",
      "24.12.2019", "2019/12/24", "2019.12.24", "20191224", "2019年12月24日", "2019年12月24号",
      "二〇一九年十二月二十四日", "on 24 Dec 2019", "民国108年12月24日"}},
    {"a range of months",
     {},
     {"2019-12..2020-03"},
     {"2019-12..2020-03", "2019年12月至2020年3月", "2019年12月到2020年3月", "2019年12月—2020年3月",
      "Dec 2019 to Mar 2020", "December 2019 - March 2020", "from December 2019 to March 2020",
      "between December 2019 and March 2020", "12/2019..3/2020", "从2019年12月到2020年3月"}},
    {"a year", {}, {"2019"}, {"2019", "2019年", "in 2019", "二〇一九年", "民国108年", "２０１９"}},
    {"since a year",
     {},
     {"2020..2026"},
     {"since 2020", "from 2020 onwards", "2020 onwards", "2020年以来", "自2020年以来", "2020年至今",
      "2020年起", "自2020年", "自2020年起", "2020..", "2020 to date"}},
    {"before a year",
     {},
     {"1900..2011"},
     {"before 2012", "2012年以前", "2012年之前", "prior to 2012"}},
    {"last year", {}, {"2025"}, {"last year", "去年", "2025", "上一年", "the previous year"}},
    {"this year", {}, {"2026"}, {"this year", "今年", "2026"}},
    {"last month",
     {},
     {"2025-12"},
     {"last month", "上个月", "上月", "上個月", "the previous month"}},
    {"this month", {}, {"2026-01"}, {"this month", "本月", "这个月", "這個月", "2026-01"}},
    {"the year before last", {}, {"2024"}, {"前年", "2024"}},
    {"a half of a year",
     {},
     {"2019-01..2019-06"},
     {"H1 2019", "first half of 2019", "2019年上半年", "2019上半年", "2019-01..2019-06"}},
    {"a quarter",
     {},
     {"2019-10..2019-12"},
     {"Q4 2019", "fourth quarter of 2019", "2019年第四季度", "2019年四季度", "2019-10..2019-12"}},
    {"a country since a year",
     {"CN"},
     {"2025..2026"},
     {"China since 2025", "2025年以来 中国", "中国 2025年至今", "CN since 2025"}},
    {"a limit",
     {"KZ"},
     {},
     {"country:KZ", "country:kz", "country:Kazakhstan", "country:哈萨克斯坦", "国家：哈薩克",
      "country:哈薩克", "地区:KZ"}},
    {"a limit to a month",
     {},
     {"2019-12"},
     {"date:2019-12", "date:2019年12月", "日期：2019年12月", "date:\"Dec 2019\"", "date:12/2019",
      "date:\"十二月 2019\""}},
};

SearchResult found(Searcher& searcher, const std::string& text) {
  return searcher.search({.query = {.text = text, .today = make_date(2026, 1, 9).value()},
                          .limit = kAllHits,
                          .facets = false});
}

std::string ids_of(const SearchResult& result) {
  std::string ids;
  for (const Hit& hit : result.hits) {
    ids += hit.bulletin.id + ' ';
  }
  return ids;
}

}  // namespace

TEST_CASE("spellings: every spelling of a question gives the same list") {
  const CorpusIndex corpus;
  Searcher searcher(corpus.path());
  for (const Group& group : kGroups) {
    CAPTURE(group.what);
    const SearchResult first = found(searcher, group.spellings.front());
    const std::size_t expected =
        naive_matches(corpus.items(), {.countries = group.countries, .dates = group.dates}).size();
    for (const std::string& spelling : group.spellings) {
      CAPTURE(spelling);
      const SearchResult result = found(searcher, spelling);
      CHECK_EQ(result.total, expected);
      CHECK_EQ(ids_of(result), ids_of(first));
    }
  }
}

TEST_CASE("spellings: words beside a country rank the same however it is written") {
  const CorpusIndex corpus;
  Searcher searcher(corpus.path());
  const std::string first = ids_of(found(searcher, "library Zambia"));
  CHECK_FALSE(first.empty());
  for (const std::string text : {"library 赞比亚", "尚比亞 library", "library ZM"}) {
    CAPTURE(text);
    CHECK_EQ(ids_of(found(searcher, text)), first);
  }
}

TEST_CASE("spellings: the programs, with default options, give one list for four spellings") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  REQUIRE_EQ(bulletin_index({"add", "--db", index, BULLETIN_CORPUS_DIR}).status, 0);
  std::string first;
  for (const std::string query :
       {"2019年12月 哈萨克斯坦", "Dec 2019 Kazakhstan", "2019-12 KZ", "哈薩克 十二月 2019"}) {
    const Finished search =
        bulletin_search({"--db", index, "--format", "ids", "--limit", "all", query});
    CAPTURE(query);
    CHECK_EQ(search.status, 0);
    first = first.empty() ? search.out : first;
    CHECK_EQ(search.out, first);
    CHECK_FALSE(search.out.empty());
  }
}

}  // namespace bulletin::test
