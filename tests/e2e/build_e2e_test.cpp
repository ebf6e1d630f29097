// bulletin-index build, and add of much into a new index: the same index by the fast road.

#include <csignal>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>

#include "indexer/schema/index_folder.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t kMany = 2600;  // More than add writes one by one.

// Item `number` of an archive in two languages, some of whose items tell the same story.
std::string line_of(std::size_t number) {
  constexpr std::string_view kPlaces[] = {"Kazakhstan", "Spain", "Japan", "Brazil", "Kenya"};
  constexpr std::string_view kChinese[] = {"哈萨克斯坦", "西班牙", "日本", "巴西", "肯尼亚"};
  const std::string place(kPlaces[number % 5]);
  const std::string zh(kChinese[number % 5]);
  const std::string day = std::to_string(number % 28 + 1);
  const std::string count = std::to_string(number / 2);
  const std::string text = number % 2 == 0 ? "On May " + day + ", 2019 a delegation of " + count +
                                                 " teachers from " + place +
                                                 " visited the library and signed an "
                                                 "agreement on courses for adults."
                                           : "2019年5月" + day + "日，" + zh + "代表团一行" +
                                                 count + "名教师访问图书馆，签署成人课程合作协议。";
  return ordered_json{{"id", "n" + std::to_string(number)}, {"text", text}}.dump() + "\n";
}

std::string lines(std::size_t begin, std::size_t end) {
  std::string all;
  for (std::size_t i = begin; i < end; ++i) {
    all += line_of(i);
  }
  return all;
}

// What an index answers to questions of many kinds.
std::string answers_of(const std::string& index) {
  const std::vector<std::string> queries[] = {{"library", "agreement"},
                                              {"teachers from Spain"},
                                              {"访问图书馆"},
                                              {"签署 协议"},
                                              {"\"courses for adults\""},
                                              {"Kazakhstan 2019-05-03"},
                                              {"date:2019-05"},
                                              {"country:JP"},
                                              {"巴西"},
                                              {"n17"},
                                              {"libr*"},
                                              {"1200"},
                                              {"visited", "-spain"},
                                              {"gone"}};
  std::string all;
  for (const auto& query : queries) {
    ordered_json answer = search_json(index, query);
    answer.erase("took_ms");
    all += answer.dump() + "\n";
  }
  ordered_json stats = ordered_json::parse(bulletin_index({"stats", "--json", "--db", index}).out);
  stats.erase("bytes");
  all += stats.dump() + "\n";
  for (const std::string id : {"n0", "n1", "n2599", "seed-kazakhstan-en"}) {
    all += bulletin_search({"show", "--db", index, "--json", id}).out;
  }
  return all + bulletin_search({"suggest", "--db", index, "li"}).out;
}

std::string build(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"build"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Finished done = bulletin_index(all);
  CHECK_EQ(done.err, "");
  CHECK_EQ(done.status, 0);
  return done.out;
}

// The folders of an index beside the one in use.
std::size_t leftovers(const std::string& index) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(index)) {
    const std::string name = entry.path().filename().string();
    count += name != "current" && name != generation_in_use(index) ? 1U : 0U;
  }
  return count;
}

}  // namespace

TEST_CASE("build: the same answers as by add, one by one or much at once") {
  const TemporaryFolder folder;
  const std::vector<std::string> few{folder.write("in/few.jsonl", lines(0, 1500)),
                                     BULLETIN_CORPUS_DIR};
  add(folder.at("few"), few);
  build({"--db", folder.at("few built"), few[0], few[1]});
  CHECK_EQ(answers_of(folder.at("few built")), answers_of(folder.at("few")));

  const std::string sum =
      "added 2721, replaced 0, unchanged 0, left out 0; the index holds 2721 "
      "items\n";
  const std::vector<std::string> paths{folder.write("in/a.jsonl", lines(0, 300)),
                                       folder.write("in/b.jsonl", lines(300, kMany)),
                                       BULLETIN_CORPUS_DIR};
  const std::string quick = folder.at("quick");
  CHECK_EQ(add(quick, paths), sum);
  const std::string expected = answers_of(quick);
  for (const std::vector<std::string>& limits :
       {std::vector<std::string>{}, {"--jobs", "1"}, {"--jobs", "5", "--memory", "109"}}) {
    std::vector<std::string> arguments{"--db", folder.at("built")};
    arguments.insert(arguments.end(), limits.begin(), limits.end());
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    CHECK_EQ(build(arguments), sum);
    CHECK_EQ(answers_of(folder.at("built")), expected);
    CHECK_EQ(leftovers(folder.at("built")), 0U);
  }
  CHECK_EQ(add(folder.at("built"), paths),
           "added 0, replaced 0, unchanged 2721, left out 0; the index holds 2721 items\n");
}

TEST_CASE("build: much added to an index that holds items takes the fast road and keeps them") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string first = folder.write("a.jsonl", lines(0, 300));
  add(index, {first});
  CHECK_EQ(bulletin_index({"set", "n7", "country=ZM", "--db", index}).status, 0);
  const std::string begun = generation_in_use(index);
  const std::string rest = folder.write("b.jsonl", lines(200, kMany));
  CHECK_EQ(add(index, {rest, first}),
           "added 2300, replaced 0, unchanged 300, left out 0, merged 100; the index holds 2600 "
           "items\n");
  CHECK_NE(generation_in_use(index), begun);
  CHECK_EQ(leftovers(index), 0U);
  CHECK_EQ(search_json(index, {"country:ZM"})["total"], 1);
  CHECK_EQ(search_json(index, {"\"1299名教师\""})["total"], 1);
  CHECK_EQ(search_json(index, {"country:ES"})["total"], 520);
  CHECK_EQ(bulletin_index({"remove", "n7", "--db", index}).status, 0);
  CHECK_EQ(search_json(index, {"country:ZM"})["total"], 0);
}

TEST_CASE("build: what comes twice is counted and kept as by add") {
  const TemporaryFolder folder;
  const std::vector<std::string> paths{
      folder.write("a.jsonl", lines(0, 40) + R"({"id":"n3","text":"Contradicts itself."})" + "\n"),
      folder.write("b.jsonl", lines(20, 60)),
      folder.write("c.jsonl", R"({"id":"n5","text":"Turnips were served."})"
                              "\n"
                              R"({"text":"An item without an id."})"
                              "\n"
                              R"({"text":"AN ITEM  without an id!"})"
                              "\n"),
      folder.write("d.jsonl", "no item\n")};
  const auto run_of = [&](const std::string& command, const std::string& index) {
    std::vector<std::string> arguments{command, "--db", index};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return bulletin_index(arguments);
  };
  const Finished slow = run_of("add", folder.at("slow"));
  const Finished quick = run_of("build", folder.at("quick"));
  CHECK_EQ(quick.out, slow.out);
  CHECK_EQ(quick.err, slow.err);
  CHECK_EQ(quick.status, slow.status);
  CHECK_EQ(quick.status, 1);
  CHECK_EQ(answers_of(folder.at("quick")), answers_of(folder.at("slow")));
  const std::vector<std::string> show{"show", "--json", "n5", "--db"};
  const auto shown = [&](const std::string& index) {
    return bulletin_search({"show", "--json", "n5", "--db", index}).out;
  };
  CHECK_EQ(shown(folder.at("quick")), shown(folder.at("slow")));
  CHECK(shown(folder.at("quick")).find("Turnips") != std::string::npos);
}

TEST_CASE("build: takes the place of all that was there, but for what a person has set") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("old.jsonl", lines(0, 9))});
  CHECK_EQ(bulletin_index({"set", "--db", index, "n1", "title=Set by hand"}).status, 0);
  CHECK_EQ(build({"--db", index, folder.write("new.jsonl", lines(1, 3))}),
           "added 2, replaced 0, unchanged 0, left out 0; the index holds 2 items\n");
  CHECK_EQ(search_json(index, {"id:n5"})["total"], 0);
  CHECK_EQ(found_ids(index, {"set by hand"}), "n1");
  CHECK_EQ(leftovers(index), 0U);
}

TEST_CASE("build: without an item, and with too little memory, the index stays as it was") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string empty = folder.write("empty.txt", "");
  const Finished none = bulletin_index({"build", "--db", index, empty});
  CHECK_EQ(none.status, 2);
  CHECK_FALSE(fs::exists(index));
  add(index, {folder.write("old.jsonl", lines(0, 9))});
  const std::string before = answers_of(index);
  CHECK_EQ(bulletin_index({"build", "--db", index, empty}).status, 2);
  const Finished little =
      bulletin_index({"build", "--db", index, "--memory", "20", folder.at("old.jsonl")});
  CHECK_EQ(little.status, 2);
  CHECK_EQ(little.err,
           "bulletin-index: cannot build an index in 20 MB of memory\n"
           "hint: give it --memory 128 or more\n");
  CHECK_EQ(bulletin_index({"build", "--db", index, "--jobs", "0", empty}).status, 2);
  CHECK_EQ(answers_of(index), before);
  CHECK_EQ(leftovers(index), 0U);
}

TEST_CASE("build: refuses an index that another program writes") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string page = folder.write("old.jsonl", lines(0, 9));
  add(index, {page});
  const auto writer = open_index_for_writing(index);
  const Finished locked = bulletin_index({"build", "--db", index, page});
  CHECK_EQ(locked.status, 2);
  CHECK(locked.err.find("another program is writing to it") != std::string::npos);
  CHECK_EQ(leftovers(index), 0U);
}

TEST_CASE("build: told to stop it leaves the index, killed it leaves nothing that hurts") {
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("old.jsonl", lines(0, 9))});
  const std::string before = answers_of(index);
  for (const int number : {SIGTERM, SIGKILL}) {
    CAPTURE(number);
    RunningProgram program({"bulletin-index", "build", "--db", index, "-"});
    program.feed(lines(100, 1500));
    for (int i = 0; i < 1000 && leftovers(index) == 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK_EQ(leftovers(index), 1U);
    program.signal(number);
    const Finished stopped = program.wait();
    CHECK_EQ(stopped.status, number == SIGTERM ? 130 : 128 + SIGKILL);
    CHECK_EQ(answers_of(index), before);
    CHECK_EQ(leftovers(index), number == SIGTERM ? 0U : 1U);
  }
  CHECK_EQ(add(index, {folder.write("new.jsonl", lines(9, 10))}),
           "added 1, replaced 0, unchanged 0, left out 0; the index holds 10 items\n");
  CHECK_EQ(leftovers(index), 0U);
}

}  // namespace bulletin::test
