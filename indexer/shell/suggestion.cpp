#include "indexer/shell/suggestion.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "indexer/base/edit_distance.hpp"

namespace bulletin {
namespace {

// Names are ASCII; what is not is no near name.
std::u32string widened(std::string_view name) {
  return {name.begin(), name.end()};
}

void add_names(const CLI::App& app, std::vector<std::string>& options,
               std::vector<std::string>& commands) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      options.push_back("--" + name);
    }
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back(command->get_name());
  }
}

}  // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string>& known) {
  constexpr std::size_t kShortest = 4;
  if (typed.size() < kShortest) {
    const auto begun = std::ranges::find_if(
        known, [&](const std::string& name) { return name.starts_with(typed); });
    return typed.size() < 2 || begun == known.end() ? std::string() : *begun;
  }
  std::size_t least = typed.size() / 3 + 1;
  std::string nearest;
  for (const std::string& name : known) {
    const std::size_t distance = edit_distance(widened(typed), widened(name), least);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

std::string suggestion(const CLI::App& app) {
  std::vector<std::string> options;
  std::vector<std::string> commands;
  add_names(app, options, commands);
  for (const CLI::App* chosen : app.get_subcommands()) {
    commands.clear();
    add_names(*chosen, options, commands);
  }
  for (const std::string& argument : app.remaining(true)) {
    const std::string typed = argument.substr(0, argument.find('='));
    const std::string name = nearest_name(typed, typed.starts_with("--") ? options : commands);
    if (!name.empty()) {
      return "did you mean " + name + "? ";
    }
  }
  return {};
}

}  // namespace bulletin
