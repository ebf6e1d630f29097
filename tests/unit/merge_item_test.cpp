#include "indexer/pipeline/merge_item.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

constexpr Date kToday{2026y / 11 / 25};

ItemSource source_in(const RawItem& item, const std::string& file) {
  return source_of(item, file, source_path(file));
}

// An item as the file at `path` brings it.
Bulletin from(const std::string& path, RawItem item) {
  item.origin.path = path;
  Bulletin bulletin = make_bulletin(item);
  bulletin.sources = {source_in(item, path)};
  return bulletin;
}

std::string_view name_of(AddOutcome outcome) {
  constexpr std::string_view kNames[] = {"added", "replaced", "merged", "unchanged"};
  return kNames[static_cast<std::size_t>(outcome)];
}

// Adds all in turn; returns what became of each, and leaves the item in `known`.
std::string add_all(const std::vector<Bulletin>& items, Bulletin& known) {
  known = items.front();
  std::string outcomes;
  for (const Bulletin& item : items) {
    const Merge merge = merge_item(known, item, kToday);
    known = merge.item.value_or(known);
    outcomes += (outcomes.empty() ? "" : " ") + std::string(name_of(merge.outcome));
  }
  return outcomes;
}

}  // namespace

TEST_CASE("merge_item: two pages with wordings of their own never take turns") {
  const Bulletin one = from("/a.txt", {.text = "The library opens, today."});
  const Bulletin two = from("/b.txt", {.text = "THE LIBRARY opens today"});
  Bulletin known;
  CHECK_EQ(add_all({one, two, one, two, two, one}, known),
           "unchanged merged unchanged unchanged unchanged unchanged");
  CHECK_EQ(known.text, "The library opens, today.");
  CHECK_EQ(known.sources.size(), 2U);
  CHECK(known.history.empty());
}

TEST_CASE("merge_item: two files that contradict each other under one id settle on the later") {
  const Bulletin one = from("/a.md", {.id = "n1", .text = "Turnips."});
  const Bulletin two = from("/b.md", {.id = "n1", .text = "Radishes."});
  Bulletin known;
  CHECK_EQ(add_all({one, two, one, two, one}, known),
           "unchanged replaced unchanged unchanged unchanged");
  CHECK_EQ(known.text, "Radishes.");
  REQUIRE_EQ(known.history.size(), 1U);
  CHECK(known.history.front() == Revision{kToday, "", "Turnips."});
}

TEST_CASE("merge_item: a file that says something new is believed") {
  const Bulletin old = from("/a.md", {.id = "n1", .title = "Food", .text = "Turnips."});
  Bulletin known;
  CHECK_EQ(add_all({old, from("/a.md", {.id = "n1", .title = "Food", .text = "Radishes."})}, known),
           "unchanged replaced");
  CHECK_EQ(known.history.size(), 1U);
  CHECK_EQ(
      add_all({old, from("/a.md",
                         {.id = "n1", .title = "Food", .text = "Turnips.", .countries = {"KZ"}})},
              known),
      "unchanged replaced");
  CHECK(known.history.empty());  // The text has stayed.
  CHECK_EQ(
      add_all({from("/a.txt", {.text = "An item."}), from("/a.txt", {.text = "An item!"})}, known),
      "unchanged replaced");
}

TEST_CASE("merge_item: the wording stays while any file still holds it") {
  const Bulletin one = from("/a.txt", {.text = "An item."});
  const Bulletin same = from("/b.txt", {.text = "An item."});
  Bulletin known;
  CHECK_EQ(add_all({one, same, from("/a.txt", {.text = "An item!"})}, known),
           "unchanged merged unchanged");
  CHECK_EQ(known.text, "An item.");
  CHECK_EQ(add_all({one, same, from("/a.txt", {.text = "An item!"}),
                    from("/b.txt", {.text = "AN ITEM"})},
                   known),
           "unchanged merged unchanged replaced");
  CHECK_EQ(known.text, "AN ITEM");
}

TEST_CASE("merge_item: a file in another encoding, or a copy with other metadata, is no new text") {
  RawItem item{.id = "n1", .text = "Turnips.", .encoding = "GB18030"};
  const Bulletin old = from("/a.md", item);
  item.encoding = "UTF-8";
  Bulletin known;
  CHECK_EQ(add_all({old, from("/a.md", item)}, known), "unchanged unchanged");
  CHECK_EQ(known.sources.front().encoding, "UTF-8");
  item.url = "https://example.org/1";
  CHECK_EQ(add_all({old, from("/feed.xml", item)}, known), "unchanged merged");
  CHECK_EQ(known.url, "");
}

TEST_CASE("merge_item: history is the latest first, ten at most") {
  Bulletin known = from("/a.md", {.id = "n1", .text = "Text 0."});
  for (int i = 1; i <= 12; ++i) {
    known =
        merge_item(known, from("/a.md", {.id = "n1", .text = "Text " + std::to_string(i)}), kToday)
            .item.value();
  }
  REQUIRE_EQ(known.history.size(), kMaxRevisions);
  CHECK_EQ(known.history.front().text, "Text 11");
  CHECK_EQ(known.history.back().text, "Text 2");
}

TEST_CASE("raw_item_of: what the source supplied comes back, and nothing that was read") {
  const RawItem item{.id = "n1",
                     .title = "A visit to Zambia",
                     .text = "On 5 May 2019.",
                     .lang = "en",
                     .url = "https://example.org/1",
                     .source = "News",
                     .published = 2020y / 1 / 3,
                     .countries = {"UK", "KZ"},
                     .dates = {day_span(2019y / 5 / 6), day_span(2019y / 5 / 5)},
                     .extra = R"({"a":1})"};
  CHECK(raw_item_of(make_bulletin(item)) == item);
}

TEST_CASE("source_of: absolute, without detours, the file apart from its member") {
  const ItemSource source =
      source_in({.origin = {"/x/./y/../news.zip!in/today.txt", 1}, .encoding = "UTF-8"},
                "/x/./y/../news.zip");
  CHECK_EQ(source.path, "/x/news.zip!in/today.txt");
  CHECK_EQ(file_of(source), "/x/news.zip");
  CHECK_EQ(source.encoding, "UTF-8");
  CHECK_EQ(file_of(source_in({.origin = {"/x/Hello!.txt", 1}}, "/x/Hello!.txt")), "/x/Hello!.txt");
  CHECK_EQ(source_in({.origin = {"-", 1}}, "-").path, "-");
}

}  // namespace bulletin
