#include "searcher/cli/arguments.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>

#include <CLI/CLI.hpp>

#include "indexer/schema/index_folder.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kRunLimit = 1000;

constexpr auto kFooter = R"(Commands:
  bulletin-search [OPTIONS] [find] QUERY...   search; without a query list everything
  bulletin-search show [OPTIONS] ID           print one item whole
  bulletin-search why [OPTIONS] ID            print the words behind its values, and
                                              what was read and not taken
  bulletin-search run [OPTIONS] QUERIES.tsv   print a TREC run for id<TAB>query lines

Options come before the query. In a query: words, "a phrase", -word, +word, OR,
AND, brackets, word*, country:KZ, date:2019-12, lang:zh, kind:visit,
region:中亚, id:e004. Countries and dates in plain words are read as such; --literal
searches the plain words. Words are also searched in the other language;
--no-translate searches them as typed.

Examples:
  bulletin-search --db news.db kazakhstan dec 2019
  bulletin-search --db news.db 哈萨克斯坦 2019年12月
  bulletin-search --db news.db --country ZM --sort -date

Exit status: 0 something found, 1 nothing found, 2 error.
)";

Date today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// The command line cut where the command or the query begins.
struct SplitLine {
  Command command = Command::kFind;
  std::vector<std::string> options;
  std::vector<std::string> words;  ///< The query, for kFind.
};

// Tells whether `argument` is an option of `app`, and whether its value is the next argument.
bool is_option(const CLI::App& app, const std::string& argument) {
  return argument.size() > 1 && argument.starts_with('-') &&
         app.get_option_no_throw(argument.substr(0, argument.find('='))) != nullptr;
}

bool takes_next(const CLI::App& app, const std::string& argument) {
  const CLI::Option* option = app.get_option_no_throw(argument);
  return option != nullptr && option->get_items_expected_max() > 0;
}

Command command_named(const std::string& word) {
  if (word == "show") {
    return Command::kShow;
  }
  if (word == "why") {
    return Command::kWhy;
  }
  return word == "run" ? Command::kRun : Command::kFind;
}

// Behind `find` only known options before the first word are options: all else is query text.
SplitLine split(const CLI::App& app, const std::vector<std::string>& arguments) {
  SplitLine line;
  bool after_find = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const auto rest = [&](std::size_t from) {
      return std::vector(arguments.begin() + static_cast<std::ptrdiff_t>(from), arguments.end());
    };
    const bool looks_like_option = argument.size() > 1 && argument.starts_with('-');
    if (argument == "--") {
      line.words = rest(i + 1);
      return line;
    }
    if (looks_like_option && (!after_find || is_option(app, argument))) {
      line.options.push_back(argument);
      if (takes_next(app, argument) && i + 1 < arguments.size()) {
        line.options.push_back(arguments[++i]);
      }
      continue;
    }
    if (!after_find && argument == "find") {
      after_find = true;
      continue;
    }
    line.command = after_find ? Command::kFind : command_named(argument);
    if (line.command == Command::kFind) {
      line.words = rest(i);
    } else {
      const auto behind = rest(i + 1);
      line.options.insert(line.options.end(), behind.begin(), behind.end());
    }
    return line;
  }
  return line;
}

const std::map<std::string, Sort> kSorts{
    {"relevance", Sort::kRelevance}, {"date", Sort::kOldestFirst}, {"-date", Sort::kNewestFirst}};
const std::map<std::string, ColorChoice> kColors{
    {"auto", ColorChoice::kAuto}, {"always", ColorChoice::kAlways}, {"never", ColorChoice::kNever}};

// Texts of options that stand for a value of ours.
struct Choices {
  std::string index = default_index_path().string();
  std::string sort = "relevance";
  std::string color = "auto";
  std::string labels;
};

void add_output_options(CLI::App& app, Arguments& arguments, Choices& choices) {
  app.add_option("--db", choices.index, "Index folder (or BULLETIN_DB)")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_flag("--json", arguments.output.json, "Print one JSON object");
  app.add_option("--labels", choices.labels,
                 "JSON file with other names for countries, regions and kinds (or BULLETIN_LABELS)")
      ->type_name("FILE");
  app.add_option("--color", choices.color, "Colour: auto, always or never")
      ->check(CLI::IsMember(kColors))
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
  repeatable("--rule", query.rules,
             "Count a country only where it is shown by this rule: name, city", "RULE");
  app.add_flag("--literal", query.literal, "Search plain words: read no country and no date");
  app.add_flag("--translate,!--no-translate", query.translate,
               "Also search plain words in the other language")
      ->capture_default_str();
  app.add_option("--sort", choices.sort, "relevance, date (oldest first) or -date (newest first)")
      ->check(CLI::IsMember(kSorts))
      ->type_name("ORDER")
      ->capture_default_str();
  app.add_option("--limit", arguments.request.limit, "Hits on a page")
      ->type_name("N")
      ->check(CLI::Range(0, 10000000))
      ->capture_default_str();
  app.add_option("--offset", arguments.request.offset, "Hits to pass over")
      ->type_name("N")
      ->check(CLI::Range(0, 1000000000))
      ->capture_default_str();
  app.add_flag("--facets,!--no-facets", arguments.request.facets, "Count countries and dates")
      ->capture_default_str();
}

// Returns false when only help was asked for.
bool parse(CLI::App& app, std::vector<std::string> options) {
  std::ranges::reverse(options);  // CLI11 takes them from the back.
  try {
    app.parse(options);
    return true;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      static_cast<void>(app.exit(error));
      return false;
    }
    throw Error(ErrorCode::kBadUsage, std::string("cannot read the command line: ") + error.what(),
                "see bulletin-search --help; a query that begins with a dash goes behind --");
  }
}

// The file named on the command line, else by the environment, else none.
std::string labels_file(const std::string& given) {
  const char* named = given.empty() ? std::getenv("BULLETIN_LABELS") : given.c_str();
  return named == nullptr ? std::string() : std::string(named);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

}  // namespace

Arguments parse_arguments(const std::vector<std::string>& list) {
  Arguments arguments;
  Choices choices;
  CLI::App app{"Searches an archive of news bulletins in English and Chinese.",
               std::string(kSearchProgram)};
  app.set_version_flag("--version", std::string(kSearchProgram) + " " BULLETIN_VERSION);
  app.footer(kFooter);
  add_output_options(app, arguments, choices);
  add_find_options(app, arguments, choices);

  const SplitLine line = split(app, list);
  arguments.command = line.command;
  if (line.command == Command::kShow || line.command == Command::kWhy) {
    app.add_option("ID", arguments.id, "Id of an item")->required();
  } else if (line.command == Command::kRun) {
    app.add_option("QUERIES", arguments.queries_path, "File of id<TAB>query lines")->required();
    arguments.request.limit = kRunLimit;
  }
  if (!parse(app, line.options)) {
    arguments.command = Command::kDone;
    return arguments;
  }
  arguments.request.query.text = joined(line.words);
  arguments.request.query.today = today();
  arguments.request.sort = kSorts.at(choices.sort);
  arguments.output.color = kColors.at(choices.color);
  arguments.output.index = choices.index;
  if (const std::string file = labels_file(choices.labels); !file.empty()) {
    arguments.output.labels = Labels::read(file);
  }
  return arguments;
}

}  // namespace bulletin
