// The API without a socket: what each route answers, in both languages, and how it refuses.

#include "searcher/web/api.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "tests/support/api_archive.hpp"
#include "tests/support/openapi_check.hpp"

namespace bulletin::test {
namespace {

using nlohmann::ordered_json;

const ApiArchive& archive() {
  static const ApiArchive made;
  return made;
}

std::string ids(const ordered_json& hits) {
  std::string list;
  for (const ordered_json& hit : hits) {
    list += (list.empty() ? "" : " ") + hit.at("id").get<std::string>();
  }
  return list;
}

// "400 bad_parameter: parameter date: ...".
std::string refusal(std::string_view target) {
  const Answer answer = archive().get(target);
  CHECK_EQ(answer.head.etag, "");
  CHECK_EQ(answer.head.cache_control, "no-store");
  return std::to_string(answer.head.status) + ' ' + answer.json().at("code").get<std::string>() +
         ": " + answer.json().at("message").get<std::string>();
}

TEST_CASE("api search: hits of both languages, pages and orders") {
  struct Case {
    std::string_view what, target, expect;
  };
  const Case cases[] = {
      {"an English word", "/api/v1/search?q=football&translate=0", "es/2020"},
      {"a Chinese word", "/api/v1/search?q=%E5%90%88%E4%BD%9C%E5%8D%8F%E8%AE%AE&translate=0",
       "zh-kz"},
      {"a country in the query", "/api/v1/search?q=spain&translate=0", "plain es/2020"},
      {"limits", "/api/v1/search?country=KZ&lang=zh", "zh-kz"},
      {"a limit in Chinese", "/api/v1/search?country=%E8%A5%BF%E7%8F%AD%E7%89%99", "es/2020 plain"},
      {"no date", "/api/v1/search?date=none&sort=title", "50% off? #1 plain"},
      {"newest first", "/api/v1/search?sort=-date&limit=2", "zh-shang es/2020"},
      {"its second page", "/api/v1/search?sort=-date&limit=2&page=2", "zh-kz kz"},
      {"behind the last hit", "/api/v1/search?sort=-date&limit=2&page=9", ""},
      {"a source", "/api/v1/search?source=Example+News+Desk", "kz"},
      {"one of several sources", "/api/v1/search?source=example.org&source=nobody.example", "kz"},
      {"a country that limits", "/api/v1/search?q=library+kazakhstan&strict=1&translate=0", "kz"},
      {"a Chinese name by its sound", "/api/v1/search?q=tushuguan&translate=0&lang=zh",
       "zh-kz zh-shang"},
      {"not by its sound", "/api/v1/search?q=tushuguan&translate=0&sound=0", ""},
      {"an address of the page", "/api/v1/search?q=football&ui=zh&translate=0", "es/2020"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Answer answer = archive().get(c.target);
    CHECK_EQ(answer.head.status, 200);
    CHECK_EQ(answer.head.content_type, "application/json; charset=utf-8");
    CHECK_EQ(ids(answer.json().at("hits")), c.expect);
  }
  CHECK_FALSE(archive().get("/api/v1/search?facets=0").json().contains("facets"));
}

TEST_CASE("api search: what tells the same story stands under one hit") {
  const ordered_json found = archive().get("/api/v1/search?country=KZ&group=1").json();
  CHECK_EQ(found.at("total"), 2);
  CHECK_EQ(found.at("stories"), found.at("hits").size());
  for (const ordered_json& hit : found.at("hits")) {
    CHECK(hit.contains("group"));
  }
}

TEST_CASE("api suggest: how a query may go on, as on the command line") {
  struct Case {
    std::string_view what, target, expect;
  };
  const Case cases[] = {
      {"a word", "/api/v1/suggest?q=footb", "football"},
      {"behind another word", "/api/v1/suggest?q=online+footb", "online football"},
      {"Chinese, a whole word first", "/api/v1/suggest?q=%E5%9B%BE%E4%B9%A6&limit=1", "图书"},
      {"nothing like it", "/api/v1/suggest?q=zzzz", ""},
      {"nothing wanted", "/api/v1/suggest?q=footb&limit=0", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const ordered_json found = archive().get(c.target).json();
    const ordered_json& list = found.at("suggestions");
    CHECK_EQ(list.empty() ? "" : list.at(0).at("query").get<std::string>(), c.expect);
  }
  CHECK_EQ(archive().get("/api/v1/suggest?q=%FF").head.status, 200);
  CHECK_EQ(refusal("/api/v1/suggest?q=a&country=KZ"),
           "400 bad_parameter: parameter country: there is no such parameter here");
}

TEST_CASE("api facets: the head of a result without hits") {
  const ordered_json found = archive().get("/api/v1/facets?q=kazakhstan").json();
  CHECK_FALSE(found.contains("hits"));
  CHECK_EQ(found.at("readings").at(0).at("value"), "KZ");
  CHECK_EQ(found.at("facets").at("country").at(0).at("value"), "KZ");
  CHECK_EQ(found.at("facets").at("country").at(0).at("count"), 2);
  CHECK(archive().get("/api/v1/facets?q=nowhere&translate=0").json().contains("near"));
}

TEST_CASE("api items: any id can be asked for, in the path or beside it") {
  for (const char* target :
       {"/api/v1/items/es/2020", "/api/v1/items?id=es%2F2020", "/api/v1/items?id=es/2020&ui=en"}) {
    CAPTURE(target);
    CHECK_EQ(archive().get(target).json().at("title"), "Football courses go online");
  }
  WebRequest strange = request_for("/api/v1/items/");
  strange.path += "50% off? #1";
  CHECK_EQ(archive().ask(strange).json().at("id"), "50% off? #1");
  CHECK_EQ(archive().get("/api/v1/items?id=50%25%20off%3F%20%231").json().at("id"), "50% off? #1");
  CHECK_EQ(archive().get("/api/v1/items/plain").json().at("extra").at("desk"), "night");
}

TEST_CASE("api why: values and rejected readings, or with a question the place of the item") {
  const ordered_json values = archive().get("/api/v1/why/plain").json();
  CHECK(values.contains("rejected"));
  CHECK(values.contains("rejected_dates"));
  const ordered_json hit = archive().get("/api/v1/why/kz?q=library&translate=0").json();
  CHECK_EQ(hit.at("is_hit"), true);
  CHECK_EQ(hit.at("query"), "library");
  const ordered_json kept_out = archive().get("/api/v1/why/kz?date=2021").json();
  CHECK_EQ(kept_out.at("is_hit"), false);
  CHECK_EQ(kept_out.at("clauses").at(0).at("keeps_out"), true);
  const ordered_json chinese =
      archive().get("/api/v1/why?id=zh-kz&q=%E5%9B%BE%E4%B9%A6%E9%A6%86&translate=0").json();
  CHECK_EQ(chinese.at("is_hit"), true);
}

TEST_CASE("api similar: items of the language and of others") {
  const ordered_json found = archive().get("/api/v1/similar/kz?limit=1").json();
  CHECK_EQ(found.at("id"), "kz");
  CHECK_EQ(found.at("same_language").size(), 1);
  CHECK_EQ(ids(found.at("other_languages")), "zh-kz");
}

TEST_CASE("api errors: what is wrong is named, with a stable code") {
  struct Case {
    std::string_view what, target, expect;
  };
  const Case cases[] = {
      {"a limit that is none", "/api/v1/search?date=soon",
       "400 bad_parameter: parameter date: cannot read 'soon' as a date"},
      {"a misspelt name", "/api/v1/search?coutry=KZ",
       "400 bad_parameter: parameter coutry: there is no such parameter here"},
      {"a name of another route", "/api/v1/export?limit=5",
       "400 bad_parameter: parameter limit: there is no such parameter here"},
      {"a format", "/api/v1/export?format=text",
       "400 bad_parameter: parameter format: cannot export as 'text'"},
      {"two formats", "/api/v1/export?format=csv&format=tsv",
       "400 bad_parameter: parameter format: it is given twice"},
      {"a limit too high", "/api/v1/similar/kz?limit=1001",
       "400 bad_parameter: parameter limit: cannot read '1001' as limit"},
      {"no id", "/api/v1/items", "400 bad_parameter: parameter id: no item is named"},
      {"no id behind the slash", "/api/v1/why/",
       "400 bad_parameter: parameter id: no item is named"},
      {"an item that is not there", "/api/v1/items/nobody",
       "404 not_found: cannot find item nobody: there is none of this id"},
      {"of why", "/api/v1/why/nobody",
       "404 not_found: cannot find item nobody: there is none of this id"},
      {"of why with a query", "/api/v1/why/nobody?q=a",
       "404 not_found: cannot find item nobody: there is none of this id"},
      {"of similar", "/api/v1/similar/nobody",
       "404 not_found: cannot find item nobody: there is none of this id"},
      {"an address that is not there", "/api/v2/search",
       "404 not_found: cannot find /api/v2/search: there is no such address"},
      {"a slash too many", "/api/v1/search/",
       "404 not_found: cannot find /api/v1/search/: there is no such address"},
      {"the root of the API", "/api", "404 not_found: cannot find /api: there is no such address"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(refusal(c.target), c.expect);
  }
}

TEST_CASE("api errors: without an index it is unavailable, and says nothing of the disk") {
  std::string reported;
  const ApiArchive empty({}, {.report = [&](const std::string& cause) { reported = cause; }});
  for (const char* target : {"/api/v1/search", "/api/v1/items/a", "/api/v1/export", "/feed.rss"}) {
    CAPTURE(target);
    const Answer answer = empty.get(target);
    CHECK_EQ(answer.head.status, 503);
    CHECK_EQ(answer.json().at("code"), "index_unavailable");
    CHECK_EQ(answer.body.find(empty.index().string()), std::string::npos);
    CHECK_NE(reported.find(empty.index().string()), std::string::npos);
    REQUIRE_EQ(answer.head.fields.size(), 1);
    CHECK_EQ(answer.head.fields.front().first, "Retry-After");
  }
  CHECK_EQ(empty.get("/api/v1/openapi.json").head.status, 200);
  CHECK_EQ(empty.get("/opensearch.xml").head.status, 200);
}

TEST_CASE("api: any bytes of a query come back as well-formed JSON") {
  for (const char* target :
       {"/api/v1/search?q=%FF%C3%00%1B%22%5C&translate=0", "/api/v1/facets?q=%ED%A0%80",
        "/api/v1/why/kz?q=%FF%00", "/api/v1/search?country=%FF", "/api/v1/items?id=%FF%00",
        "/api/v1/search?%FF=1"}) {
    CAPTURE(target);
    const Answer answer = archive().get(target);
    CHECK_FALSE(ordered_json::parse(answer.body, nullptr, false).is_discarded());
  }
  const std::string query(10000, 'a');
  const ordered_json cut = archive().get("/api/v1/search?q=" + query).json();
  CHECK_EQ(cut.at("query"), query);
  CHECK_FALSE(cut.at("notes").empty());
}

TEST_CASE("api entity tags: the client that has the answer gets none until the index changes") {
  const ApiArchive own;
  for (const char* target :
       {"/api/v1/search?q=library", "/api/v1/facets", "/api/v1/items/kz", "/api/v1/why/kz",
        "/api/v1/similar/kz", "/api/v1/suggest?q=lib", "/api/v1/export?format=csv", "/feed.rss",
        "/feed.atom?q=library", "/api/v1/openapi.json", "/opensearch.xml"}) {
    CAPTURE(target);
    WebRequest request = request_for(target);
    const Answer first = own.ask(request);
    REQUIRE_EQ(first.head.status, 200);
    CHECK_EQ(own.ask(request).head.etag, first.head.etag);
    CHECK_EQ(first.head.cache_control, "no-cache");
    request.if_none_match = "\"other\", W/" + first.head.etag;
    const Answer known = own.ask(request);
    CHECK_EQ(known.head.status, 304);
    CHECK_EQ(known.head.etag, first.head.etag);
    request.if_none_match = "\"other\"";
    CHECK_EQ(own.ask(request).head.status, 200);
  }
  WebRequest request = request_for("/api/v1/search?q=library");
  request.if_none_match = own.ask(request).head.etag;
  add_items(own.index(), {{.id = "new", .text = "Another library opens.", .lang = "en"}});
  const Answer newer = own.ask(request);
  CHECK_EQ(newer.head.status, 200);
  CHECK_NE(ids(newer.json().at("hits")).find("new"), std::string::npos);
}

TEST_CASE("api entity tags: one for each answer, however it is asked for") {
  const auto tag = [](std::string_view target) { return archive().get(target).head.etag; };
  CHECK_EQ(tag("/api/v1/search?country=KZ&q=a"), tag("/api/v1/search?q=a&page=1&country=KZ"));
  std::vector<std::string> tags{tag("/api/v1/search?q=a"),
                                tag("/api/v1/search?q=b"),
                                tag("/api/v1/search?q=a&page=2"),
                                tag("/api/v1/search?q=a&group=1"),
                                tag("/api/v1/search?q=a&strict=1"),
                                tag("/api/v1/suggest?q=a"),
                                tag("/api/v1/facets?q=a"),
                                tag("/api/v1/items/kz"),
                                tag("/api/v1/items/zh-kz"),
                                tag("/api/v1/items?id=zh-kz"),
                                tag("/api/v1/export?q=a&format=csv"),
                                tag("/api/v1/export?q=a"),
                                tag("/feed.rss?q=a"),
                                tag("/feed.rss?q=a&sort=relevance"),
                                tag("/feed.rss?q=a&limit=10")};
  std::ranges::sort(tags);
  CHECK_EQ(std::ranges::adjacent_find(tags), tags.end());
}

TEST_CASE("api origins: pages of others may read the answers only where that is allowed") {
  struct Case {
    std::string_view what;
    std::vector<std::string> allowed;
    std::string origin, expect, vary;
  };
  const Case cases[] = {
      {"nobody by default", {}, "https://a.example", "", ""},
      {"one that is listed",
       {"https://a.example", "https://b.example"},
       "https://b.example",
       "https://b.example",
       "Origin"},
      {"one that is not", {"https://a.example"}, "https://a.example.evil", "", "Origin"},
      {"anybody", {"*"}, "https://a.example", "*", ""},
      {"no page of others", {"*"}, "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const ApiArchive own(six_items(), {.allow_origins = c.allowed});
    for (const char* target : {"/api/v1/search", "/api/v1/search?date=soon"}) {
      WebRequest request = request_for(target);
      request.client_origin = c.origin;
      const Answer answer = own.ask(request);
      const auto found = std::ranges::find(answer.head.fields, "Access-Control-Allow-Origin",
                                           [](const auto& field) { return field.first; });
      CHECK_EQ(found == answer.head.fields.end() ? "" : found->second, c.expect);
      CHECK_EQ(answer.head.vary, c.vary);
    }
  }
}

TEST_CASE("api: it answers its own addresses and no other") {
  for (const char* path :
       {"/api", "/api/v1/search", "/api/anything", "/feed.rss", "/feed.atom", "/opensearch.xml"}) {
    CHECK(Api::answers(path));
  }
  for (const char* path : {"/", "/item/a", "/apis", "/feed", "/assets/page.css"}) {
    CHECK_FALSE(Api::answers(path));
  }
}

// The names of "this address takes q, ui".
std::set<std::string> taken(std::string hint) {
  hint.erase(0, std::string("this address takes ").size());
  std::set<std::string> names;
  for (std::size_t begin = 0; begin < hint.size();) {
    const std::size_t end = std::min(hint.find(", ", begin), hint.size());
    names.insert(hint.substr(begin, end - begin));
    begin = end + 2;
  }
  return names;
}

TEST_CASE("openapi: each parameter that is described is taken, and each that is taken described") {
  const OpenApiCheck check;
  for (const std::string& described : check.paths()) {
    CAPTURE(described);
    const bool has_id = described.ends_with("{id}");
    const std::string path = has_id ? described.substr(0, described.size() - 4) + "kz" : described;
    const Answer refused = archive().get(path + "?no-such=1");
    REQUIRE_EQ(refused.head.status, 400);
    std::set<std::string> names;
    for (const std::string& name : check.parameters(described)) {
      names.insert(name);
    }
    if (has_id) {
      names.insert("id");  // May stand beside the path, too.
    }
    CHECK_EQ(taken(refused.json().at("hint")), names);
  }
}

TEST_CASE("openapi: the document is what the program was built with") {
  const Answer answer = archive().get("/api/v1/openapi.json");
  CHECK_EQ(answer.json().at("openapi"), "3.1.0");
  CHECK(answer.json().at("paths").contains("/api/v1/search"));
}

}  // namespace
}  // namespace bulletin::test
