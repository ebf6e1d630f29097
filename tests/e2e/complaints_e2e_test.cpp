// What users of other engines complain of, each as a test named after it. Complaint 1 for stretches
// up to six characters is substring_property_test, 8 (facet counts) model_property_test, which
// recounts every facet over random limits by looking at each item.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/utf8.hpp"
#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"
#include "tests/support/corpus_index.hpp"

namespace bulletin::test {
namespace {

using Ids = std::set<std::string>;

struct Story {
  std::string id, title, text;
};

// An index of a few made-up items.
class Archive {
 public:
  explicit Archive(const std::vector<Story>& stories) {
    IndexWriter writer(path());
    for (const Story& story : stories) {
      writer.add(
          make_bulletin({.id = story.id, .title = story.title, .text = story.text, .lang = "zh"}));
    }
    writer.commit();
  }

  [[nodiscard]] std::string path() const { return folder_.at("index"); }

 private:
  TemporaryFolder folder_;
};

std::vector<std::string> ranked(const std::filesystem::path& index, const QueryRequest& query) {
  Searcher searcher(index);
  std::vector<std::string> ids;
  for (const Ranked& item : searcher.rank({.query = query, .limit = 1000})) {
    ids.push_back(item.id);
  }
  return ids;
}

Ids found(const std::filesystem::path& index, const std::string& text) {
  const std::vector<std::string> ids = ranked(index, {.text = text, .translate = false});
  return {ids.begin(), ids.end()};
}

// Each stretch of `text` that is all Chinese and longer than `shortest` characters.
std::set<std::string> long_stretches(std::string_view text, std::size_t shortest) {
  std::set<std::string> stretches;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    for (std::size_t length = 0; end < text.size(); ++length) {
      if (length > shortest) {
        stretches.emplace(text.substr(begin, end - begin));
      }
      std::size_t ahead = end;
      if (!is_han(next_code_point(text, ahead))) {
        break;
      }
      end = ahead;
    }
    static_cast<void>(next_code_point(text, begin));
  }
  return stretches;
}

std::vector<std::string> marked(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::vector<std::string> pieces;
  for (const ByteRange& range : ranges) {
    pieces.emplace_back(text.substr(range.begin, range.end - range.begin));
  }
  return pieces;
}

// What `query` marks in `text`, as it would stand in a hit.
std::vector<ByteRange> marks_in(const std::string& text, const QueryRequest& query) {
  static const Analyzer analyzer;
  return find_highlights(make_bulletin({.id = "x", .text = text, .lang = "zh"}), TextField::kText,
                         build_query(query, analyzer).needles, analyzer);
}

std::string folded(std::string_view text) {
  return FoldedText::fold(text).text();
}

std::string random_han(int shortest, int longest) {
  std::string text;
  for (int left = *rc::gen::inRange(shortest, longest + 1); left > 0; --left) {
    text += *rc::gen::element<std::string>("香", "港", "貿", "发", "發", "局");
  }
  return text;
}

}  // namespace

TEST_CASE("complaint 1: a stretch of a title in plain sight is found, however it is cut") {
  const CorpusIndex corpus;
  Searcher searcher(corpus.path());
  std::size_t stretches = 0;
  for (const Bulletin& item : corpus.items()) {
    for (const std::string& stretch : long_stretches(item.title, 6)) {
      CAPTURE(stretch);
      const auto hits = searcher.rank({.query = {.text = stretch, .literal = true}, .limit = 1000});
      CHECK(std::ranges::find(hits, item.id, &Ranked::id) != hits.end());
      ++stretches;
    }
  }
  CHECK_GT(stretches, 1000U);
}

TEST_CASE("complaint 2: the first query after installing may be Chinese") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  REQUIRE_EQ(bulletin_index({"add", "--db", index, BULLETIN_CORPUS_DIR}).status, 0);
  const Finished search =
      bulletin_search({"--db", index, "--format", "ids", "哈萨克斯坦 2019年12月"});
  CHECK_EQ(search.status, 0);
  CHECK_EQ(search.out, "seed-kazakhstan-en\nseed-kazakhstan-zh\n");
  const Finished phrase =
      bulletin_search({"--db", index, "--format", "ids", "--limit", "all", "\"学习中心\""});
  CHECK_EQ(std::ranges::count(phrase.out, '\n'), 6);
}

TEST_CASE("complaint 3: AND, NOT and phrases hold in Chinese") {
  const Archive archive({{"fund-company", "招商基金管理有限公司发布公告", "规模有所增长。"},
                         {"bank-company", "招商银行公司业务部成立", "服务企业客户。"},
                         {"company", "科技公司发布新产品", "市场反应良好。"},
                         {"investment", "招商引资大会开幕", "多个项目签约。"},
                         {"apart", "招聘与商务公司", "岗位不少。"},
                         {"fund", "招商基金规模增长", "投资者关注。"},
                         {"neither", "天气晴朗", "适合出行。"}});
  struct Case {
    std::string_view query;
    Ids expect;
  };
  const Case cases[] = {
      {"招商 公司", {"fund-company", "bank-company", "company", "investment", "apart", "fund"}},
      {"招商 AND 公司", {"fund-company", "bank-company"}},
      {"+招商 +公司", {"fund-company", "bank-company"}},
      {"招商 -公司", {"investment", "fund"}},
      {"招商 NOT 公司", {"investment", "fund"}},
      {"公司 -招商", {"company", "apart"}},
      {"\"招商基金\" \"公司\"", {"fund-company"}},
      {"“招商基金”，“公司”", {"fund-company"}},
      {"\"招商基金\" -\"公司\"", {"fund"}},
      {"\"招商公司\"", {}},
      {"招商 (基金 OR 银行) -公司", {"fund"}},
      {"title:招商基金", {"fund-company", "fund"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(found(archive.path(), std::string(c.query)) == c.expect);
  }
  std::vector<std::string> first = ranked(archive.path(), {.text = "招商 公司"});
  first.resize(2);
  CHECK(Ids(first.begin(), first.end()) == Ids{"fund-company", "bank-company"});
}

TEST_CASE("complaint 4: marks are whole, exact and nothing else") {
  struct Case {
    std::string_view query, text;
    std::vector<std::string> expect;
  };
  const Case cases[] = {
      {"香港", "香港貿發局香港", {"香港", "香港"}},
      {"香港貿發局香港", "往香港貿發局香港辦事處", {"香港貿發局香港"}},
      {"香港貿發局", "香港貿發局香港", {"香港貿發局", "香港"}},
      {"\"香港\" \"局\"", "香港貿發局香港", {"香港", "局", "香港"}},
      {"香港贸发局", "香港 貿發局", {"香港", "貿發局"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const std::string text(c.text);
    CHECK(marked(text, marks_in(text, {.text = std::string(c.query), .literal = true})) ==
          c.expect);
  }
}

TEST_CASE("complaint 4: property: all occurrences of a phrase are marked, all marks are of it") {
  CHECK(rc::check([] {
    const std::string query = random_han(1, 4);
    std::string text;
    for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
      text += random_han(0, 5) + *rc::gen::element<std::string>("", "，", " a ", query);
    }
    const auto ranges = marks_in(text, {.text = '"' + query + '"', .literal = true});
    std::size_t at = 0;
    std::string hidden;  // The folded text with a bar for each marked character.
    for (const ByteRange& range : ranges) {
      RC_ASSERT(at <= range.begin && range.begin < range.end && range.end <= text.size());
      const std::string piece = folded(text.substr(range.begin, range.end - range.begin));
      RC_ASSERT(folded(query).find(piece) != std::string::npos);
      hidden += folded(text.substr(at, range.begin - at)) + '|';
      at = range.end;
    }
    hidden += folded(text.substr(at));
    RC_ASSERT(hidden.find(folded(query)) == std::string::npos);
  }));
}

TEST_CASE("complaint 5: a word that only sounds alike stands below every hit and is labelled") {
  const Archive archive({{"sight", "新景点开放", "游客可以免费参观。"},
                         {"sight-in-text", "周末去处", "市内又多了一处景点，地方志也收录了它。"},
                         {"both", "经典景点", "读书之余可以一看。"},
                         {"classic", "经典著作重印", "读者欢迎经典。"},
                         {"classic-too", "重读经典", "经典常读常新。"}});
  const nlohmann::ordered_json result = search_json(archive.path(), {"景点"});
  std::vector<std::string> text_hits;
  bool only_sound_from_here = false;
  for (const auto& hit : result["hits"]) {
    const std::string id = hit["id"];
    CAPTURE(id);
    if (id.starts_with("classic")) {
      only_sound_from_here = true;
      CHECK(hit.contains("sounds"));
      CHECK_FALSE(hit.value("sounds", nlohmann::ordered_json::array()).empty());
    } else {
      CHECK_FALSE(only_sound_from_here);
      text_hits.push_back(id);
    }
  }
  std::ranges::sort(text_hits);
  CHECK_EQ(joined(text_hits), "both sight sight-in-text");
}

TEST_CASE("complaint 7: Traditional and Simplified find each other and keep their own script") {
  const Archive archive({{"hant", "圖書館與學習中心", "學習中心揭牌。"},
                         {"hans", "图书馆与学习中心", "学习中心揭牌。"},
                         {"mixed", "圖書館与学习中心", "两种写法。"}});
  struct Case {
    std::string_view what, query;
    bool exact;
    Ids expect;
  };
  const Case cases[] = {
      {"Simplified finds all", "学习中心", false, {"hant", "hans", "mixed"}},
      {"Traditional finds all", "學習中心", false, {"hant", "hans", "mixed"}},
      {"only Traditional", "學習", true, {"hant"}},
      {"only Simplified", "学习", true, {"hans", "mixed"}},
      {"a long run by its parts", "學習中心", true, {"hant", "hans", "mixed"}},  // 中心 is in all.
      {"a phrase", "\"學習中心\"", true, {"hant"}},
      {"in titles", "title:圖書館", true, {"hant", "mixed"}},
      {"one character", "圖", true, {"hant", "mixed"}},
      {"excluded", "图书馆 -學習", true, {"hans"}},
      {"excluded alone", "-\"圖書館\"", true, {"hans"}},
      {"no variants", "中心", true, {"hant", "hans", "mixed"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Searcher searcher(archive.path());
    const SearchResult result = searcher.search(
        {.query = {.text = std::string(c.query), .exact_script = c.exact, .translate = false}});
    Ids ids;
    for (const Hit& hit : result.hits) {
      ids.insert(hit.bulletin.id);
    }
    CHECK(ids == c.expect);
    CHECK_EQ(result.total, c.expect.size());
    CHECK_EQ(result.facets->lang.front().count, c.expect.size());
  }
  const std::string text = "學習与学习";
  CHECK(marked(text, marks_in(text, {.text = "学习"})) == std::vector<std::string>{"學習", "学习"});
  CHECK(marked(text, marks_in(text, {.text = "學習"})) == std::vector<std::string>{"學習", "学习"});
}

TEST_CASE("complaint 7: in its exact script a stretch finds the items that hold its bytes") {
  const CorpusIndex corpus;
  Searcher searcher(corpus.path());
  std::size_t told_apart = 0;
  for (const Bulletin& item : corpus.items()) {
    for (const std::string& stretch : long_stretches(item.title.substr(0, 18), 1)) {
      const auto ids_of = [&](bool exact) {
        Ids ids;
        for (const Ranked& hit : searcher.rank(
                 {.query = {.text = '"' + stretch + '"', .literal = true, .exact_script = exact},
                  .limit = 1000})) {
          ids.insert(hit.id);
        }
        return ids;
      };
      Ids expect;
      for (const Bulletin& other : corpus.items()) {
        if (other.title.find(stretch) != std::string::npos ||
            other.text.find(stretch) != std::string::npos) {
          expect.insert(other.id);
        }
      }
      CAPTURE(stretch);
      CHECK(ids_of(true) == expect);
      told_apart += ids_of(false) == expect ? 0 : 1;
    }
  }
  CHECK_GT(told_apart, 10U);
}

TEST_CASE("complaint 7: in its exact script only that script is marked") {
  const Archive archive({{"mixed", "學習与学习", "学习和學習。"}});
  Searcher searcher(archive.path());
  const SearchResult result =
      searcher.search({.query = {.text = "學習", .exact_script = true, .translate = false}});
  REQUIRE_EQ(result.hits.size(), 1);
  const Hit& hit = result.hits.front();
  CHECK(marked(hit.bulletin.title, hit.title_highlights) == std::vector<std::string>{"學習"});
  CHECK(marked(hit.snippet.text, hit.snippet.highlights) == std::vector<std::string>{"學習"});
}

}  // namespace bulletin::test
