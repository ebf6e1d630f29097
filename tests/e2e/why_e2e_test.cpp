// bulletin-search why: the words behind each value, and what was read and not taken.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

constexpr auto kItem =
    R"({"id":"a","text":"Georgia Open School met. 努尔苏丹学院。 The OUC came."})";

// What `why --json` lists under `key`, as `because: surface (reason) code`.
std::string rejected(const std::string& index, const std::string& id) {
  const Finished why = bulletin_search({"why", "--db", index, "--json", id});
  REQUIRE_EQ(why.status, 0);
  const ordered_json item = ordered_json::parse(why.out);
  std::string out;
  for (const ordered_json& row : item.at("rejected")) {
    CHECK_EQ(keys_of(row), "code field begin end surface reason because");
    out += (out.empty() ? "" : "; ") + row["because"].get<std::string>() + ": " +
           row["surface"].get<std::string>() + " " + row["reason"].get<std::string>() + " " +
           row["code"].get<std::string>();
  }
  return out;
}

}  // namespace

TEST_CASE("why: rejected readings are judged by the publisher of the index") {
  const TemporaryFolder folder;
  const std::string items = folder.write("a.jsonl", kItem);
  const std::string publisher = folder.write(
      "publisher.json",
      R"({"names":["Georgia Open School","努尔苏丹学院"],"acronyms":[],"home_country":"KZ"})");
  const std::string own = folder.at("own");
  const std::string usual = folder.at("usual");
  CHECK_EQ(bulletin_index({"add", "--db", own, "--publisher", publisher, items}).status, 0);
  add(usual, {items});
  CHECK_EQ(rejected(own, "a"),
           "Georgia Open School: Georgia inside-longer-name GE; "
           "努尔苏丹学院: 苏丹 inside-longer-name SD");
  CHECK_EQ(rejected(usual, "a"),
           ": Georgia other-meaning US; 努尔苏丹: 苏丹 inside-longer-name SD");
  const Finished page = bulletin_search({"why", "--db", own, "a"});
  CHECK_NE(page.out.find("not GE Georgia 格鲁吉亚: Georgia Open School: Georgia "
                         "(inside-longer-name)\n"),
           std::string::npos);
}

TEST_CASE("why: no such item") {
  const Finished why = bulletin_search({"why", "--db", small_index(), "nobody"});
  CHECK_EQ(why.status, 1);
  CHECK_EQ(why.out, "");
  CHECK_EQ(why.err, "bulletin-search: cannot explain nobody: no such item\n");
}

}  // namespace bulletin::test
