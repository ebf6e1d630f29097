// What the command line asks for. Options come before the query; the query may look like anything.

#pragma once

#include <string>
#include <vector>

#include "indexer/shell/command_description.hpp"
#include "searcher/cli/command_line.hpp"
#include "searcher/cli/commands.hpp"
#include "searcher/cli/saved_commands.hpp"
#include "searcher/cli/serve_command.hpp"

namespace bulletin {

/// A command line understood.
struct Arguments {
  Command command = Command::kFind;
  OutputOptions output;
  SearchRequest request;
  std::string id;                       ///< For kShow, kWhy, kWhyQuery and kSimilar.
  std::string queries_path;             ///< For kRun.
  SavedRequest saved;                   ///< For kSaved.
  std::vector<std::string> completion;  ///< For kCompletion: a shell, or `words NAME`.
  std::string completion_prefix;
  bool man = false;
  ServeOptions serve;      ///< For kServe.
  unsigned budget_ms = 0;  ///< For kFind: longest time of the search; 0: as long as it takes.
};

/// Describes the program and its commands.
[[nodiscard]] CommandDescription describe_search();

/// Reads the arguments behind the program's name; prints help itself.
///
/// Throws `Error{kBadUsage}` for what cannot be understood.
[[nodiscard]] Arguments parse_arguments(const std::vector<std::string>& arguments);

}  // namespace bulletin
