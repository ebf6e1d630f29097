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

TEST_CASE("pager: Ctrl-C ends the program only behind its pager, with status 130") {
  if (!std::filesystem::exists("/usr/bin/script")) {
    MESSAGE("no program script to make a terminal with: nothing to test");
    return;
  }
  const std::string program = std::string(BULLETIN_PROGRAM_DIR) + "/bulletin-search --db " +
                              small_index() + " --color never library";
  const Finished stopped =
      run({"/usr/bin/script", "-qec", program, "/dev/null"},
          {"PAGER=trap '' INT; cat >/dev/null; kill -INT $PPID; sleep 0.2; echo pager done"});
  CHECK_EQ(stopped.out, "pager done\r\n");
  CHECK_EQ(stopped.status, 130);
}

TEST_CASE("output: a closed stdout is an error, and never lands in an index") {
  const TemporaryFolder folder;
  const std::string bin = std::string(BULLETIN_PROGRAM_DIR) + '/';
  const std::string items = folder.write("a.jsonl", R"({"id":"a","text":"library"})");
  const std::string db = " --db " + folder.at("index") + ' ';
  const auto shell = [](const std::string& line) { return run({"/bin/sh", "-c", line}); };
  const Finished added = shell(bin + "bulletin-index add" + db + items + " >&- <&-");
  CHECK_EQ(added.status, 2);
  CHECK_EQ(added.err, "bulletin-index: cannot write the output: Bad file descriptor\n");
  const Finished found = shell(bin + "bulletin-search" + db + "library >&-");
  CHECK_EQ(found.status, 2);
  CHECK_EQ(found.err, "bulletin-search: cannot write the output: Bad file descriptor\n");
  CHECK_EQ(shell(bin + "bulletin-search" + db + "--format ids library 2>&-").out, "a\n");
  CHECK_EQ(shell(bin + "bulletin-search --bogus 2>&-").status, 2);
}

TEST_CASE("--help: each command tells its own usage and options, to stdout") {
  struct Case {
    Words line;
    std::string has, lacks;
  };
  const Case cases[] = {
      {{"why", "--help"}, "Usage: bulletin-search why [OPTIONS] ID [QUERY...]\n", "--limit"},
      {{"why", "kz", "-h"}, "Usage: bulletin-search why [OPTIONS] ID [QUERY...]\n", "--limit"},
      {{"--json", "show", "--help"}, "Usage: bulletin-search show [OPTIONS] ID\n", "--country"},
      {{"saved", "--help"}, "Usage: bulletin-search saved [OPTIONS] [COMMAND]\n", "--country"},
      {{"saved", "run", "--help"}, "  --new  ", "--country"},
      {{"saved", "add", "--help"}, "  --country COUNTRY", "--new"},
      {{"run", "--help"}, "  --limit N=1000", "--format"},
      {{"--help"}, "   or: bulletin-search COMMAND [OPTIONS] ...\n", "--new "},
  };
  for (const Case& c : cases) {
    CAPTURE(joined(c.line));
    const Finished help = search(c.line);
    CHECK_EQ(help.status, 0);
    CHECK_EQ(help.err, "");
    CHECK(help.out.find(c.has) != std::string::npos);
    CHECK(help.out.substr(0, help.out.find("\nExamples:")).find(c.lacks) == std::string::npos);
  }
}

TEST_CASE("mistyped: what was meant is suggested") {
  const auto hint = [](const Finished& refused) {
    CHECK_EQ(refused.status, 2);
    return refused.err.substr(refused.err.find("hint: "));
  };
  CHECK(hint(search({"--contry", "KZ"})).starts_with("hint: did you mean --country? see "));
  CHECK(hint(search({"--limt=3"})).starts_with("hint: did you mean --limit? "));
  CHECK(hint(bulletin_index({"sinc", "x"})).starts_with("hint: did you mean sync? "));
  CHECK(
      hint(bulletin_index({"add", "--vrbose", "x"})).starts_with("hint: did you mean --verbose? "));
  CHECK(bulletin_index({"sinc", "x"})
            .err.starts_with(
                "bulletin-index: cannot read the command line: there is no command sinc\n"));
}

TEST_CASE("--: what stands behind is no option") {
  const TemporaryFolder folder;
  const std::string db = folder.at("index");
  const std::string items = folder.write("a.jsonl", R"({"id":"--json","text":"library"})");
  CHECK_EQ(bulletin_index({"add", "--db", db, "--", items}).status, 0);
  CHECK_EQ(search({"--db", db, "show", "--", "--json"}).status, 0);
  CHECK_EQ(bulletin_index({"remove", "--db", db, "no", "--", "--json"}).status, 1);
  CHECK_EQ(search({"--db", db, "--format", "ids"}).status, 1);
}

TEST_CASE("BULLETIN_DB: both programs go by it") {
  const TemporaryFolder folder;
  const Words environment{"BULLETIN_DB=" + folder.at("index")};
  const std::string items = folder.write("a.jsonl", R"({"id":"a","text":"library"})");
  CHECK_EQ(run({"bulletin-index", "add", items}, environment).status, 0);
  CHECK_EQ(search({"--format", "ids", "library"}, environment).out, "a\n");
}

}  // namespace bulletin::test
