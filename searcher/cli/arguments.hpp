// What the command line asks for. Options come before the query; the query may look like anything.

#pragma once

#include <string>
#include <vector>

#include "searcher/cli/commands.hpp"

namespace bulletin {

/// The commands of bulletin-search; `kDone` when the command line only asked for help.
enum class Command : std::uint8_t { kFind, kShow, kWhy, kRun, kDone };

/// A command line understood.
struct Arguments {
  Command command = Command::kFind;
  OutputOptions output;
  SearchRequest request;
  std::string id;            ///< For kShow and kWhy.
  std::string queries_path;  ///< For kRun.
};

/// Reads the arguments behind the program's name; prints help itself.
///
/// Throws `Error{kBadUsage}` for what cannot be understood.
[[nodiscard]] Arguments parse_arguments(const std::vector<std::string>& arguments);

}  // namespace bulletin
