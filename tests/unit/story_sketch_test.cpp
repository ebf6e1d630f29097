#include "indexer/pipeline/story_sketch.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/pipeline/story_terms.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

// Keys 1 to `count`, all of the heaviest kind.
StorySketch sketch_of(std::uint32_t count, std::optional<StoryDays> days = {}) {
  StorySketch sketch{.lang = StoryLang::kEnglish, .days = days, .shape = {}, .keys = {}};
  for (std::uint32_t key = 1; key <= count; ++key) {
    sketch.keys.push_back({key, 48, KeyClass::kFull});
  }
  return sketch;
}

TEST_CASE("pack_sketch: what is written is read, anything else is like nothing") {
  const StorySketch sketch{.lang = StoryLang::kChinese,
                           .days = StoryDays{-3, 18000},
                           .shape = 0x8000000000000001U,
                           .keys = {{7, 63, KeyClass::kBonus}, {0xFFFFFFFF, 0, KeyClass::kSeldom}}};
  CHECK_EQ(unpack_sketch(pack_sketch(sketch)), sketch);
  CHECK_EQ(unpack_sketch(pack_sketch({})), StorySketch{});
  CHECK_EQ(unpack_sketch(""), StorySketch{});
  CHECK_EQ(unpack_sketch(pack_sketch(sketch) + "x"), StorySketch{});
}

TEST_CASE("story_score: the more of both is shared, the higher") {
  CHECK_EQ(story_score(sketch_of(20), sketch_of(20)), doctest::Approx(1));
  CHECK_EQ(story_score(sketch_of(20), sketch_of(5)), doctest::Approx(0.5));
  CHECK_EQ(story_score(sketch_of(5), sketch_of(20)), doctest::Approx(0.5));
}

TEST_CASE("story_score: one shared key proves nothing, though it be all that there is") {
  CHECK_EQ(story_score(sketch_of(1), sketch_of(1)), doctest::Approx(0));
}

TEST_CASE("story_score: events on other days are other stories") {
  struct Case {
    std::string_view what;
    std::optional<StoryDays> a, b;
    bool same;
  };
  const Case cases[] = {
      {"the same day", StoryDays{10, 10}, StoryDays{10, 10}, true},
      {"inside the span", StoryDays{10, 20}, StoryDays{15, 15}, true},
      {"three days later", StoryDays{10, 10}, StoryDays{13, 13}, true},
      {"four days later", StoryDays{10, 10}, StoryDays{14, 14}, false},
      {"one has no date", StoryDays{10, 10}, std::nullopt, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(story_score(sketch_of(20, c.a), sketch_of(20, c.b)) > 0, c.same);
    CHECK_EQ(story_score(sketch_of(20, c.b), sketch_of(20, c.a)) > 0, c.same);
  }
}

TEST_CASE("meeting_keys: the heaviest keys, and each country with the day") {
  const Evidence name{.rule = "name"};
  const Bulletin bulletin{.item_date = day_span(2019y / 12 / 24),
                          .countries = {{"KZ", {name}}, {"ES", {name}}}};
  const std::size_t heaviest = meeting_keys(sketch_of(100), Bulletin{}).size();
  CHECK_EQ(meeting_keys(sketch_of(100), bulletin).size(), heaviest + 2);
  CHECK_EQ(meeting_keys(sketch_of(2), Bulletin{}).size(), 2U);
  CHECK(meeting_keys({}, bulletin).empty());
}

TEST_CASE("meeting_term: its key can be read back") {
  for (const std::uint32_t key : {0U, 1U, 0x12345678U, 0xFFFFFFFFU}) {
    CHECK_EQ(key_of_term(meeting_term(StoryLang::kChinese, key)), key);
  }
  CHECK_NE(meeting_term(StoryLang::kChinese, 5), meeting_term(StoryLang::kEnglish, 5));
}

TEST_CASE("shingle_term: the upper 42 bits of a shingle can be read back, in the order of terms") {
  std::string last;
  for (const std::uint64_t shingle :
       {std::uint64_t{0}, std::uint64_t{0x3FFFFF}, std::uint64_t{0x400000},
        std::uint64_t{0x0123456789ABCDEF}, ~std::uint64_t{0}}) {
    CAPTURE(shingle);
    const std::string term = shingle_term(shingle);
    CHECK_EQ(shingle_of_term(term), shingle >> 22U << 22U);
    CHECK_LE(last, term);
    last = term;
  }
}

}  // namespace
}  // namespace bulletin
