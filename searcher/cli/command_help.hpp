// bulletin-search and its commands as the parser library describes them: what `--help`, completion
// and the manual page are made from. Nothing is parsed by it.

#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/shell/command_description.hpp"

namespace bulletin {

/// Gives an app the options of the program and those of one command alone (`saved run`).
using AddOptions = std::function<void(CLI::App& app, std::string_view path)>;

/// Builds the program with its commands, each with the options it heeds. What `add_options` binds
/// has to outlive the app.
[[nodiscard]] std::shared_ptr<CLI::App> command_tree(const AddOptions& add_options);

/// Returns the help of the command at `path`, of the program for an empty one.
[[nodiscard]] std::string command_help(CLI::App& tree, std::string_view path);

/// Returns the program as plain values.
[[nodiscard]] CommandDescription describe_search(const CLI::App& tree);

/// Returns what stands below the options in `--help`, and what the manual page has besides.
[[nodiscard]] std::vector<HelpSection> help_sections();
[[nodiscard]] std::vector<HelpSection> manual_sections();

}  // namespace bulletin
