// Links between items: the same both ways, the same again, the same in another order; and keys and
// scores of any bytes.

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/pipeline/bulk_build.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/pipeline/story_neighbours.hpp"
#include "indexer/pipeline/story_sketch.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {
namespace {

StorySketch sketch_of(const std::string& lang, const std::string& text) {
  const Analyzer analyzer;
  const FoldedText folded = FoldedText::fold(text);
  const std::vector<Token> tokens = analyzer.analyze(folded);
  const StoryPart parts[] = {{TextField::kText, text, folded, tokens}};
  return {
      .lang = story_lang(lang), .days = {}, .shape = {}, .keys = story_keys({lang, parts, {}, {}})};
}

rc::Gen<std::string> any_text() {
  return rc::gen::oneOf(
      rc::gen::arbitrary<std::string>(),
      rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                       "Kazakhstan ", "Zhang Li ", "1.5 million ", "150万", "哈萨克斯坦", "张立",
                       "百分之三", "UNESCO", "，", "two-", "\xff", "九千亿亿亿", "9,99", "..")),
                   [](const std::vector<std::string>& pieces) {
                     std::string text;
                     for (const std::string& piece : pieces) {
                       text += piece;
                     }
                     return text;
                   }));
}

// Stories told once or more, in either language, each time in slightly other words.
std::vector<Bulletin> stories(const std::vector<std::uint8_t>& choices) {
  const std::vector<std::pair<std::string, std::string>> told{
      {"Five members visited Almaty and Pavlodar in Kazakhstan on 24 December 2019 and met bankers "
       "of the copper mine",
       "2019年12月24日，代表团一行5人访问哈萨克斯坦阿拉木图、巴甫洛达尔，会见铜矿的银行家"},
      {"Teachers from Bangkok in Thailand learned calligraphy and paper cutting on 12 December "
       "2019",
       "2019年12月12日，泰国曼谷的教师学习书法和剪纸"},
      {"Football courses in Madrid and Barcelona were discussed on 10 December 2019 with Spain's "
       "distance university",
       "2019年12月10日，与西班牙马德里、巴塞罗那远程大学讨论足球课程"}};
  std::vector<Bulletin> items;
  for (std::size_t i = 0; i < choices.size() && i < 8; ++i) {
    const auto& story = told[choices[i] % told.size()];
    const bool is_english = (choices[i] / 3) % 2 == 0;
    RawItem raw;
    raw.id = "i" + std::to_string(i);
    raw.lang = is_english ? "en" : "zh";
    raw.text = (is_english ? story.first : story.second) + (is_english ? " item " : " 第") +
               std::to_string(i * 7) + (is_english ? "." : "条。");
    items.push_back(make_bulletin(raw));
  }
  return items;
}

using Links = std::map<std::string, std::set<std::pair<std::string, bool>>>;

Links links_in(const std::string& index) {
  const Xapian::Database database = open_index(index);
  Links links;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Bulletin item = decode_bulletin(database.get_document(*at).get_data());
    for (const StoryLink& link : item.also) {
      links[item.id].emplace(link.id, link.same_words);
    }
  }
  return links;
}

// Adds the items in as many runs as `runs`.
Links links_of(const std::vector<Bulletin>& items, std::size_t runs) {
  const TemporaryFolder folder;
  for (std::size_t run = 0; run < runs; ++run) {
    IndexWriter writer(folder.at("index"));
    for (std::size_t i = run; i < items.size(); i += runs) {
      writer.add(items[i]);
    }
    writer.link_stories();
  }
  return links_in(folder.at("index"));
}

// Whether all neighbours in an index are the same, put on a shelf or not.
bool tells_the_same_from_shelf(const std::string& index) {
  const Xapian::Database database = open_index(index);
  const StoryShelf shelf([&] { return open_index(index); },
                         std::filesystem::path(index).parent_path());
  StoryNeighbours from_shelf(database, &shelf);
  StoryNeighbours one_by_one(database);
  const auto are_same = [](const std::vector<Neighbour>& a, const std::vector<Neighbour>& b) {
    return std::ranges::equal(a, b, [](const Neighbour& x, const Neighbour& y) {
      return x.document == y.document && x.score == y.score;
    });
  };
  return std::all_of(database.postlist_begin(""), database.postlist_end(""), [&](Xapian::docid at) {
    return from_shelf.sketch(at) == one_by_one.sketch(at) &&
           from_shelf.sketch_head(at) == one_by_one.sketch_head(at) &&
           are_same(from_shelf.counterparts(at), one_by_one.counterparts(at)) &&
           are_same(from_shelf.best_counterparts(at), one_by_one.best_counterparts(at)) &&
           are_same(from_shelf.near_copies(at), one_by_one.near_copies(at));
  });
}

TEST_CASE("story keys: any bytes give ordered keys, and a symmetric score from 0 to 1") {
  CHECK(rc::check([] {
    const std::string lang = *rc::gen::element<std::string>("en", "zh", "fr");
    const StorySketch a = sketch_of(lang, *any_text());
    const StorySketch b = sketch_of("zh", *any_text());
    RC_ASSERT(std::ranges::is_sorted(a.keys, {}, &StoryKey::key));
    RC_ASSERT(a.keys.size() <= kMaxStoryKeys);
    RC_ASSERT(unpack_sketch(pack_sketch(a)) == a);
    RC_ASSERT(story_score(a, b) == story_score(b, a));
    RC_ASSERT(story_score(a, b) >= 0 && story_score(a, b) <= 1);
  }));
}

TEST_CASE("unpack_sketch: any bytes are a sketch") {
  CHECK(rc::check([](const std::string& bytes) {
    const StorySketch sketch = unpack_sketch(bytes);
    RC_ASSERT(story_score(sketch, sketch) >= 0);
  }));
}

TEST_CASE("links: both ways, and the same in any order and any number of runs") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& choices, std::uint32_t seed) {
    std::vector<Bulletin> items = stories(choices);
    const Links links = links_of(items, 1);
    for (const auto& [id, others] : links) {
      for (const auto& [other, same_words] : others) {
        RC_ASSERT(other != id);
        RC_ASSERT(links.at(other).contains({id, same_words}));
      }
    }
    std::ranges::shuffle(items, std::mt19937(seed));
    RC_ASSERT(links_of(items, *rc::gen::inRange<std::size_t>(1, 4)) == links);
  }));
}

TEST_CASE("links: neighbours are the same, put on a shelf or asked for one by one") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& choices) {
    const std::vector<Bulletin> items = stories(choices);
    const TemporaryFolder folder;
    IndexWriter writer(folder.at("index"));
    std::ranges::for_each(items, [&](const Bulletin& item) { writer.add(item); });
    if (items.size() > 2) {
      writer.remove(items[1].id);  // A number without an item.
    }
    writer.commit();
    RC_ASSERT(tells_the_same_from_shelf(folder.at("index")));
  }));
}

TEST_CASE("links: a shelf leaves out what too many have, in an index of shards, too") {
  // 600 of each language share keys and shingles, more than a list may have, and have a day and a
  // number that few others have.
  const TemporaryFolder folder;
  BulkBuild build(folder.at("index"), std::nullopt, BulkBase::kNothing, {.shards = 2});
  for (int i = 0; i < 1200; ++i) {
    const bool is_english = i % 2 == 0;
    const std::string day = std::to_string(1 + i / 2 % 28);
    const std::string number = std::to_string(100'000 + i / 2 * 7);
    RawItem item{.id = "i" + std::to_string(i)};
    item.lang = is_english ? "en" : "zh";
    item.text = is_english ? "On DAY December 2019 teachers from Bangkok in Thailand learned "
                             "calligraphy and paper cutting with NUMBER pupils."
                           : "2019年12月DAY日，泰国曼谷的教师与NUMBER名学生学习书法和剪纸。";
    item.text.replace(item.text.find("DAY"), 3, day);
    item.text.replace(item.text.find("NUMBER"), 6, number);
    (void)build.take(std::move(item), {});
  }
  ItemCounts counts;
  CHECK_EQ(build.finish(counts), 1200);
  CHECK(tells_the_same_from_shelf(folder.at("index")));
  CHECK(links_in(folder.at("index")).size() > 100);
}

TEST_CASE("links: a shelf drops what a damaged index says of documents that it has not") {
  ListsByDocument lists;
  const std::vector<Xapian::docid> items{7, 4'000'000'000};
  const std::uint32_t list = lists.add_list(1, items);
  for (const Xapian::docid document : items) {
    lists.refer(document, list);
  }
  lists.close(10);
  REQUIRE_EQ(lists.lists_of(7).size(), 1U);
  CHECK(std::ranges::equal(lists.list(lists.lists_of(7)[0]).items, items));
  CHECK(lists.lists_of(11).empty());
  CHECK(lists.lists_of(4'000'000'000).empty());

  const TemporaryFolder folder;
  IndexWriter writer(folder.at("index"));
  writer.add(stories({0}).front());
  writer.commit();
  const StoryShelf shelf([&] { return open_index(folder.at("index")); }, folder.path());
  CHECK_NE(shelf.sketch(1), StorySketch{});
  CHECK_EQ(shelf.sketch(2), StorySketch{});
  CHECK_EQ(shelf.head(4'000'000'000), StorySketch{});
}

TEST_CASE("links: adding the same again writes nothing") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& choices) {
    const std::vector<Bulletin> items = stories(choices);
    const TemporaryFolder folder;
    for (int turn = 0; turn < 2; ++turn) {
      IndexWriter writer(folder.at("index"));
      for (const Bulletin& item : items) {
        RC_ASSERT(writer.add(item) == (turn == 0 ? AddOutcome::kAdded : AddOutcome::kUnchanged));
      }
      writer.link_stories();
    }
  }));
}

}  // namespace
}  // namespace bulletin::test
