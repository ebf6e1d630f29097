// Browsing on a real pseudo-terminal: keys in, the command line out, the terminal left as it was.
// No screen is interpreted here (tests/golden does that): what counts is what remains.

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"
#include "tests/support/pseudo_terminal.hpp"

namespace bulletin::test {
namespace {

constexpr auto kLeaveScreen = "\x1b[?1049l";  // What xterm is sent to give back its first screen.

std::vector<std::string> environment_of(const std::string& locale,
                                        const std::string& terminal = "xterm") {
  return {"LC_ALL=" + locale, "TERM=" + terminal, "ESCDELAY=", "NO_COLOR="};
}

std::vector<std::string> browsing(const std::string& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(),
                   {"bulletin-search", "browse", "--no-translate", "--db", index});
  return arguments;
}

// Says so where there is no pseudo-terminal: a bare root without /dev/pts.
bool can_test() {
  if (!PseudoTerminal::is_available()) {
    MESSAGE("skipped: this system gives out no pseudo-terminal (is /dev/pts mounted?)");
    return false;
  }
  return true;
}

// What stands behind the sign that the first screen is back.
std::string behind_screen(const std::string& out) {
  const std::size_t at = out.rfind(kLeaveScreen);
  REQUIRE_NE(at, std::string::npos);
  std::string rest = out.substr(at + std::string(kLeaveScreen).size());
  for (const std::string sign : {"\r\x1b[?1l\x1b>", "\x1b[?1l\x1b>", "\x1b[?12l\x1b[?25h"}) {
    if (const std::size_t found = rest.find(sign); found != std::string::npos) {
      rest.erase(found, sign.size());
    }
  }
  return rest.substr(std::min(rest.find("bulletin-search"), rest.size()));
}

std::string command(const std::string& index, const std::string& rest) {
  return "bulletin-search --db " + index + rest + "\r\n";
}

}  // namespace

TEST_CASE("browse: search, drill down, open an item, leave; the printed command finds the same") {
  if (!can_test()) {
    return;
  }
  PseudoTerminal terminal(browsing(small_index(), {}), environment_of("C.UTF-8"));
  REQUIRE(terminal.shows("leave"));
  CHECK_FALSE(terminal.is_cooked());
  terminal.type("/");
  REQUIRE(terminal.shows("cancel"));
  terminal.type("readers\r\x0c");  // Ctrl-L: the whole screen again, not what changed.
  REQUIRE(terminal.shows("3 items"));
  terminal.type("3\x0c");  // Countries: BW, ES, KZ.
  REQUIRE(terminal.shows("Kazakhstan ×"));
  terminal.type("\tf2019-12\r\r\x0c");
  REQUIRE(terminal.shows("2019-12 ×"));
  terminal.type("\x1b");
  terminal.type("\t\t\r\x0c");
  REQUIRE(terminal.shows("back"));
  terminal.type("w");
  terminal.type("qq");
  const Finished finished = terminal.wait();
  CAPTURE(finished.out);
  CHECK_EQ(finished.status, 0);
  CHECK_EQ(behind_screen(finished.out),
           command(small_index(), " --country KZ --date 2019-12 --no-translate readers"));
  CHECK_EQ(found_ids(small_index(), {"--country", "KZ", "--date", "2019-12", "readers"}), "kz");
}

TEST_CASE("browse: options and query are the first state; Chinese is typed as it is") {
  if (!can_test()) {
    return;
  }
  PseudoTerminal terminal(browsing(small_index(), {"--country", "哈萨克斯坦", "--sort", "-date",
                                                   "--literal", "图书馆 library"}),
                          environment_of("zh_CN.UTF-8"));
  REQUIRE(terminal.shows("哈萨克斯坦 ×"));
  terminal.type("/");
  REQUIRE(terminal.shows("取消"));
  terminal.type("\x15哈薩\x7f萨克\r");
  terminal.type("ooq");
  const Finished finished = terminal.wait();
  CAPTURE(finished.out);
  CHECK_EQ(behind_screen(finished.out),
           command(small_index(), " --country KZ --literal --no-translate --sort title 哈萨克"));
}

TEST_CASE("browse: a new size is taken, however small") {
  if (!can_test()) {
    return;
  }
  PseudoTerminal terminal(browsing(small_index(), {}), environment_of("C.UTF-8"));
  REQUIRE(terminal.shows("leave"));
  terminal.resize({10, 40});  // Everything is painted anew.
  REQUIRE(terminal.shows("1-3/6"));
  terminal.resize({2, 10});
  REQUIRE(terminal.shows("too"));
  terminal.resize({50, 150});
  REQUIRE(terminal.shows("World region"));
  terminal.type("q");
  CHECK_EQ(terminal.wait().status, 0);
}

TEST_CASE("browse: signals end it with the terminal restored and the command printed") {
  if (!can_test()) {
    return;
  }
  for (const int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP}) {
    CAPTURE(number);
    PseudoTerminal terminal(browsing(small_index(), {"library"}), environment_of("C.UTF-8"));
    REQUIRE(terminal.shows("leave"));
    if (number == SIGINT) {
      terminal.type("\x03");
    } else {
      terminal.signal(number);
    }
    const Finished finished = terminal.wait();
    CAPTURE(finished.out);
    CHECK_EQ(finished.status, 128 + number);
    CHECK_EQ(behind_screen(finished.out), command(small_index(), " --no-translate library"));
    CHECK(terminal.is_cooked());
  }
}

TEST_CASE("browse: a lost connection ends it") {
  if (!can_test()) {
    return;
  }
  PseudoTerminal terminal(browsing(small_index(), {}), environment_of("C.UTF-8"));
  REQUIRE(terminal.shows("leave"));
  CHECK_NE(terminal.hang_up(), -1);
}

TEST_CASE("browse: Ctrl-Z gives the terminal back until the program goes on") {
  if (!can_test()) {
    return;
  }
  // An orphan could not be stopped: a shell is the session's leader.
  PseudoTerminal terminal({"/bin/sh", "-c",
                           "set -m; \"$0\" browse --no-translate --db \"$1\"; echo stopped; "
                           "fg >/dev/null; echo ended $?",
                           std::string(BULLETIN_PROGRAM_DIR) + "/bulletin-search", small_index()},
                          environment_of("C.UTF-8"));
  REQUIRE(terminal.shows("leave"));
  terminal.type("\x1a");
  REQUIRE(terminal.shows(kLeaveScreen));
  REQUIRE(terminal.shows("stopped"));
  REQUIRE(terminal.shows("leave"));
  terminal.type("q");
  REQUIRE(terminal.shows(command(small_index(), " --no-translate")));
  REQUIRE(terminal.shows("ended 0"));
}

TEST_CASE("browse: an error while it runs restores the terminal before it is said") {
  if (!can_test()) {
    return;
  }
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  add(index, {folder.write("a.txt", listing_page())});
  PseudoTerminal terminal(browsing(index, {}), environment_of("C.UTF-8"));
  REQUIRE(terminal.shows("leave"));
  std::filesystem::remove_all(index);
  terminal.type("o");
  const Finished finished = terminal.wait();
  CAPTURE(finished.out);
  CHECK_EQ(finished.status, 2);
  CHECK_EQ(behind_screen(finished.out).substr(0, 23), "bulletin-search: cannot");
  CHECK(terminal.is_cooked());
}

TEST_CASE("browse: nothing that an item holds steers the terminal") {
  if (!can_test()) {
    return;
  }
  const TemporaryFolder folder;
  const std::string index = folder.at("index");
  const std::string title = R"("title": "Clear \u001b[31;5m \u001b]0;owned\u0007 it")";
  const std::string text = R"("text": "A bell \u0007 and \u009b31;5m, \u202e turned.")";
  add(index, {folder.write("evil.jsonl", R"({"id": "evil", )" + title + ", " + text + "}\n")});
  PseudoTerminal terminal(browsing(index, {}), environment_of("C.UTF-8"));
  REQUIRE(terminal.shows("leave"));
  terminal.type("\r");
  REQUIRE(terminal.shows("turned"));
  terminal.type("wqq");
  const std::string out = terminal.wait().out;
  for (const std::string bad : {"\x1b]0;", "\x1b[31;5m", "\u009b", "\u202e", "\x07"}) {
    CAPTURE(bad);
    CHECK_EQ(out.find(bad), std::string::npos);
  }
  CHECK_NE(out.find("owned"), std::string::npos);
}

TEST_CASE("browse: colours only where they are wanted") {
  if (!can_test()) {
    return;
  }
  const auto colored = [](const std::vector<std::string>& options, const std::string& variable) {
    std::vector<std::string> environment = environment_of("C.UTF-8", "xterm-256color");
    environment.push_back(variable);
    PseudoTerminal terminal(browsing(small_index(), options), environment);
    REQUIRE(terminal.shows("leave"));
    terminal.type("q");
    return terminal.wait().out.find("\x1b[34m") != std::string::npos;  // The bars.
  };
  CHECK(colored({}, "NO_COLOR="));
  CHECK_FALSE(colored({}, "NO_COLOR=1"));
  CHECK_FALSE(colored({"--color", "never"}, "NO_COLOR="));
  CHECK(colored({"--color", "always"}, "NO_COLOR=1"));
}

TEST_CASE("browse: a locale that is not UTF-8 gets ASCII, and is told") {
  if (!can_test()) {
    return;
  }
  PseudoTerminal terminal(browsing(small_index(), {"library"}), environment_of("C"));
  REQUIRE(terminal.shows("locale"));
  REQUIRE(terminal.shows("leave"));
  terminal.type("q");
  const Finished finished = terminal.wait();
  CHECK_EQ(finished.status, 0);
  for (const char c : finished.out) {
    CHECK_LT(static_cast<unsigned char>(c), 0x80);
  }
}

TEST_CASE("browse: what cannot be shown is refused in words") {
  const Finished piped = bulletin_search({"browse", "--db", small_index(), "library"});
  CHECK_EQ(piped.status, 2);
  CHECK_EQ(piped.out, "");
  CHECK_EQ(piped.err,
           "bulletin-search: cannot browse: standard input and output have to be a terminal\n"
           "hint: bulletin-search without browse prints to files and pipes\n");
  if (!can_test()) {
    return;
  }
  const auto refused = [](const std::vector<std::string>& arguments, const std::string& terminal) {
    std::vector<std::string> environment = environment_of("C.UTF-8", terminal);
    // For a terminal that it does not know, ncurses keeps what it had begun.
    environment.emplace_back("ASAN_OPTIONS=detect_leaks=0");
    const Finished finished =
        PseudoTerminal(browsing(small_index(), arguments), environment).wait();
    CHECK_EQ(finished.status, 2);
    const std::string said = finished.out.substr(finished.out.find("bulletin-search"));
    return said.substr(0, said.find('\r'));
  };
  CHECK_EQ(refused({}, "nonesuch"),
           "bulletin-search: cannot browse: the terminal 'nonesuch' is unknown");
  CHECK_EQ(refused({}, ""), "bulletin-search: cannot browse: TERM is not set");
  CHECK_EQ(refused({}, "dumb"),
           "bulletin-search: cannot browse: the terminal 'dumb' cannot place text");
  CHECK_EQ(refused({"--country", "Atlantis"}, "xterm").substr(0, 41),
           "bulletin-search: cannot read 'Atlantis' a");
}

TEST_CASE("browse: the printed command survives a shell") {
  if (!can_test()) {
    return;
  }
  for (const std::string query : {"it's \"so\" $HOME `ls` \\ !", "-library", "show",
                                  "'\"学习中心\" -毕业'", "a  b ", "*?[x]", "tab\there"}) {
    CAPTURE(query);
    PseudoTerminal terminal(browsing(small_index(), {"--literal", "--", query}),
                            environment_of("C.UTF-8"), {24, 80});
    REQUIRE(terminal.shows("leave"));
    terminal.type("q");
    const std::string line = behind_screen(terminal.wait().out);
    const Finished again = run(
        {"/bin/sh", "-c",
         "PATH=" BULLETIN_PROGRAM_DIR ":$PATH; " + line.substr(0, line.find('\r')) + " --json"});
    const Finished once =
        run({"/bin/sh", "-c",
             "PATH=" BULLETIN_PROGRAM_DIR ":$PATH; set -- " +
                 line.substr(std::string("bulletin-search").size(),
                             line.find('\r') - std::string("bulletin-search").size()) +
                 "; for last; do :; done; printf %s \"$*\""});
    std::string expected = query;
    std::ranges::replace(expected, '\t', ' ');
    CHECK(once.out.ends_with(expected));
    CHECK_LT(again.status, 2);
  }
}

}  // namespace bulletin::test
