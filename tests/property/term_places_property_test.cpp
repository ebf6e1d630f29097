// Packed places tell where terms stand, and only there, however many an item has.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/schema/term_places.hpp"

namespace bulletin {
namespace {

std::string term(int number) {
  return "Z" + std::to_string(number);
}

// Numbers of terms by place; -1: none stands there.
using Field = std::vector<int>;

Field random_field(int different) {
  const auto size = static_cast<std::size_t>(*rc::gen::inRange(0, *rc::gen::element(12, 3000)));
  return *rc::gen::container<Field>(size, rc::gen::inRange(-1, different));
}

void put(TermPlaces& places, TextField field, const Field& terms) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i] >= 0) {
      places.put(field, static_cast<std::uint32_t>(i + 1), term_hash(term(terms[i])));
    }
  }
}

bool side_by_side(const Field& wanted, const Field& field) {
  return !std::ranges::search(field, wanted).empty();
}

bool within(const Field& wanted, std::size_t window, const Field& field) {
  for (std::size_t begin = 0; begin < field.size(); ++begin) {
    std::map<int, int> there;
    for (std::size_t at = begin; at < std::min(begin + window, field.size()); ++at) {
      ++there[field[at]];
    }
    std::map<int, int> needed;
    for (const int number : wanted) {
      ++needed[number];
    }
    if (std::ranges::all_of(needed,
                            [&](const auto& each) { return there[each.first] >= each.second; })) {
      return true;
    }
  }
  return false;
}

// Terms that the item has: some that follow each other there, some that do not.
Field random_wanted(const Field& title, const Field& text) {
  Field all = title;
  all.insert(all.end(), text.begin(), text.end());
  std::erase(all, -1);
  RC_PRE(!all.empty());
  const auto size = static_cast<std::size_t>(*rc::gen::inRange(1, 4));
  if (*rc::gen::arbitrary<bool>() && all.size() > size) {
    const auto begin = *rc::gen::inRange<std::size_t>(0, all.size() - size);
    return {all.begin() + static_cast<std::ptrdiff_t>(begin),
            all.begin() + static_cast<std::ptrdiff_t>(begin + size)};
  }
  return *rc::gen::container<Field>(size, rc::gen::elementOf(all));
}

TEST_CASE("property: terms stand where they were put and nowhere else") {
  CHECK(rc::check([] {
    const int different = *rc::gen::element(3, 100, 5000);
    const Field title = random_field(different);
    const Field text = random_field(different);
    TermPlaces places;
    put(places, TextField::kTitle, title);
    put(places, TextField::kText, text);
    const std::string packed = places.packed();
    for (int question = 0; question < 20; ++question) {
      const Field wanted = random_wanted(title, text);
      Arrangement arrangement;
      std::ranges::transform(wanted, std::back_inserter(arrangement.terms),
                             [](int number) { return term_hash(term(number)); });
      RC_ASSERT(stand(arrangement, packed) ==
                (side_by_side(wanted, title) || side_by_side(wanted, text)));
      arrangement.in_title = true;
      RC_ASSERT(stand(arrangement, packed) == side_by_side(wanted, title));
      arrangement.in_title = false;
      arrangement.window = *rc::gen::inRange<std::size_t>(wanted.size(), 8);
      RC_ASSERT(stand(arrangement, packed) == (within(wanted, arrangement.window, title) ||
                                               within(wanted, arrangement.window, text)));
    }
  }));
}

TEST_CASE("property: any bytes are taken for places") {
  CHECK(rc::check([](const std::string& bytes, std::size_t window, bool in_title) {
    static_cast<void>(stand({{term_hash("a"), term_hash("b")}, window % 9, in_title}, bytes));
  }));
}

}  // namespace
}  // namespace bulletin
