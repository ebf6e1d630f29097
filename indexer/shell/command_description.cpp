#include "indexer/shell/command_description.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace bulletin {
namespace {

using Asked = std::vector<std::string_view>;

bool is_one_of(std::string_view name, const Asked& names) {
  return std::ranges::find(names, name) != names.end();
}

std::vector<std::string> split(const std::string& text, char between) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(between, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// CLI11 tells a check only as text: `FORMAT:{csv,json}`.
std::vector<std::string> choices_in(const std::string& type) {
  const std::size_t begin = type.find(":{");
  const std::size_t end = type.rfind('}');
  return begin == std::string::npos || end == std::string::npos
             ? std::vector<std::string>()
             : split(type.substr(begin + 2, end - begin - 2), ',');
}

ValueDescription value_of(const CLI::Option& option, const Asked& asked) {
  if (option.get_items_expected_max() == 0) {
    return {};
  }
  const std::string type = option.get_type_name();
  const std::string type_name = type.substr(0, type.find(':'));
  ValueDescription value{.name = option.get_positional() ? option.get_name(true) : type_name,
                         .takes = Takes::kText,
                         .choices = choices_in(type)};
  if (!value.choices.empty()) {
    value.takes = Takes::kChoice;
  } else if (is_one_of(value.name, asked)) {
    value.takes = Takes::kAsked;
  } else if (value.name == "DIR") {
    value.takes = Takes::kFolder;
  } else if (is_one_of(value.name, {"FILE", "PATH"}) || type_name == "FILE") {
    value.takes = Takes::kFile;
  }
  return value;
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) {
    names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    names.push_back("--" + name);
  }
  return names;
}

}  // namespace

CommandDescription describe(const CLI::App& app, const Asked& asked) {
  CommandDescription command{.name = app.get_name(), .summary = app.get_description()};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) {
      continue;
    }
    if (option->get_positional()) {
      command.places.push_back(
          {.value = value_of(*option, asked),
           .help = option->get_description(),
           .required = option->get_required(),
           .repeats = option->get_expected_max() >= CLI::detail::expected_max_vector_size});
    } else {
      command.options.push_back({.names = names_of(*option),
                                 .value = value_of(*option, asked),
                                 .help = option->get_description(),
                                 .standard = option->get_default_str(),
                                 .group = option->get_group()});
    }
  }
  for (const CLI::App* inner : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!inner->get_group().empty()) {
      command.commands.push_back(describe(*inner, asked));
    }
  }
  return command;
}

std::string footer_of(const std::vector<HelpSection>& sections) {
  std::string footer;
  for (const HelpSection& section : sections) {
    footer += (footer.empty() ? "" : "\n") + section.title + ":\n";
    for (const std::string& line : split(section.text, '\n')) {
      footer += line.empty() ? "\n" : "  " + line + '\n';
    }
  }
  return footer;
}

std::string usage_of(const CommandDescription& command) {
  std::string usage = command.options.empty() ? "" : " [OPTIONS]";
  for (const PlaceDescription& place : command.places) {
    const std::string name = place.value.name + (place.repeats ? "..." : "");
    usage += place.required ? ' ' + name : " [" + name + ']';
  }
  if (!command.commands.empty() && command.places.empty()) {
    usage += " COMMAND";
  }
  return usage.empty() ? usage : usage.substr(1);
}

}  // namespace bulletin
