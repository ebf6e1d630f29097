#include "indexer/understanding/near_copy.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/analysis/analyzer.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kEnglish =
    "Four members of staff were in Kazakhstan from 24 to 28 December 2019. The state university of "
    "Pavlodar had invited them, and their route took in Almaty too. Possible joint projects were "
    "on the table in three conversations, the last of them with a company that mines copper.";
constexpr std::string_view kChinese =
    "应巴甫洛达尔国立大学邀请，代表团一行四人于2019年12月24日至28日访问哈萨克斯坦，到访阿拉木图、巴"
    "甫洛达尔两市，"
    "与三家伙伴就合作事宜进行会谈，其中一家是开采铜矿的企业。";

std::vector<std::uint64_t> shingles(std::string_view text) {
  return shingles_of(Analyzer().analyze(text));
}

bool share_a_shingle(const TextShape& a, const TextShape& b) {
  for (const std::uint64_t shingle : a.smallest) {
    if (std::ranges::find(b.smallest, shingle) != b.smallest.end()) {
      return true;
    }
  }
  return false;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string copy(text);
  return copy.replace(copy.find(from), from.size(), to);
}

TEST_CASE("shape_of: a bit is set where more than half of the shingles have it") {
  for (const std::string_view text : {kEnglish, kChinese}) {
    const std::vector<std::uint64_t> all = shingles(text);
    const TextShape shape = shape_of(all);
    for (unsigned bit = 0; bit < 64; ++bit) {
      CAPTURE(bit);
      const auto ones = static_cast<std::size_t>(std::ranges::count_if(
          all, [bit](std::uint64_t shingle) { return (shingle >> bit & 1U) != 0; }));
      CHECK_EQ((shape.bits >> bit & 1U) != 0, ones * 2 > all.size());
    }
  }
}

TEST_CASE("near copies: few bits apart, found by a shingle, most shingles shared") {
  struct Case {
    std::string_view what;
    std::string a, b;
    bool is_copy;
  };
  const Case cases[] = {
      {"the same text", std::string(kEnglish), std::string(kEnglish), true},
      {"a word changed", std::string(kEnglish), replaced(kEnglish, "copper", "zinc"), true},
      {"a line added", std::string(kEnglish), std::string(kEnglish) + " (Source: office)", true},
      {"other case and punctuation", std::string(kEnglish),
       replaced(kEnglish, "2019. The", "2019; THE"), true},
      {"Chinese with a word changed", std::string(kChinese), replaced(kChinese, "四人", "五人"),
       true},
      {"Traditional characters", std::string(kChinese),
       replaced(replaced(kChinese, "访问", "訪問"), "邀请", "邀請"), true},
      {"another story", std::string(kEnglish),
       "The library of the university opens on Sundays from May on. Readers have asked for it for "
       "years, and two more members of staff could now be hired for the desk.",
       false},
      {"the other language", std::string(kEnglish), std::string(kChinese), false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto a = shingles(c.a);
    const auto b = shingles(c.b);
    CHECK_EQ(bits_apart(shape_of(a).bits, shape_of(b).bits) <= kMostBits, c.is_copy);
    CHECK_EQ(overlap(a, b) >= kLeastOverlap, c.is_copy);
    CHECK_EQ(share_a_shingle(shape_of(a), shape_of(b)), c.is_copy);
  }
}

TEST_CASE("shape_of: a text of a few words is not compared") {
  CHECK(shape_of(shingles("OUC visits Kazakhstan")).smallest.empty());
  CHECK(shape_of({}).smallest.empty());
  CHECK_EQ(shape_of(shingles(kEnglish)).smallest.size(), kShapeShingles);
}

TEST_CASE("overlap: from nothing to all") {
  const std::vector<std::uint64_t> a{1, 2, 3};
  const std::vector<std::uint64_t> b{2, 3, 4};
  CHECK_EQ(overlap(a, a), doctest::Approx(1));
  CHECK_EQ(overlap(a, b), doctest::Approx(0.5));
  CHECK_EQ(overlap(a, {}), doctest::Approx(0));
  CHECK_EQ(overlap({}, {}), doctest::Approx(0));
}

}  // namespace
}  // namespace bulletin
