#include "searcher/cli/command_help.hpp"

#include <algorithm>
#include <string>

#include <CLI/CLI.hpp>

#include "searcher/cli/command_table.hpp"
#include "searcher/cli/commands.hpp"

namespace bulletin {
namespace {

constexpr auto kQuery =
    R"(Options come before the query. In a query: words, "a phrase", -word, +word, OR,
AND, brackets, word*, "near words"~5, title:word, country:KZ, date:2019-12, lang:zh,
kind:visit, region:中亚, source:ouchn.edu.cn, id:e004. Countries and dates in plain
words are read as such: \kazakhstan is only a word, country:kazakhstan a limit;
--literal searches all as words, --strict reads all as limits. Words are also searched in
the other language; --no-translate searches them as typed. Pinyin finds Chinese names
by sound, below what has the words; --no-sound does not. Of a query 8,192 bytes and 512
terms are read, and a note says so where it has more. A query that begins with the name of a
command goes behind find, one that begins with a dash behind --.)";

constexpr auto kExamples = R"(bulletin-search --db news.db kazakhstan dec 2019
bulletin-search --db news.db 哈萨克斯坦 2019年12月
bulletin-search --db news.db --country ZM --sort -date
bulletin-search --db news.db --format csv --limit all library > library.csv
bulletin-search saved run --all --new --format rss > new.xml)";

constexpr auto kFiles =
    R"(bulletin/config.toml in XDG_CONFIG_HOME, else in ~/.config: options, one name = value a
line. The command line goes before the environment, and that before the file.

bulletin/saved.json in XDG_STATE_HOME, else in ~/.local/state: saved searches.

bulletin/index in XDG_DATA_HOME, else in ~/.local/share: the index, where no other is named.)";

constexpr auto kEnvironment = R"(BULLETIN_DB names the index, BULLETIN_LABELS the file of --labels.

PAGER pages text on a terminal; empty or cat: nothing does.

NO_COLOR, CLICOLOR=0 and TERM=dumb turn colours off, CLICOLOR_FORCE turns them on where the
output is no terminal; --color goes before all of them.)";

// CLI11 would put the commands behind the query.
class SearchFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override {
    const bool is_program = app->get_parent() == nullptr;
    return is_program ? "Usage: " + name + " [OPTIONS] [QUERY...]\n   or: " + name +
                            " COMMAND [OPTIONS] ...\n"
                      : Formatter::make_usage(app, name);
  }
};

bool heeds(const CommandRow& row, const CLI::Option& option) {
  return std::ranges::any_of(option.get_lnames(), [&](const std::string& name) {
    return name == "help" || std::ranges::find(row.options, "--" + name) != row.options.end();
  });
}

void keep_heeded(CLI::App& app, const CommandRow& row) {
  for (CLI::Option* option :
       app.get_options([&](CLI::Option* each) { return !heeds(row, *each); })) {
    if (option == app.get_version_ptr()) {
      app.set_version_flag();
    } else {
      app.remove_option(option);
    }
  }
}

void add_places(CLI::App& app, const CommandRow& row) {
  for (const PlaceRow& place : row.places) {
    CLI::Option* option = app.add_option_function<std::vector<std::string>>(
                                 std::string(place.name), [](const std::vector<std::string>&) {},
                                 std::string(place.help))
                              ->type_name(place.name.ends_with(".tsv") ? "FILE" : "")
                              ->required(place.required);
    if (!place.repeats) {
      option->expected(1);
    }
  }
}

}  // namespace

std::shared_ptr<CLI::App> command_tree(const AddOptions& add_options) {
  auto tree = std::make_shared<CLI::App>(
      "Searches an archive of news bulletins in English and Chinese.", std::string(kSearchProgram));
  tree->formatter(std::make_shared<SearchFormatter>());
  tree->get_formatter()->label("SUBCOMMAND", "COMMAND");
  add_options(*tree, "");
  for (const CommandRow& row : command_table()) {
    const std::size_t space = row.path.find(' ');
    CLI::App* parent = space == std::string_view::npos
                           ? tree.get()
                           : tree->get_subcommand(std::string(row.path.substr(0, space)));
    const std::string name(row.path.substr(space == std::string_view::npos ? 0 : space + 1));
    CLI::App* command = parent->add_subcommand(name, std::string(row.summary) + '.');
    command->group("Commands");
    add_options(*command, row.path);
    keep_heeded(*command, row);
    add_places(*command, row);
  }
  add_places(*tree, command_table().front());
  tree->footer(footer_of(help_sections()));
  return tree;
}

std::string command_help(CLI::App& tree, std::string_view path) {
  CLI::App* command = &tree;
  std::string before;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find(' ', begin), path.size());
    before += (before.empty() ? "" : " ") + command->get_name();
    command = command->get_subcommand(std::string(path.substr(begin, end - begin)));
    begin = end + 1;
  }
  return command->help(before);
}

CommandDescription describe_search(const CLI::App& tree) {
  return describe(tree, {"COUNTRY", "KIND", "REGION", "LANG", "RULE", "ID", "NAME", "SHELL"});
}

std::vector<HelpSection> help_sections() {
  return {{.title = "Query", .text = kQuery},
          {.title = "Examples", .text = kExamples, .is_literal = true},
          {.title = "Exit status", .text = "0 something found, 1 nothing found, 2 error."}};
}

std::vector<HelpSection> manual_sections() {
  std::vector<HelpSection> sections = help_sections();
  sections.push_back({.title = "Files", .text = kFiles});
  sections.push_back({.title = "Environment", .text = kEnvironment});
  return sections;
}

}  // namespace bulletin
