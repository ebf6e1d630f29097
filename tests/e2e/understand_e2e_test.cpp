// bulletin-index understand: one JSON line an item, with exactly the documented keys.

#include <regex>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

// Checks that evidence quotes its field: offsets are bytes.
void check_evidence(const ordered_json& item, const ordered_json& list) {
  static const std::regex rule_name("[a-z][a-z_-]*");
  CHECK_FALSE(list.empty());
  for (const ordered_json& evidence : list) {
    CAPTURE(evidence.dump());
    CHECK_EQ(keys_of(evidence), "field begin end surface rule");
    const std::string rule = evidence["rule"];
    CHECK(std::regex_match(rule, rule_name));
    const std::string field = evidence["field"];
    REQUIRE((field == "title" || field == "text"));
    const std::string text = item[field];
    const std::size_t begin = evidence["begin"];
    const std::size_t end = evidence["end"];
    REQUIRE_LE(begin, end);
    REQUIRE_LE(end, text.size());
    CHECK_EQ(text.substr(begin, end - begin), evidence["surface"].get<std::string>());
    CHECK_EQ(begin == end, rule == "metadata");
  }
}

void check_span(const ordered_json& span) {
  static const std::regex day("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  const std::string from = span["from"];
  const std::string to = span["to"];
  const std::string precision = span["precision"];
  CHECK(std::regex_match(from, day));
  CHECK(std::regex_match(to, day));
  CHECK_LE(from, to);
  CHECK((precision == "day" || precision == "month" || precision == "year"));
}

void check_item(const ordered_json& item) {
  CAPTURE(item["id"].dump());
  const std::string required =
      "schema id lang title text published item_date dates countries kinds";
  const std::string keys = keys_of(item) + ' ';
  CHECK(keys.starts_with(required + ' '));
  static const std::regex optional("(url )?(source )?(extra )?");
  CHECK(std::regex_match(keys.substr(required.size() + 1), optional));
  CHECK_EQ(item["schema"], 1);
  CHECK_FALSE(item["id"].get<std::string>().empty());
  CHECK_FALSE(item["text"].get<std::string>().empty());
  if (!item["item_date"].is_null()) {
    CHECK_EQ(keys_of(item["item_date"]), "from to precision");
    check_span(item["item_date"]);
  }
  for (const ordered_json& date : item["dates"]) {
    CHECK_EQ(keys_of(date), "from to precision evidence");
    check_span(date);
    check_evidence(item, date["evidence"]);
  }
  std::string last_code;
  for (const ordered_json& country : item["countries"]) {
    CHECK_EQ(keys_of(country), "code evidence");
    CHECK_LT(last_code, country["code"].get<std::string>());
    last_code = country["code"];
    check_evidence(item, country["evidence"]);
  }
  CHECK_FALSE(item["kinds"].empty());
  for (const ordered_json& kind : item["kinds"]) {
    CHECK_EQ(keys_of(kind), "kind evidence");
    if (kind["kind"] == "other") {
      CHECK(kind["evidence"].empty());
    } else {
      check_evidence(item, kind["evidence"]);
    }
  }
}

}  // namespace

TEST_CASE("understand: every item of the corpus has the documented keys and quotes its evidence") {
  const Finished understood = bulletin_index({"understand", BULLETIN_CORPUS_DIR});
  CHECK_EQ(understood.status, 0);
  CHECK_EQ(understood.err, "");
  const auto items = json_lines(understood.out);
  CHECK_EQ(items.size(), 121U);
  for (const ordered_json& item : items) {
    check_item(item);
  }
}

TEST_CASE("understand: what the source supplies stands beside what the text shows") {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "a.jsonl",
      R"({"id":7,"title":"Visit to Zambia","text":"读者","lang":"EN-gb","published":"2020-01-02T03:04","countries":"kz, zm","dates":[{"from":"2019-12","to":"2020-01"},"2018"],"url":"https://example.org/7","source":"Desk","rating":5,"tags":["a"]})");
  const Finished understood = bulletin_index({"understand", path});
  CHECK_EQ(understood.status, 0);
  const auto items = json_lines(understood.out);
  REQUIRE_EQ(items.size(), 1U);
  check_item(items.front());
  const std::string metadata =
      R"({"field":"text","begin":0,"end":0,"surface":"","rule":"metadata"})";
  CHECK_EQ(
      understood.out,
      R"({"schema":1,"id":"7","lang":"en","title":"Visit to Zambia","text":"读者","published":"2020-01-02",)"
      R"("item_date":{"from":"2019-12-01","to":"2020-01-31","precision":"month"},"dates":[)"
      R"({"from":"2019-12-01","to":"2020-01-31","precision":"month","evidence":[)" +
          metadata +
          R"(]},{"from":"2018-01-01","to":"2018-12-31","precision":"year","evidence":[)" +
          metadata + R"(]}],"countries":[{"code":"KZ","evidence":[)" + metadata +
          R"(]},{"code":"ZM","evidence":[{"field":"title","begin":9,"end":15,"surface":"Zambia","rule":"name"},)" +
          metadata +
          R"(]}],"kinds":[{"kind":"visit","evidence":[{"field":"title","begin":0,"end":5,"surface":"Visit","rule":"title-cue"}]}],)"
          R"("url":"https://example.org/7","source":"Desk","extra":{"rating":5,"tags":["a"]}})"
          "\n");
}

TEST_CASE("understand: offsets count bytes, not characters") {
  const TemporaryFolder folder;
  const Finished understood =
      bulletin_index({"understand", folder.write("a.txt", "代表团访问哈薩克。Then “Zambia”.")});
  const auto items = json_lines(understood.out);
  REQUIRE_EQ(items.size(), 1U);
  check_item(items.front());
  const ordered_json& countries = items.front()["countries"];
  REQUIRE_EQ(countries.size(), 2U);
  CHECK_EQ(countries[0]["code"], "KZ");
  CHECK_EQ(countries[0]["evidence"][0]["begin"], 15);
  CHECK_EQ(countries[0]["evidence"][0]["surface"], "哈薩克");
  CHECK_EQ(countries[1]["code"], "ZM");
  CHECK_EQ(countries[1]["evidence"][0]["surface"], "Zambia");
}

TEST_CASE("understand: writes no index") {
  const TemporaryFolder folder;
  const std::string page = folder.write("page.txt", listing_page());
  const Finished understood =
      run({"bulletin-index", "understand", page}, {"BULLETIN_DB=" + folder.at("index")});
  CHECK_EQ(understood.status, 0);
  CHECK_EQ(json_lines(understood.out).size(), 8U);
  CHECK_FALSE(std::filesystem::exists(folder.at("index")));
}

}  // namespace bulletin::test
