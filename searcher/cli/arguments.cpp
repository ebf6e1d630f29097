#include "searcher/cli/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "indexer/base/user_folders.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/shell/manual_page.hpp"
#include "indexer/shell/suggestion.hpp"
#include "searcher/cli/command_help.hpp"
#include "searcher/cli/command_table.hpp"
#include "searcher/output/format_names.hpp"
#include "searcher/search/sort_names.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kRunLimit = 1000;
constexpr std::size_t kMaxLimit = 10000000;

Date today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

const std::map<std::string, ColorChoice> kColors{
    {"auto", ColorChoice::kAuto}, {"always", ColorChoice::kAlways}, {"never", ColorChoice::kNever}};

// Texts of options that stand for a value of ours.
struct Choices {
  std::string index = default_index_path().string();
  std::string saved = default_saved_path().string();
  std::string format = "text";
  bool json = false;
  std::string sort = "relevance";
  std::string limit = "10";
  std::string color = "auto";
  std::string labels;
};

// Reads `25` or `all`.
std::optional<std::size_t> read_limit(const std::string& text) {
  if (text == "all") {
    return kAllHits;
  }
  std::size_t limit = 0;
  const char* const end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, limit);
  return error == std::errc() && last == end && limit <= kMaxLimit ? std::optional(limit)
                                                                   : std::nullopt;
}

CLI::Validator limit_check() {
  return {[](const std::string& text) {
            return read_limit(text) ? std::string()
                                    : "Value " + text + " is neither all nor a number from 0 to " +
                                          std::to_string(kMaxLimit);
          },
          "", "limit"};
}

void add_output_options(CLI::App& app, Arguments& arguments, Choices& choices) {
  app.add_option("--db", choices.index, "Index folder (or BULLETIN_DB)")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--format", choices.format,
                 "text, json, jsonl, csv, tsv, markdown, rss, atom or ids (one id a line)")
      ->check(CLI::IsMember(&format_names()))  // By pointer: copied over and over else.
      ->type_name("FORMAT")
      ->capture_default_str();
  app.add_flag("--json", choices.json, "Short for --format json")->configurable(false);
  app.add_option("--link", arguments.output.link, "Address of the result, for a feed")
      ->type_name("URL");
  app.add_option("--labels", choices.labels,
                 "JSON file with other names for countries, regions and kinds (or BULLETIN_LABELS)")
      ->type_name("FILE");
  app.add_option("--saved", choices.saved, "File of saved searches")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_flag("--pager,!--no-pager", arguments.output.pages,
               "On a terminal, page text through PAGER (default: less -FRX)")
      ->capture_default_str();
  app.add_option("--color", choices.color, "Colour: auto, always or never")
      ->check(CLI::IsMember(&kColors))
      ->type_name("WHEN")
      ->capture_default_str();
}

void add_find_options(CLI::App& app, Arguments& arguments, Choices& choices) {
  QueryRequest& query = arguments.request.query;
  const auto repeatable = [&](const char* name, std::vector<std::string>& values, const char* help,
                              const char* type) {
    app.add_option(name, values, help)
        ->type_name(type)
        ->expected(1)
        ->take_all()
        ->group("Limits (each may be repeated: any of the values)");
  };
  repeatable("--country", query.countries, "Code or name, or none", "COUNTRY");
  repeatable("--date", query.dates, "2019, 2019-12, 2019-12-24, A..B, or none", "DATE");
  repeatable("--lang", query.langs, "en or zh", "LANG");
  repeatable("--kind", query.kinds, "visit, signing, meeting, training, opening, award, ...",
             "KIND");
  repeatable("--region", query.regions, "Central Asia, 中亚, 143", "REGION");
  repeatable("--source", query.sources, "Name of the source, its host, or a file", "SOURCE");
  repeatable("--rule", query.rules,
             "Count a country only where it is shown by this rule: name, city", "RULE");
  app.add_flag("--literal", query.literal, "Search plain words: read no country and no date");
  app.add_flag("--exact-script", query.exact_script,
               "Find Chinese only in the script typed: 學習 not in 学习");
  app.add_flag("--strict", query.strict, "Every country and date read in the query limits");
  app.add_flag("--translate,!--no-translate", query.translate,
               "Also search plain words in the other language")
      ->capture_default_str();
  app.add_flag("--sound,!--no-sound", query.sound,
               "Also search pinyin and initials as Chinese names: liudehua, ldh")
      ->capture_default_str();
  app.add_option("--sort", choices.sort,
                 "relevance, date (oldest first), -date (newest first) or title")
      ->check(CLI::IsMember(&kSorts))
      ->type_name("ORDER")
      ->capture_default_str();
  app.add_option("--limit", choices.limit, "Hits on a page, or all")
      ->type_name("N")
      ->check(limit_check())
      ->capture_default_str();
  app.add_option("--offset", arguments.request.offset, "Hits to pass over")
      ->type_name("N")
      ->check(CLI::Range(0, 1000000000))
      ->capture_default_str();
  app.add_flag("--group,!--no-group", arguments.request.group,
               "Show items that tell the same story once, the best; --limit counts stories")
      ->capture_default_str();
  app.add_flag("--facets,!--no-facets", arguments.request.facets, "Count countries and dates")
      ->capture_default_str();
}

Error unreadable(const std::string& cause, const std::string& suggested = {}) {
  return {ErrorCode::kBadUsage, "cannot read the command line: " + cause,
          suggested + "see bulletin-search --help; a query that begins with a dash goes behind --"};
}

bool has_limits(const QueryRequest& query) {
  return !query.countries.empty() || !query.dates.empty() || !query.langs.empty() ||
         !query.kinds.empty() || !query.regions.empty() || !query.sources.empty();
}

void add_run_flags(CLI::App& app, SavedRequest& saved) {
  app.add_flag("--all", saved.all, "Run every saved search");
  app.add_flag("--new", saved.only_new, "Print only what the last such run had not");
}

void add_budget(CLI::App& app, Arguments& arguments) {
  app.add_option("--budget-ms", arguments.budget_ms,
                 "Longest time of the search: then hits without counts, or an error; 0: any")
      ->type_name("MS")
      ->check(CLI::Range(0, 600000))
      ->capture_default_str();
}

// `line` says which action: those without a query take their name here.
void add_saved_options(CLI::App& app, const SplitLine& line, SavedRequest& saved) {
  if (line.names.empty()) {
    return;
  }
  saved.action = line.names.front();
  saved.name = line.names.size() > 1 ? line.names[1] : std::string();
  if (saved.action == "remove" || saved.action == "run") {
    app.add_option("NAME", saved.name, "Name of a saved search");
  }
  if (saved.action == "run") {
    add_run_flags(app, saved);
  }
}

// What options are bound to when they are only told about.
struct Told {
  Arguments arguments;
  Choices choices;
};

void add_options(CLI::App& app, Arguments& arguments, Choices& choices) {
  app.set_version_flag("--version", std::string(kSearchProgram) + " " BULLETIN_VERSION);
  app.add_flag("--man", arguments.man, "Print the manual page: bulletin-search --man | man -l -")
      ->configurable(false);
  app.set_config("--config", default_config_path(), "Options as a TOML file: limit = 20")
      ->type_name("FILE");
  add_output_options(app, arguments, choices);
  add_find_options(app, arguments, choices);
}

std::shared_ptr<CLI::App> told_tree() {
  const auto told = std::make_shared<Told>();
  const auto tree = command_tree([&](CLI::App& app, std::string_view path) {
    told->choices.limit = path == "run" ? std::to_string(kRunLimit) : Choices().limit;
    add_options(app, told->arguments, told->choices);
    if (path == "saved run") {
      add_run_flags(app, told->arguments.saved);
    } else if (path == "serve") {
      add_serve_options(app, told->arguments.serve);
    } else if (path.empty() || path == "find") {
      add_budget(app, told->arguments);
    }
  });
  return {tree.get(), [told, tree](CLI::App*) {}};  // Both live as long as the result.
}

// The action of `saved` belongs to what help is asked for.
std::string help_path(const SplitLine& line) {
  const std::string inner = line.names.empty() ? line.path : line.path + ' ' + line.names.front();
  return std::ranges::find(command_table(), inner, &CommandRow::path) == command_table().end()
             ? line.path
             : inner;
}

// Returns false when only help was asked for.
bool parse(CLI::App& app, const SplitLine& line) {
  std::vector<std::string> options = line.options;
  std::ranges::reverse(options);  // CLI11 takes them from the back.
  try {
    app.parse(options);
    return true;
  } catch (const CLI::CallForHelp&) {
    std::cout << command_help(*told_tree(), help_path(line));
    return false;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      static_cast<void>(app.exit(error));
      return false;
    }
    throw unreadable(error.what(), suggestion(app));
  }
}

bool is_given(const std::vector<std::string>& options, const std::string& name) {
  return std::ranges::any_of(options, [&](const std::string& option) {
    return option == name || option.starts_with(name + '=');
  });
}

// The command line goes before the environment, and that before the configuration file.
std::string chosen(const std::vector<std::string>& options, const std::string& name,
                   const char* variable, const std::string& value) {
  const std::string named = environment(variable);
  return is_given(options, name) || named.empty() ? value : named;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

}  // namespace

CommandDescription describe_search() {
  return describe_search(*told_tree());
}

Arguments parse_arguments(const std::vector<std::string>& list) {
  Arguments arguments;
  Choices choices;
  CLI::App app{"Searches an archive of news bulletins in English and Chinese.",
               std::string(kSearchProgram)};
  add_options(app, arguments, choices);

  const SplitLine line = split_line(app, list);
  arguments.command = line.command;
  if (line.command == Command::kShow || line.command == Command::kSimilar) {
    app.add_option("ID", arguments.id, "Id of an item")->required();
  } else if (line.command == Command::kSaved) {
    add_saved_options(app, line, arguments.saved);
  } else if (line.command == Command::kServe) {
    add_serve_options(app, arguments.serve);
  } else if (line.command == Command::kFind) {
    add_budget(app, arguments);
  } else if (line.command == Command::kRun) {
    app.add_option("QUERIES", arguments.queries_path, "File of id<TAB>query lines")->required();
    choices.limit = std::to_string(kRunLimit);
  } else if (line.command == Command::kCompletion) {
    app.add_option("SHELL", arguments.completion, "bash, zsh or fish")->required();
    app.add_option("--prefix", arguments.completion_prefix)->group("");  // For the scripts.
  }
  if (is_given(line.options, "--json") && is_given(line.options, "--format")) {
    throw unreadable("--json excludes --format");
  }
  if (!parse(app, line)) {
    arguments.command = Command::kDone;
    return arguments;
  }
  if (arguments.man) {
    std::cout << manual_page(describe_search(), manual_sections(), {"bulletin-index(1)"});
    arguments.command = Command::kDone;
    return arguments;
  }
  if (line.command == Command::kSaved && line.names.empty()) {
    throw unreadable("behind saved stands add, list, remove or run");
  }
  if (line.command == Command::kWhy) {
    if (line.names.empty()) {
      throw unreadable("ID is required");
    }
    arguments.id = line.names.front();
  }
  arguments.request.query.text = joined(line.words);
  if (!line.late_option.empty()) {
    std::cerr << kSearchProgram << ": note: " << line.late_option
              << " stands behind a word, so it is taken for one; options go before the query\n";
  }
  const bool asks = !line.words.empty() || has_limits(arguments.request.query);
  if (line.command == Command::kWhy && asks) {
    arguments.command = Command::kWhyQuery;
  }
  arguments.request.query.today = today();
  arguments.request.sort = kSorts.at(choices.sort);
  arguments.request.limit = read_limit(choices.limit).value();
  arguments.output.format = choices.json ? Format::kJson : format_names().at(choices.format);
  arguments.output.terminal = Terminal::of_stdout(kColors.at(choices.color));
  arguments.output.index = chosen(line.options, "--db", "BULLETIN_DB", choices.index);
  arguments.saved.file = choices.saved;
  if (const std::string file = chosen(line.options, "--labels", "BULLETIN_LABELS", choices.labels);
      !file.empty()) {
    arguments.output.labels = Labels::read(file);
  }
  return arguments;
}

}  // namespace bulletin
