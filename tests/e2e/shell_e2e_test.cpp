// Manners of the shell: a configuration file for both programs, and a pager on a terminal.

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using Words = std::vector<std::string>;

Finished search(const Words& arguments, const Words& environment = {}) {
  Words all{"bulletin-search"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all, environment);
}

}  // namespace

TEST_CASE("config: options of the file hold unless the command line or the environment says else") {
  const TemporaryFolder folder;
  const std::string file = folder.write(
      "config.toml",
      "db = \"" + small_index() + "\"\nformat = \"ids\"\nlimit = 1\n# 注释\nsort = \"title\"\n");
  CHECK_EQ(search({"--config", file, "图书馆"}).out, "zh-kz\n");
  CHECK_EQ(search({"--config", file, "--limit", "2", "招商"}).out, "zh-shang\nzh-gongsi\n");
  CHECK(search({"--config", file, "--json", "library"}).out.starts_with("{\"schema\":1,"));
  CHECK_EQ(search({"--config", file, "--db", folder.at("none"), "library"}).status, 2);
  CHECK_EQ(search({"--config", file, "library"}, {"BULLETIN_DB=" + folder.at("none")}).status, 2);
}

TEST_CASE("config: the file of the user is found, and a wrong one is refused") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.at("bulletin"));
  static_cast<void>(folder.write("bulletin/config.toml", "format = \"ids\"\n"));
  const Words home{"XDG_CONFIG_HOME=" + folder.path().string()};
  CHECK_EQ(search({"--db", small_index(), "football"}, home).out, "es\n");
  static_cast<void>(folder.write("bulletin/config.toml", "limit = \"many\"\n"));
  const Finished refused = search({"--db", small_index(), "football"}, home);
  CHECK_EQ(refused.status, 2);
  CHECK(refused.err.find("--limit: Value many is neither all nor a number") != std::string::npos);
  CHECK_EQ(search({"--config", folder.at("none.toml"), "football"}).status, 2);
}

TEST_CASE("config: bulletin-index reads its index from the same file") {
  const TemporaryFolder folder;
  const std::string file = folder.write(
      "config.toml", "db = \"" + folder.at("index") + "\"\nformat = \"ids\"\nlimit = 3\n");
  const std::string items = folder.write("a.jsonl", R"({"id":"a","text":"library 图书馆"})");
  CHECK_EQ(bulletin_index({"--config", file, "add", items}).status, 0);
  CHECK_EQ(search({"--config", file, "图书馆"}).out, "a\n");
  const std::string other = folder.at("other");
  CHECK_EQ(bulletin_index({"--config", file, "add", "--db", other, items}).status, 0);
  CHECK(std::filesystem::exists(other));
}

TEST_CASE("pager: text on a terminal goes through it, and nothing else does") {
  if (!std::filesystem::exists("/usr/bin/script")) {
    MESSAGE("no program script to make a terminal with: nothing to test");
    return;
  }
  const auto on_terminal = [](const std::string& options, const std::string& pager) {
    const std::string program = std::string(BULLETIN_PROGRAM_DIR) + "/bulletin-search --db " +
                                small_index() + " --color never --no-translate " + options;
    return run({"/usr/bin/script", "-qec", program, "/dev/null"}, {"PAGER=" + pager}).out;
  };
  CHECK(on_terminal("library", "sed 's/^/> /'").starts_with("> 2 items"));
  CHECK(on_terminal("--no-pager library", "sed 's/^/> /'").starts_with("2 items"));
  CHECK(on_terminal("library", "").starts_with("2 items"));
  CHECK(on_terminal("--format ids library", "sed 's/^/> /'").starts_with("kz"));
  CHECK_EQ(on_terminal("library", "head -n 1"), "2 items\r\n");  // It may leave early.
  CHECK(search({"--db", small_index(), "--no-translate", "library"}, {"PAGER=sed 's/^/> /'"})
            .out.starts_with("2 "));
}

}  // namespace bulletin::test
