#include "indexer/schema/spoken_keys.hpp"

#include <algorithm>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

std::string listed(const std::vector<std::string>& keys) {
  std::string line;
  for (const std::string& key : keys) {
    line += (line.empty() ? "" : " ") + key;
  }
  return line;
}

bool has(const std::vector<std::string>& keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

TEST_CASE("spoken_keys: what Latin letters may stand for a Chinese text") {
  struct Case {
    std::string_view what, text, sound, initials;
  };
  const Case cases[] = {
      {"an institution", "国家开放大学", "guojiakaifangdaxue", "gjkfdx"},
      {"a country", "哈萨克斯坦", "hasakesitan", "hskst"},
      {"a character of two readings, the usual one", "长沙", "changsha", "cs"},
      {"the other one", "长沙", "zhangsha", "zs"},
      {"two letters begin the syllable, one is the initial", "重庆", "chongqing", "cq"},
      {"ü as v", "旅客", "lvke", "lk"},
      {"ü as u", "旅客", "luke", "lk"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const SpokenKeys keys = spoken_keys(c.text);
    CHECK(has(keys.sounds, c.sound));
    CHECK(has(keys.initials, c.initials));
    CHECK_LE(keys.sounds.size(), kMaxReadings + 1);
  }
}

TEST_CASE("spoken_keys: only what is Chinese throughout is spoken") {
  for (const std::string_view text : {"", "kazakhstan", "5g手机", "刚果(金)", "手机5g"}) {
    CAPTURE(text);
    CHECK_EQ(listed(spoken_keys(text).sounds), "");
    CHECK_EQ(listed(spoken_keys(text).initials), "");
  }
}

TEST_CASE("is_spoken: pieces end where syllables end, the last one anywhere") {
  struct Case {
    std::string_view what, text;
    std::vector<std::string> pieces;
    bool expect;
  };
  const Case cases[] = {
      {"half a syllable", "重庆", {"chongq"}, true},
      {"whole", "重庆", {"chongqing"}, true},
      {"more than the text has", "重庆", {"chongqingshi"}, false},
      {"two pieces", "国家开放大学", {"guojia", "k"}, true},
      {"a piece that ends in a syllable", "国家开放大学", {"guoj", "ia"}, false},
      {"nothing behind a space", "国家", {"guo", ""}, true},
      {"two syllables", "西安", {"xi", "an"}, true},
      {"one syllable is not two", "先进", {"xi", "an"}, false},
      {"another reading", "长沙", {"zhang", "sha"}, true},
      {"not so", "长沙", {"chang", "she"}, false},
      {"no letters", "长沙", {}, false},
      {"not Chinese", "kaz", {"kaz"}, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(is_spoken(c.text, c.pieces), c.expect);
  }
}

}  // namespace
}  // namespace bulletin
