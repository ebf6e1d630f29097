#include "searcher/search/title_order.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

TEST_CASE("title order: what comes first in a list of both languages") {
  struct Case {
    std::string_view what;
    std::vector<std::string> ordered;
  };
  const Case cases[] = {
      {"figures by value, then Chinese, then Latin letters",
       {"2 centres", "10 centres", "北京会议", "Beijing meeting"}},
      {"Chinese by pinyin: anhui, beijing, chengdu, guangzhou, shanghai, zhejiang",
       {"安徽", "北京", "成都", "广州", "上海", "浙江"}},
      {"tones within a syllable", {"妈", "麻", "马", "骂"}},
      {"Traditional characters by their pinyin, too", {"北京", "廣州", "貿易", "上海"}},
      {"a shorter title before a longer one", {"招商", "招商公司"}},
      {"capitals and accents only decide between equals",
       {"Café", "cafe", "Cafe", "cage", "Zebra", "zebras"}},
      {"opening quotes and brackets do not count",
       {"“安徽”讲座", "《北京》出版", "(Annual) visit", "bulletin"}},
      {"nothing but marks comes first", {"", "……", "1"}},
  };
  const TitleOrder order;
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::vector<std::string> sorted = c.ordered;
    std::ranges::reverse(sorted);
    std::ranges::sort(sorted, {}, [&](const std::string& title) { return order.key(title); });
    CHECK_EQ(sorted, c.ordered);
  }
}

TEST_CASE("title order: a long title has a whole key") {
  const TitleOrder order;
  std::string title;
  for (int i = 0; i < 2000; ++i) {
    title += "é图";
  }
  CHECK_LT(order.key(title), order.key(title + "a"));
  CHECK_EQ(order.key(title), order.key(title));
}

}  // namespace
}  // namespace bulletin
