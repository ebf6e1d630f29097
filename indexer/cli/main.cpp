// bulletin-index: writes the index of a bulletin archive.

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "indexer/base/console.hpp"
#include "indexer/base/user_folders.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

constexpr auto kFooter = R"(Examples:
  bulletin-index add --db news.db corpus/        add a folder
  bulletin-index sync --db news.db archive/      follow a folder: add, replace, remove
  bulletin-index watch --db news.db archive/     the same after every change
  bulletin-index set --db news.db ID country=KZ,-ES date=2019-12-10..2019-12-11
                                                 correct an item, for good
  bulletin-index understand today.txt            show dates and countries, write nothing

Input, told apart by content, in UTF-8, GB18030, Big5, UTF-16 or windows-1252:
text with a blank line between leads; text or Markdown under front matter
(--- title: ... ---); JSON Lines, JSON arrays and tables with the keys id title
text lang published url source countries dates; HTML pages and lists; RSS, Atom;
WARC; gzip and zip of these; - for standard input.

Exit status: 0 all done, 1 some items left out, 2 nothing could be done, 130
stopped by Ctrl-C: what had been read by then is in the index.
)";

struct Options {
  std::string index = default_index_path().string();
  std::vector<std::string> paths;
  std::string folder;
  std::vector<std::string> ids;
  std::string id;
  std::vector<std::string> assignments;
  std::string publisher;
  ReadOptions reading;
  ReportStyle style;
  bool json = false;
  bool clear = false;
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

void add_reading_options(CLI::App& command, Options& options) {
  add_publisher_option(command, options);
  command.add_flag("--with-documents", options.reading.with_documents, "Read PDF and DOCX too");
}

void add_report_options(CLI::App& command, Options& options) {
  command.add_flag("--verbose", options.style.verbose,
                   "Name each file with its format, encoding and number of items");
  command.add_flag("--json", options.style.json, "Print one JSON object");
}

void add_dry_run_option(CLI::App& command, Options& options) {
  command.add_flag("--dry-run", options.style.dry_run, "Tell what would be done, write nothing");
}

void add_paths_option(CLI::App& command, Options& options) {
  command.add_option("PATH", options.paths, "Files or folders to read; - is standard input")
      ->required();
}

void add_folder_option(CLI::App& command, Options& options) {
  command.add_option("DIR", options.folder, "Folder (or file) that the index follows")->required();
}

// A command and what runs it.
struct Command {
  CLI::App* app;
  std::function<int()> run;
};

ReadingCommand reading_command(const Options& options) {
  return {.index = options.index,
          .publisher = options.publisher,
          .reading = options.reading,
          .style = options.style};
}

std::vector<Command> add_reading_commands(CLI::App& app, Options& options) {
  CLI::App* add = app.add_subcommand("add", "Add or replace items; the index is made if missing.");
  add_index_option(*add, options);
  add_reading_options(*add, options);
  add_report_options(*add, options);
  add_dry_run_option(*add, options);
  add_paths_option(*add, options);
  CLI::App* sync = app.add_subcommand(
      "sync", "Add what is new in a folder, replace what changed, remove what is gone.");
  add_index_option(*sync, options);
  add_reading_options(*sync, options);
  add_report_options(*sync, options);
  add_dry_run_option(*sync, options);
  add_folder_option(*sync, options);
  CLI::App* watch = app.add_subcommand("watch", "Sync now and after every change, until Ctrl-C.");
  add_index_option(*watch, options);
  add_reading_options(*watch, options);
  add_report_options(*watch, options);
  add_folder_option(*watch, options);
  CLI::App* understand =
      app.add_subcommand("understand", "Print each item as JSON with its dates and countries.");
  add_reading_options(*understand, options);
  add_paths_option(*understand, options);
  return {{add, [&] { return run_add(reading_command(options), options.paths); }},
          {sync, [&] { return run_sync(reading_command(options), options.folder); }},
          {watch, [&] { return run_watch(reading_command(options), options.folder); }},
          {understand, [&] { return run_understand(reading_command(options), options.paths); }}};
}

std::vector<Command> add_index_commands(CLI::App& app, Options& options) {
  CLI::App* set = app.add_subcommand(
      "set", "Correct an item for good: no later add, sync or reindex undoes it.");
  add_index_option(*set, options);
  set->add_option("ID", options.id, "Id of the item")->required();
  set->add_option("KEY=VALUE", options.assignments,
                  "country=KZ,-ES (-: not), date=2019-12-10..2019-12-11 (in place of those read), "
                  "kind=visit,-signing, title=...; nothing: show what is set");
  set->add_flag("--clear", options.clear, "Forget first what was set before");
  CLI::App* remove = app.add_subcommand("remove", "Remove items by id.");
  add_index_option(*remove, options);
  remove->add_option("ID", options.ids, "Ids of items")->required();
  CLI::App* reindex = app.add_subcommand(
      "reindex", "Read the stored items again, for a new program or another publisher.");
  add_index_option(*reindex, options);
  add_publisher_option(*reindex, options);
  CLI::App* stats = app.add_subcommand("stats", "Show what the index holds.");
  add_index_option(*stats, options);
  stats->add_flag("--json", options.json, "Print one JSON object");
  return {
      {set, [&] { return run_set(options.index, options.id, options.assignments, options.clear); }},
      {remove, [&] { return run_remove(options.index, options.ids); }},
      {reindex, [&] { return run_reindex(options.index, options.publisher); }},
      {stats, [&] { return run_stats(options.index, options.json); }}};
}

// The command line goes before the environment, and that before the configuration file.
void take_settings(const CLI::App& app, const Options& from_file, Options& options) {
  const auto is_given = [&](const char* name) {
    return std::ranges::any_of(app.get_subcommands(), [&](const CLI::App* command) {
      const CLI::Option* option = command->get_option_no_throw(name);
      return option != nullptr && option->count() > 0;
    });
  };
  if (!from_file.index.empty() && !is_given("--db") && environment("BULLETIN_DB").empty()) {
    options.index = from_file.index;
  }
  if (!from_file.publisher.empty() && !is_given("--publisher")) {
    options.publisher = from_file.publisher;
  }
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app{"Builds and maintains the index of an archive of news bulletins.",
               std::string(kIndexProgram)};
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(kIndexProgram) + " " BULLETIN_VERSION);
  app.footer(kFooter);
  std::vector<Command> commands = add_reading_commands(app, options);
  std::ranges::move(add_index_commands(app, options), std::back_inserter(commands));
  app.set_config("--config", default_config_path(), "TOML file that may give db and publisher")
      ->type_name("FILE");
  Options from_file;
  from_file.index.clear();
  for (const auto& [name, value] :
       {std::pair("--db", &from_file.index), std::pair("--publisher", &from_file.publisher)}) {
    app.add_option(name, *value)->group("");  // Only for the file: each command has its own.
  }

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
  take_settings(app, from_file, options);
  const auto chosen =
      std::ranges::find_if(commands, [](const Command& command) { return command.app->parsed(); });
  return chosen->run();  // One is required.
}

}  // namespace
}  // namespace bulletin

int main(int argc, char** argv) {
  return bulletin::run_program(bulletin::kIndexProgram, [&] { return bulletin::run(argc, argv); });
}
