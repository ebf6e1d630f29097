// Strings on which matching by substrings, by dictionary words or by other extractors goes wrong;
// each whole and in a sentence.

#include <doctest/doctest.h>

#include "tests/unit/countries_case.hpp"

namespace bulletin {
namespace {

TEST_CASE("find_countries: substrings that are no country") {
  check_codes({
      {"发展中国家", ""},
      {"来自发展中国家的学员参加了培训", ""},
      {"今日本报讯", ""},
      {"今日本报讯：学校召开大会", ""},
      {"本报", ""},
      {"上海地区", ""},
      {"面向上海地区招生", ""},
      {"增加纳税", ""},
      {"企业将增加纳税额", ""},
      {"索马里", "SO"},
      {"索马里学生来访", "SO"},
      {"司法国际", ""},
      {"司法国际研讨会", ""},
      {"赞美国家公园", ""},
      {"游客赞美国家公园的景色", ""},
      {"道德国学", ""},
      {"今日本校", ""},
      {"中非合作论坛", "CN"},
  });
}

TEST_CASE("find_countries: words that are also a town's name need a witness") {
  check_codes({
      {"“从敦煌到撒马尔罕”图片展在东方学大学开幕", "CN UZ"},
      {"东方艺术系举办作品展", ""},
      {"大学城的学生参加活动", ""},
      {"全州干部教育培训会议召开", ""},
      {"大数据中心启用", ""},
      {"海防教育课走进校园", ""},
      {"越南海防大学代表团来访", "VN"},
      {"食堂推出牛肉汉堡套餐", ""},
      {"代表团抵达汉堡", "DE"},
      {"湖北巴东的学生代表发言", "CN"},
  });
}

TEST_CASE("find_countries: dictionary words that are another country, and names it does not know") {
  check_codes({
      {"印度尼西亚", "ID"},
      {"印度尼西亚教育部代表团", "ID"},
      {"努尔苏丹", "KZ"},
      {"在努尔苏丹签署协议", "KZ"},
      {"白俄罗斯", "BY"},
      {"白俄罗斯国立大学", "BY"},
      {"马里兰州", "US"},
      {"马里兰州立大学", "US"},
      {"格鲁吉亚", "GE"},
      {"格鲁吉亚大使访问学校", "GE"},
      {"科特迪瓦", "CI"},
      {"科特迪瓦职业教育代表团", "CI"},
      {"阿拉伯联合酋长国", "AE"},
      {"阿拉伯联合酋长国驻华大使", "AE CN"},
  });
}

TEST_CASE("find_countries: different words on the mainland and in Taiwan") {
  check_codes({
      {"哈萨克斯坦", "KZ"},
      {"哈薩克", "KZ"},
      {"韩国", "KR"},
      {"南韓", "KR"},
      {"新西兰", "NZ"},
      {"紐西蘭", "NZ"},
      {"沙特阿拉伯", "SA"},
      {"沙烏地阿拉伯", "SA"},
      {"科特迪瓦", "CI"},
      {"象牙海岸", "CI"},
      {"格鲁吉亚", "GE"},
      {"喬治亞", "GE"},
      {"老挝", "LA"},
      {"寮國", "LA"},
  });
}

TEST_CASE("find_countries: what users of other extractors reported") {
  check_codes({
      {"Peru", "PE"},
      {"Mauritania", "MR"},
      {"Companies in Peru and in Mauritania were named.", "MR PE"},
      {"European", ""},
      {"European and African partners met.", ""},
      {"Columbia", "US"},  // Towns, and no Colombia.
      {"a professor at Columbia University", "US"},
      {"Colombia", "CO"},
      {"Colombian and Columbian", "CO"},
      {"Washington, District of Columbia", "US"},
      {"British Columbia", "CA"},
      {"the U.S", "US"},
      {"The U.S. said on Monday", "US"},
      {"USA", "US"},
      {"UK", "GB"},
      {"students from the UK, USA and U.A.E.", "AE GB US"},
      {"a Nigerien and a Nigerian", "NE NG"},
      {"San José", ""},
      {"圣何塞", ""},
      {"哥斯达黎加圣何塞", "CR"},
      {"剑桥", "GB"},
      {"马萨诸塞州剑桥", "US"},
      {"中吉", "CN"},
      {"中巴", "CN"},
      {"中非", "CN"},
      {"内蒙古", "CN"},
      {"Inner Mongolia", "CN"},
  });
}

}  // namespace
}  // namespace bulletin
