// bulletin-search serve: the real program on a free port.

#include <csignal>
#include <filesystem>

#include <doctest/doctest.h>

#include "tests/e2e/served.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

TEST_CASE("serve: it says where, answers, and ends well when told") {
  Served served(corpus_index());
  CHECK_EQ(served.ask("/healthz").body, "ok\n");
  const auto found = nlohmann::json::parse(served.ask("/api/v1/search?q=kazakhstan").body);
  CHECK_GT(found.at("total"), 0);
  CHECK_EQ(served.ask("/api/v1/nothing").status, 404);
  CHECK_EQ(served.ask("/api/v1/search?date=soon&token=x").status, 400);
  served.program().signal(SIGTERM);
  const Finished finished = served.program().wait();
  CHECK_EQ(finished.status, 0);
  CHECK_EQ(finished.out, "");
  CHECK_NE(finished.err.find(" 127.0.0.1 GET /api/v1/search 200 "), std::string::npos);
  CHECK_EQ(finished.err.find("kazakhstan"), std::string::npos);  // What was searched for.
}

TEST_CASE("serve: Ctrl-C ends it, and without a log it says one line only") {
  Served served(corpus_index(), {"--quiet"});
  CHECK_EQ(served.ask("/healthz").status, 200);
  served.program().signal(SIGINT);
  const Finished finished = served.program().wait();
  CHECK_EQ(finished.status, 0);
  CHECK_EQ(finished.err, "listening on http://127.0.0.1:" + std::to_string(served.port()) + "/\n");
}

TEST_CASE("serve: a second signal ends it at once") {
  Served served(corpus_index());
  HttpClient stuck(served.port());
  stuck.send(get("/api/v1/export?format=jsonl"));  // A reader that reads nothing more.
  served.program().signal(SIGTERM);
  served.program().signal(SIGTERM);
  const int status = served.program().wait().status;
  CHECK((status == 128 + SIGTERM || status == 0));  // The first may have been enough.
}

TEST_CASE("serve: what a writer commits is found by the next request, cache or no cache") {
  const TemporaryFolder folder;
  add(folder.at("index"), {folder.write("one.txt", "A first lead about a lighthouse.\n")});
  const Served served(folder.at("index"));
  const std::string target = "/api/v1/search?q=lighthouse";
  const auto total = [&] { return nlohmann::json::parse(served.ask(target).body).at("total"); };
  CHECK_EQ(total(), 1);
  CHECK_EQ(total(), 1);
  CHECK_GE(served.metric("bulletin_cache_hits_total"), 1);
  const std::string tag = served.ask(target).field("etag");
  CHECK_EQ(served.ask(target, "If-None-Match: " + tag + "\r\n").status, 304);
  add(folder.at("index"), {folder.write("two.txt", "Another lighthouse, lit last week.\n")});
  CHECK_EQ(total(), 2);
  CHECK_EQ(served.ask(target, "If-None-Match: " + tag + "\r\n").status, 200);
  CHECK_EQ(served.metric("bulletin_index_items"), 2);
}

TEST_CASE("serve: an index that is away for a moment is no outage, one that stays away is") {
  const TemporaryFolder folder;
  add(folder.at("index"), {folder.write("one.txt", "A first lead about a lighthouse.\n")});
  const Served served(folder.at("index"));
  CHECK_EQ(served.ask("/api/v1/search?q=lighthouse").status, 200);
  fs::rename(folder.at("index"), folder.at("moved"));
  CHECK_EQ(served.ask("/api/v1/search?q=lighthouse").status, 200);
  CHECK(soon([&] { return served.ask("/healthz").status == 503; }));
  CHECK_EQ(served.ask("/healthz").body.find(folder.path().string()), std::string::npos);
  CHECK_EQ(served.ask("/api/v1/search?q=a").status, 503);
  CHECK_EQ(served.metric("bulletin_index_up"), 0);
  fs::rename(folder.at("moved"), folder.at("index"));
  CHECK_EQ(served.ask("/healthz").status, 200);
}

TEST_CASE("serve: folders of the machine are not told, only names of files") {
  const TemporaryFolder folder;
  add(folder.at("index"), {folder.write("one.txt", "A first lead about a lighthouse.\n")});
  const Served served(folder.at("index"));
  const auto found = nlohmann::json::parse(served.ask("/api/v1/search?q=lighthouse").body);
  const std::string id = found.at("hits").at(0).at("id");
  const auto item = nlohmann::json::parse(served.ask("/api/v1/items/" + id).body);
  CHECK_EQ(item.at("sources").at(0).at("path"), "one.txt");
  for (const std::string target : {"/api/v1/search?q=lighthouse", "/api/v1/export?format=csv",
                                   "/feed.atom", "/?q=lighthouse"}) {
    CHECK_EQ(served.ask(target).body.find(folder.path().string()), std::string::npos);
  }
  for (const char* rest : {"", "?source=one.txt", "?q=lighthouse+source:one.txt"}) {
    for (const std::string& before :
         {"/api/v1/why/" + id, "/api/v1/items/" + id, "/items/" + id, "/items/" + id + "/why"}) {
      CAPTURE(before + rest);
      const HttpAnswer answer = served.ask(before + rest);
      CHECK_NE(answer.status, 500);
      CHECK_EQ(answer.body.find(folder.path().string()), std::string::npos);
    }
  }
}

TEST_CASE("serve: a token keeps out whoever does not know it") {
  const TemporaryFolder folder;
  const std::string file = folder.write("token", "a-word-that-nobody-guesses\n");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  Served served(corpus_index(), {"--token-file", file, "--log-queries"});
  CHECK_EQ(served.ask("/api/v1/search").status, 401);
  CHECK_EQ(served.ask("/metrics").status, 401);
  CHECK_EQ(served.ask("/healthz").status, 200);
  CHECK_EQ(
      served.ask("/api/v1/search", "Authorization: Bearer a-word-that-nobody-guesses\r\n").status,
      200);
  const HttpAnswer welcome = served.ask("/api/v1/search?token=a-word-that-nobody-guesses&q=x");
  CHECK_EQ(welcome.status, 303);
  CHECK_EQ(welcome.field("location"), "/api/v1/search?q=x");
  const std::string cookie = welcome.field("set-cookie");
  const HttpAnswer inside =
      served.ask("/api/v1/search?q=x", "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n");
  CHECK_EQ(inside.status, 200);
  CHECK_EQ(inside.field("cache-control"), "private, no-cache");
  served.program().signal(SIGTERM);
  const std::string log = served.program().wait().err;
  CHECK_EQ(log.find("nobody-guesses"), std::string::npos);
  CHECK_NE(log.find("?token=***&q=x 303 "), std::string::npos);
}

TEST_CASE("serve: a log file that was moved away is opened again") {
  const TemporaryFolder folder;
  Served served(corpus_index(), {"--access-log", folder.at("log")});
  CHECK_EQ(served.ask("/first").status, 404);
  fs::rename(folder.at("log"), folder.at("old"));
  served.program().signal(SIGHUP);
  for (int i = 0; i < 1000 && !fs::exists(folder.at("log")); ++i) {
    CHECK_EQ(served.ask("/between").status, 404);
  }
  CHECK_EQ(served.ask("/last").status, 404);
  served.program().signal(SIGTERM);
  CHECK_EQ(served.program().wait().status, 0);
  CHECK_NE(read_file(folder.at("old")).find(" /first "), std::string::npos);
  CHECK_NE(read_file(folder.at("log")).find(" /last "), std::string::npos);
}

TEST_CASE("serve: a search without time is an error of its own, not of the server") {
  Served served(corpus_index(), {"--budget-ms", "1"});
  const HttpAnswer answer = served.ask("/api/v1/search?q=the&sort=title");
  CHECK((answer.status == 200 || answer.status == 503));
  if (answer.status == 503) {
    CHECK_EQ(nlohmann::json::parse(answer.body).at("code"), "out_of_time");
  }
}

TEST_CASE("serve: what is kept in memory changes no answer, not even kept to nothing") {
  Served with(corpus_index());
  Served without(corpus_index(), {"--postings-mb", "0", "--cache-mb", "0"});
  for (const std::string_view target :
       {"/api/v1/search?q=visit+university&limit=50", "/api/v1/search?q=%E5%A4%A7%E5%AD%A6",
        "/api/v1/search?q=%22distance+education%22+-nothing", "/api/v1/search?q=univ*"}) {
    CAPTURE(target);
    for (int time = 0; time < 2; ++time) {  // Read, then kept.
      const HttpAnswer answer = with.ask(target);
      CHECK_EQ(answer.status, 200);
      CHECK_EQ(answer.body, without.ask(target).body);
    }
  }
}

TEST_CASE("serve: it refuses to be open to others unless told, and says what to do") {
  const TemporaryFolder folder;
  const std::string loose = folder.write("loose", "a-word-that-nobody-guesses\n");
  fs::permissions(loose, fs::perms::owner_read | fs::perms::group_read);
  struct Case {
    std::string_view what;
    Words options;
    std::string_view says;
  };
  const Case cases[] = {
      {"any address", {"--listen", "0.0.0.0:0"}, "--public-read-only"},
      {"IPv6", {"--listen", "[::]:0"}, "--token-file"},
      {"no port", {"--listen", "127.0.0.1"}, "it is no HOST:PORT"},
      {"no address", {"--listen", "example.org:0", "--public-read-only"}, "cannot listen on"},
      {"both", {"--public-read-only", "--token-file", "x"}, "excludes"},
      {"a token that others read", {"--token-file", loose}, "chmod 600"},
      {"a folder that is missing", {"--access-log", folder.at("no/log")}, "cannot open log"},
      {"less memory than none", {"--cache-mb", "-1"}, "--cache-mb"},
      {"more memory than there is", {"--cache-mb", "9999999999"}, "--cache-mb"},
      {"memory that is no number", {"--postings-mb", "much"}, "--postings-mb"},
      {"more postings than there is memory", {"--postings-mb", "9999999999"}, "--postings-mb"},
      {"no such option", {"--open"}, "cannot read the command line"}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Words arguments = {"--db", corpus_index(), "serve"};
    arguments.insert(arguments.end(), c.options.begin(), c.options.end());
    const Finished finished = bulletin_search(arguments);
    CHECK_EQ(finished.status, 2);
    CHECK_NE(finished.err.find(c.says), std::string::npos);
  }
  CHECK_EQ(bulletin_search({"--db", folder.at("none"), "serve"}).status, 2);
}

}  // namespace
}  // namespace bulletin::test
