// bulletin-index: writes the index of a bulletin archive.

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "indexer/base/console.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/user_folders.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/cli/completion_command.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/shards.hpp"
#include "indexer/shell/manual_page.hpp"
#include "indexer/shell/operands.hpp"
#include "indexer/shell/suggestion.hpp"

namespace bulletin {
namespace {

constexpr auto kExamples =
    R"(bulletin-index build --db news.db archive/     build an index on all cores
bulletin-index add --db news.db corpus/        add a folder
bulletin-index sync --db news.db archive/      follow a folder: add, replace, remove
bulletin-index watch --db news.db archive/     the same after every change
bulletin-index set --db news.db ID country=KZ,-ES date=2019-12-10..2019-12-11
                                               correct an item, for good
bulletin-index understand today.txt            show dates and countries, write nothing)";

constexpr auto kInput = R"(Told apart by content, in UTF-8, GB18030, Big5, UTF-16 or windows-1252:
text with a blank line between leads; text or Markdown under front matter
(--- title: ... ---); JSON Lines, JSON arrays and tables with the keys id title
text lang published url source countries dates; HTML pages and lists; RSS, Atom;
WARC; gzip and zip of these; - for standard input.)";

constexpr auto kStatus = R"(0 all done, 1 some items left out, 2 nothing could be done, 130
stopped by Ctrl-C: what had been read by then is in the index.)";

constexpr auto kFiles =
    R"(bulletin/config.toml in XDG_CONFIG_HOME, else in ~/.config: db = "DIR" and
publisher = "FILE". The command line goes before the environment, and that before the file.

bulletin/index in XDG_DATA_HOME, else in ~/.local/share: the index, where no other is named.)";

constexpr auto kEnvironment = "BULLETIN_DB names the index.";

std::vector<HelpSection> help_sections() {
  return {{.title = "Examples", .text = kExamples, .is_literal = true},
          {.title = "Input", .text = kInput},
          {.title = "Exit status", .text = kStatus}};
}

std::vector<HelpSection> manual_sections() {
  std::vector<HelpSection> sections = help_sections();
  sections.push_back({.title = "Files", .text = kFiles});
  sections.push_back({.title = "Environment", .text = kEnvironment});
  return sections;
}

struct Options {
  std::string index = default_index_path().string();
  std::vector<std::string> paths;
  std::string folder;
  std::vector<std::string> ids;
  std::string id;
  std::vector<std::string> assignments;
  std::string publisher;
  std::string output;
  std::string opensearch;
  ReadOptions reading;
  ReportStyle style;
  BulkLimits limits;
  std::size_t shard = 0;
  std::string place;
  std::vector<std::string> completion;
  std::string completion_prefix;
  bool json = false;
  bool clear = false;
  bool man = false;
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

void add_limit_options(CLI::App& command, Options& options) {
  command
      .add_option("--jobs", options.limits.jobs,
                  "Threads that understand and index where much is read (default: one a core)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command
      .add_option("--memory", options.limits.memory_mb, "Megabytes of memory that these may take")
      ->type_name("MB")
      ->capture_default_str();
}

void add_paths_option(CLI::App& command, Options& options) {
  takes_operands(
      command.add_option("PATH", options.paths, "Files or folders to read; - is standard input"))
      ->required();
}

void add_folder_option(CLI::App& command, Options& options) {
  takes_operands(
      command.add_option("DIR", options.folder, "Folder (or file) that the index follows"))
      ->required();
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
          .style = options.style,
          .limits = options.limits};
}

std::vector<Command> add_reading_commands(CLI::App& app, Options& options) {
  CLI::App* build = app.add_subcommand(
      "build",
      "Build an index from files, fast; one that is there gives way to it with all its items.");
  add_index_option(*build, options);
  add_reading_options(*build, options);
  add_limit_options(*build, options);
  build
      ->add_option("--shards", options.limits.shards,
                   "Databases of which the index consists and which may be moved to other machines "
                   "(default: as many as before)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMostShards));
  add_report_options(*build, options);
  add_paths_option(*build, options);
  CLI::App* add = app.add_subcommand("add", "Add or replace items; the index is made if missing.");
  add_index_option(*add, options);
  add_reading_options(*add, options);
  add_limit_options(*add, options);
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
  return {{build, [&] { return run_build(reading_command(options), options.paths); }},
          {add, [&] { return run_add(reading_command(options), options.paths); }},
          {sync, [&] { return run_sync(reading_command(options), options.folder); }},
          {watch, [&] { return run_watch(reading_command(options), options.folder); }},
          {understand, [&] { return run_understand(reading_command(options), options.paths); }}};
}

std::vector<Command> add_index_commands(CLI::App& app, Options& options) {
  CLI::App* set = app.add_subcommand(
      "set", "Correct an item for good: no later add, sync or reindex undoes it.");
  add_index_option(*set, options);
  takes_operands(set->add_option("ID", options.id, "Id of the item"))->required();
  takes_operands(set->add_option(
      "KEY=VALUE", options.assignments,
      "country=KZ,-ES (-: not), date=2019-12-10..2019-12-11 (in place of those read), "
      "kind=visit,-signing, title=...; nothing: show what is set"));
  set->add_flag("--clear", options.clear, "Forget first what was set before");
  CLI::App* remove = app.add_subcommand("remove", "Remove items by id.");
  add_index_option(*remove, options);
  takes_operands(remove->add_option("ID", options.ids, "Ids of items"))->required();
  CLI::App* reindex = app.add_subcommand(
      "reindex", "Read the stored items again, for a new program or another publisher.");
  add_index_option(*reindex, options);
  add_publisher_option(*reindex, options);
  CLI::App* compact =
      app.add_subcommand("compact", "Make the index smaller, by half where much has been added.");
  add_index_option(*compact, options);
  CLI::App* shards = app.add_subcommand(
      "shards", "Show where the shards of the index lie, or say where one lies now.");
  add_index_option(*shards, options);
  shards->add_flag("--json", options.json, "Print one JSON object");
  shards->add_option("NUMBER", options.shard, "Shard that has been moved, from 1 on")
      ->check(CLI::Range(std::size_t{1}, kMostShards));
  takes_operands(shards->add_option("PLACE", options.place,
                                    "Folder or HOST:PORT where it lies now, behind xapian-tcpsrv"));
  CLI::App* stats = app.add_subcommand("stats", "Show what the index holds.");
  add_index_option(*stats, options);
  stats->add_flag("--json", options.json, "Print one JSON object");
  return {
      {set, [&] { return run_set(options.index, options.id, options.assignments, options.clear); }},
      {remove, [&] { return run_remove(options.index, options.ids); }},
      {reindex, [&] { return run_reindex(options.index, options.publisher); }},
      {compact, [&] { return run_compact(options.index); }},
      {shards,
       [&] {
         return options.shard == 0 ? run_shards(options.index, options.json)
                                   : run_place_shard(options.index, options.shard, options.place);
       }},
      {stats, [&] { return run_stats(options.index, options.json); }}};
}

std::vector<Command> add_keeping_commands(CLI::App& app, Options& options) {
  CLI::App* check = app.add_subcommand(
      "check",
      "Look whether the index is whole and what its stored items make; exit status 1: not.");
  add_index_option(*check, options);
  check->add_flag("--json", options.json, "Print one JSON object");
  CLI::App* repair = app.add_subcommand(
      "repair", "Make a damaged index anew of the stored items that can be read.");
  add_index_option(*repair, options);
  CLI::App* export_all = app.add_subcommand(
      "export", "Write all of the index as JSON Lines, from which build makes it again.");
  add_index_option(*export_all, options);
  export_all
      ->add_option("--output", options.output, "File in place of standard output, there when whole")
      ->type_name("FILE");
  export_all
      ->add_option("--opensearch", options.opensearch,
                   "Instead, for OpenSearch: mapping and bulk files, in a new folder")
      ->type_name("DIR")
      ->excludes("--output");
  CLI::App* backup = app.add_subcommand(
      "backup", "Copy the index into a new folder named after the time, while others use it.");
  add_index_option(*backup, options);
  takes_operands(backup->add_option("DIR", options.folder, "Folder in which backups lie"))
      ->required();
  CLI::App* restore =
      app.add_subcommand("restore", "Put a backup in the place of what the index holds.");
  add_index_option(*restore, options);
  takes_operands(restore->add_option("DIR", options.folder, "Folder that backup has made"))
      ->required();
  return {{check, [&] { return run_check(options.index, options.json); }},
          {repair, [&] { return run_repair(options.index); }},
          {export_all,
           [&] {
             return options.opensearch.empty()
                        ? run_export(options.index, options.output)
                        : run_opensearch_export(options.index, options.opensearch);
           }},
          {backup, [&] { return run_backup(options.index, options.folder); }},
          {restore, [&] { return run_restore(options.index, options.folder); }}};
}

CommandDescription describe_index(const CLI::App& app) {
  return describe(app, {"ID", "KEY=VALUE", "SHELL"});
}

Command add_completion_command(CLI::App& app, Options& options) {
  CLI::App* completion = app.add_subcommand(
      "completion",
      "Print the script by which a shell completes this program: source <(bulletin-index "
      "completion bash).");
  add_index_option(*completion, options);
  completion->add_option("SHELL", options.completion, "bash, zsh or fish")->required();
  completion->add_option("--prefix", options.completion_prefix)->group("");  // For the scripts.
  return {completion, [&] {
            return run_completion(describe_index(app), options.index, options.completion,
                                  options.completion_prefix);
          }};
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

Error unreadable(const std::string& cause, const std::string& suggested = {}) {
  return {ErrorCode::kBadUsage, "cannot read the command line: " + cause,
          suggested + std::string(kIndexProgram) + " --help"};
}

// CLI11 names a mistyped command last, behind what was meant for it.
std::string cause_of(const CLI::ParseError& error, const CLI::App& app) {
  const std::vector<std::string> left = app.remaining();
  return app.get_subcommands().empty() && !left.empty() && !left.front().starts_with('-')
             ? "there is no command " + left.front()
             : error.what();
}

int run(const std::vector<std::string>& arguments) {
  Options options;
  CLI::App app{"Builds and maintains the index of an archive of news bulletins.",
               std::string(kIndexProgram)};
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", std::string(kIndexProgram) + " " BULLETIN_VERSION);
  app.add_flag("--man", options.man, "Print the manual page: bulletin-index --man | man -l -")
      ->configurable(false);
  std::vector<Command> commands = add_reading_commands(app, options);
  std::ranges::move(add_index_commands(app, options), std::back_inserter(commands));
  std::ranges::move(add_keeping_commands(app, options), std::back_inserter(commands));
  commands.push_back(add_completion_command(app, options));
  for (const Command& command : commands) {
    command.app->group("Commands");
  }
  app.footer(footer_of(help_sections()));  // Of the program alone: commands have none.
  app.set_config("--config", default_config_path(), "TOML file that may give db and publisher")
      ->type_name("FILE");
  Options from_file;
  from_file.index.clear();
  for (const auto& [name, value] :
       {std::pair("--db", &from_file.index), std::pair("--publisher", &from_file.publisher)}) {
    app.add_option(name, *value)->group("");  // Only for the file: each command has its own.
  }

  try {
    std::vector<std::string> words = with_operands_marked(arguments);
    std::ranges::reverse(words);  // CLI11 takes them from the back.
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version.
      return app.exit(error);
    }
    throw unreadable(cause_of(error, app), suggestion(app));
  }
  if (options.man) {
    std::cout << manual_page(describe_index(app), manual_sections(), {"bulletin-search(1)"});
    return EXIT_SUCCESS;
  }
  take_settings(app, from_file, options);
  const auto chosen =
      std::ranges::find_if(commands, [](const Command& command) { return command.app->parsed(); });
  if (chosen == commands.end()) {
    throw unreadable("A command is required");
  }
  return chosen->run();
}

std::terminate_handler give_up_otherwise;

// Xapian 1.4 ends the process where a commit fails on a full disk and the way back fails, too. Any
// other end has an exception or is a fault of ours, and goes on as it would.
[[noreturn]] void say_and_end() {
  if (std::current_exception()) {
    give_up_otherwise();
  }
  constexpr std::string_view kMessage =
      "bulletin-index: cannot go on: the database gave up in the middle of a commit\n"
      "hint: see whether the disk is full or failing, then run the same again: the index is as "
      "after its last commit\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kMessage.data(), kMessage.size());
  _exit(kExitError);
}

}  // namespace
}  // namespace bulletin

int main(int argc, char** argv) {
  bulletin::give_up_otherwise = std::set_terminate(bulletin::say_and_end);
  return bulletin::run_program(bulletin::kIndexProgram, [&] {
    return bulletin::run(std::vector<std::string>(argv + 1, argv + argc));
  });
}
