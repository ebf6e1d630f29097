// Stored items of any content come back as they were, and of any damage only what could have been
// written is read. What is written is judged by nlohmann's writer, which is another program.

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin::test {
namespace {

using nlohmann::json;

// Any bytes, of lengths on either side of those at which the form of a length changes.
rc::Gen<std::string> any_bytes() {
  const auto of_length = [](std::size_t least, std::size_t most) {
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange(least, most), rc::gen::arbitrary<char>()),
        [](const std::pair<std::size_t, char>& run) { return std::string(run.first, run.second); });
  };
  return rc::gen::weightedOneOf<std::string>({{8, rc::gen::arbitrary<std::string>()},
                                              {4, of_length(20, 28)},
                                              {4, of_length(250, 260)},
                                              {1, of_length(65'530, 65'540)}});
}

std::string some_bytes() {
  return *any_bytes();
}

Date some_date() {
  const auto day = *rc::gen::inRange(1, 29);
  const auto month = *rc::gen::inRange(1, 13);
  const auto year = *rc::gen::inRange(1, 10'000);
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).value();
}

DateSpan some_span() {
  Date from = some_date();
  Date to = some_date();
  if (to < from) {
    std::swap(from, to);
  }
  return {from, to, *rc::gen::element(Precision::kDay, Precision::kMonth, Precision::kYear)};
}

template <typename Make>
auto some(Make make) {
  std::vector<decltype(make())> list(*rc::gen::inRange<std::size_t>(0, 4));
  for (auto& entry : list) {
    entry = make();
  }
  return list;
}

template <typename Make>
auto perhaps(Make make) {
  return *rc::gen::arbitrary<bool>() ? std::optional(make()) : std::nullopt;
}

Evidence some_evidence(const Bulletin& item) {
  const auto field = *rc::gen::element(TextField::kTitle, TextField::kText);
  const std::string& text = field == TextField::kTitle ? item.title : item.text;
  const auto begin = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  const auto end = *rc::gen::inRange<std::size_t>(begin, text.size() + 1);
  return {field, begin, end, text.substr(begin, end - begin), some_bytes()};
}

Bulletin some_item() {
  Bulletin item{.id = some_bytes(),
                .lang = some_bytes(),
                .title = some_bytes(),
                .text = some_bytes(),
                .url = some_bytes(),
                .source = some_bytes()};
  const auto evidence = [&] { return some([&] { return some_evidence(item); }); };
  item.published = perhaps(some_date);
  item.item_date = perhaps(some_span);
  item.dates = some([&] { return DateMention{some_span(), evidence()}; });
  item.countries = some([&] { return CountryMention{some_bytes(), evidence()}; });
  item.kinds = some([&] { return KindMention{some_bytes(), evidence()}; });
  item.extra = some_bytes();
  item.sources = some([] {
    return ItemSource{some_bytes(), some_bytes(), *rc::gen::arbitrary<std::size_t>(),
                      *rc::gen::arbitrary<std::uint64_t>()};
  });
  item.history = some([] { return Revision{some_date(), some_bytes(), some_bytes()}; });
  item.also =
      some([] { return StoryLink{some_bytes(), some_bytes(), *rc::gen::arbitrary<bool>()}; });
  item.given_title = perhaps(some_bytes);
  item.supplied = {some_bytes(), some(some_bytes), some(some_span)};
  return item;
}

// What a JSON library makes of the same bytes.
void check_against_tree(const Bulletin& item, const std::string& stored) {
  const json tree = json::from_cbor(stored);
  std::string same;
  json::to_cbor(tree, same);
  RC_ASSERT(same == stored);
  RC_ASSERT(tree.size() == 17U);
  RC_ASSERT(tree[0] == item.id);
  RC_ASSERT(tree[1] == item.lang);
  RC_ASSERT(tree[2] == item.title);
  RC_ASSERT(tree[3] == item.text);
  RC_ASSERT(tree[4] == item.url);
  RC_ASSERT(tree[5] == item.source);
  RC_ASSERT(tree[6] == item.extra);
  RC_ASSERT(tree[7].is_null() == !item.published.has_value());
  RC_ASSERT(tree[9].size() == item.dates.size());
  RC_ASSERT(tree[10].size() == item.countries.size());
  RC_ASSERT(tree[11].size() == item.kinds.size());
  RC_ASSERT(tree[12].size() == item.sources.size());
  for (std::size_t i = 0; i < item.sources.size(); ++i) {
    RC_ASSERT(tree[12][i][3] == item.sources[i].wording);
  }
  RC_ASSERT(tree[14].size() == item.also.size());
  RC_ASSERT(tree[16][1] == json(item.supplied.countries));
}

TEST_CASE("property: any item comes back from its stored form as it was") {
  CHECK(rc::check([] {
    const Bulletin item = some_item();
    const std::string stored = encode_bulletin(item);
    RC_ASSERT(decode_bulletin(stored) == item);
    check_against_tree(item, stored);
    const StoredFront front = decode_front(stored);
    RC_ASSERT(front.id == item.id);
    RC_ASSERT(front.lang == item.lang);
    RC_ASSERT(front.title == item.title);
    RC_ASSERT(front.text == item.text);
  }));
}

TEST_CASE("property: of damaged bytes only what could have been written is read") {
  CHECK(rc::check([] {
    std::string stored = encode_bulletin(some_item());
    const auto at = *rc::gen::inRange<std::size_t>(0, stored.size());
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        stored[at] = *rc::gen::arbitrary<char>();
        break;
      case 1:
        stored.erase(at, *rc::gen::inRange<std::size_t>(1, 9));
        break;
      case 2:
        stored.insert(at, *rc::gen::arbitrary<std::string>());
        break;
      default:
        stored.resize(at);
    }
    try {
      RC_ASSERT(encode_bulletin(decode_bulletin(stored)) == stored);
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::kInternal);
    }
  }));
}

}  // namespace
}  // namespace bulletin::test
