// Command lines and queries that cannot be meant, and queries of any size.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kArgument = 100000;  // Linux takes 128 KiB an argument.

void check_refused(const Words& command_line, const std::string& message, const std::string& hint) {
  CAPTURE(joined(command_line));
  const Finished refused = run(command_line, {"BULLETIN_DB=" + small_index()});
  CHECK_EQ(refused.status, 2);
  CHECK_EQ(refused.out, "");
  const std::string& program = command_line.front();
  CHECK_EQ(refused.err,
           program + ": " + message + "\n" + (hint.empty() ? "" : "hint: " + hint + "\n"));
}

// About a megabyte of words, none of them the same.
std::string megabyte_of_words() {
  std::string text = "library";
  for (std::size_t i = 0; text.size() < (std::size_t{1} << 20U); ++i) {
    text += " word" + std::to_string(i) + "（图书馆";
  }
  return text;
}

}  // namespace

TEST_CASE("bad options: bulletin-search says which, in one line") {
  const std::string line = "cannot read the command line: ";
  const std::string help =
      "see bulletin-search --help; a query that begins with a dash goes behind --";
  const std::pair<Words, std::string> cases[] = {
      {{"--bogus"}, "The following argument was not expected: --bogus"},
      {{"-x", "word"}, "The following argument was not expected: -x"},
      {{"-公司"}, "The following argument was not expected: -公司"},
      {{"--sort", "up"}, "--sort: up not in {-date,date,relevance,title}"},
      {{"--color", "pink"}, "--color: pink not in {always,auto,never}"},
      {{"--limit", "-5"}, "--limit: Value -5 is neither all nor a number from 0 to 10000000"},
      {{"--limit"}, "--limit: 1 required N missing"},
      {{"--offset", "99999999999999999999"},
       "--offset: Value 99999999999999999999 not in range 0 to 1000000000"},
      {{"show"}, "ID is required"},
      {{"show", "kz", "es"}, "The following argument was not expected: es"},
      {{"run"}, "QUERIES is required"},
  };
  for (const auto& [arguments, message] : cases) {
    Words command_line{"bulletin-search"};
    command_line.insert(command_line.end(), arguments.begin(), arguments.end());
    check_refused(command_line, line + message, help);
  }
}

TEST_CASE("bad options: bulletin-index says which, in one line") {
  const std::string line = "cannot read the command line: ";
  const std::string help = "bulletin-index --help";
  check_refused({"bulletin-index"}, line + "A command is required", help);
  check_refused({"bulletin-index", "add"}, line + "PATH is required", help);
  check_refused({"bulletin-index", "remove"}, line + "ID is required", help);
  check_refused({"bulletin-index", "add", "--bogus", "x"},
                line + "The following argument was not expected: --bogus", help);
}

TEST_CASE("bad limits: a country, date or language that is none") {
  const std::string country =
      "' as a country: name an ISO code such as KZ or a name in English or Chinese";
  const std::string date =
      "' as a date: write 2019, 2019-12, 2019-12-24 or a range such as 2019-03..2020-02";
  const std::string lang = "' as a language: write en or zh";
  const std::tuple<std::string, std::string, std::string> cases[] = {
      {"--country", "Atlantis", country},
      {"--country", "", country},
      {"--country", "KZ,Atlantis", country},
      {"--country", "大西国", country},
      {"--date", "soon", date},
      {"--date", "", date},
      {"--date", "2019-13", date},
      {"--date", "2019-02-30", date},
      {"--date", "2020..2019", date},
      {"--date", "in December 2019 perhaps", date},
      {"--lang", "", lang},
      {"--lang", "中文", lang},
      {"--lang", "English", lang},
  };
  for (const auto& [option, value, rest] : cases) {
    check_refused({"bulletin-search", option, value, "library"}, "cannot read '" + value + rest,
                  "");
  }
}

TEST_CASE("bad queries: none is an error") {
  for (const char* query : {"\"",         "(",        ")",        "((((",  "))))",
                            "-",          "+",        "--",       "*",     "OR",
                            "AND",        "NOT",      "OR OR",    "- -",   "\"\"",
                            "()",         "-()",      "country:", "date:", "country:Atlantis",
                            "date:soon",  "id:",      ":",        "a:b",   "“",
                            "「」",       "(library", "library)", "-\"",   "\xFF",
                            "\xE4\xB8",   "a\tb\nc",  "库*",      "－－",  "\u200B",
                            "\U0001F600", "the",      "。"}) {
    CAPTURE(query);
    const Finished search = bulletin_search({"--db", small_index(), "--json", "--", query});
    CHECK_LT(search.status, 2);
    CHECK_EQ(search.err, "");
  }
}

TEST_CASE("bad queries: a megabyte over several arguments is searched as far as it is read") {
  const std::string text = megabyte_of_words();
  Words arguments{"--"};
  for (std::size_t at = 0; at < text.size(); at += kArgument) {
    arguments.push_back(text.substr(at, kArgument));
  }
  const auto result = search_json(small_index(), arguments);
  CHECK_GE(result["total"].get<std::size_t>(), 3U);
  CHECK_EQ(result["notes"].dump(),
           R"(["the query is longer than 8192 bytes: only its beginning was searched",)"
           R"("the query has too many words: only the first 512 terms were searched"])");
}

TEST_CASE("bad queries: a megabyte in one line of a run file") {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("queries.tsv", "big\t" + megabyte_of_words() + "\nsmall\tfootball\n");
  const Finished finished = bulletin_search({"--db", small_index(), "run", path});
  CHECK_EQ(finished.status, 0);
  CHECK_EQ(finished.err, "");
  CHECK(finished.out.starts_with("big Q0 "));
  CHECK(finished.out.find("\nsmall Q0 es 1 ") != std::string::npos);
}

TEST_CASE("bad run files: a missing one, a folder, and a line without a tab") {
  const TemporaryFolder folder;
  const std::string missing = folder.at("missing.tsv");
  check_refused({"bulletin-search", "run", missing},
                "cannot read queries " + missing + ": No such file or directory", "");
  const std::string path = folder.path().string();
  check_refused({"bulletin-search", "run", path},
                "cannot read queries " + path + ": it is a folder", "");
  const std::string queries = folder.write("queries.tsv", "a\tfootball\nno tab\nb\tcoaches\n");
  const Finished finished = bulletin_search({"--db", small_index(), "run", queries});
  CHECK_EQ(finished.status, 2);
  CHECK_EQ(finished.err, "bulletin-search: cannot run " + queries + ":2: not 'id<TAB>query'\n");
  CHECK(finished.out.starts_with("a Q0 es 1 "));
  CHECK(finished.out.find("\nb Q0 es 1 ") != std::string::npos);
}

}  // namespace bulletin::test
