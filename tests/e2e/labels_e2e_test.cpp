// Display names from a file: in pages, JSON and readings, and refused politely.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

constexpr auto kNames =
    R"({"country": {"KZ": {"en": "Steppeland", "zh": "哈国"}}, "kind": {"signing": {"zh": "签字"}},
        "region": {"143": {"en": "Inner Asia"}}})";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("labels: a file renames countries, regions and kinds wherever a person reads them") {
  const TemporaryFolder folder;
  const std::string file = folder.write("names.json", kNames);
  const std::string page =
      bulletin_search({"--db", small_index(), "--labels", file, "library 哈薩克"}).out;
  CAPTURE(page);
  CHECK(contains(page, "as country Steppeland 哈国"));
  CHECK(contains(page, "· Steppeland 哈国 ·"));
  CHECK(contains(page, "KZ Steppeland 哈国 2"));
  CHECK(contains(page, "Inner Asia 中亚 2"));
  CHECK(contains(page, "signing 签字 2"));
  CHECK_FALSE(contains(page, "Kazakhstan "));
  for (const std::string command : {"show", "why"}) {
    const Finished item = bulletin_search({command, "--db", small_index(), "--labels", file, "kz"});
    CHECK(contains(item.out, "KZ Steppeland 哈国: "));
    CHECK(contains(item.out, "kind signing 签字"));
  }
}

TEST_CASE("labels: JSON has the name as label and the code as value") {
  const TemporaryFolder folder;
  const std::string file = folder.write("names.json", kNames);
  const auto result = search_json(small_index(), {"--labels", file, "library 哈薩克"});
  CHECK_EQ(result["readings"][0]["label"].dump(), R"({"en":"Steppeland","zh":"哈国"})");
  CHECK_EQ(result["readings"][0]["value"], "KZ");
  CHECK_EQ(result["facets"]["country"][0]["value"], "KZ");
  CHECK_EQ(result["facets"]["country"][0]["label"]["en"], "Steppeland");
}

TEST_CASE("labels: the environment names a file, the command line another one") {
  const TemporaryFolder folder;
  const std::string file = folder.write("names.json", kNames);
  const std::string empty = folder.write("empty.json", "{}");
  const std::vector<std::string> environment{"BULLETIN_LABELS=" + file,
                                             "BULLETIN_DB=" + small_index()};
  CHECK(contains(run({"bulletin-search", "library"}, environment).out, "Steppeland"));
  CHECK_FALSE(contains(run({"bulletin-search", "--labels", empty, "library"}, environment).out,
                       "Steppeland"));
}

TEST_CASE("labels: an overridden name is printed, not searched") {
  const TemporaryFolder folder;
  const std::string file = folder.write("names.json", kNames);
  const Finished refused =
      bulletin_search({"--db", small_index(), "--labels", file, "--country", "Steppeland"});
  CHECK_EQ(refused.status, 2);
}

TEST_CASE("labels: a file that cannot be read is refused in one line, with a hint where it helps") {
  const TemporaryFolder folder;
  const auto check_refused = [](const std::string& file, const std::string& cause,
                                const std::string& hint) {
    const Finished refused = bulletin_search({"--db", small_index(), "--labels", file, "library"});
    CHECK_EQ(refused.status, 2);
    CHECK_EQ(refused.out, "");
    CHECK_EQ(refused.err,
             "bulletin-search: cannot read labels " + file + ": " + cause + "\n" + hint);
  };
  check_refused(folder.at("missing.json"), "No such file or directory", "");
  check_refused(folder.at(""), "it is a folder", "");
  check_refused(
      folder.write("bad.json", "HK\tHong Kong"), "not a JSON object",
      R"(hint: write {"country": {"HK": {"en": "...", "zh": "..."}}, "region": {}, "kind": {}})"
      "\n");
}

}  // namespace bulletin::test
