// Replicas: copies of an index that xapian-replicate keeps on machines that only read. Whatever is
// done to the index is seen in them, also by a search that runs all the while.

#include <algorithm>
#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "tests/e2e/served.hpp"
#include "tests/support/shards.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

// An index that is served for copying, and a folder that follows it.
class Replica {
 public:
  Replica(const std::string& master, std::string folder)
      : server_("xapian-replicate-server", {master}), folder_(std::move(folder)) {
    fs::create_directories(folder_);
    follow();
    fs::create_directory_symlink("replica", fs::path(folder_) / "current");
  }

  // Takes one step; with changesets more than one may be needed to be up to date.
  void follow() const {
    const Finished step = run({"/usr/bin/xapian-replicate", "--host=127.0.0.1",
                               "--port=" + std::to_string(server_.port()), "--master=current",
                               "--reader-time=0", "--one-shot", "--quiet", folder_ + "/replica"});
    CHECK_EQ(step.err, "");
    REQUIRE_EQ(step.status, 0);
  }

  template <typename Condition>
  bool follows(Condition holds) const {
    return soon([&] {
      follow();
      return holds();
    });
  }

  [[nodiscard]] const std::string& folder() const { return folder_; }

  // Returns which of its copies is in use.
  [[nodiscard]] std::string copy() const {
    const std::string stub = read_file(fs::path(folder_) / "replica/XAPIANDB");
    return stub.substr(stub.rfind(' ') + 1);
  }

 private:
  XapianServer server_;
  std::string folder_;
};

// Items called by their words, a line each.
std::string lines_of(const std::vector<std::string>& words) {
  std::string lines;
  for (const std::string& word : words) {
    lines += nlohmann::json{{"id", word}, {"title", "The " + word}, {"text", "About " + word + "."}}
                 .dump() +
             '\n';
  }
  return lines;
}

// Runs a command on an index; `changesets` are kept for replicas that are not far behind.
void change(const std::vector<std::string>& arguments, const std::string& changesets = "0") {
  std::vector<std::string> all = {"bulletin-index"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Finished changed = run(all, {"XAPIAN_MAX_CHANGESETS=" + changesets});
  CAPTURE(changed.err);
  REQUIRE_EQ(changed.status, 0);
}

std::string served_ids(const Served& served, const std::string& query) {
  const HttpAnswer answer = served.ask("/api/v1/export?format=ids&translate=0&q=" + query);
  CHECK_EQ(answer.status, 200);
  std::string ids = answer.body;
  std::ranges::replace(ids, '\n', ' ');
  return ids;
}

const auto kNoTools = doctest::skip(!can_serve_databases());

}  // namespace

TEST_CASE("replica: a running search sees whatever is done to the index that is copied" *
          kNoTools) {
  const TemporaryFolder folder;
  const std::string master = folder.at("master");
  add(master, {folder.write("first.jsonl", lines_of({"alder", "birch"}))});
  const Replica replica(master, folder.at("reader"));
  const Served served(replica.folder());
  CHECK_EQ(served_ids(served, "alder"), "alder ");

  int step = 0;
  const auto is_seen_after = [&](const std::string& word, const std::vector<std::string>& command,
                                 const std::string& changesets) {
    CAPTURE(word);
    std::vector<std::string> arguments = command;
    arguments.push_back(folder.write(std::to_string(++step) + ".jsonl", lines_of({word})));
    change(arguments, changesets);
    CHECK(replica.follows([&] { return served_ids(served, word) == word + " "; }));
    CHECK_EQ(found_ids(replica.folder(), {word}), word);
  };
  const std::vector<std::string> adding = {"add", "--db", master};
  const std::string first_copy = replica.copy();
  is_seen_after("cedar", adding, "0");  // Two full copies, so that both places have been used.
  CHECK_NE(replica.copy(), first_copy);
  is_seen_after("elder", adding, "0");
  CHECK_EQ(replica.copy(), first_copy);
  is_seen_after("fir", adding, "100");
  is_seen_after("gingko", adding, "100");
  is_seen_after("hazel", adding, "100");

  const std::string before = replica.copy();
  change({"compact", "--db", master});
  CHECK(replica.follows([&] { return replica.copy() != before; }));
  CHECK_EQ(served_ids(served, "hazel"), "hazel ");
  CHECK_EQ(served_ids(served, "alder"), "alder ");
  is_seen_after("ivy", {"build", "--db", master}, "0");
  CHECK_EQ(served_ids(served, "alder"), "");
}

TEST_CASE("replica: an index whose shards are replicas, here and behind a server" * kNoTools) {
  const TemporaryFolder folder;
  const std::string master = folder.at("master");
  change({"build", "--shards", "2", "--db", master,
          folder.write("first.jsonl", lines_of({"alder", "birch", "cedar", "elder"}))});
  const std::string front = folder.at("front");
  fs::copy(master, front, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  const Replica first(master + "/current/shard-1", folder.at("reader-1"));
  const Replica second(master + "/current/shard-2", folder.at("reader-2"));
  const ServedDatabase server(second.folder() + "/replica");
  change({"shards", "--db", front, "2", server.address()});

  int step = 0;
  for (const std::string& place : {first.folder(), first.folder() + "/replica"}) {
    CAPTURE(place);
    change({"shards", "--db", front, "1", place});
    const Served served(front);
    const std::string word = "fir" + std::to_string(++step);
    const std::string other = "gingko" + std::to_string(step);
    change({"add", "--db", master,
            folder.write(std::to_string(step) + ".jsonl", lines_of({word, other}))},
           step == 1 ? "0" : "100");
    CHECK(first.follows([&] { return served_ids(served, word) == word + " "; }));
    CHECK(second.follows([&] { return served_ids(served, other) == other + " "; }));
    CHECK_EQ(search_json(front, {}).at("total"), 4 + 2 * step);
  }
}

TEST_CASE("replica: nothing writes to it" * kNoTools) {
  const TemporaryFolder folder;
  const std::string master = folder.at("master");
  const std::string file = folder.write("first.jsonl", lines_of({"alder", "birch"}));
  add(master, {file});
  const Replica replica(master, folder.at("reader"));
  const std::string copy = replica.copy();
  const std::string& index = replica.folder();
  using Arguments = std::vector<std::string>;
  for (const Arguments& arguments : {Arguments{"add", "--db", index, file},
                                     {"build", "--db", index, file},
                                     {"set", "--db", index, "alder", "country=KZ"},
                                     {"remove", "--db", index, "alder"},
                                     {"compact", "--db", index},
                                     {"reindex", "--db", index},
                                     {"repair", "--db", index},
                                     {"restore", "--db", index, master}}) {
    CAPTURE(arguments.front());
    const Finished refused = bulletin_index(arguments);
    CHECK_EQ(refused.status, 2);
    CHECK_NE(refused.err.find("xapian-replicate keeps it as a copy\nhint: write to the index"),
             std::string::npos);
  }
  CHECK_EQ(fs::read_symlink(fs::path(index) / "current"), "replica");
  CHECK_EQ(replica.copy(), copy);
  CHECK_EQ(found_ids(index, {"alder"}), "alder");
}

}  // namespace bulletin::test
