// bulletin-search find, show and run: what is asked for and in which order it comes.

#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

std::string ids(const Words& arguments) {
  return found_ids(small_index(), arguments);
}

// The same without their order.
std::set<std::string> id_set(const std::string& ids) {
  std::istringstream words(ids);
  return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

TEST_CASE("find: an empty query lists everything, newest first, undated last") {
  const std::string newest = "zh-shang two zh-kz kz es zh-gongsi";
  CHECK_EQ(ids({}), newest);
  CHECK_EQ(ids({""}), newest);
  CHECK_EQ(ids({"find"}), newest);
  CHECK_EQ(ids({"find", "--"}), newest);
}

TEST_CASE("find: --sort puts the oldest or the newest first, undated items last both times") {
  CHECK_EQ(ids({"--sort", "date"}), "es kz zh-kz two zh-shang zh-gongsi");
  CHECK_EQ(ids({"--sort", "-date"}), "zh-shang two zh-kz kz es zh-gongsi");
  CHECK_EQ(ids({"--sort=date", "readers"}), "es kz two");
  CHECK_EQ(ids({"--sort=-date", "readers"}), "two kz es");
  CHECK(ids({"--sort", "relevance", "football", "library"}).starts_with("es "));
}

TEST_CASE("find: the query says what it wants") {
  struct Case {
    std::string_view what;
    Words query;
    std::string expect;
  };
  const Case cases[] = {
      {"words rank, none is required", {"library", "agreement"}, "kz two"},
      {"a stem finds its forms", {"lesson"}, "es"},
      {"a minus excludes", {"招商", "-公司"}, "zh-shang"},
      {"one argument or several", {"招商 -公司"}, "zh-shang"},
      {"a phrase stands as it is", {"\"sign a library agreement\""}, "kz"},
      {"a phrase never spans title and text", {"\"agreement both\""}, ""},
      {"plus requires", {"+library", "+centre"}, "two"},
      {"OR joins", {"football", "OR", "agreement"}, "kz es"},
      {"AND requires both", {"library", "AND", "centre"}, "two"},
      {"brackets group", {"(football", "OR", "centre)", "-coaches"}, "two"},
      {"a star ends the beginning of a word", {"footb*"}, "es"},
      {"one character finds every item that holds it", {"招"}, "zh-shang zh-gongsi"},
      {"Traditional finds Simplified", {"圖書館簽署"}, "zh-kz zh-shang"},
      {"full width finds half width", {"ＦＯＯＴＢＡＬＬ"}, "es"},
      {"a field limits", {"country:KZ"}, "zh-kz kz"},
      {"a Chinese field limits", {"国家：哈萨克斯坦", "语言：zh"}, "zh-kz"},
      {"an id", {"id:two"}, "two"},
      {"a country in plain words", {"kazakhstan"}, "zh-kz kz"},
      {"the same in Traditional Chinese", {"哈薩克"}, "zh-kz kz"},
      {"nothing", {"turnip"}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string found = ids(c.query);
    CAPTURE(found);
    CHECK(id_set(found) == id_set(c.expect));
    CHECK_EQ(found.size(), c.expect.size());  // None twice.
  }
}

TEST_CASE("find: --literal searches a country's name as words") {
  CHECK_EQ(search_json(small_index(), {"kazakhstan"})["total"], 2);
  CHECK_EQ(ids({"--literal", "kazakhstan"}), "");
}

TEST_CASE("find: behind the word find, or behind --, every word is query text") {
  const Finished command = bulletin_search({"--db", small_index(), "show", "kz"});
  CHECK_EQ(command.status, 0);
  CHECK_EQ(ids({"find", "show"}), "");
  CHECK_EQ(ids({"find", "find"}), "");
  CHECK_EQ(ids({"--", "run"}), "");
  CHECK_EQ(ids({"find", "--", "visit", "--json"}), "two");
  const std::string without_company = "zh-shang two zh-kz kz es";
  CHECK_EQ(ids({"--", "-公司"}), without_company);
  CHECK_EQ(ids({"find", "-公司"}), without_company);
  CHECK_EQ(ids({"find", "--", "-公司"}), without_company);
  CHECK_EQ(ids({"find", "--limit", "1", "--", "-公司"}), "zh-shang");
}

TEST_CASE(
    "find: an option behind the first word is told to be taken for one; a left-out word is not") {
  struct Case {
    Words arguments;
    std::string err;
  };
  const auto told = [](const std::string& option) {
    return "bulletin-search: note: " + option +
           " stands behind a word, so it is taken for one; options go before the query\n";
  };
  const Case cases[] = {
      {{"visit", "--json"}, told("--json")}, {{"find", "visit", "--limit=3"}, told("--limit")},
      {{"visit", "-limit", "--turnip"}, ""}, {{"--", "visit", "--json"}, ""},
      {{"visit", "--", "--json"}, ""},
  };
  for (const Case& c : cases) {
    Words arguments{"--db", small_index()};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    const Finished found = bulletin_search(arguments);
    CHECK_EQ(found.status, 0);
    CHECK_EQ(found.err, c.err);
  }
  const Finished found = bulletin_search(
      {"--db", small_index(), "--no-translate", "--format", "ids", "find", "visit", "--json"});
  CHECK_EQ(found.out, "two\n");
}

TEST_CASE("find: paging by offset comes to the last hit and repeats none") {
  for (const Words& query :
       {Words{}, Words{"university"}, Words{"--sort", "date", "大学"}, Words{"--sort", "-date"},
        Words{"--sort", "title"}, Words{"大学"}, Words{"--sort", "title", "university"}}) {
    const std::size_t total = search_json(corpus_index(), query)["total"];
    CHECK_GT(total, 15U);
    std::set<std::string> seen;
    std::size_t rank = 0;
    for (std::size_t offset = 0; offset <= total; offset += 7) {
      Words arguments{"--limit", "7", "--offset", std::to_string(offset), "--no-facets"};
      arguments.insert(arguments.end(), query.begin(), query.end());
      const ordered_json page = search_json(corpus_index(), arguments);
      CHECK_EQ(page["total"], total);
      CHECK_EQ(page["hits"].size(), std::min<std::size_t>(7, total - offset));
      for (const ordered_json& hit : page["hits"]) {
        CHECK_EQ(hit["rank"], ++rank);
        CHECK(seen.insert(hit["id"]).second);
      }
    }
    CHECK_EQ(seen.size(), total);
  }
}

TEST_CASE("find: --sort title puts Chinese by pinyin before English by letter") {
  // tu before zhao; 工 and 公 are both gong, 工 has fewer strokes; A, F, P.
  CHECK_EQ(ids({"--sort", "title"}), "zh-kz zh-shang zh-gongsi two es kz");
  CHECK_EQ(ids({"--sort", "title", "招商"}), "zh-shang zh-gongsi");
  CHECK_EQ(ids({"--sort=title", "--limit", "2", "--offset", "4"}), "es kz");
}

TEST_CASE("find: --limit 0 counts without hits") {
  const ordered_json page = search_json(small_index(), {"--limit", "0", "library"});
  CHECK_EQ(page["hits"].size(), 0U);
  CHECK_EQ(page["total"], 2);
  CHECK_FALSE(page["facets"]["country"].empty());
}

TEST_CASE("show: prints one item whole, and 1 for an id that is not there") {
  const Finished shown = bulletin_search({"show", "--db", small_index(), "kz"});
  CHECK_EQ(shown.status, 0);
  CHECK_EQ(shown.err, "");
  CHECK_EQ(shown.out,
           "Partners sign a library agreement\n"
           "2019-12-24..2019-12-28 · Kazakhstan 哈萨克斯坦 · English · kz\n"
           "url: https://example.org/kz\n"
           "file: " +
               (std::filesystem::path(small_index()).parent_path() / "archive.jsonl").string() +
               " (UTF-8)\n"
               "also in 中文: 图书馆签署合作协议 (zh-kz)\n"
               "\n"
               "Both libraries will lend each other books. The readers were glad.\n"
               "\n"
               "date 2019-12-24..2019-12-28: (metadata)\n"
               "KZ Kazakhstan 哈萨克斯坦: (metadata)\n"
               "kind signing 签约: \"sign\" (title-cue); \"agreement\" (title-cue)\n");
  const Finished missing = bulletin_search({"--db", small_index(), "show", "nobody"});
  CHECK_EQ(missing.status, 1);
  CHECK_EQ(missing.out, "");
  CHECK_EQ(missing.err, "bulletin-search: cannot show nobody: no such item\n");
}

TEST_CASE("show: --json is the line that understand prints, and the files that hold the item") {
  const Finished understood = bulletin_index({"understand", BULLETIN_CORPUS_DIR});
  std::istringstream lines(understood.out);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line) && count < 5; ++count) {
    const std::string id = ordered_json::parse(line)["id"];
    const Finished shown = bulletin_search({"--db", corpus_index(), "--json", "show", id});
    ordered_json item = ordered_json::parse(shown.out);
    const std::string path = item["sources"][0]["path"];
    CHECK(path.starts_with(BULLETIN_CORPUS_DIR));
    item.erase("sources");
    CHECK_EQ(item.dump(), line);
  }
  CHECK_EQ(count, 5U);
}

TEST_CASE("run: prints a TREC run, ranks from 1 and scores never rising") {
  const TemporaryFolder folder;
  const std::string queries =
      folder.write("queries.tsv", "q1\tlibrary agreement\nq2\tturnip\n第三\t招商 -公司\nq4\t\n");
  const Finished finished =
      bulletin_search({"run", "--db", small_index(), "--no-translate", queries});
  CHECK_EQ(finished.status, 0);
  CHECK_EQ(finished.err, "");
  std::istringstream lines(finished.out);
  std::map<std::string, Words> found;
  std::map<std::string, double> last_score;
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string query, q0, id, run_name, more;
    std::size_t rank = 0;
    double score = -1;
    words >> query >> q0 >> id >> rank >> score >> run_name;
    CHECK_EQ(q0, "Q0");
    CHECK_EQ(run_name, "bulletin");
    CHECK_FALSE((words >> more));
    found[query].push_back(id);
    CHECK_EQ(rank, found[query].size());
    CHECK(line.find('.') + 7 == line.rfind(' '));  // Six digits behind the point.
    CHECK((rank == 1 || score <= last_score[query]));
    last_score[query] = score;
  }
  CHECK_EQ(joined(found["q1"]), "kz two");
  CHECK_FALSE(found.contains("q2"));
  CHECK_EQ(joined(found["第三"]), "zh-shang");
  CHECK_EQ(found["q4"].size(), 6U);
}

TEST_CASE("run: --limit and filters hold for every query") {
  const TemporaryFolder folder;
  const std::string queries = folder.write("queries.tsv", "a\t\nb\tlibrary");
  const Finished finished =
      bulletin_search({"--db", small_index(), "--limit", "1", "--country", "KZ", "run", queries});
  CHECK_EQ(finished.status, 0);
  CHECK(finished.out.starts_with("a Q0 zh-kz 1 0.000000 bulletin\nb Q0 kz 1 "));
  CHECK_EQ(std::ranges::count(finished.out, '\n'), 2);
}

TEST_CASE("search: the index is BULLETIN_DB, else in XDG_DATA_HOME, else under HOME") {
  const auto total = [](const std::vector<std::string>& environment) {
    const Finished search = run({"bulletin-search", "--json", "--limit", "0"}, environment);
    return search.status == 0 ? ordered_json::parse(search.out)["total"].get<int>() : -1;
  };
  const TemporaryFolder folder;
  add(folder.at("data/bulletin/index"), {folder.write("one.txt", "A lead of data.")});
  add(folder.at("home/.local/share/bulletin/index"), {folder.write("two.txt", "One.\n\nTwo.")});
  const std::string home = "HOME=" + folder.at("home");
  const std::string data = "XDG_DATA_HOME=" + folder.at("data");
  const std::string given = "BULLETIN_DB=" + small_index();
  CHECK_EQ(total({given, data, home}), 6);
  CHECK_EQ(total({"BULLETIN_DB=", data, home}), 1);
  CHECK_EQ(total({"BULLETIN_DB=", "XDG_DATA_HOME=", home}), 2);
  const Finished other = run({"bulletin-search", "--db", folder.at("data/bulletin/index"), "lead"},
                             {given, data, home});
  CHECK_EQ(other.status, 0);
}

}  // namespace bulletin::test
