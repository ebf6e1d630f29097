// Completion scripts in the shells themselves. A shell that is not there is passed over.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using Words = std::vector<std::string>;

const std::string kShells = BULLETIN_TEST_DIR "/support/shells/";

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) {
      lines.insert(line);
    }
  }
  return lines;
}

// A folder with the scripts of one program, and an index with awkward names in it.
struct Scripts {
  TemporaryFolder folder;
  std::string index = folder.at("index");
  std::string saved = folder.at("saved.json");

  Scripts() {
    add(index, {folder.write("a.jsonl", R"({"id":"kz","text":"library"})"
                                        "\n"
                                        R"j({"id":"kz two $(touch x)","text":"library"})j"
                                        "\n"
                                        R"({"id":"中文","text":"图书馆"})"
                                        "\n")});
    for (const char* name : {"books", "with space", "图书"}) {
      REQUIRE_EQ(
          bulletin_search({"--db", index, "--saved", saved, "saved", "add", name, "x"}).status, 0);
    }
    for (const char* shell : {"bash", "zsh", "fish"}) {
      folder.write(std::string("search.") + shell, bulletin_search({"completion", shell}).out);
      folder.write(std::string("index.") + shell, bulletin_index({"completion", shell}).out);
    }
  }

  // What is offered for each line of words; the last word is being typed.
  [[nodiscard]] std::vector<std::set<std::string>> offered_each(
      const std::string& shell, const std::vector<Words>& lines) const {
    const std::string script =
        folder.at((lines.front().front() == "bulletin-search" ? "search." : "index.") + shell);
    const Words environment{std::string("PATH=") + BULLETIN_PROGRAM_DIR + ":/usr/bin:/bin",
                            "LC_ALL=C.UTF-8", "BULLETIN_DB=" + index,
                            "HOME=" + folder.path().string()};
    const auto printed = [&](const Words& command) {
      const Finished finished = run(command, environment);
      CHECK_EQ(finished.err, "");
      return finished.out;
    };
    std::vector<std::set<std::string>> all;
    if (shell == "zsh") {  // Slow to start: one for all lines.
      const TemporaryFolder scratch;
      Words command{"/usr/bin/zsh", "-f", kShells + "complete.zsh", script,
                    scratch.path().string()};
      std::ranges::transform(lines, std::back_inserter(command), joined);
      std::string out = printed(command);
      for (std::size_t end = out.find("==\n"); end != std::string::npos; end = out.find("==\n")) {
        all.push_back(lines_of(out.substr(0, end)));
        out.erase(0, end + 3);
      }
      return all;
    }
    for (const Words& line : lines) {
      Words command{"/bin/bash", kShells + "complete.bash", script};
      command.insert(command.end(), line.begin(), line.end());
      all.push_back(
          lines_of(printed(shell == "bash" ? command
                                           : Words{"/usr/bin/fish", "-N", kShells + "complete.fish",
                                                   script, joined(line)})));
    }
    return all;
  }

  [[nodiscard]] std::set<std::string> offered(const std::string& shell, const Words& line) const {
    const auto all = offered_each(shell, {line});
    REQUIRE_EQ(all.size(), 1);
    return all.front();
  }
};

bool is_there(const std::string& shell) {
  if (std::filesystem::exists("/usr/bin/" + shell)) {
    return true;
  }
  MESSAGE("no " << shell << " (scripts/setup tests): nothing to test");
  return false;
}

std::string joined_set(const std::set<std::string>& words) {
  return joined(Words(words.begin(), words.end()));
}

const Scripts& scripts() {
  static const Scripts made;
  return made;
}

void check_shell(const std::string& shell) {
  struct Case {
    Words line;
    std::string expect;  // Ordered; empty for nothing.
  };
  const std::string search = "bulletin-search";
  const std::string index = "bulletin-index";
  const Case cases[] = {
      {{search, ""}, "browse completion find run saved serve show similar suggest why"},
      {{search, "sh"}, "show"},
      {{search, "--json", "sh"}, "show"},
      {{search, "--fo"}, "--format"},
      {{search, "--no-p"}, "--no-pager"},
      {{search, "--color", ""}, "always auto never"},
      {{search, "--color", "a"}, "always auto"},
      {{search, "--kind", "vi"}, "visit"},
      {{search, "--country", "Kaz"}, "Kazakhstan"},
      {{search, "--country", "哈萨"}, "哈萨克斯坦"},
      {{search, "--country", "KZ"}, "KZ"},
      {{search, "--region", "14"}, "142 143 145"},
      {{search, "--limit", ""}, ""},
      {{search, "saved", ""}, "add list remove run"},
      {{search, "saved", "run", "--n"}, "--new --no-pager"},
      {{search, "saved", "run", "--a"}, "--all"},
      {{search, "--saved", scripts().saved, "saved", "run", "bo"}, "books"},
      {{search, "why", "中"}, "中文"},
      {{search, "show", "--db", scripts().index, "中"}, "中文"},
      {{search, "show", "--db", "/nonexistent", "k"}, ""},
      {{search, "why", "kz", "s"}, ""},
      {{search, "library", "sh"}, ""},
      {{search, "--", "sh"}, ""},
      {{search, "completion", ""}, "bash fish zsh"},
      {{index, ""},
       "add backup build check compact completion export reindex remove repair restore set shards "
       "stats "
       "sync understand watch"},
      {{index, "add", "--d"}, "--db --dry-run"},
      {{index, "stats", "--v"}, ""},
      {{index, "set", "kz", "co"}, "country="},
      {{index, "remove", "中"}, "中文"},
  };
  for (const std::string& program : {search, index}) {
    std::vector<Words> lines;
    Words expected;
    for (const Case& c : cases) {
      if (c.line.front() == program) {
        lines.push_back(c.line);
        expected.push_back(c.expect);
      }
    }
    const auto all = scripts().offered_each(shell, lines);
    REQUIRE_EQ(all.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CAPTURE(joined(lines[i]));
      CHECK_EQ(joined_set(all[i]), expected[i]);
    }
  }
}

}  // namespace

TEST_CASE("completion: bash offers commands, options, choices, names and ids") {
  if (is_there("bash")) {
    check_shell("bash");
    CHECK_EQ(joined_set(scripts().offered("bash", {"bulletin-search", "--color=n"})), "never");
    CHECK_EQ(joined_set(scripts().offered("bash", {"bulletin-search", "--color="})),
             "always auto never");
  }
}

TEST_CASE("completion: zsh offers the same") {
  if (is_there("zsh")) {
    check_shell("zsh");
    CHECK_EQ(joined_set(scripts().offered("zsh", {"bulletin-search", "--color=n"})), "never");
  }
}

TEST_CASE("completion: fish offers the same") {
  if (is_there("fish")) {
    check_shell("fish");
    CHECK_EQ(joined_set(scripts().offered("fish", {"bulletin-search", "--color=n"})),
             "--color=never");
  }
}

TEST_CASE("completion: files and folders are offered where they belong") {
  const std::string home = scripts().folder.path().string();
  for (const std::string shell : {"bash", "fish"}) {
    if (is_there(shell)) {
      CAPTURE(shell);
      const auto offered = [&](const Words& line) {
        return joined_set(scripts().offered(shell, line));
      };
      CHECK(offered({"bulletin-index", "add", home + "/a.j"}) == home + "/a.jsonl");
      CHECK(offered({"bulletin-search", "--labels", home + "/a.j"}) == home + "/a.jsonl");
      CHECK(offered({"bulletin-index", "stats", "--db", home + "/a.j"}).empty());
      CHECK(
          offered({"bulletin-index", "stats", "--db", home + "/in"}).starts_with(home + "/index"));
    }
  }
}

TEST_CASE("completion: what is typed and what is offered is quoted, and never run") {
  const TemporaryFolder scratch;
  const std::string mark = scratch.at("ran");
  if (is_there("bash")) {
    CHECK_EQ(scripts().offered("bash", {"bulletin-search", "show", "kz"}),
             std::set<std::string>{"kz", R"j(kz\ two\ \$\(touch\ x\))j"});
    CHECK_EQ(scripts().offered("bash", {"bulletin-search", "--saved", scripts().saved, "saved",
                                        "run", "with\\ "}),
             std::set<std::string>{"with\\ space"});
    CHECK_EQ(scripts().offered("bash", {"bulletin-search", "--country", "\"South K"}),
             std::set<std::string>{"South Korea"});
  }
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    if (is_there(shell)) {
      CAPTURE(shell);
      const std::string evil = "$(touch${IFS}" + mark + ")";
      static_cast<void>(scripts().offered(
          shell, {"bulletin-search", "--saved", "'" + evil + "'", "saved", "run", "x"}));
      static_cast<void>(scripts().offered(shell, {"bulletin-search", "--country", "'" + evil}));
      static_cast<void>(
          scripts().offered(shell, {"bulletin-search", "'" + evil + "'", "show", ""}));
      CHECK_FALSE(std::filesystem::exists(mark));
    }
  }
}

TEST_CASE("completion: every option that --help names is in every script") {
  const std::function<std::string(const Words&)> helps[] = {
      [](const Words& line) { return bulletin_search(line).out; },
      [](const Words& line) { return bulletin_index(line).out; }};
  const std::vector<Words> commands[] = {{{},
                                          {"find"},
                                          {"show"},
                                          {"why"},
                                          {"similar"},
                                          {"saved", "add"},
                                          {"saved", "list"},
                                          {"saved", "remove"},
                                          {"saved", "run"},
                                          {"run"},
                                          {"completion"}},
                                         {{},
                                          {"add"},
                                          {"sync"},
                                          {"watch"},
                                          {"understand"},
                                          {"set"},
                                          {"remove"},
                                          {"reindex"},
                                          {"stats"},
                                          {"completion"}}};
  for (std::size_t program = 0; program < 2; ++program) {
    std::set<std::string> options;
    for (Words command : commands[program]) {
      command.emplace_back("--help");
      std::istringstream words(helps[program](command));
      for (std::string word; std::getline(words, word);) {
        // `  -h,--help   ...`, `  --pager,--no-pager{false}   ...`
        if (word.starts_with("  -")) {
          std::istringstream names(word.substr(2, word.find_first_of(" {", 2) - 2));
          for (std::string name; std::getline(names, name, ',');) {
            options.insert(name);
          }
        }
      }
    }
    CHECK_GT(options.size(), 10);
    for (const std::string shell : {"bash", "zsh", "fish"}) {
      const std::string script = helps[program]({"completion", shell});
      for (const std::string& option : options) {
        CAPTURE(shell);
        CAPTURE(option);
        const std::string in_fish =
            option.starts_with("--") ? " -l " + option.substr(2) : " -s " + option.substr(1);
        CHECK(script.find(shell == "fish" ? in_fish : option) != std::string::npos);
      }
    }
  }
}

TEST_CASE("completion: an unknown shell is refused") {
  const Finished refused = bulletin_search({"completion", "rate", "of", "projects"});
  CHECK_EQ(refused.status, 2);
  CHECK_EQ(refused.err,
           "bulletin-search: cannot complete for 'rate': write bash, zsh or fish\n"
           "hint: a query that begins with the word completion goes behind find\n");
  CHECK_EQ(bulletin_index({"completion", "csh"}).status, 2);
}

}  // namespace bulletin::test
