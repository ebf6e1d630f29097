// What both programs tell a shell: descriptions, quoting, manual pages, suggestions.

#include <CLI/CLI.hpp>
#include <doctest/doctest.h>

#include "indexer/shell/command_description.hpp"
#include "indexer/shell/completion.hpp"
#include "indexer/shell/completion_tables.hpp"
#include "indexer/shell/manual_page.hpp"
#include "indexer/shell/operands.hpp"
#include "indexer/shell/suggestion.hpp"
#include "indexer/shell/word_line.hpp"

namespace bulletin::test {
namespace {

// A program with everything that a description can hold.
struct Program {
  std::string folder, file, color = "auto", country;
  std::vector<std::string> words;
  bool pages = true;
  CLI::App app{"Tries things.", "try-it"};

  Program() {
    app.add_option("--db", folder, "Its folder")->type_name("DIR")->capture_default_str();
    app.add_option("-c,--color", color, "It's a 'colour'")
        ->check(CLI::IsMember({"auto", "never"}))
        ->type_name("WHEN")
        ->capture_default_str();
    app.add_flag("--pager,!--no-pager", pages, "Pages");
    app.add_option("--hidden", file)->group("");
    CLI::App* show = app.add_subcommand("show", "Shows: one thing.");
    show->add_option("--country", country, "Code")->type_name("COUNTRY");
    show->add_option("ID", file, "Its id")->required();
    show->add_option("WORD", words, "Words");
  }
};

}  // namespace

TEST_CASE("describe: options, places and commands with what they take") {
  const Program program;
  const CommandDescription described = describe(program.app, {"COUNTRY", "ID"});
  REQUIRE_EQ(described.options.size(), 4);  // --help first.
  CHECK_EQ(described.options[1].value, ValueDescription{"DIR", Takes::kFolder, {}});
  CHECK_EQ(described.options[2].names, std::vector<std::string>{"-c", "--color"});
  CHECK_EQ(described.options[2].value, ValueDescription{"WHEN", Takes::kChoice, {"auto", "never"}});
  CHECK_EQ(described.options[2].standard, "auto");
  CHECK_EQ(described.options[3].names, std::vector<std::string>{"--pager", "--no-pager"});
  CHECK_EQ(described.options[3].value, ValueDescription{});
  REQUIRE_EQ(described.commands.size(), 1);
  const CommandDescription& show = described.commands.front();
  CHECK_EQ(show.options[1].value.takes, Takes::kAsked);
  CHECK_EQ(show.places[0].value.takes, Takes::kAsked);
  CHECK_EQ(show.places[1].value.takes, Takes::kText);
  CHECK_EQ(usage_of(show), "[OPTIONS] ID [WORD...]");
  CHECK_EQ(usage_of(described), "[OPTIONS] COMMAND");
}

TEST_CASE("completion_script: help is quoted for its shell") {
  const Program program;
  const CommandDescription described = describe(program.app, {"COUNTRY", "ID"});
  CHECK(completion_script(described, Shell::kZsh).find(R"('--color:It'\''s a '\''colour'\''')") !=
        std::string::npos);
  CHECK(completion_script(described, Shell::kFish).find(R"( -d 'It\'s a \'colour\'')") !=
        std::string::npos);
  const std::string bash = completion_script(described, Shell::kBash);
  CHECK(bash.find("-c | --color) REPLY='words auto never' ;;") != std::string::npos);
  CHECK(bash.find("--hidden") == std::string::npos);
  for (const char* open : {"@program@", "@function@", "@passed_on@"}) {
    CHECK(bash.find(open) == std::string::npos);
  }
}

TEST_CASE("quoting: one word of each shell, whatever is in it") {
  CHECK_EQ(posix_quoted("a'b $x"), R"('a'\''b $x')");
  CHECK_EQ(fish_quoted(R"(a'b\c)"), R"('a\'b\\c')");
}

TEST_CASE("word_line: only words that can be completed to, on one line") {
  CHECK_EQ(word_line("kz", "a\tb\nc", "k"), "kz\ta b c\n");
  CHECK_EQ(word_line("kz", "", "z"), "");
  CHECK_EQ(word_line("k\nz", "", "k"), "");
  CHECK_EQ(word_line("图书馆", "", "图书"), "图书馆\t\n");
}

TEST_CASE("roff_escaped: printed letter by letter") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"no request at the begin of a line", ".so x\n'br", "\\&.so x\n\\&\\(aqbr"},
      {"a dash is a dash", "--db", "\\-\\-db"},
      {"a backslash begins nothing", R"(\fB)", "\\efB"},
      {"quotes end no argument", "\"a\"", "\\(dqa\\(dq"},
      {"Chinese stays", "中亚 ~", "中亚 \\(ti"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(roff_escaped(c.text), c.expect);
  }
}

TEST_CASE("nearest_name: what was meant, or nothing") {
  const std::vector<std::string> names{"--country", "--color", "--literal", "add", "reindex"};
  CHECK_EQ(nearest_name("--contry", names), "--country");
  CHECK_EQ(nearest_name("--colour", names), "--color");
  CHECK_EQ(nearest_name("reidnex", names), "reindex");
  CHECK_EQ(nearest_name("ad", names), "add");
  CHECK_EQ(nearest_name("a", names), "");
  CHECK_EQ(nearest_name("--bogus", names), "");
  CHECK_EQ(nearest_name("国家国家", names), "");
}

TEST_CASE("operands: what stands behind -- is no option, and comes out as it was") {
  using Words = std::vector<std::string>;
  CLI::App app;
  Words taken;
  bool flag = false;
  CLI::App* command = app.add_subcommand("take");
  takes_operands(command->add_option("WORD", taken))->required();
  command->add_flag("--flag", flag);
  Words words = with_operands_marked({"take", "a", "--", "--flag", "--", "b"});
  std::ranges::reverse(words);
  app.parse(words);
  CHECK_EQ(taken, Words{"a", "--flag", "--", "b"});
  CHECK_FALSE(flag);
}

}  // namespace bulletin::test
