// bulletin-search --format: every form of a result, and all of a large one.

#include <algorithm>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string>;

std::string printed(const std::string& index, const std::string& format, const Words& more) {
  Words arguments{"--db", index, "--format", format};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Finished search = bulletin_search(arguments);
  CHECK_EQ(search.err, "");
  CHECK_EQ(search.status, 0);
  return search.out;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("formats: the same hits in the same order, whatever the form") {
  for (const Words& query :
       {Words{"--no-translate", "--sort", "title", "library"}, Words{"--no-translate", "图书馆"}}) {
    Words json{"--limit", "50"};
    json.insert(json.end(), query.begin(), query.end());
    const std::string ids = found_ids(small_index(), json);
    CAPTURE(ids);
    std::string lines = printed(small_index(), "ids", query);
    std::ranges::replace(lines, '\n', ' ');
    CHECK_EQ(lines, ids + " ");
    Words from_lines;
    for (const ordered_json& hit : json_lines(printed(small_index(), "jsonl", query))) {
      CHECK_EQ(hit["schema"], 1);
      from_lines.push_back(hit["id"]);
    }
    CHECK_EQ(joined(from_lines), ids);
    std::istringstream table(printed(small_index(), "tsv", query));
    std::string row;
    CHECK(std::getline(table, row));
    CHECK(row.starts_with("rank\tid\tscore\ttitle\t"));
    Words from_table;
    while (std::getline(table, row)) {
      const std::size_t begin = row.find('\t') + 1;
      from_table.push_back(row.substr(begin, row.find('\t', begin) - begin));
    }
    CHECK_EQ(joined(from_table), ids);
  }
}

TEST_CASE("formats: rss, csv and markdown of a Chinese item") {
  const Words query{"--lang", "zh", "--country", "KZ", "图书馆"};
  CHECK_EQ(printed(small_index(), "rss",
                   {"--link", "https://example.org/?q=1&r=2", "--lang", "zh", "--country", "KZ",
                    "图书馆"}),
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n"
           "<title>bulletin: 图书馆</title>\n<link>https://example.org/?q=1&amp;r=2</link>\n"
           "<description>Search results for 图书馆: 1 item</description>\n"
           "<generator>bulletin-search " BULLETIN_VERSION
           "</generator>\n"
           "<item>\n<title>图书馆签署合作协议</title>\n"
           "<guid isPermaLink=\"false\">zh-kz</guid>\n"
           "<pubDate>Wed, 25 Dec 2019 00:00:00 GMT</pubDate>\n<category>Kazakhstan</category>\n"
           "<description>双方图书馆将互借图书，读者表示欢迎。</description>\n</item>\n"
           "</channel>\n</rss>\n");
  CHECK(printed(small_index(), "csv", query)
            .ends_with(",图书馆签署合作协议,2019-12-25,KZ,signing,zh,,,"
                       "双方图书馆将互借图书，读者表示欢迎。\r\n"));
  CHECK_EQ(printed(small_index(), "markdown", query),
           "# 图书馆\n\n1 item\n\n1. **图书馆**签署合作协议\n\n"
           "   2019\\-12\\-25 · Kazakhstan 哈萨克斯坦 · 中文 · zh\\-kz\n\n"
           "   双方**图书馆**将互借**图书**，读者表示欢迎。\n");
}

TEST_CASE("limit all: every hit, in any form and order") {
  for (const Words& sort : {Words{}, Words{"--sort", "title"}, Words{"--sort", "date"}}) {
    Words arguments{"--limit", "all"};
    arguments.insert(arguments.end(), sort.begin(), sort.end());
    const std::string lines = printed(corpus_index(), "ids", arguments);
    std::istringstream stream(lines);
    std::set<std::string> seen;
    for (std::string id; std::getline(stream, id);) {
      CHECK(seen.insert(id).second);
    }
    const ordered_json whole = search_json(corpus_index(), arguments);
    CHECK_EQ(seen.size(), whole["total"]);
    CHECK_EQ(whole["hits"].size(), whole["total"]);
    CHECK_EQ(count(printed(corpus_index(), "rss", arguments), "<item>"), whole["total"]);
    CHECK_EQ(count(printed(corpus_index(), "csv", arguments), "\r\n"),
             whole["total"].get<std::size_t>() + 1);
    Words behind{"--offset", "100"};
    behind.insert(behind.end(), arguments.begin(), arguments.end());
    CHECK_EQ(search_json(corpus_index(), behind)["hits"].size(),
             whole["total"].get<std::size_t>() - 100);
  }
}

TEST_CASE("formats: nothing found is an empty form and exit status 1") {
  const std::pair<std::string, std::string> cases[] = {
      {"ids", ""},
      {"jsonl", ""},
      {"csv", "rank,id,score,title,date,countries,kinds,lang,url,source,snippet\r\n"},
      {"markdown", "# turnip\n\n0 items\n"}};
  for (const auto& [format, expect] : cases) {
    const Finished search = bulletin_search({"--db", small_index(), "--format", format, "turnip"});
    CHECK_EQ(search.status, 1);
    CHECK_EQ(search.out, expect);
  }
}

TEST_CASE("formats: show and why take text and json only") {
  for (const std::string command : {"show", "why"}) {
    const Finished refused =
        bulletin_search({command, "--db", small_index(), "--format", "csv", "kz"});
    CHECK_EQ(refused.status, 2);
    CHECK_EQ(refused.err,
             "bulletin-search: cannot print an item in this format: it takes text or json\n");
    CHECK_EQ(bulletin_search({command, "--db", small_index(), "--format", "json", "kz"}).out,
             bulletin_search({command, "--db", small_index(), "--json", "kz"}).out);
  }
}

}  // namespace bulletin::test
