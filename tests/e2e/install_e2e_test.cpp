// What cmake --install puts in place works from there.

#include <filesystem>

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

using Words = std::vector<std::string>;

const char* const kFiles[] = {"bin/bulletin-index",
                              "bin/bulletin-search",
                              "share/bulletin/dictionary",
                              "share/man/man1/bulletin-index.1",
                              "share/man/man1/bulletin-search.1",
                              "share/bash-completion/completions/bulletin-index",
                              "share/bash-completion/completions/bulletin-search",
                              "share/zsh/site-functions/_bulletin-index",
                              "share/zsh/site-functions/_bulletin-search",
                              "share/fish/vendor_completions.d/bulletin-index.fish",
                              "share/fish/vendor_completions.d/bulletin-search.fish",
                              "share/doc/bulletin/README.md",
                              "share/doc/bulletin/CHANGELOG.md",
                              "share/doc/bulletin/LICENSE",
                              "share/doc/bulletin/NOTICE"};

void install(const std::string& prefix, const Words& environment = {}) {
  const Finished installed =
      run({BULLETIN_CMAKE, "--install", BULLETIN_BUILD_DIR, "--prefix", prefix}, environment);
  CAPTURE(installed.err);
  REQUIRE_EQ(installed.status, 0);
}

bool is_there(const std::string& program) {
  if (std::filesystem::exists(program)) {
    return true;
  }
  MESSAGE("no " << program << " (scripts/setup tests): nothing to test");
  return false;
}

}  // namespace

TEST_CASE("install: programs, dictionary, pages and completions are in their places and work") {
  const TemporaryFolder folder;
  const std::string prefix = folder.at("usr");
  install(prefix);
  for (const std::string file : kFiles) {
    CAPTURE(file);
    CHECK(std::filesystem::file_size(prefix + '/' + file) > 0);
  }
  const std::string bin = prefix + "/bin/";
  const std::string index = folder.at("index");
  const std::string items = folder.write("a.jsonl", R"({"id":"a","text":"北京"})");
  CHECK_EQ(run({bin + "bulletin-index", "add", "--db", index, items}).status, 0);
  const Words find{bin + "bulletin-search", "--db", index, "--format", "ids"};
  Words chinese = find;
  chinese.emplace_back("北京");
  CHECK_EQ(run(chinese).out, "a\n");
  // The dictionary is found beside the programs.
  const Words english{bin + "bulletin-search", "--db", index, "--json", "beijing"};
  CHECK(run(english).out.find(R"("names":["北京"])") != std::string::npos);
  CHECK_EQ(run({"/bin/bash", "-c",
                "source '" + prefix +
                    "/share/bash-completion/completions/bulletin-search' && complete -p "
                    "bulletin-search"})
               .out,
           "complete -F _bulletin_search bulletin-search\n");
}

TEST_CASE("install: DESTDIR goes before the prefix") {
  const TemporaryFolder folder;
  install("/opt/bulletin", {"DESTDIR=" + folder.path().string()});
  for (const std::string file : kFiles) {
    CAPTURE(file);
    CHECK(std::filesystem::exists(folder.at("opt/bulletin/" + file)));
  }
  const Finished version = run({folder.at("opt/bulletin/bin/bulletin-search"), "--version"});
  CHECK(version.out.starts_with("bulletin-search "));
}

TEST_CASE("man: the installed pages are clean, and tell each command and option") {
  const std::string pages = BULLETIN_BUILD_DIR "/share/man/man1/";
  for (const std::string name : {"bulletin-index", "bulletin-search"}) {
    const std::string page = pages + name + ".1";
    CAPTURE(page);
    CHECK(read_file(page).find("/home") == std::string::npos);
    CHECK(read_file(page).find("/root") == std::string::npos);
    if (is_there("/usr/bin/mandoc")) {
      const Finished lint = run({"/usr/bin/mandoc", "-T", "lint", "-W", "warning", page});
      CHECK_EQ(lint.out + lint.err, "");
    }
    if (is_there("/usr/bin/man")) {
      const Finished shown =
          run({"/usr/bin/man", "--warnings", "-l", page},
              {"LC_ALL=C.UTF-8", "MANWIDTH=80", "MAN_KEEP_FORMATTING=", "PAGER=cat"});
      CHECK_EQ(shown.status, 0);
      CHECK_EQ(shown.err, "");
      CHECK(shown.out.find("SEE ALSO") != std::string::npos);
      CHECK(shown.out.find("EXIT STATUS") != std::string::npos);
      CHECK(shown.out.find("~/.config") != std::string::npos);
    }
  }
  const std::string search = read_file(pages + "bulletin-search.1");
  for (const std::string option : {"\\-\\-country", "\\-\\-no\\-pager", "\\-\\-new"}) {
    CHECK(search.find("\n\\fB" + option + "\\fR") + search.find(", \\fB" + option + "\\fR") !=
          2 * std::string::npos);
  }
  CHECK(search.find("\n.SS \"bulletin\\-search saved run [OPTIONS] [NAME]\"\n") !=
        std::string::npos);
}

TEST_CASE("man: SOURCE_DATE_EPOCH dates the page, which is then the same in any year") {
  for (const std::string program : {"bulletin-index", "bulletin-search"}) {
    const auto page = [&](const std::string& epoch) {
      return run({program, "--man"}, {"SOURCE_DATE_EPOCH=" + epoch, "HOME=/x"}).out;
    };
    CHECK(page("1577145600").find("1 2019-12-24 \"bulletin ") != std::string::npos);
    CHECK_EQ(page("1577145600"), page("1577145601"));
  }
}

}  // namespace bulletin::test
