// Items that tell the same story: linked when added, shown with each other, gone with each other.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

constexpr const char* kEnglish =
    R"({"id":"en","lang":"en","title":"Talks in Pavlodar","text":"A delegation of five visited Almaty and Pavlodar in Kazakhstan from 24 to 28 December 2019. Talks with the Industrial and Commercial Bank and with a copper mine were about training."})";
constexpr const char* kChinese =
    R"({"id":"zh","lang":"zh","title":"代表团赴巴甫洛达尔洽谈","text":"2019年12月24日至28日，代表团一行5人访问哈萨克斯坦阿拉木图、巴甫洛达尔，与工商银行及一家铜矿就培训事宜进行会谈。"})";
constexpr const char* kCopy =
    R"({"id":"copy","lang":"en","title":"In Pavlodar","text":"A delegation of five visited Almaty and Pavlodar in Kazakhstan from 24 to 28 December 2019. Talks with the Industrial and Commercial Bank and with a copper mine were about training. Source: press office."})";
constexpr const char* kOther =
    R"({"id":"other","lang":"zh","title":"图书馆延长开放时间","text":"从五月起，图书馆周日也对读者开放。为此新增两名工作人员，读者表示欢迎。"})";
constexpr const char* kOtherYear =
    R"({"id":"later","lang":"zh","title":"代表团再赴巴甫洛达尔洽谈","text":"2021年12月24日至28日，代表团一行5人访问哈萨克斯坦阿拉木图、巴甫洛达尔，与工商银行及一家铜矿就培训事宜进行会谈。"})";

ordered_json show(const std::string& index, const std::string& id) {
  return ordered_json::parse(bulletin_search({"show", "--db", index, "--json", id}).out);
}

// `zh`, or `zh=` for a near copy, of all links of an item.
std::string links_of(const std::string& index, const std::string& id) {
  std::string line;
  const ordered_json item = show(index, id);
  for (const ordered_json& link : item.value("also", ordered_json::array())) {
    line += (line.empty() ? "" : " ") + link["id"].get<std::string>() +
            (link["same_words"].get<bool>() ? "=" : "");
  }
  return line;
}

std::string file_of(const TemporaryFolder& folder, const std::string& name,
                    const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + '\n';
  }
  return folder.write(name, text);
}

TEST_CASE("links: twins and near copies find each other, whatever the order of adding") {
  std::vector<std::string> lines{kChinese, kCopy, kEnglish, kOther, kOtherYear};
  std::ranges::sort(lines);
  for (int turn = 0; turn < 4; ++turn) {
    CAPTURE(turn);
    const TemporaryFolder folder;
    const std::string index = folder.at("index");
    for (std::size_t i = 0; i < lines.size(); ++i) {  // A run for each item.
      add(index, {file_of(folder, std::to_string(i) + ".jsonl", {lines[i]})});
    }
    CHECK_EQ(links_of(index, "en"), "zh copy=");
    CHECK_EQ(links_of(index, "copy"), "zh en=");
    const std::string both = links_of(index, "zh");
    CHECK((both == "en copy" || both == "copy en"));
    CHECK_EQ(links_of(index, "other"), "");
    CHECK_EQ(links_of(index, "later"), "");  // Copy of zh in all but the year.
    std::ranges::rotate(lines, lines.begin() + 1);
  }
}

TEST_CASE("links: adding the same again changes nothing") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string file = file_of(folder, "a.jsonl", {kEnglish, kChinese, kCopy});
  add(index, {file});
  const std::string before = show(index, "en").dump() + show(index, "zh").dump();
  CHECK_EQ(add(index, {file}),
           "added 0, replaced 0, unchanged 3, left out 0; the index holds 3 items\n");
  CHECK_EQ(show(index, "en").dump() + show(index, "zh").dump(), before);
}

TEST_CASE("links: an item that is gone or tells another story loses them") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {file_of(folder, "a.jsonl", {kEnglish, kChinese})});
  CHECK_EQ(links_of(index, "en"), "zh");
  std::string changed = kOther;
  changed.replace(changed.find("other"), 5, "zh");
  add(index, {file_of(folder, "b.jsonl", {changed})});
  CHECK_EQ(links_of(index, "en"), "");
  CHECK_EQ(links_of(index, "zh"), "");
  add(index, {file_of(folder, "c.jsonl", {kEnglish, kChinese})});
  CHECK_EQ(links_of(index, "en"), "zh");
  REQUIRE_EQ(bulletin_index({"remove", "--db", index, "zh"}).status, 0);
  CHECK_EQ(links_of(index, "en"), "");
}

TEST_CASE("links: hits and items name their twins and near copies") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {file_of(folder, "a.jsonl", {kEnglish, kChinese, kCopy})});
  const std::string twin = "also in 中文: 代表团赴巴甫洛达尔洽谈 (zh)\n";
  const std::string page =
      bulletin_search({"--db", index, "--no-facets", "--lang", "en", "talks", "in", "pavlodar"})
          .out;
  CHECK(page.find("    " + twin + "    near copy: copy\n") != std::string::npos);
  const std::string item = bulletin_search({"show", "--db", index, "en"}).out;
  CHECK(item.find("\n" + twin + "near copy: copy\n") != std::string::npos);
  const ordered_json hits = search_json(index, {"--lang", "zh", "巴甫洛达尔"})["hits"];
  REQUIRE_EQ(hits.size(), 1U);
  REQUIRE_EQ(hits[0]["also"].size(), 2U);
  CHECK_EQ(keys_of(hits[0]["also"][0]), "id lang same_words");
  CHECK_EQ(hits[0]["also"][0]["lang"], "en");
}

TEST_CASE("links: every event of the seed is linked with its Chinese item in the example archive") {
  const std::string& index = corpus_index();
  for (const char* event : {"kazakhstan", "stou", "udima", "zambia-botswana", "iite"}) {
    CAPTURE(event);
    const std::string name = std::string("seed-") + event;
    CHECK_EQ(links_of(index, name + "-en"), name + "-zh");
    CHECK_EQ(links_of(index, name + "-zh"), name + "-en");
  }
  // The leads of the listing pages have no ids of their own, so they are told by their words.
  const std::map<std::string, std::string> leads{
      {"\"Combat COVID-19: Keep learning\"", "抗击新冠肺炎疫情：坚持学习，携手前行"},
      {"\"Two opposite trends\"", "境外疫情正在加速蔓延"},
      {"\"sympathy and encouragement\"", "积极筹集防护物资"}};
  for (const auto& [english, chinese] : leads) {
    CAPTURE(english);
    const ordered_json here = search_json(index, {"--literal", "--lang", "en", english})["hits"][0];
    const ordered_json there =
        search_json(index, {"--literal", "--lang", "zh", chinese})["hits"][0];
    REQUIRE_EQ(here["also"].size(), 1U);
    CHECK_EQ(here["also"][0]["id"], there["id"]);
    REQUIRE_EQ(there["also"].size(), 1U);
    CHECK_EQ(there["also"][0]["id"], here["id"]);
  }
}

}  // namespace
}  // namespace bulletin::test
