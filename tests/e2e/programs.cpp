#include "tests/e2e/programs.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

// No text names a country or a date: every facet value comes from the keys.
constexpr auto kSmallArchive =
    R"({"id":"kz","lang":"en","title":"Partners sign a library agreement","text":"Both libraries will lend each other books. The readers were glad.","dates":["2019-12-24..2019-12-28"],"countries":["KZ"],"url":"https://example.org/kz"}
{"id":"es","lang":"en","title":"Football courses go online","text":"Coaches and readers watched a lesson about football.","dates":["2019-12-10","2020-01"],"countries":["ES"]}
{"id":"two","lang":"en","title":"A visit to two learning centres","text":"The library of each centre lends books to its readers.","dates":["2020-03"],"countries":["BW","ZM"]}
{"id":"zh-kz","lang":"zh","title":"图书馆签署合作协议","text":"双方图书馆将互借图书，读者表示欢迎。","dates":["2019-12-25"],"countries":["KZ"]}
{"id":"zh-shang","lang":"zh","title":"招商工作座谈会","text":"会议讨论招商工作，学校图书馆参加。","published":"2021-06-01"}
{"id":"zh-gongsi","lang":"zh","title":"招商公司来访","text":"公司代表参观校园。"}
)";

std::vector<std::string> with_program(const std::string& program,
                                      const std::vector<std::string>& arguments) {
  std::vector<std::string> all{program};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return all;
}

// A folder and the index in it.
struct MadeIndex {
  TemporaryFolder folder;
  std::string path = folder.at("index");
};

}  // namespace

Finished bulletin_index(const std::vector<std::string>& arguments) {
  return run(with_program("bulletin-index", arguments));
}

Finished bulletin_search(const std::vector<std::string>& arguments) {
  return run(with_program("bulletin-search", arguments));
}

std::string add(const std::string& index, const std::vector<std::string>& paths) {
  std::vector<std::string> arguments{"add", "--db", index};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  const Finished added = bulletin_index(arguments);
  REQUIRE_EQ(added.err, "");
  REQUIRE_EQ(added.status, 0);
  return added.out;
}

ordered_json search_json(const std::string& index, const std::vector<std::string>& arguments) {
  // What is found must not depend on whether the dictionary was fetched.
  std::vector<std::string> all{"--db", index, "--json", "--no-translate"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Finished search = bulletin_search(all);
  REQUIRE_EQ(search.err, "");
  REQUIRE_LT(search.status, 2);
  REQUIRE(search.out.ends_with("}\n"));
  auto result = ordered_json::parse(search.out);
  REQUIRE_EQ(search.status, result.at("total") == 0 ? 1 : 0);
  return result;
}

std::string found_ids(const std::string& index, const std::vector<std::string>& arguments) {
  const ordered_json result = search_json(index, arguments);
  std::vector<std::string> ids;
  for (const ordered_json& hit : result.at("hits")) {
    ids.push_back(hit.at("id"));
  }
  return joined(ids);
}

std::string keys_of(const ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) {
    keys.push_back(key);
  }
  return joined(keys);
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    line += (line.empty() ? "" : " ") + word;
  }
  return line;
}

std::vector<ordered_json> json_lines(const std::string& text) {
  std::vector<ordered_json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(ordered_json::parse(line));
  }
  return lines;
}

const std::string& corpus_index() {
  static const MadeIndex made;
  static const std::string said = add(made.path, {BULLETIN_CORPUS_DIR});
  return made.path;
}

const std::string& small_index() {
  static const MadeIndex made;
  static const std::string said =
      add(made.path, {made.folder.write("archive.jsonl", kSmallArchive)});
  return made.path;
}

std::string listing_page() {
  return R"(Both universities agreed to share “open courses”, and the Open University of China (OUC) sent learning resources.

While the libraries were closed , lessons went on at home.

Two teachers and 10 students from the Faculty of Arts came to see how examinations are held.

The partners of the Open University of China (OUC) expressed their thanks in various ways.

From 24-28 December 2019, a delegation of four members visited Almaty and Pavlodar, Kazakhstan, and discussed cooperation.

From 10-11 December 2019, a five-member delegation visited Madrid and Barcelona to talk about football courses.

From 12-13 December 2019, teachers from Sukhothai Thammathirat Open University (STOU) paid a two-day visit.

From 1-8 December 2019, five members visited Zambia and Botswana to learn about the learning centre.)";
}

}  // namespace bulletin::test
