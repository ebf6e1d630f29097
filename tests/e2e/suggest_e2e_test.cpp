// bulletin-search suggest: queries completed as they are typed.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

ordered_json suggested(const std::string& index, const std::string& typed) {
  const Finished found = bulletin_search({"--db", index, "suggest", "--json", typed});
  CHECK_EQ(found.err, "");
  CHECK_LT(found.status, 2);
  return ordered_json::parse(found.out);
}

// `text:kind` of the first suggestions, with a space between.
std::string first(const std::string& index, const std::string& typed, std::size_t count = 1) {
  std::string line;
  const ordered_json found = suggested(index, typed);
  for (const ordered_json& row : found["suggestions"]) {
    if (count-- == 0) {
      break;
    }
    line += (line.empty() ? "" : " ") + row["text"].get<std::string>() + ':' +
            row["kind"].get<std::string>();
  }
  return line;
}

}  // namespace

TEST_CASE("suggest: what a reader of the archive begins to type") {
  struct Case {
    std::string what, typed, expect;
  };
  const Case cases[] = {
      {"a country", "kaz", "Kazakhstan:country"},
      {"one in Chinese", "哈", "哈萨克斯坦:country"},
      {"one by its sound", "hasa", "哈萨克斯坦:country"},
      {"one by its initials", "hskst", "哈萨克斯坦:country"},
      {"the university", "国家开", "国家开放大学:name"},
      {"in Traditional characters", "國家開", "国家开放大学:name"},
      {"by its sound", "guojia k", "国家开放大学:name"},
      {"by its initials", "gjkfdx", "国家开放大学:name"},
      {"in English", "open university of c", "Open University of China:name"},
      {"a person", "zhang lu", "Zhang Luanjiao:name"},
      {"a word", "librar", "library:word"},
      {"a month", "2019-12", "2019-12:month"},
      {"a Chinese month", "2019年12", "2019年12月:month"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(first(corpus_index(), c.typed), c.expect);
  }
}

TEST_CASE("suggest: a suggestion of a country finds as many items as it says") {
  const ordered_json found = suggested(corpus_index(), "training in kaz");
  CHECK_EQ(keys_of(found), "schema prefix suggestions");
  CHECK_EQ(found["prefix"], "training in kaz");
  const ordered_json& country = found["suggestions"].at(0);
  CHECK_EQ(keys_of(country), "text query kind items name");
  CHECK_EQ(country["query"], "training in Kazakhstan");
  CHECK_EQ(country["name"], "哈萨克斯坦");
  CHECK_EQ(search_json(corpus_index(), {"country:Kazakhstan"})["total"], country["items"]);
}

TEST_CASE("suggest: the page, byte for byte, and the exit status") {
  const Finished page = bulletin_search({"--db", small_index(), "suggest", "a k"});
  CHECK_EQ(page.out, "a Kazakhstan · country 哈萨克斯坦 · 2 items\n");
  CHECK_EQ(page.status, 0);
  const Finished chinese =
      bulletin_search({"--db", small_index(), "suggest", "--limit", "2", "图书"});
  CHECK_EQ(chinese.out, "图书 · word · 2 items\n图书馆 · word · 2 items\n");
  const Finished none = bulletin_search({"--db", small_index(), "suggest", "zebra"});
  CHECK_EQ(none.out, "");
  CHECK_EQ(none.err, "");
  CHECK_EQ(none.status, 1);
  const Finished json = bulletin_search({"--db", small_index(), "suggest", "--json", "zebra"});
  CHECK_EQ(json.out, R"({"schema":1,"prefix":"zebra","suggestions":[]})"
                     "\n");
  CHECK_EQ(json.status, 1);
}

TEST_CASE("suggest: nothing typed, bytes that are no text and 100 kB are no error") {
  for (const std::string& typed :
       {std::string(), std::string("   "), std::string("\xFF\xFE\x80"), std::string(100'000, 'k'),
        std::string("\""), std::string("-")}) {
    CAPTURE(typed.substr(0, 20));
    const Finished found =
        bulletin_search({"--db", small_index(), "suggest", "--json", "--", typed});
    CHECK_EQ(found.err, "");
    CHECK_EQ(found.status, 1);
    CHECK(ordered_json::parse(found.out)["suggestions"].empty());
  }
}

TEST_CASE("suggest: what cannot be done is said") {
  const Finished format =
      bulletin_search({"--db", small_index(), "suggest", "--format", "csv", "k"});
  CHECK_EQ(format.status, 2);
  CHECK_EQ(format.err,
           "bulletin-search: cannot print suggestions in this format: they take text or json\n");
  const TemporaryFolder folder;
  const Finished missing = bulletin_search({"--db", folder.at("none"), "suggest", "k"});
  CHECK_EQ(missing.status, 2);
  CHECK(missing.err.starts_with("bulletin-search: cannot open index"));
}

TEST_CASE("suggest: add, remove, sync and reindex keep it true") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("a.jsonl", R"({"id":"a","text":"An orchid was seen in Kazakhstan."})"
                                      "\n"
                                      R"({"id":"b","text":"国家开放大学举行会议。"})"
                                      "\n")});
  CHECK_EQ(first(index, "orc"), "orchid:word");
  CHECK_EQ(first(index, "gjkf"), "国家开放大学:name");
  add(index, {folder.write("c.jsonl", R"({"id":"c","text":"素可泰开放大学来访，看 turnip。"})"
                                      "\n")});
  CHECK_EQ(first(index, "suket"), "素可泰开放大学:name");
  CHECK_EQ(first(index, "tur"), "turnip:word");
  CHECK_EQ(bulletin_index({"remove", "--db", index, "a", "b"}).status, 0);
  CHECK_EQ(first(index, "orc"), "");
  CHECK_EQ(first(index, "kaz"), "");
  CHECK_EQ(first(index, "gjkf"), "");
  CHECK_EQ(bulletin_index({"reindex", "--db", index}).status, 0);
  CHECK_EQ(first(index, "suket"), "素可泰开放大学:name");
  const std::string news = folder.at("news");
  std::filesystem::create_directory(news);
  static_cast<void>(folder.write("news/d.txt", "A planet was seen in Zambia."));
  CHECK_EQ(bulletin_index({"sync", "--db", index, news}).status, 0);
  CHECK_EQ(first(index, "plan"), "planet:word");
  CHECK_EQ(first(index, "zanbiy"), "赞比亚:country");
  std::filesystem::remove(news + "/d.txt");
  CHECK_EQ(bulletin_index({"sync", "--db", index, news}).status, 0);
  CHECK_EQ(first(index, "plan"), "");
}

}  // namespace bulletin::test
