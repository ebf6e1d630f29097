// The command line that a browsing leaves behind: right in any shell, steering no terminal.

#include "searcher/cli/command_text.hpp"

#include <string>

#include <doctest/doctest.h>

#include "indexer/shell/shell_quoted.hpp"

namespace bulletin {
namespace {

using browse::Question;

std::string command(const Question& question) {
  return command_text(question, "news.db");
}

}  // namespace

TEST_CASE("command: quoted where a shell would see more than a word") {
  struct Case {
    std::string word, quoted;
  };
  const Case cases[] = {{"news.db", "news.db"},
                        {"/srv/my news", "'/srv/my news'"},
                        {"", "''"},
                        {"哈萨克斯坦", "哈萨克斯坦"},
                        {"a\u3000b", "'a\u3000b'"},
                        {"it's", "'it'\\''s'"},
                        {"$HOME", "'$HOME'"},
                        {"~user", "'~user'"},
                        {"=ls", "'=ls'"},
                        {"word*", "'word*'"},
                        {"a!b", "'a!b'"},
                        {"a\tb", "$'a\\011b'"},
                        {"\x1b[2J'\\", "$'\\033[2J\\047\\134'"},
                        {"a\u009b", "$'a\\302\\233'"},
                        {"\u202e", "$'\\342\\200\\256'"},
                        {"\xff", "$'\\377'"}};
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK_EQ(shell_quoted(c.word), c.quoted);
  }
}

TEST_CASE("command: limits, order and words in the options' own forms") {
  CHECK_EQ(command({}), "bulletin-search --db news.db");
  Question question;
  question.query = {.text = "kazakhstan library",
                    .countries = {"KZ", "none"},
                    .dates = {"2019-12"},
                    .langs = {"en"},
                    .kinds = {"visit"},
                    .regions = {"143"},
                    .sources = {"Daily News"},
                    .rules = {"city"},
                    .literal = true,
                    .strict = true,
                    .translate = false,
                    .sound = false};
  question.sort = Sort::kNewestFirst;
  CHECK_EQ(command(question),
           "bulletin-search --db news.db --country KZ --country none --region 143 --date 2019-12 "
           "--lang en --kind visit --rule city --source 'Daily News' --literal --strict "
           "--no-translate --no-sound --sort -date "
           "kazakhstan library");
}

TEST_CASE("command: a query is itself, whatever it looks like") {
  const auto asking = [](const std::string& text) {
    return command({.query = {.text = text}}).substr(std::string("bulletin-search --db ").size());
  };
  CHECK_EQ(asking("dec 2019"), "news.db dec 2019");
  CHECK_EQ(asking("\"学习中心\" -毕业"), "news.db '\"学习中心\" -毕业'");
  CHECK_EQ(asking("two  spaces "), "news.db 'two  spaces '");
  CHECK_EQ(asking("-library"), "news.db -- -library");
  CHECK_EQ(asking("show me"), "news.db -- show me");
  CHECK_EQ(asking("browse"), "news.db -- browse");
  CHECK_EQ(asking("showing"), "news.db showing");
}

}  // namespace bulletin
