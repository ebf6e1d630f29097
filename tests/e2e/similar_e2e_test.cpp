// bulletin-search similar: the other tellings of an event, in both languages.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

ordered_json similar(const std::string& id) {
  const Finished found =
      bulletin_search({"--db", corpus_index(), "similar", "--json", "--limit", "3", id});
  CHECK_EQ(found.err, "");
  CHECK_EQ(found.status, 0);
  return ordered_json::parse(found.out);
}

}  // namespace

TEST_CASE("similar: an event's telling in the other language comes among the first two") {
  for (const std::string event : {"iite", "kazakhstan", "stou", "udima", "zambia-botswana"}) {
    for (const auto& [lang, other] : {std::pair("en", "zh"), std::pair("zh", "en")}) {
      const ordered_json found = similar("seed-" + event + '-' + lang);
      CAPTURE(found.dump());
      CHECK_EQ(keys_of(found), "schema id same_language other_languages");
      const ordered_json& others = found["other_languages"];
      const std::string telling = "seed-" + event + '-' + other;
      CHECK((others.at(0)["id"] == telling || others.at(1)["id"] == telling));
      for (const ordered_json& hit : found["same_language"]) {
        CHECK_EQ(hit["lang"], lang);
        CHECK_NE(hit["id"], found["id"]);
        CHECK_FALSE(hit["shared"].empty());
      }
      for (const ordered_json& hit : others) {
        CHECK_EQ(hit["lang"], other);
      }
    }
  }
}

TEST_CASE("similar: the page, byte for byte, and no such item") {
  const Finished page = bulletin_search({"--db", small_index(), "similar", "zh-kz"});
  CHECK_EQ(page.status, 0);
  CHECK_EQ(page.out,
           "like 图书馆签署合作协议\n"
           "\n"
           "Same language 同一语言\n"
           "\n"
           " 1. 招商工作座谈会\n"
           "    2021-06-01 · 中文 · zh-shang\n"
           "    会议讨论招商工作，学校图书馆参加。\n"
           "    shares 图书\n"
           "\n"
           "Other languages 其他语言\n"
           "\n"
           " 1. Partners sign a library agreement\n"
           "    2019-12-24..2019-12-28 · Kazakhstan 哈萨克斯坦 · English · kz\n"
           "    Both libraries will lend each other books. The readers were glad.\n"
           "    shares 2019-12-25, KZ, signing\n"
           "\n");
  const Finished missing = bulletin_search({"--db", small_index(), "similar", "nobody"});
  CHECK_EQ(missing.status, 1);
  CHECK_EQ(missing.err, "bulletin-search: cannot find items like nobody: no such item\n");
}

}  // namespace bulletin::test
