#include "indexer/schema/term_places.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

std::vector<TermHash> hashes(const std::vector<std::string_view>& terms) {
  std::vector<TermHash> found;
  for (const std::string_view term : terms) {
    found.push_back(term_hash(term));
  }
  return found;
}

// Title "a b", text "c b a", then a place of nothing, then "d"; the title's `b` was written `bs`,
// the text's `cs`.
std::string example() {
  TermPlaces places;
  places.put(TextField::kTitle, 1, term_hash("a"));
  places.put(TextField::kTitle, 2, term_hash("b"));
  places.put_word(TextField::kTitle, term_hash("bs"));
  places.put(TextField::kText, 1, term_hash("c"));
  places.put(TextField::kText, 2, term_hash("b"));
  places.put(TextField::kText, 3, term_hash("a"));
  places.put(TextField::kText, 5, term_hash("d"));
  places.put_word(TextField::kText, term_hash("cs"));
  return places.packed();
}

TEST_CASE("stand: side by side, in order, within a field") {
  const struct {
    std::vector<std::string_view> terms;
    bool stand;
    bool stand_in_title;
  } cases[] = {
      {{"a"}, true, true},        {{"b"}, true, true},        {{"c"}, true, false},
      {{"a", "b"}, true, true},   {{"b", "a"}, true, false},  {{"c", "b", "a"}, true, false},
      {{"b", "c"}, false, false}, {{"a", "d"}, false, false}, {{"a", "b", "a"}, false, false},
  };
  for (const auto& [terms, stands, stands_in_title] : cases) {
    CAPTURE(terms.size());
    CAPTURE(terms.front());
    CHECK_EQ(stand({.terms = hashes(terms)}, example()), stands);
    CHECK_EQ(stand({.terms = hashes(terms), .in_title = true}, example()), stands_in_title);
  }
}

TEST_CASE("stand: a word behind a stem is found in the title alone, and as one term alone") {
  CHECK(stand({.terms = hashes({"bs"}), .in_title = true}, example()));
  CHECK_FALSE(stand({.terms = hashes({"cs"}), .in_title = true}, example()));
  CHECK_FALSE(stand({.terms = hashes({"bs"})}, example()));
  CHECK_FALSE(stand({.terms = hashes({"a", "bs"}), .in_title = true}, example()));
}

TEST_CASE("stand: within a window, in any order, each at a place of its own") {
  const struct {
    std::vector<std::string_view> terms;
    std::size_t window;
    bool stand;
  } cases[] = {
      {{"a", "c"}, 2, false}, {{"a", "c"}, 3, true},      {{"d", "b"}, 4, true},
      {{"d", "b"}, 3, false}, {{"b", "b"}, 100, false},   {{"c", "a", "b"}, 3, true},
      {{"a", "d"}, 3, true},  {{"c", "d", "a"}, 5, true}, {{"a", "a", "b"}, 100, false},
  };
  for (const auto& [terms, window, stands] : cases) {
    CAPTURE(terms.front());
    CAPTURE(window);
    CHECK_EQ(stand({.terms = hashes(terms), .window = window}, example()), stands);
  }
}

TEST_CASE("TermPlaces: an item without terms has no value, and nothing stands in none") {
  CHECK_EQ(TermPlaces().packed(), "");
  CHECK_FALSE(stand({.terms = hashes({"a"})}, ""));
}

TEST_CASE("stand: nothing stands in a damaged value") {
  for (const std::string_view damaged :
       {std::string_view("\0\0\0\0", 4), std::string_view("\x39\0\0\0", 4),
        std::string_view("\x08\0\xFF", 3), std::string_view("\x08\0\0\x7F", 4),
        std::string_view("\x08", 1),
        std::string_view("\x08\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 14)}) {
    CHECK_FALSE(stand({.terms = hashes({"a"})}, damaged));
    CHECK_FALSE(stand({.terms = hashes({"a"}), .in_title = true}, damaged));
  }
}

TEST_CASE(
    "TermPlaces: a place of an item of usual size takes about as many bits as its terms need") {
  TermPlaces places;
  constexpr std::uint32_t kPlaces = 130;
  for (std::uint32_t place = 1; place <= kPlaces; ++place) {
    places.put(TextField::kText, place, term_hash(std::to_string(place)));
  }
  CHECK_LE(places.packed().size(), kPlaces * 14 / 8 + 5);
}

}  // namespace
}  // namespace bulletin
