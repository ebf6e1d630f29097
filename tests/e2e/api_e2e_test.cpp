// The API says what the command line prints, byte for byte but for the folders of files, for the
// same question of one index.

#include <filesystem>

#include <doctest/doctest.h>

#include "searcher/web/api.hpp"
#include "searcher/web/search_address.hpp"
#include "tests/e2e/programs.hpp"
#include "tests/support/api_archive.hpp"

namespace bulletin::test {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kOrigin = "http://127.0.0.1:8080";

std::string answered(const std::string& path, WebParameters parameters) {
  static SearcherPool searchers(corpus_index(), 1);
  static const Labels labels;
  static const Api api(searchers, labels);
  const WebResponse response = api.answer(
      {.path = path, .parameters = std::move(parameters), .origin = std::string(kOrigin)});
  CHECK_EQ(response.status, 200);
  return whole_body(response);
}

std::string printed(Words arguments, const Words& question) {
  arguments.insert(arguments.begin(), {"--db", corpus_index()});
  arguments.insert(arguments.end(), question.begin(), question.end());
  const Finished finished = bulletin_search(arguments);
  CHECK_EQ(finished.err, "");
  return finished.out;
}

// A question as options and as parameters.
struct Question {
  Words options;
  WebParameters parameters;
};

// Every order and several pages of each query, with and without limits.
std::vector<Question> questions() {
  const Words texts{"",
                    "kazakhstan dec 2019",
                    "哈萨克斯坦 2019年12月",
                    "study centre -zambia",
                    "学习中心 \"海外\"",
                    "open uni* AND lang:en",
                    "zebra date:1901",
                    "(<b>\"half &amp;"};
  const std::vector<Question> limits{
      {},
      {{"--country", "KZ", "--country", "赞比亚"}, {{"country", "KZ"}, {"country", "赞比亚"}}},
      {{"--lang", "zh", "--date", "2019..2020"}, {{"lang", "zh"}, {"date", "2019..2020"}}},
      {{"--region", "中亚", "--kind", "visit"}, {{"region", "中亚"}, {"kind", "visit"}}}};
  const Words sorts{"relevance", "-date", "date", "title"};
  std::vector<Question> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = 0; j < limits.size(); ++j) {
      Question question = limits[j];
      const std::string& sort = sorts[(i + j) % sorts.size()];
      question.options.insert(question.options.end(),
                              {"--no-translate", "--sort", sort, "--", texts[i]});
      question.parameters.insert(question.parameters.end(),
                                 {{"translate", "0"}, {"sort", sort}, {"q", texts[i]}});
      if (texts[i].empty()) {
        question.options.resize(question.options.size() - 2);
      }
      all.push_back(std::move(question));
    }
  }
  return all;
}

WebParameters with(WebParameters parameters, const WebParameters& more) {
  parameters.insert(parameters.end(), more.begin(), more.end());
  return parameters;
}

// An item as the command line prints it, without the folders of its files.
std::string with_file_names(const std::string& printed) {
  nlohmann::ordered_json item = nlohmann::ordered_json::parse(printed);
  for (nlohmann::ordered_json& source : item["sources"]) {
    source["path"] = std::filesystem::path(source["path"].get<std::string>()).filename().string();
  }
  return item.dump() + '\n';
}

}  // namespace

TEST_CASE("api and command line: a search is the same JSON") {
  for (const Question& question : questions()) {
    CAPTURE(joined(question.options));
    CHECK_EQ(answered("/api/v1/search", question.parameters),
             printed({"--json"}, question.options));
    CHECK_EQ(answered("/api/v1/search", with(question.parameters, {{"limit", "3"}, {"page", "2"}})),
             printed({"--json", "--limit", "3", "--offset", "3"}, question.options));
  }
  CHECK_EQ(answered("/api/v1/search", {{"q", "library"}, {"literal", "1"}, {"facets", "0"}}),
           printed({"--json", "--literal", "--no-facets"}, {"library"}));
}

TEST_CASE("api and command line: an export is the same file in every form") {
  const std::vector<Question> asked = questions();
  std::size_t turn = 0;
  for (const char* format : {"json", "jsonl", "csv", "tsv", "markdown", "rss", "atom", "ids"}) {
    for (int i = 0; i < 4; ++i) {
      const Question& question = asked[turn++ % asked.size()];
      CAPTURE(format);
      CAPTURE(joined(question.options));
      // The address of the page goes into feeds.
      const auto address = read_search_address(question.parameters, utc_today());
      const std::string link =
          std::string(kOrigin) + "/" + query_string(search_parameters(address.request));
      CHECK_EQ(answered("/api/v1/export", with(question.parameters, {{"format", format}})),
               printed({"--format", format, "--limit", "all", "--link", link}, question.options));
    }
  }
}

TEST_CASE("api and command line: an item, why and similar are the same JSON") {
  const std::string list = printed({"--format", "ids", "--limit", "all"}, {});
  std::size_t begin = 0;
  for (int i = 0; i < 6; ++i) {
    const std::size_t end = list.find('\n', begin);
    const std::string id = list.substr(begin, end - begin);
    begin = list.find('\n', end + 40) + 1;  // Not every one of them.
    CAPTURE(id);
    const Finished shown = bulletin_search({"show", "--db", corpus_index(), "--json", id});
    CHECK_EQ(answered("/api/v1/items/" + id, {}), with_file_names(shown.out));
    const Finished why = bulletin_search({"why", "--db", corpus_index(), "--json", id});
    CHECK_EQ(answered("/api/v1/why", {{"id", id}}), with_file_names(why.out));
    const Finished why_query =
        bulletin_search({"why", "--db", corpus_index(), "--json", "--no-translate", "--lang", "zh",
                         id, "学习中心", "2019"});
    CHECK_EQ(
        answered("/api/v1/why/" + id, {{"q", "学习中心 2019"}, {"lang", "zh"}, {"translate", "0"}}),
        why_query.out);
    const Finished similar =
        bulletin_search({"similar", "--db", corpus_index(), "--json", "--limit", "4", id});
    CHECK_EQ(answered("/api/v1/similar/" + id, {{"limit", "4"}}), similar.out);
  }
}

}  // namespace bulletin::test
