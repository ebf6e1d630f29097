// What keys do, on answers made by hand.

#include <string>

#include <doctest/doctest.h>

#include "searcher/browse/answers.hpp"
#include "searcher/browse/facet_rows.hpp"
#include "searcher/browse/press.hpp"

namespace bulletin::browse {
namespace {

constexpr Size kSize{24, 80};

Answers answers() {
  Answers some;
  some.result.total = 30;
  some.result.facets = Facets{.country = {{"KZ", 12}, {"ES", 9}, {"none", 4}},
                              .year = {{"2020", 5}, {"2019", 20}, {"none", 2}},
                              .month = {{"2020-01", 5}, {"2019-12", 12}, {"2019-11", 8}},
                              .lang = {{"zh", 18}, {"en", 12}},
                              .kind = {{"visit", 11}},
                              .region = {{"143", 12}, {"142", 12}}};
  some.days["2019-12"] = {{"2019-12-24", 3}, {"2019-12-25", 1}};
  for (std::size_t i = 1; i <= 4; ++i) {
    some.result.hits.push_back({.rank = i, .bulletin = {.id = "item" + std::to_string(i)}});
  }
  return some;
}

Scene scene_of(const Answers& some) {
  static const Labels labels;
  return {some, labels, Language::kEnglish, kSize};
}

Key key_of(const std::string& name) {
  const std::pair<std::string_view, KeyKind> names[] = {
      {"Enter", KeyKind::kEnter},    {"Esc", KeyKind::kEscape},    {"Tab", KeyKind::kTab},
      {"Up", KeyKind::kUp},          {"Down", KeyKind::kDown},     {"Left", KeyKind::kLeft},
      {"Right", KeyKind::kRight},    {"PgDn", KeyKind::kPageDown}, {"PgUp", KeyKind::kPageUp},
      {"End", KeyKind::kEnd},        {"Bs", KeyKind::kBackspace},  {"Home", KeyKind::kHome},
      {"BackTab", KeyKind::kBackTab}};
  for (const auto& [text, kind] : names) {
    if (text == name) {
      return {.kind = kind};
    }
  }
  return name == "Space" ? Key{KeyKind::kCharacter, ' '}
                         : Key{KeyKind::kCharacter, static_cast<char32_t>(name.front())};
}

// Keys by name, a space between.
BrowseState press_all(const std::string& keys, const Answers& some, BrowseState state = {}) {
  state = settled(std::move(state), scene_of(some));
  for (std::size_t begin = 0; begin < keys.size();) {
    const std::size_t end = std::min(keys.find(' ', begin), keys.size());
    state = settled(press(state, key_of(keys.substr(begin, end - begin)), scene_of(some)),
                    scene_of(some));
    begin = end + 1;
  }
  return state;
}

std::string rows_text(const BrowseState& state, const Answers& some,
                      Language language = Language::kEnglish) {
  std::string text;
  for (const FacetRow& row : facet_rows(state, some, Labels{}, language)) {
    text += (text.empty() ? "" : ", ") + std::string(row.depth, '>') + (row.is_chosen ? "*" : "") +
            row.label + (row.is_heading() ? ":" : ' ' + std::to_string(row.count));
  }
  return text;
}

std::string limits(const BrowseState& state) {
  std::string text;
  for (const Facet facet : kFacetOrder) {
    for (const std::string& value : chosen(state.question, facet)) {
      text += (text.empty() ? "" : " ") + value;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("facets: rows fold, and speak the language of the person") {
  const Answers some = answers();
  CHECK_EQ(rows_text({}, some),
           "Country/Region:, Kazakhstan 12, Spain 9, no country 4, Date:, 2020 5, 2019 20, "
           "no date 2, Kind:, visit 11, Language:, 中文 18, English 12, World region:");
  CHECK_EQ(rows_text({.unfolded = {"2019", "2019-12"}}, some, Language::kChinese),
           "国家/地区:, 哈萨克斯坦 12, 西班牙 9, 无国家/地区 4, 日期:, 2020 5, 2019 20, "
           ">2019-12 12, >>2019-12-24 3, >>2019-12-25 1, >2019-11 8, 无日期 2, 类别:, 访问 11, "
           "语言:, 中文 18, English 12, 世界区域:");
}

TEST_CASE("facets: of many values the first are shown, the chosen ones and a row for the rest") {
  Answers some;
  some.result.facets = Facets{};
  for (const std::string code : {"AT", "BE", "CL", "DE", "ES", "FR", "GR", "HU", "IT"}) {
    some.result.facets->country.push_back({code, 1});
  }
  BrowseState state;
  state.question.query.countries = {"IT", "JP"};
  CHECK_EQ(rows_text(state, some),
           "Country/Region:, Austria 1, Belgium 1, Chile 1, Germany 1, Spain 1, France 1, "
           "*Italy 1, *Japan 0, 2 more 0");
  state = press_all("Tab End Enter", some, state);
  CHECK_EQ(rows_text(state, some),
           "Country/Region:, Austria 1, Belgium 1, Chile 1, Germany 1, Spain 1, France 1, "
           "Greece 1, Hungary 1, *Italy 1, *Japan 0");
  CHECK_EQ(limits(state), "IT JP");
}

TEST_CASE("facets: finding looks into both languages and into what is folded") {
  const Answers some = answers();
  const auto found = [&](const std::string& text) { return rows_text({.facet_find = text}, some); };
  CHECK_EQ(found("kaz"), "Country/Region:, Kazakhstan 12");
  CHECK_EQ(found("哈薩克"), "Country/Region:, Kazakhstan 12");
  CHECK_EQ(found("中亚"), "World region:, Central Asia 12");
  CHECK_EQ(found("2019-1"), "Date:, >2019-12 12, >2019-11 8");
  CHECK_EQ(found("xyz"), "");
}

TEST_CASE("keys: choosing, adding, removing and undoing limits") {
  struct Case {
    std::string what, keys, limits;
  };
  const Case cases[] = {
      {"a number drills down", "1", "KZ"},
      {"again without it", "1 1", ""},
      {"another number of the same facet takes its place", "1 2", "ES"},
      {"numbers of two facets limit both", "1 5", "KZ 2019"},
      {"Enter chooses in the facets", "Tab Down Down Enter", "ES"},
      {"Space adds", "Tab Down Space Down Space", "KZ ES"},
      {"Space takes out again", "Tab Down Space Down Space Space", "KZ"},
      {"x removes the last limit", "1 5 x", "KZ"},
      {"x on a chosen row removes that one", "5 1 Tab Home Down x", "2019"},
      {"in the limits x removes the one under the cursor", "1 5 Tab Tab x", "2019"},
      {"u takes back", "1 5 u", "KZ"},
      {"u takes back all of it and no more", "1 5 u u u", ""},
      {"keys without a meaning change nothing", "1 z ! Left Left", "KZ"}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(limits(press_all(c.keys, answers())), c.limits);
  }
}

TEST_CASE("keys: drilling down from year to month to day") {
  const Answers some = answers();
  const BrowseState year = press_all("Tab f 2 0 1 9 Enter Enter", some);
  CHECK_EQ(limits(year), "2019");
  CHECK(year.unfolded.contains("2019"));
  const BrowseState month = press_all("Esc Down Enter", some, year);
  CHECK_EQ(limits(month), "2019-12");
  CHECK_EQ(months_with_days(month), std::vector<std::string>{"2019-12"});
  const BrowseState day = press_all("Down Enter", some, month);
  CHECK_EQ(limits(day), "2019-12-24");
  CHECK_EQ(limits(press_all("u u", some, day)), "2019");
  CHECK_EQ(press_all("Left", some, day).place.value, "2019-12");
  CHECK_EQ(rows_text(press_all("Left Left", some, day), some).find(">>"), std::string::npos);
}

TEST_CASE("keys: a chosen date takes the place of one that was read in the query") {
  Answers some = answers();
  some.result.readings = {{.kind = QueryReading::Kind::kDate,
                           .country = {},
                           .span = *parse_span("2020"),
                           .surface = "2020"}};
  BrowseState state;
  state.question.query.text = "library 2020";
  state = press_all("5", some, state);
  CHECK_EQ(state.question.query.text, "library");
  CHECK_EQ(limits(state), "2019");
  CHECK_EQ(press_all("u", some, state).question.query.text, "library 2020");
  state.question.query = {.text = "library -2020"};
  CHECK_EQ(press_all("5", some, state).question.query.text, "library -2020");
}

TEST_CASE("keys: the list of hits is passed through by lines and pages") {
  struct Case {
    std::string keys;
    std::size_t hit;
  };
  const Case cases[] = {{"Down", 1},   {"j j k", 1},   {"PgDn PgDn", 8}, {"PgDn PgUp Up", 0},
                        {"End", 29},   {"G Down", 29}, {"End g", 0},     {"End PgUp", 25},
                        {"Down 1", 0}, {"Down o", 0}};
  for (const Case& c : cases) {
    CAPTURE(c.keys);
    CHECK_EQ(press_all(c.keys, answers()).hit, c.hit);
  }
  const BrowseState third_page = press_all("PgDn PgDn Down", answers());
  CHECK_EQ(wanted_by(third_page, kSize).request.offset, 8);
  CHECK_EQ(wanted_by(third_page, kSize).request.limit, 4);
  CHECK_EQ(wanted_by(third_page, {10, 40}).request.offset, 9);
}

TEST_CASE("keys: fewer hits than before leave the cursor on one of them") {
  Answers some = answers();
  BrowseState state = press_all("End", some);
  some.result.total = 3;
  CHECK_EQ(settled(state, scene_of(some)).hit, 2);
  some.result.total = 0;
  CHECK_EQ(settled(state, scene_of(some)).hit, 0);
}

TEST_CASE("keys: the query is typed, sent, taken back and remembered") {
  const Answers some = answers();
  const BrowseState typing = press_all("/ a b Bs c", some);
  CHECK_EQ(typing.line.text, "ac");
  CHECK_EQ(typing.question.query.text, "");
  const BrowseState sent = press_all("Enter", some, typing);
  CHECK_EQ(sent.question.query.text, "ac");
  CHECK_EQ(sent.prompt, Prompt::kNone);
  CHECK_EQ(press_all("u", some, sent).question.query.text, "");
  CHECK_EQ(press_all("Esc", some, typing).question.query.text, "");
  const BrowseState again = press_all("/ q x Enter / Up Up", some, sent);
  CHECK_EQ(again.line.text, "ac");
  CHECK_EQ(press_all("Down", some, again).line.text, "acqx");
  CHECK_EQ(press_all("Down Down", some, again).line.text, "acqx");
  CHECK_FALSE(again.leaving);
}

TEST_CASE("keys: an item opens, closes, and leads on") {
  Answers some = answers();
  const BrowseState opened = press_all("Down Enter", some);
  REQUIRE_EQ(opened.layers.size(), 1);
  CHECK_EQ(opened.layers.back().id, "item2");
  CHECK_EQ(wanted_by(opened, kSize).item, "item2");
  some.item = OpenedItem{};
  some.item->explained.item.text = "one line";
  some.item->also = {{{.id = "copy", .lang = "en", .same_words = true}, ""},
                     {{.id = "zwei", .lang = "zh", .same_words = false}, ""}};
  CHECK_EQ(press_all("l", some, opened).layers.back().id, "zwei");
  CHECK_EQ(wanted_by(press_all("s", some, opened), kSize).similar, "item2");
  CHECK(press_all("w", some, opened).layers.back().evidence);
  CHECK_FALSE(press_all("w w", some, opened).layers.back().evidence);
  CHECK_EQ(press_all("n", some, opened).layers.back().id, "item3");
  CHECK_EQ(press_all("p", some, opened).layers.back().id, "item1");
  CHECK_EQ(press_all("p p p", some, opened).hit, 0);
  CHECK_EQ(press_all("Down End PgDn", some, opened).layers.back().at, 0);
  CHECK(press_all("s l q Esc q", some, opened).leaving);
  CHECK_EQ(press_all("l Esc", some, opened).layers, opened.layers);
  CHECK_FALSE(press_all("q", some, opened).leaving);
}

TEST_CASE("keys: the next item may be on the next page") {
  Answers some = answers();
  const BrowseState last = press_all("Down Down Down Enter n", some);
  CHECK_EQ(last.hit, 4);
  CHECK_EQ(last.layers.back().id, "");
  CHECK_EQ(wanted_by(last, kSize).request.offset, 4);
  some.result.hits = {{.rank = 5, .bulletin = {.id = "item5"}}};
  CHECK_EQ(settled(last, scene_of(some)).layers.back().id, "item5");
}

TEST_CASE("keys: Tab goes round, leaving out limits where there are none") {
  const Answers some = answers();
  CHECK_EQ(press_all("Tab", some).pane, Pane::kFacets);
  CHECK_EQ(press_all("Tab Tab", some).pane, Pane::kHits);
  CHECK_EQ(press_all("1 Tab Tab", some).pane, Pane::kChips);
  CHECK_EQ(press_all("1 BackTab", some).pane, Pane::kChips);
  CHECK_EQ(press_all("1 Tab Tab x", some).pane, Pane::kHits);
  CHECK_EQ(press_all("Left", some).pane, Pane::kFacets);
}

TEST_CASE("keys: Esc and q take back one thing, then leave") {
  const Answers some = answers();
  CHECK(press_all("q", some).leaving);
  CHECK(press_all("Esc", some).leaving);
  CHECK_FALSE(press_all("? q", some).leaving);
  CHECK_FALSE(press_all("f k Enter Esc", some).leaving);
  CHECK_EQ(press_all("f k Enter Esc", some).facet_find, "");
  CHECK_EQ(press_all("f k Esc", some).facet_find, "");
}

TEST_CASE("keys: on an empty result nothing breaks") {
  const std::string every =
      "Down Enter Right Left Enter Space Right Tab Up End PgDn 1 9 x u o p v ? Down q f a Enter "
      "Esc "
      "/ a Enter w l s n Tab Tab Enter x";
  CHECK_FALSE(press_all(every, Answers{}).leaving);
}

}  // namespace bulletin::browse
