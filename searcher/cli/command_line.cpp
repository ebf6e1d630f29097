#include "searcher/cli/command_line.hpp"

#include <algorithm>
#include <optional>

#include <CLI/CLI.hpp>

#include "searcher/cli/command_table.hpp"

namespace bulletin {
namespace {

// Tells whether `argument` is an option of `app`, and whether its value is the next argument.
bool is_option(const CLI::App& app, const std::string& argument) {
  return argument.size() > 1 && argument.starts_with('-') &&
         app.get_option_no_throw(argument.substr(0, argument.find('='))) != nullptr;
}

bool takes_next(const CLI::App& app, const std::string& argument) {
  const CLI::Option* option = app.get_option_no_throw(argument);
  return option != nullptr && option->get_items_expected_max() > 0;
}

// A dash alone leaves a word out; two of them with a name of ours were hardly meant to.
std::string late_option(const CLI::App& app, const std::vector<std::string>& words) {
  const auto late = std::ranges::find_if(words, [&](const std::string& word) {
    return word == "--" || (word.starts_with("--") && is_option(app, word));
  });
  return late == words.end() || *late == "--" ? std::string() : late->substr(0, late->find('='));
}

// How many names stand between the command and the query.
std::size_t names_wanted(const SplitLine& line) {
  if (line.command == Command::kWhy) {
    return 1;
  }
  if (line.command != Command::kSaved) {
    return 0;
  }
  return !line.names.empty() && line.names.front() == "add" ? 2 : 1;
}

bool takes_query(const SplitLine& line) {
  return line.command == Command::kFind || line.command == Command::kWhy ||
         line.command == Command::kSuggest || line.command == Command::kBrowse ||
         (line.command == Command::kSaved && !line.names.empty() && line.names.front() == "add");
}

}  // namespace

bool is_command(const std::string& word) {
  return command_named(word).has_value();
}

SplitLine split_line(const CLI::App& app, const std::vector<std::string>& arguments) {
  SplitLine line;
  bool has_command = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool lacks_name = line.names.size() < names_wanted(line);
    const bool in_query = has_command && !lacks_name && takes_query(line);
    const auto rest = [&](std::size_t from, std::vector<std::string>& part) {
      part.insert(part.end(), arguments.begin() + static_cast<std::ptrdiff_t>(from),
                  arguments.end());
    };
    if (argument == "--" && (in_query || !has_command)) {
      rest(i + 1, line.words);
      return line;
    }
    const bool looks_like_option = argument.size() > 1 && argument.starts_with('-');
    if (looks_like_option && (!in_query || is_option(app, argument))) {
      line.options.push_back(argument);
      if (takes_next(app, argument) && i + 1 < arguments.size()) {
        line.options.push_back(arguments[++i]);
      }
    } else if (lacks_name) {
      line.names.push_back(argument);
    } else if (const auto command = has_command ? std::nullopt : command_named(argument)) {
      has_command = true;
      line.path = argument;
      line.command = *command;
    } else {
      rest(i, !has_command || takes_query(line) ? line.words : line.options);
      line.late_option = late_option(app, line.words);
      return line;
    }
  }
  return line;
}

}  // namespace bulletin
