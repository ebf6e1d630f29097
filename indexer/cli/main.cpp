// bulletin-index: writes the index of a bulletin archive.

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "indexer/base/console.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

constexpr auto kFooter = R"(Examples:
  bulletin-index add --db news.db corpus/        add a folder
  bulletin-index add --db news.db today.txt      add today's items
  bulletin-index understand today.txt            show dates and countries, write nothing

Input, told apart by content: text with a blank line between leads, text or
Markdown under front matter (--- title: ... ---), JSON Lines with the keys
id title text lang published url source countries dates.

Exit status: 0 all done, 1 some items left out, 2 nothing could be done.
)";

struct Options {
  std::string index = default_index_path().string();
  std::vector<std::string> paths;
  std::vector<std::string> ids;
  std::string publisher;
  bool json = false;
};

void add_index_option(CLI::App& command, Options& options) {
  command.add_option("--db", options.index, "Index folder (or BULLETIN_DB)")
      ->type_name("DIR")
      ->capture_default_str();
}

void add_publisher_option(CLI::App& command, Options& options) {
  command
      .add_option("--publisher", options.publisher,
                  "JSON file with the publisher's names, acronyms and home_country: what only they "
                  "bring is no facet value (default: the Open University of China)")
      ->type_name("FILE");
}

void add_paths_option(CLI::App& command, Options& options) {
  command.add_option("PATH", options.paths, "Files or folders to read")->required();
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app{"Builds and maintains the index of an archive of news bulletins.",
               std::string(kIndexProgram)};
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(kIndexProgram) + " " BULLETIN_VERSION);
  app.footer(kFooter);

  CLI::App* add = app.add_subcommand("add", "Add or replace items; the index is made if missing.");
  add_index_option(*add, options);
  add_publisher_option(*add, options);
  add_paths_option(*add, options);
  CLI::App* remove = app.add_subcommand("remove", "Remove items by id.");
  add_index_option(*remove, options);
  remove->add_option("ID", options.ids, "Ids of items")->required();
  CLI::App* stats = app.add_subcommand("stats", "Show what the index holds.");
  add_index_option(*stats, options);
  stats->add_flag("--json", options.json, "Print one JSON object");
  CLI::App* understand =
      app.add_subcommand("understand", "Print each item as JSON with its dates and countries.");
  add_publisher_option(*understand, options);
  add_paths_option(*understand, options);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version.
      return app.exit(error);
    }
    complain(kIndexProgram, std::string("cannot read the command line: ") + error.what());
    std::cerr << "hint: " << kIndexProgram << " --help\n";
    return kExitError;
  }
  if (add->parsed()) {
    return run_add(options.index, options.paths, options.publisher);
  }
  if (remove->parsed()) {
    return run_remove(options.index, options.ids);
  }
  return stats->parsed() ? run_stats(options.index, options.json)
                         : run_understand(options.paths, options.publisher);
}

}  // namespace
}  // namespace bulletin

int main(int argc, char** argv) {
  return bulletin::run_program(bulletin::kIndexProgram, [&] { return bulletin::run(argc, argv); });
}
