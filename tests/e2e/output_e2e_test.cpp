// What reaches the reader: a page of text, colours, closed pipes and full disks.

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

std::string program(const std::string& name) {
  return std::string(BULLETIN_PROGRAM_DIR) + "/" + name;
}

Finished shell(const std::string& command, const std::vector<std::string>& environment = {}) {
  return run({"/bin/sh", "-c", command}, environment);
}

bool has_color(const std::string& out) {
  return out.find('\033') != std::string::npos;
}

}  // namespace

TEST_CASE("text: a page of hits with readings and facets, byte for byte") {
  const Finished search = bulletin_search(
      {"--db", small_index(), "--no-translate", "--lang", "en", "kazakhstan library"});
  CHECK_EQ(search.status, 0);
  CHECK_EQ(search.err, "");
  CHECK_EQ(search.out,
           "read \"kazakhstan\" as country Kazakhstan 哈萨克斯坦\n"
           "  as a limit: 'library country:KZ'  as words: '\\kazakhstan library'\n"
           "(--literal searches all as words, --strict reads all as limits)\n"
           "2 items\n"
           "\n"
           " 1. Partners sign a library agreement\n"
           "    2019-12-24..2019-12-28 · Kazakhstan 哈萨克斯坦 · English · kz\n"
           "    also in 中文: 图书馆签署合作协议 (zh-kz)\n"
           "    Both libraries will lend each other books. The readers were glad.\n"
           "\n"
           " 2. A visit to two learning centres\n"
           "    2020-03 · Botswana 博茨瓦纳 · Zambia 赞比亚 · English · two\n"
           "    The library of each centre lends books to its readers.\n"
           "\n"
           "Country/Region 国家/地区\n"
           "  Eastern Africa 东部非洲 1\n"
           "    ZM Zambia 赞比亚 1\n"
           "  Southern Africa 南部非洲 1\n"
           "    BW Botswana 博茨瓦纳 1\n"
           "  Central Asia 中亚 1\n"
           "    KZ Kazakhstan 哈萨克斯坦 1\n"
           "Continent 大洲\n"
           "  Africa 非洲 1 · Asia 亚洲 1\n"
           "Kind 类别\n"
           "  signing 签约 1 · visit 访问 1\n"
           "Year 年\n"
           "  2020 1 · 2019 1\n"
           "Month 月\n"
           "  2020-03 1 · 2019-12 1\n"
           "Language 语言\n"
           "  English 2 · 中文 1\n");
}

TEST_CASE("text: nothing found says what is near, with exit status 1") {
  const Finished search = bulletin_search({"--db", small_index(), "--no-translate", "turnip"});
  CHECK_EQ(search.status, 1);
  CHECK_EQ(search.err, "");
  CHECK_EQ(search.out, "0 items\n\nno item has turnip\n");
  CHECK_EQ(bulletin_search(
               {"--db", small_index(), "--no-translate", "--lang", "en", "footbal", "date:2020-03"})
               .out,
           "0 items\n\nwithout words footbal: 1 item\nwithout date 2020-03: 1 item\n");
  CHECK_EQ(bulletin_search({"--db", small_index(), "--no-translate", "futball"}).out,
           "0 items\n\nno item has futball; near: football (1)\n");
  CHECK_EQ(
      bulletin_search({"--db", small_index(), "--no-translate", "招商", "-公司", "--", "-工作"})
          .out,
      "0 items\n\nwithout words -公司: 1 item\nwithout words -工作: 1 item\n");
}

TEST_CASE("text: lines break at spaces, between wide characters, and never inside a character") {
  const TemporaryFolder folder;
  std::string accents;
  std::string han;
  std::string words;
  for (int i = 0; i < 90; ++i) {
    accents += "é";
    han += i % 2 == 0 ? "图" : "书";
    words += "reader ";
  }
  add(folder.at("index"),
      {folder.write("a.jsonl", nlohmann::json{{"id", "a"}, {"text", accents + " " + words}}.dump()),
       folder.write("b.jsonl", nlohmann::json{{"id", "b"}, {"text", han}}.dump())});
  const Finished search = bulletin_search({"--db", folder.at("index"), "--no-facets"});
  CHECK_EQ(search.status, 0);
  CHECK_NOTHROW(static_cast<void>(nlohmann::json(search.out).dump()));  // Well-formed UTF-8.
  CHECK(search.out.find(" \n") == std::string::npos);                   // No space at line ends.
  CHECK(search.out.find("reader\n    reader") != std::string::npos);
}

TEST_CASE("color: only where it is wanted, and NO_COLOR yields to --color always") {
  const auto out = [](const std::vector<std::string>& more, const std::string& no_color) {
    std::vector<std::string> arguments{"bulletin-search", "--db", small_index()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.emplace_back("library");
    return run(arguments, {"NO_COLOR=" + no_color}).out;
  };
  CHECK_FALSE(has_color(out({}, "")));  // Not a terminal.
  CHECK_FALSE(has_color(out({"--color", "auto"}, "")));
  CHECK_FALSE(has_color(out({"--color", "never"}, "")));
  CHECK(has_color(out({"--color", "always"}, "")));
  CHECK(has_color(out({"--color", "always"}, "1")));
  const std::string colored = out({"--color", "always"}, "");
  CHECK(colored.find(" 1. Partners sign a \033[1;31mlibrary\033[0m agreement\n") !=
        std::string::npos);
  std::string plain = colored;
  for (const std::string code : {"\033[1m", "\033[2m", "\033[1;31m", "\033[0m"}) {
    for (auto at = plain.find(code); at != std::string::npos; at = plain.find(code)) {
      plain.erase(at, code.size());
    }
  }
  CHECK_EQ(plain, out({}, ""));  // Colour changes nothing else.
}

TEST_CASE("color: CLICOLOR_FORCE turns it on anywhere but against NO_COLOR and --color") {
  const auto out = [](const std::vector<std::string>& environment, const std::string& color) {
    return run({"bulletin-search", "--db", small_index(), "--color", color, "library"}, environment)
        .out;
  };
  CHECK(has_color(out({"CLICOLOR_FORCE=1"}, "auto")));
  CHECK_FALSE(has_color(out({"CLICOLOR_FORCE=0"}, "auto")));
  CHECK_FALSE(has_color(out({"CLICOLOR_FORCE=1"}, "never")));
  CHECK_FALSE(has_color(out({"CLICOLOR_FORCE=1", "NO_COLOR=1"}, "auto")));
}

TEST_CASE("color: on a terminal, unless NO_COLOR says no") {
  if (!std::filesystem::exists("/usr/bin/script")) {
    MESSAGE("no program script to make a terminal with: nothing to test");
    return;
  }
  const auto on_terminal = [](const std::string& options, const std::string& no_color,
                              const std::string& more = "TERM=xterm") {
    return shell("script -qec '" + program("bulletin-search") + " --db " + small_index() + options +
                     " library' /dev/null",
                 {"NO_COLOR=" + no_color, more})
        .out;
  };
  CHECK_FALSE(has_color(on_terminal("", "", "TERM=dumb")));
  CHECK_FALSE(has_color(on_terminal("", "", "CLICOLOR=0")));
  CHECK(has_color(on_terminal("", "")));
  CHECK_FALSE(has_color(on_terminal("", "1")));
  CHECK_FALSE(has_color(on_terminal(" --color never", "")));
  CHECK(has_color(on_terminal(" --color always", "1")));
}

TEST_CASE("output: a reader that leaves early is no error") {
  const std::string index = program("bulletin-index");
  const std::string search = program("bulletin-search") + " --db " + corpus_index();
  const std::string commands[] = {
      index + " understand " BULLETIN_CORPUS_DIR " " BULLETIN_CORPUS_DIR, search + " --limit 200",
      search + " --json --limit 200"};
  for (const std::string& command : commands) {
    CAPTURE(command);
    const Finished piped = shell("(" + command + "; echo $? >&2) | head -1");
    CHECK_EQ(std::ranges::count(piped.out, '\n'), 1);
    CHECK_EQ(piped.err, "0\n");  // The exit status and not a word more.
  }
  const Finished gone = shell("(sleep 0.2; " + search + " university; echo $? >&2) | true");
  CHECK_EQ(gone.err, "0\n");
}

TEST_CASE("output: a full disk is an error, however much had been written before") {
  const std::string index = program("bulletin-index");
  const std::string search = program("bulletin-search");
  const std::string archive = " --db " + corpus_index();
  const std::pair<std::string, std::string> commands[] = {
      {"bulletin-search", search + archive + " --limit 1 university"},
      {"bulletin-search", search + archive + " --limit 200"},
      {"bulletin-search", search + archive + " --json --limit 200"},
      {"bulletin-search", search + archive + " show e002"},
      {"bulletin-index", index + " understand " BULLETIN_CORPUS_DIR},
      {"bulletin-index", index + " stats" + archive}};
  for (const auto& [name, command] : commands) {
    CAPTURE(command);
    const Finished full = shell(command + " > /dev/full");
    CHECK_EQ(full.status, 2);
    CHECK_EQ(full.err, name + ": cannot write the output: No space left on device\n");
  }
}

TEST_CASE("output: control characters of an item do not reach the terminal") {
  const TemporaryFolder folder;
  add(folder.at("index"),
      {folder.write(
          "a.jsonl",
          R"({"id":"a","title":"Red \u001b[31malert","text":"A \u0007 bell, \u001b]0;title\u0007, \u009b31m."})")});
  const std::vector<std::string> requests[] = {{"red"}, {"show", "a"}};
  for (const auto& request : requests) {
    std::vector<std::string> arguments{"--db", folder.at("index")};
    arguments.insert(arguments.end(), request.begin(), request.end());
    const Finished finished = bulletin_search(arguments);
    CAPTURE(joined(request));
    CHECK_EQ(finished.status, 0);
    CHECK_FALSE(has_color(finished.out));
    CHECK(finished.out.find('\a') == std::string::npos);
    CHECK(finished.out.find("\u009B") == std::string::npos);
  }
}

}  // namespace bulletin::test
