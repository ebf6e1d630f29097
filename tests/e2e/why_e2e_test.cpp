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

TEST_CASE("why: dates that were read and not taken, with the reason") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index,
      {folder.write(
          "a.jsonl",
          R"({"id":"a","published":"2020-01-05","title":"五四运动","text":"The school, founded in March 1979, met on 24 December 2019. It was shut on 31 February and last year."})"
          "\n"
          R"({"id":"b","text":"Since May 2019 they met.","dates":["2019-05"]})")});
  const Finished page = bulletin_search({"why", "--db", index, "a"});
  CAPTURE(page.out);
  CHECK(
      page.out.ends_with("not a date: \"五四\" (named-day)\n"
                         "not date 1979-03: \"March 1979\" (founding)\n"
                         "not a date: \"31 February\" (impossible)\n"
                         "not date 2019: \"last year\" (relative)\n"));
  const auto rows = [&](const std::string& id) {
    const Finished why = bulletin_search({"why", "--db", index, "--json", id});
    return ordered_json::parse(why.out).at("rejected_dates").dump();
  };
  CHECK_EQ(
      rows("a"),
      R"([{"field":"title","begin":0,"end":6,"surface":"五四","reason":"named-day","span":null},)"
      R"({"field":"text","begin":23,"end":33,"surface":"March 1979","reason":"founding",)"
      R"("span":{"from":"1979-03-01","to":"1979-03-31","precision":"month"}},)"
      R"({"field":"text","begin":75,"end":86,"surface":"31 February","reason":"impossible",)"
      R"("span":null},{"field":"text","begin":91,"end":100,"surface":"last year",)"
      R"("reason":"relative","span":{"from":"2019-01-01","to":"2019-12-31",)"
      R"("precision":"year"}}])");
  CHECK_EQ(rows("b"), "[]");  // Its source says that it is one.
}

TEST_CASE("why: no such item") {
  const Finished why = bulletin_search({"why", "--db", small_index(), "nobody"});
  CHECK_EQ(why.status, 1);
  CHECK_EQ(why.out, "");
  CHECK_EQ(why.err, "bulletin-search: cannot explain nobody: no such item\n");
}

}  // namespace bulletin::test
