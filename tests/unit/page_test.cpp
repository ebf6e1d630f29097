// Whole pages of the example archive, asserted by their structure.

#include "searcher/web/page/page.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "searcher/web/page/error_page.hpp"
#include "searcher/web/page/layout.hpp"
#include "searcher/web/page/query_notes.hpp"
#include "searcher/web/search_address.hpp"
#include "tests/unit/page_archive.hpp"

namespace bulletin {
namespace {

using test::corpus_archive;
using test::ShownPage;

using Texts = std::vector<std::string>;

const std::vector<std::string> kPages = {
    "/",
    "/?q=visit",
    "/?q=%E8%AE%BF%E9%97%AE&ui=zh",
    "/?q=kazakhstan+dec+2019",
    "/?q=visit&country=KZ&country=ES&date=2019-12&lang=en&kind=visit&region=143&rule=city",
    "/?sort=-date&limit=50",
    "/?sort=title&page=3",
    "/?q=visit&literal=1",
    "/?q=visit&translate=0",
    "/?q=xyzzy+kazakhstan&date=1999",
    "/?q=visit&page=99",
    "/?q=visit&limit=0",
    "/?q=visit&facets=0",
    "/?country=atlantis&date=soon&page=0",
    "/?date=2019-03..2020-02&date=2019-12-24&date=none&country=none",
    "/items/seed-kazakhstan-en",
    "/items/seed-kazakhstan-en?q=kazakhstan&with=seed-kazakhstan-zh",
    "/items/seed-kazakhstan-en/why?q=kazakhstan+-museum+2018",
    "/items/z059?ui=zh",
    "/items/nothing",
    "/items/",
    "/map",
    "/map?q=visit&date=2019",
    "/help",
    "/help?ui=zh&theme=dark",
    "/nowhere/at/all"};

TEST_CASE("pages: each is whole, without doubled ids, nameless controls or anything inline") {
  for (const std::string& target : kPages) {
    CAPTURE(target);
    CHECK_EQ(faults_of(corpus_archive().show(target)), Texts{});
  }
}

TEST_CASE("pages: each link leads to a page, and the forms do") {
  for (const std::string& target : kPages) {
    const ShownPage page = corpus_archive().show(target);
    for (const std::string& href : page.all("//a/@href | //form/@action")) {
      CAPTURE(target);
      CAPTURE(href);
      if (!href.starts_with('/') || href.starts_with("/api/") || href.starts_with("/feed.")) {
        continue;
      }
      const auto read = read_target(href);
      REQUIRE(read.has_value());
      CHECK(read_search_address(read->second, test::kToday).bad.empty());
    }
  }
  const ShownPage page = corpus_archive().show("/?q=visit&country=CN");
  for (const std::string& href : page.all("//main//a/@href")) {
    CAPTURE(href);
    if (href.starts_with("/?") || href.starts_with("/items/") || href.starts_with("/map")) {
      CHECK_EQ(corpus_archive().show(href).answer.status, 200U);
    }
  }
}

TEST_CASE("status: what the answer says of itself") {
  const std::pair<std::string, unsigned> cases[] = {{"/", 200},
                                                    {"/?q=xyzzy", 200},
                                                    {"/items/seed-kazakhstan-en", 200},
                                                    {"/items/no", 404},
                                                    {"/items/no/why?q=x", 404},
                                                    {"/x", 404},
                                                    {"/?page=0", 400},
                                                    {"/?country=atlantis", 400},
                                                    {"/?from=2019-03&to=2020-02", 303},
                                                    {"/items/?id=seed-kazakhstan-en", 200}};
  for (const auto& [target, status] : cases) {
    CAPTURE(target);
    CHECK_EQ(corpus_archive().show(target).answer.status, status);
  }
}

TEST_CASE("results: a checkbox stands for what limits the search") {
  const ShownPage page =
      corpus_archive().show("/?q=2019&country=KZ&country=AQ&region=143&date=2019-12-24&lang=zh");
  CHECK_EQ(page.all("//input[@type='checkbox'][@checked]/@value"),
           Texts{"143", "KZ", "AQ", "2019-12-24", "zh"});
  CHECK_EQ(page.one("//input[@id='q']/@value"), "2019");
  CHECK_EQ(page.all("//form[@id='search']/input[@type='hidden']/@name"), Texts{"instead"});
  CHECK_EQ(page.all("//ul[@class='chips'][1]//a[@class='chip']/@href").size(), 5U);
  CHECK(page.one("//ul[@class='chips']/li[1]/a/@href").find("country=KZ") == std::string::npos);
}

TEST_CASE("results: a chosen date takes the place of one that was read, and counts are exact") {
  const ShownPage page = corpus_archive().show("/?q=kazakhstan+dec+2019");
  CHECK_EQ(page.all("//form[@id='search']/input[@type='hidden'][@name='instead']/@value"),
           Texts{"dec 2019"});
  const std::string row = "//label[input[@name='date'][@value='2019-09']]";
  CHECK_EQ(page.one((row + "/span[@class='count']/text()").c_str()), "1");
  const WebResponse chosen =
      corpus_archive().show("/?q=kazakhstan+dec+2019&date=2019-09&instead=dec+2019").answer;
  CHECK_EQ(chosen.location, "/?q=kazakhstan&date=2019-09");
  CHECK_EQ(corpus_archive().show(chosen.location).one("//h2[@id='total']"), "1 item");
  CHECK_EQ(corpus_archive().show("/?q=dec+2019&instead=dec+2019&sort=").answer.location,
           "/?q=dec%202019");
}

TEST_CASE("results: a field typed in the query is a chosen limit, offered and counted as one") {
  const std::pair<std::string, std::string> same[] = {
      {"/?q=visit+country:KZ+date:2019", "/?q=visit&country=KZ&date=2019"},
      {"/?q=country:kazakhstan,ES", "/?country=KZ&country=ES"},
      {"/?q=lang:zh+%E5%AD%A6%E4%B9%A0&group=1", "/?q=%E5%AD%A6%E4%B9%A0&lang=zh&group=1"},
      {"/map?q=kind:visit", "/map?kind=visit"}};
  for (const auto& [typed, chosen] : same) {
    CAPTURE(typed);
    CHECK_EQ(corpus_archive().show(typed).answer.body, corpus_archive().show(chosen).answer.body);
  }
  // Where both hold they are no alternatives, as chosen ones are.
  for (const char* const both : {"/?q=country:KZ&country=ES", "/?q=country:KZ+country:ES",
                                 "/?q=-country:KZ", "/?q=country:atlantis", "/?q=(country:KZ"}) {
    const ShownPage page = corpus_archive().show(both);
    CHECK_NE(page.one("//input[@id='q']/@value").find("country:"), std::string::npos);
  }
}

TEST_CASE("deadline: a page says what there was no time for") {
  const Labels labels;
  const PageContext english{.labels = labels};
  SearchResult result;
  CHECK_EQ(reading_chips(result, {}, english).bytes(), "");
  result.out_of_time = true;
  CHECK_NE(reading_chips(result, {}, english).bytes().find("some counts are left out"),
           std::string::npos);
  const PageContent page = error_page({ErrorCode::kOutOfTime, "cannot finish"}, english);
  CHECK_EQ(page.status, 503U);
  CHECK_EQ(page.title, "This search takes too long");
  CHECK_EQ(framed({.title = "a", .whole = false}, english).cache_control, "no-store");
}

TEST_CASE("results: without facets the form itself keeps the limits") {
  const ShownPage page = corpus_archive().show("/?q=visit&country=KZ&literal=1&facets=0");
  CHECK_EQ(page.all("//form[@id='search']/input[@type='hidden']/@name"),
           Texts{"country", "literal", "facets"});
}

// `name=value` of each row with its count.
std::vector<std::pair<std::string, std::string>> rows_of(const ShownPage& page) {
  std::vector<std::pair<std::string, std::string>> rows;
  const Texts names = page.all("//aside//label[span/@class='count']/input/@name");
  const Texts values = page.all("//aside//label[span/@class='count']/input/@value");
  const Texts counts = page.all("//aside//label/span[@class='count']/text()");
  REQUIRE_EQ(names.size(), counts.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    rows.emplace_back("&" + names[i] + "=" + values[i], counts[i]);
  }
  return rows;
}

TEST_CASE("results: choosing a value returns as many items as stand beside it") {
  for (const std::string query : {"/?q=visit", "/?q=%E8%AE%BF%E9%97%AE"}) {
    const ShownPage page = corpus_archive().show(query);
    std::size_t rows = 0;
    for (const auto& [parameter, count] : rows_of(page)) {
      CAPTURE(parameter);
      const std::string total = corpus_archive().show(query + parameter).one("//h2[@id='total']");
      CHECK_EQ(total.substr(0, total.find(' ')), count);
      ++rows;
    }
    CHECK(rows > 20);
  }
}

TEST_CASE("results: the days of an open month, and that the day is not given") {
  const ShownPage page = corpus_archive().show("/?date=2019-06");
  const Texts days = page.all("//input[@name='date'][starts-with(@value,'2019-06-')]/@value");
  REQUIRE_FALSE(days.empty());
  CHECK_EQ(page.one("//ul[contains(@class,'dates')]//span[@class='name rule']"), "day not given");
  for (const std::string& day : {days.front(), days.back()}) {
    const std::string count =
        page.one(("//label[input/@value='" + day + "']/span[@class='count']/text()").c_str());
    const std::string total = corpus_archive().show("/?date=" + day).one("//h2[@id='total']");
    CHECK_EQ(total.substr(0, total.find(' ')), count);
  }
}

TEST_CASE("results: hits are marked, in their language, from the right number on") {
  const ShownPage page = corpus_archive().show("/?q=kazakhstan+dec+2019&ui=zh");
  CHECK_EQ(page.one("/html/@lang"), "zh-Hans");
  CHECK_EQ(page.all("//ol[@class='hits']//h3/@lang"), Texts{"en", "zh"});
  CHECK_EQ(page.all("//ol[@class='hits']//p[@class='snippet']/@lang"), Texts{"en", "zh"});
  const Texts marks = page.all("//ol[@class='hits']//mark");
  CHECK(std::ranges::find(marks, "哈萨克斯坦") != marks.end());
  CHECK_EQ(page.one("//time"), "2019年12月24日至28日");
  const ShownPage third = corpus_archive().show("/?sort=-date&page=3");
  CHECK_EQ(third.one("//ol[@class='hits']/li[1]/@value"), "21");
  CHECK_EQ(third.one("//nav[@class='paging']//a[@aria-current]"), "3");
}

TEST_CASE("results: paging shows every item once") {
  Texts seen;
  for (std::string target = "/?sort=-date"; target != "none";) {
    const ShownPage page = corpus_archive().show(target);
    const Texts links = page.all("//ol[@class='hits']//a[@class='title']/@href");
    seen.insert(seen.end(), links.begin(), links.end());
    target = page.one("//nav[@class='paging']/a[@rel='next']/@href");
  }
  CHECK_EQ(seen.size(), 121U);
  std::ranges::sort(seen);
  CHECK(std::ranges::adjacent_find(seen) == seen.end());
}

TEST_CASE("results: a reading can be taken back or made a limit") {
  const ShownPage page = corpus_archive().show("/?q=kazakhstan+dec+2019");
  const Texts links = page.all("//span[@class='chip reading']/a/@href");
  REQUIRE_EQ(links.size(), 4U);
  CHECK_EQ(links[0], "/?q=dec%202019&country=KZ");
  CHECK_EQ(links[2], "/?q=kazakhstan&date=2019-12");
  const auto total = [](const std::string& target) {
    return corpus_archive().show(target).one("//h2[@id='total']");
  };
  CHECK_EQ(links[1], "/?q=%5Ckazakhstan%20dec%202019");
  CHECK_EQ(total(links[0]), total("/?q=kazakhstan+dec+2019"));
}

TEST_CASE("results: the fields of a range become one limit") {
  struct Case {
    std::string_view target, location;
  };
  const Case cases[] = {
      {"/?q=x&from=2019-03&to=2020-02", "/?q=x&date=2019-03..2020-02"},
      {"/?from=2020-02&to=2019-03&date=2018", "/?date=2019-03..2020-02"},
      {"/?from=2019-12-24", "/?date=2019-12-24..2026-12-31"},
      {"/?to=2011", "/?date=1900..2011"},
      {"/?from=2019%E5%B9%B43%E6%9C%88&to=march+2020&sort=", "/?date=2019-03..2020-03"},
      {"/?from=soon&to=2011", "/?date=soon"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.target);
    CHECK_EQ(corpus_archive().show(std::string(c.target)).answer.location, c.location);
  }
}

TEST_CASE("results: where nothing is found there is a way on that finds something") {
  const ShownPage page = corpus_archive().show("/?q=kazakstan+libary&date=1999&country=KZ");
  const Texts links = page.all("//div[@class='nothing']/ul//a/@href");
  REQUIRE(!links.empty());
  const ShownPage looser = corpus_archive().show("/?q=zambia&date=1999");
  const Texts ways = looser.all("//div[@class='nothing']/ul//a/@href");
  REQUIRE_EQ(ways.size(), 1U);
  CHECK_EQ(ways.front(), "/?q=zambia");
}

TEST_CASE("item: its text is whole, and each value leads to the words it rests on") {
  const ShownPage page = corpus_archive().show("/items/seed-kazakhstan-en");
  const Bulletin item = corpus_archive().searcher().find("seed-kazakhstan-en").value();
  std::string text;
  for (const std::string& paragraph : page.all("//article[@lang='en']/p")) {
    text += paragraph;
  }
  std::string expected = item.text;
  std::erase(expected, '\n');
  CHECK_EQ(text, expected);
  CHECK_EQ(page.one("//article[1]/h1"), item.title);
  CHECK_EQ(page.one("//dl[@class='evidence']/div[1]/dd//a"), "from 24 to 28 December 2019");
  CHECK_EQ(page.one("//article[contains(@class,'counterpart')]/@lang"), "zh");
  CHECK(page.one("//p[@id='citation']").find("http://127.0.0.1:8080/items/seed-kazakhstan-en") !=
        std::string::npos);
  CHECK(page.one("//p[@id='citation']").find("index 7") != std::string::npos);
}

TEST_CASE("why: the part that keeps an item out is named") {
  const ShownPage page = corpus_archive().show("/items/seed-kazakhstan-en/why?q=kazakhstan+2018");
  CHECK_EQ(page.one("//p[@class='verdict no']"), "Not among the hits");
  CHECK(page.one("//tr[@class='keeps-out']/th").find("2018") != std::string::npos);
  CHECK_EQ(corpus_archive()
               .show("/items/seed-kazakhstan-en/why?q=kazakhstan+2019")
               .one("//p[@class='verdict']"),
           "A hit: number 2 of 3");
}

TEST_CASE("language: every page speaks the reader's, and says so") {
  CHECK_EQ(corpus_archive().show("/", "zh-CN").one("/html/@lang"), "zh-Hans");
  CHECK_EQ(corpus_archive().show("/", "zh", "view=en-dark").one("/html/@lang"), "en");
  CHECK_EQ(corpus_archive().show("/", "zh", "view=en-dark").one("/html/@class"), "dark");
  CHECK_EQ(corpus_archive().show("/?q=visit&ui=zh").one("//a[@class='brand']/@href"), "/?ui=zh");
  CHECK_EQ(
      corpus_archive().show("/?q=visit&ui=zh", "", "view=zh-auto").one("//a[@class='brand']/@href"),
      "/");
  CHECK(corpus_archive().show("/?q=visit&country=KZ&page=2").one("//a[@class='switch']/@href") ==
        "/?q=visit&country=KZ&page=2&ui=zh");
}

TEST_CASE("page_handler: an index that is not there makes a page and a report") {
  const test::TemporaryFolder folder;
  SearcherPool pool(folder.at("nothing"), 1);
  const Labels labels;
  std::string cause;
  const WebHandler handle = page_handler(pool, labels,
                                         {.today = [] { return test::kToday; },
                                          .report = [&](const std::string& why) { cause = why; }});
  const WebResponse answer = handle({});
  CHECK_EQ(answer.status, 503U);
  CHECK(answer.body.find("The archive is not ready") != std::string::npos);
  CHECK(answer.body.find(folder.path().string()) == std::string::npos);
  CHECK(cause.find(folder.path().string()) != std::string::npos);
  CHECK_EQ(handle({.path = "/assets/style.css"}).status, 200U);
}

TEST_CASE("hostile items: their words are words on every page") {
  const std::string evil = "\"><script>alert(1)</script><b onmouseover='x'>&lt;";
  Bulletin item{.id = "a/../<script>&'\"?#",
                .lang = "en\"><x",
                .title = evil,
                .text = evil + "\n" + evil,
                .url = "javascript:alert(1)",
                .source = evil};
  item.history.push_back({test::kToday, evil, evil});
  test::PageArchive archive({item});
  for (const std::string target :
       {"/", "/?q=script", "/map", "/items/?id=a%2F..%2F%3Cscript%3E%26%27%22%3F%23",
        "/items/?why=1&q=%3Cscript%3E&id=a%2F..%2F%3Cscript%3E%26%27%22%3F%23"}) {
    CAPTURE(target);
    const ShownPage page = archive.show(target);
    CHECK_EQ(faults_of(page), Texts{});
    CHECK_EQ(page.answer.status, 200U);
    CHECK_EQ(page.all("//script").size(), 4U);
    CHECK_EQ(page.all("//b").size(), 0U);
  }
}

}  // namespace
}  // namespace bulletin
