// An index whose shards lie on other machines: moved there, written to, cut off and back again.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

#include <doctest/doctest.h>

#include "searcher/search/searcher.hpp"
#include "tests/e2e/programs.hpp"
#include "tests/support/shards.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kQueries{
    "delegation",          "代表团", "\"open university\"", "visit kazakhstan", "赞比亚 2019年",
    "library OR 图书馆",   "univ*",  "country:ES",          "合作 -visit",      "date:2019-12",
    "title:(学习 OR 培训)"};

std::string built(const TemporaryFolder& folder, const std::string& name,
                  const std::vector<std::string>& options) {
  std::vector<std::string> arguments{"build", "--db", folder.at(name)};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.emplace_back(BULLETIN_CORPUS_DIR);
  REQUIRE_EQ(bulletin_index(arguments).status, 0);
  return folder.at(name);
}

// Four shards of the shipped archive, of which the second and the fourth have been moved behind
// servers.
class FourShards {
 public:
  FourShards() : index_(built(folder_, "four", {"--shards", "4"})) {
    for (const int number : {2, 4}) {
      const std::string name = "shard-" + std::to_string(number);
      fs::rename(fs::path(index_) / "current" / name, folder_.at(name));
      auto& server = number == 2 ? second_ : fourth_;
      server.emplace(current(number), ServedDatabase::For::kWriters);
      const Finished moved =
          bulletin_index({"shards", "--db", index_, std::to_string(number), server->address()});
      CHECK_EQ(moved.err, "");
      CHECK_NE(moved.out.find(server->address()), std::string::npos);
    }
  }

  [[nodiscard]] const std::string& index() const { return index_; }
  [[nodiscard]] std::string shard(int number) const {
    return folder_.at("shard-" + std::to_string(number));
  }
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  void cut_off_second() {
    port_ = second_->port();
    second_.reset();
  }
  void join_second() { second_.emplace(current(2), ServedDatabase::For::kWriters, port_); }

 private:
  [[nodiscard]] fs::path current(int number) const { return fs::path(shard(number)) / "current"; }

  TemporaryFolder folder_;
  std::string index_;
  std::optional<ServedDatabase> second_, fourth_;
  std::uint16_t port_ = 0;
};

void check_same_answers(const std::string& a, const std::string& b) {
  for (const std::string& query : kQueries) {
    CAPTURE(query);
    CHECK_EQ(search_json(a, {"--limit", "30", query}).dump(),
             search_json(b, {"--limit", "30", query}).dump());
  }
}

// Runs the same command on both indexes; both have to say the same.
void run_on_both(const std::string& a, const std::string& b, std::vector<std::string> arguments) {
  std::vector<std::string> outs;
  for (const std::string& index : {a, b}) {
    std::vector<std::string> all{arguments.front(), "--db", index};
    all.insert(all.end(), arguments.begin() + 1, arguments.end());
    const Finished end = bulletin_index(all);
    CAPTURE(joined(all));
    CHECK_EQ(end.err, "");
    CHECK_EQ(end.status, 0);
    outs.push_back(end.out);
  }
  CHECK_EQ(outs[0], outs[1]);
}

std::string refusal(const std::vector<std::string>& arguments) {
  const Finished end = bulletin_index(arguments);
  CHECK_NE(end.status, 0);
  return end.err;
}

}  // namespace

TEST_CASE("machines: shards here answer as one database, whatever is done to the index") {
  const TemporaryFolder folder;
  const std::string one = built(folder, "one", {});
  const std::string three = built(folder, "three", {"--shards", "3"});
  check_same_answers(one, three);
  const std::string more = folder.write("more.txt", listing_page());
  run_on_both(one, three, {"add", more});
  run_on_both(one, three, {"set", "z059", "country=LA"});
  run_on_both(one, three, {"sync", folder.at("more.txt")});
  check_same_answers(one, three);
  for (const std::string command : {"reindex", "compact", "repair"}) {
    CAPTURE(command);
    CHECK_EQ(bulletin_index({command, "--db", three}).status, 0);
    CHECK_EQ(std::ranges::count(bulletin_index({"shards", "--db", three}).out, '\n'), 3);
    CHECK_EQ(bulletin_index({"check", "--db", three}).status, 0);
  }
  REQUIRE_EQ(bulletin_index({"reindex", "--db", one}).status, 0);
  check_same_answers(one, three);
}

TEST_CASE("machines: a backup of shards is an index of shards with the same answers") {
  const TemporaryFolder folder;
  const std::string index = built(folder, "index", {"--shards", "2"});
  REQUIRE_EQ(bulletin_index({"backup", "--db", index, folder.at("backups")}).status, 0);
  const fs::path copy = *fs::directory_iterator(folder.at("backups"));
  check_same_answers(index, copy.string());
  const std::string other = built(folder, "other", {});
  REQUIRE_EQ(bulletin_index({"restore", "--db", other, copy.string()}).status, 0);
  check_same_answers(index, other);
  CHECK_EQ(bulletin_index({"check", "--db", other}).status, 0);
}

TEST_CASE("machines: shards behind servers are read and written as if they were here" *
          doctest::skip(!can_serve_databases())) {
  const TemporaryFolder folder;
  const std::string one = built(folder, "one", {});
  const FourShards four;
  check_same_answers(one, four.index());
  const std::string more = folder.write("more.txt", listing_page());
  run_on_both(one, four.index(), {"add", more});
  run_on_both(one, four.index(), {"set", "z059", "country=LA,KH"});
  run_on_both(one, four.index(), {"remove", "z059"});
  check_same_answers(one, four.index());
  CHECK_EQ(bulletin_index({"check", "--db", four.index()}).status, 0);
}

TEST_CASE("machines: what cannot be done over servers is refused, with what can" *
          doctest::skip(!can_serve_databases())) {
  const TemporaryFolder folder;
  const FourShards four;
  for (const std::string command : {"compact", "reindex", "repair"}) {
    CAPTURE(command);
    CHECK_NE(refusal({command, "--db", four.index()}).find("lies at 127.0.0.1:"),
             std::string::npos);
  }
  // Links and numbers of items are those of the whole index.
  for (const std::string command : {"reindex", "repair"}) {
    CAPTURE(command);
    CHECK_NE(refusal({command, "--db", four.shard(4)}).find("it is shard 4 of 4 of another"),
             std::string::npos);
  }
  for (const std::string command : {"add", "build"}) {
    CAPTURE(command);
    CHECK_NE(refusal({command, "--db", four.shard(4), BULLETIN_CORPUS_DIR})
                 .find("it is shard 4 of 4 of another"),
             std::string::npos);
  }
  CHECK_NE(refusal({"backup", "--db", four.index(), folder.at("backups")}).find("its shard 2"),
           std::string::npos);
  CHECK_NE(
      refusal({"shards", "--db", four.index(), "1", four.shard(2)}).find("that is shard 2 of 4"),
      std::string::npos);
  CHECK_NE(refusal({"shards", "--db", four.index(), "5", four.shard(2)}).find("has 4 shards"),
           std::string::npos);
  const std::string other = built(folder, "other", {"--shards", "4"});
  CHECK_NE(refusal({"shards", "--db", four.index(), "1", other + "/current/shard-1"})
               .find("it is of another index"),
           std::string::npos);
  CHECK_EQ(bulletin_index({"compact", "--db", four.shard(4)}).status, 0);  // Where it lies.
  check_same_answers(built(folder, "one", {}), four.index());
}

TEST_CASE("machines: a shard that is cut off is named, and used again when it comes back" *
          doctest::skip(!can_serve_databases())) {
  FourShards four;
  Searcher searcher(four.index());
  const SearchRequest everything{};
  const std::size_t all = searcher.search(everything).total;
  four.cut_off_second();
  const auto names_it = [&](const SearchResult& result) {
    return result.notes.size() == 1 &&
           result.notes.front().starts_with("shard 2 of 4 at " + four.address() +
                                            " does not answer");
  };
  for (const std::string& query : kQueries) {
    CAPTURE(query);
    CHECK(names_it(searcher.search({.query = {.text = query, .translate = false}})));
    const auto told = search_json(four.index(), {query});
    CHECK_EQ(told.at("notes").size(), 1U);
  }
  const std::size_t rest = searcher.search(everything).total;
  CHECK_EQ(rest, all - all / 4);
  CHECK_EQ(bulletin_index({"shards", "--db", four.index()}).status, 1);
  CHECK_NE(refusal({"add", "--db", four.index(), BULLETIN_CORPUS_DIR}).find("Connection refused"),
           std::string::npos);
  four.join_second();
  std::size_t found = rest;
  for (int tries = 0; tries < 100 && found != all; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    found = searcher.search(everything).total;
  }
  CHECK_EQ(found, all);
  CHECK(searcher.search(everything).notes.empty());
}

}  // namespace bulletin::test
